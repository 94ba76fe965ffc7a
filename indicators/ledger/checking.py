"""The files of a ledger into a DuckDB file, and all that is to be said of them.

A ledger may have millions of items, so DuckDB reads the plain lines of a long file. All else goes
the gate's way: encodings, workbooks, headers, each cell against its column.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import duckdb
import pyarrow
from pyarrow import compute

from indicators import clock
from indicators.gate import cells, doubts, encodings, files, places, sheets
from indicators.gate.doubts import Doubt
from indicators.gate.names import key_of
from indicators.gate.problems import Place, Problem, Report, Severity, statement
from indicators.ledger import items
from indicators.ledger.items import COLUMNS, FOLDER
from indicators.warehouse import SCHEMA

HERE = Path(__file__).parent
# What is short is read quickly enough with care.
LONG = encodings.SHORT
MEMORY = "2GB"
# Lines that are read with care at a time.
PART = 500_000

Asked = Mapping[str, object]


def check(
    named: Mapping[str, Path],
    labels: Mapping[str, pyarrow.Table],
    connection: duckdb.DuckDBPyConnection,
) -> tuple[Problem, ...]:
    """Read files into an empty database: by their name in data/, where their bytes lie.

    `labels` are the tables in which codes are looked up. Of two items with one number the one
    that is named first is right. The database is of use where no file is refused.
    """
    report = _Discreet()
    report.add(*_misplaced(named))
    connection.execute(f"set memory_limit = '{MEMORY}'; set enable_progress_bar = false")
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    for table, rows in labels.items():
        connection.register("given", rows)
        connection.execute(f"insert into {table} by name from given")
        connection.unregister("given")
    connection.execute(sql("placed"))
    for position, (name, path) in enumerate(named.items()):
        connection.execute("insert into files values (?, ?)", (name, position))
        if not report.refuses(name):
            _load(connection, name, path, report)
    _compare(connection, report)
    return report.problems()


def sql(name: str) -> str:
    """One of the files beside this one."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


class _Discreet(Report):
    """Quotes nobody's telephone number."""

    def add_each(
        self,
        file: str,
        severity: Severity,
        places: Sequence[Place],
        problem_at: Callable[[Place], Problem],
        texts: Sequence[tuple[str, int]] | None = None,
        cause: Hashable = None,
    ) -> None:
        def discreet(place: Place) -> Problem:
            problem = problem_at(place)
            words = (problem.found, problem.expected_zh, problem.expected_en)
            found, zh, en = map(items.masked, words)
            return replace(problem, found=found, expected_zh=zh, expected_en=en)

        super().add_each(file, severity, places, discreet, texts, cause)


def _misplaced(named: Iterable[str]) -> list[Problem]:
    """Files that are of another kind, or not in the folder itself."""
    direct = [name for name in named if PurePosixPath(name).parent.as_posix() == FOLDER]
    zh = f"没有读这个文件夹里的文件，应直接放在 data/{FOLDER}/ 里"
    en = f"the file in data/{FOLDER}/ itself, not in a folder within it"
    within = [statement(name, zh, en) for name in named if name not in direct]
    return [*within, *(places.misplaced(direct, FOLDER, COLUMNS) if direct else ())]


def _load(connection: duckdb.DuckDBPyConnection, name: str, path: Path, report: Report) -> None:
    header = _plain_header(path)
    if header is None:
        _load_with_care(connection, name, path, report)
        return
    forms = items.forms(codes(connection))
    patterns = {column: forms[column].plain for column in COLUMNS[:5]}
    asked = {
        "path": str(path),
        "columns": dict.fromkeys(header, "VARCHAR"),
        "forms": {**patterns, "private": items.PRIVATE},
    }
    if not (
        _is_plain(connection, name, path, asked)
        or _is_loaded_in_parts(connection, name, path, asked, report)
    ):
        _load_with_care(connection, name, path, report)


def _is_plain(connection: duckdb.DuckDBPyConnection, name: str, path: Path, asked: Asked) -> bool:
    """Add a long file to `orders` if every line of it is an item in the plain form."""
    connection.execute("begin")
    try:
        today = {"file": name, "today": clock.today()}
        [(count,)] = connection.execute(sql("plain") + sql("insert"), {**asked, **today}).fetchall()
        is_plain = count == _lines(path) - 1
    except (duckdb.InvalidInputException, duckdb.ConversionException):
        is_plain = False
    connection.execute("commit" if is_plain else "rollback")
    return is_plain


def _is_loaded_in_parts(
    connection: duckdb.DuckDBPyConnection, name: str, path: Path, asked: Asked, report: Report
) -> bool:
    """Add a long file in which a row is a line: what is not plain of it with care, in parts.

    So one odd cell among ten million items costs no more memory than its line.
    """
    cells = "".join(f"{column} varchar, " for column in COLUMNS)
    connection.execute(f"create temporary table lines ({cells} line integer, is_plain boolean)")
    try:
        [(count,)] = connection.execute(sql("lines"), asked).fetchall()
        is_by_line = count == _lines(path) - 1
    except (duckdb.InvalidInputException, duckdb.ConversionException):
        is_by_line = False
    if is_by_line:
        today = {"file": name, "today": clock.today()}
        connection.execute(sql("plain_lines") + sql("insert"), today)
        for part in _odd_lines(connection):
            _add(connection, sheets.of_lines(part, name, COLUMNS, report), report)
    connection.execute("drop table lines")
    return is_by_line


def _odd_lines(connection: duckdb.DuckDBPyConnection) -> Iterator[pyarrow.Table]:
    """The lines that are not plain, so many at a time."""
    last = 0
    while True:
        asked = {"last": last, "most": PART}
        part = connection.sql(ODD_LINES, params=asked).to_arrow_table()
        if not part.num_rows:
            return
        yield part
        last = part["line"][-1].as_py()


ODD_LINES = """
select * exclude (is_plain)
from lines
where not is_plain and line > $last
order by line
limit $most
"""


def _plain_header(path: Path) -> list[str] | None:
    """The columns of a long file whose first line names them; None for any other file."""
    try:
        with files.opened(path) as content:
            first = content.readline(1000).removeprefix(b"\xef\xbb\xbf")
            header = first.decode("ascii", "replace").rstrip("\r\n").split(",")
            return (
                header if sorted(header) == sorted(COLUMNS) and path.stat().st_size > LONG else None
            )
    except OSError:
        return None


def _lines(path: Path) -> int:
    """How many lines a file of text has; the last one may lack its end.

    -1 of what ends or goes on as no text does: with zeros, or the sign with which DOS ends a file.
    """
    count, last = 0, b"\n"
    with path.open("rb") as content:
        while part := content.read(files.STEP):
            if b"\0" in part or part.endswith(b"\x1a"):
                return -1
            count, last = count + part.count(b"\n"), part[-1:]
    return count + (last != b"\n")


def _load_with_care(
    connection: duckdb.DuckDBPyConnection, name: str, path: Path, report: Report
) -> None:
    """Add what can be read of a file to `orders`, and report the rest, as the gate does."""
    sheet = sheets.read(path, name, COLUMNS, report)
    if sheet is not None:
        _add(connection, sheet, report)


def _add(connection: duckdb.DuckDBPyConnection, sheet: sheets.Sheet, report: Report) -> None:
    """Add the rows of a sheet to `orders`, each cell read by the form of its column."""
    read = cells.unread(FOLDER, COLUMNS, [sheet], report)
    for column, form in items.forms(codes(connection)).items():
        cells.read_column(read, column, form, report)
    _say_private(read, report)
    values = dict(read.values)
    values["title"] = _masked(values["title"])
    written = pyarrow.table({**values, "line": pyarrow.array(read.lines)})
    connection.register("written", written)
    connection.execute(sql("insert"), {"file": sheet.file, "today": clock.today()})
    connection.unregister("written")


def _say_private(read: cells.Cells, report: Report) -> None:
    titles = read.texts["title"]
    found = compute.match_substring_regex(titles.dictionary, items.PRIVATE)
    if compute.any(found).as_py():
        rows = found.to_numpy(zero_copy_only=False)[titles.indices.to_numpy()]
        zh = "像有身份证号、电话或银行卡号，看板上已隐去，应从台账里删去"
        en = "the number of a person, a telephone or a bank card, hidden here: take it out"
        read.say(report, "title", rows & read.sound("title"), lambda _: (zh, en), "warning")


def _masked(titles: pyarrow.DictionaryArray) -> pyarrow.DictionaryArray:
    hidden = compute.replace_substring_regex(titles.dictionary, items.PRIVATE, items.MASK)
    return pyarrow.DictionaryArray.from_arrays(titles.indices, hidden)


def codes(connection: duckdb.DuckDBPyConnection) -> items.Labels:
    """What may be written for the codes of tiers and sectors."""
    return {kind: dict(connection.execute(asked).fetchall()) for kind, asked in CODES.items()}


CODES = {
    "tier": """
        select unnest([breakdown, name_zh]), breakdown
        from breakdowns where dimension = 'tier' order by breakdown
    """,
    "sector": "select unnest([sector, name_zh]), sector from sectors order by position",
}


def _compare(connection: duckdb.DuckDBPyConnection, report: Report) -> None:
    """What is wrong or doubtful between the days of an item, and between items."""
    _merge_towns(connection, report)
    today = clock.today()
    for cause, doubt in BETWEEN_DAYS.items():
        asked = "from between_days($today) where cause = $cause order by file, line"
        doubts.tell(connection.execute(asked, {"today": today, "cause": cause}), doubt, report)
    connection.execute(sql("repeated"))
    for name, count, others in connection.execute(COPIES).fetchall():
        listed = "、".join(f"data/{other}" for other in others)
        zh = f"整个文件的{count:,}项在 {listed} 里都有，应是副本：请删去这个文件"
        report.add(statement(name, zh, f"no copy: all of its {count:,} items are in {listed}"))
        connection.execute("delete from repeated where file = $file", {"file": name})
    asked = "select * exclude (position) from repeated order by position, line"
    doubts.tell(connection.execute(asked), REPEATED, report)


def _merge_towns(connection: duckdb.DuckDBPyConnection, report: Report) -> None:
    """Two writings of one town become the one that is used most."""
    by_key: dict[str, list[str]] = {}
    for (town,) in connection.execute(TOWNS).fetchall():
        by_key.setdefault(key_of(town), []).append(town)
    for most_used, *others in by_key.values():
        for town in others:
            for name, count in connection.execute(OF_TOWN, {"town": town}).fetchall():
                zh, en = f"已识别为“{most_used}”", f"“{most_used}”"
                read = Problem(name, None, "town", town, zh, en, "normalised")
                report.add_each(name, "normalised", [read], lambda one: one, [(town, count)])
            renamed = {"town": town, "other": most_used}
            connection.execute("update orders set town = $other where town = $town", renamed)


TOWNS = "select town from orders where town is not null group by town order by count(*) desc, town"
OF_TOWN = "select file, count(*) from orders where town = $town group by file order by file"
COPIES = """
select file, count(*) as times, list(distinct first_file order by first_file)
from repeated
where first_file <> file
group by file
having times = (select count(*) from orders where orders.file = repeated.file)
"""


def _is(column: str, zh: str, en: str, severity: Severity = "warning") -> Doubt:
    return Doubt(column, lambda _: (zh, en), severity)


_NO_DAY = "晚于今天或早于 2000 年，请核对年份；这一项不影响统计截止日"
_NO_DAY_EN = "a day after today or before 2000; it does not move the day of reference"
_LATER = "晚于今天，请核对年份；不影响统计截止日"
_LATER_EN = "a day after today; it does not move the day of reference"
BETWEEN_DAYS = {
    "dispatched_before_raised": _is(
        "dispatched_on", "派单日期不应早于提出日期", "a day not before raised_on", "refused"
    ),
    "due_before_raised": _is(
        "due_on", "办理时限不应早于提出日期", "a day not before raised_on", "refused"
    ),
    "completed_before_raised": _is(
        "completed_on", "办结日期不应早于提出日期", "a day not before raised_on", "refused"
    ),
    "completed_before_dispatched": _is(
        "completed_on", "办结早于派单，请核对", "a day before dispatched_on"
    ),
    "answered_while_open": _is(
        "satisfaction", "还没有办结就有评价，请核对", "an answer about an item that is open"
    ),
    "raised_on_no_such_day": _is("raised_on", _NO_DAY, _NO_DAY_EN),
    "dispatched_in_the_future": _is("dispatched_on", _LATER, _LATER_EN),
    "completed_in_the_future": _is("completed_on", _LATER, _LATER_EN),
    "due_far_away": _is(
        "due_on",
        "比提出日期晚十年以上，请核对；没有办理时限的应留空",
        "a day more than ten years after raised_on; without a due date leave it empty",
    ),
}
REPEATED = Doubt(
    "order_id",
    lambda row: (
        f"与 data/{row.first_file} 第{row.first_line}行的编号重复",
        f"a number of its own; line {row.first_line} of data/{row.first_file} has it",
    ),
    "refused",
)

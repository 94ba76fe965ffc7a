"""Whatever is done to a file, it loads exactly as it is written, or the report names it."""

import csv
import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from indicators import gate
from indicators.gate import sheets
from indicators.gate.problems import Problem, Report
from indicators.gate.tables import TABLES, columns
from tests import workbooks
from tests.small_folder import GOOD

# Examples of 20 mutations each, of some 40 lines: 1,000 mutations while working, and 50,000 in the
# sweep.
EXAMPLES, MUTATIONS, SWEEP_PARTS = 50, 20, 50


def slow() -> settings:
    return settings(
        max_examples=EXAMPLES,
        suppress_health_check=list(HealthCheck),
        # The failing cell is named; to shrink what stands around it would take very long.
        phases=(Phase.generate,),
    )


# What hands and office programs put into cells, one class of characters a line.
CLASSES = (
    "0123456789.,-+%eE/ \t\n\"';aZ",  # typed
    "年月季度一汉，。．％－—…０１５Ａ：（）",  # typed in Chinese, full-width
    "①②⑳²³¹⁰₁⑴⒈❶㈠㊀*†‡",  # marks of notes
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202c\u034f\ufe0f",  # seen by nobody
    "ОоІl|Ⅰ〇−‑–―〜∼٥५𝟓½㎡",  # looks like something else
    "\x00\x01\x07\x0b\x0c\x1a\x1f\x7f\x85\u2028\u2029",  # control
    "\u00a0\u2002\u3000\u202f",  # blanks of other widths
)
PIECES = st.one_of(
    st.one_of(*(st.sampled_from(list(signs)) for signs in CLASSES)),
    st.sampled_from(
        ["Q1", "万", "亿", "N/A", "暂无", "1,234", "上半年", "1-3月", "1－9月", " 0:00"]
    ),
    st.sampled_from(["true", "#REF!", "[1]", "(5.2)", "汉滨区", "累计", "快报", "2021/3/1"]),
)
LETTERS = st.text(st.characters(codec="utf-8"), max_size=6)

Records = list[list[str]]


def changes() -> st.SearchStrategy[Callable[[str], str]]:
    """Ways to alter a text: put in, put before or behind, take out, write over, repeat, anew."""
    place = st.integers(0, 12)
    return st.one_of(
        st.builds(lambda at, new: lambda text: text[:at] + new + text[at:], place, PIECES),
        st.builds(lambda new: lambda text: text + new, PIECES),
        st.builds(lambda new: lambda text: new + text, PIECES),
        st.builds(lambda at: lambda text: text[:at] + text[at + 1 :], place),
        st.builds(lambda at, new: lambda text: text[:at] + new + text[at + 1 :], place, PIECES),
        st.builds(lambda times: lambda text: text * times, st.integers(2, 3)),
        st.builds(lambda new: lambda _: new, st.one_of(LETTERS, PIECES)),
    )


def of_cell(change: Callable[[str], str]) -> Callable:
    def mutate(records: Records, row: int, column: int, _: int) -> None:
        records[row][column] = change(records[row][column])

    return mutate


def swap(records: Records, row: int, column: int, other: int) -> None:
    """Two cells of a line change places."""
    other %= len(records[row])
    line = records[row]
    line[column], line[other] = line[other], line[column]


def swap_below(records: Records, row: int, column: int, other: int) -> None:
    """Two cells of a column change places."""
    other = 1 + other % (len(records) - 1)
    records[row][column], records[other][column] = records[other][column], records[row][column]


def delete(records: Records, row: int, *_: int) -> None:
    if len(records) > 2:
        del records[row]


def double(records: Records, row: int, *_: int) -> None:
    records.insert(row, list(records[row]))


def shift(records: Records, row: int, column: int, other: int) -> None:
    """The cells of a line from one on move by a column; the last one is lost, or is not."""
    line = records[row]
    line.insert(column, "")
    if other % 2:
        line.pop()


MUTATION = st.one_of(
    *[st.builds(of_cell, changes())] * 6,
    st.sampled_from([swap, swap_below, delete, double, shift]),
)
PLACES = st.tuples(
    st.sampled_from(sorted(GOOD)), st.integers(0, 30), st.integers(0, 20), st.integers(0, 20)
)
ROUNDS = st.lists(st.tuples(PLACES, MUTATION), min_size=MUTATIONS, max_size=MUTATIONS)


def mutate(folder: Path, part: int) -> int:
    """Checks so many files with mutations; how many mutations were made."""
    (folder / "observations").mkdir()
    made = []

    @slow()
    @given(ROUNDS)
    def run(mutations):
        tables = {file: list(csv.reader(text.splitlines())) for file, text in GOOD.items()}
        for (file, row, column, other), mutation in mutations:
            records = tables[file]
            at = 1 + (row + part) % (len(records) - 1)
            if column % len(records[0]) < len(records[at]):
                mutation(records, at, column % len(records[0]), other)
        made.append(len(mutations))
        check(folder, tables)

    run()
    return sum(made)


def test_a_mutated_file_loads_as_it_is_written_or_is_reported(tmp_path):
    assert mutate(tmp_path, part=0) >= EXAMPLES * MUTATIONS


@pytest.mark.sweep
@pytest.mark.parametrize("part", range(100, 100 + SWEEP_PARTS))
def test_fifty_thousand_mutations_load_as_they_are_written_or_are_reported(tmp_path, part):
    assert mutate(tmp_path, part) >= 50_000 / SWEEP_PARTS


def check(folder: Path, tables: dict[str, Records]) -> None:
    """Every cell of every line is loaded as it is written, or read rightly and told, or refused."""
    lines = {file: write(folder / file, records) for file, records in tables.items()}
    checked = gate.check({file: folder / file for file in tables})
    refused = {(p.file, p.line) for p in checked.problems if p.severity == "refused"}
    # A text that nothing defines is told once of a column, at its first place, with how often.
    unknown = {(p.file, p.column, p.found) for p in checked.problems if p.severity == "refused"}
    # So is a text that is read otherwise.
    told = {(p.file, p.column, p.found): p for p in checked.problems if p.severity == "normalised"}
    loaded = {
        (row["file"], row["line"]): row
        for table in checked.tables.values()
        for row in table.to_pylist()
    }
    for file, records in tables.items():
        for row, record in enumerate(records[1:], start=1):
            at = lines[file][row]
            if {(file, at), (file, None), (file, 1)} & refused or not any(map(str.strip, record)):
                continue
            cells = zip(records[0], record, strict=False)
            if any((file, name, quoted(text)) in unknown for name, text in cells):
                continue
            assert (file, at) in loaded, (file, at, record)
            for name, text in zip(records[0], record, strict=False):
                value = loaded[file, at][name]
                where = (file, at, name, text, value)
                if (file, name, quoted(text)) in told:
                    assert is_read_rightly(value, text), where
                else:
                    assert is_written(value, text), where
    keys = [
        tuple(row[column] for column in TABLES["observations"].unique[0])
        for (file, line), row in loaded.items()
        if file.startswith("observations/") and (file, line) not in refused
    ]
    assert len(keys) == len(set(keys)) or any(line is None for _, line in refused)


def quoted(text: str) -> str:
    """A text as a report quotes it."""
    return Problem("", None, None, text, "", "").found


def write(path: Path, records: Records) -> list[int]:
    """Writes the records; on which line each begins."""
    lines, out, line = [], io.StringIO(newline=""), 1
    for record in records:
        lines.append(line)
        before = out.tell()
        csv.writer(out, lineterminator="\n").writerow(record)
        written = out.getvalue()[before:]
        line += count_breaks(written)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    return lines


def count_breaks(text: str) -> int:
    """Lines as an editor counts them: ended by \\n, \\r or both."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def is_written(value: object, text: str) -> bool:
    """Whether a loaded value is exactly what the text says."""
    match value:
        case None:
            return text == ""
        case bool():
            return text.lower() == str(value).lower()
        case int():
            return text == str(value)
        case float():
            return text.isascii() and text.strip() == text and float(text) == value
    return text == value


def digits(text: str) -> str:
    """The digits of a text that a keyboard has, also those that are full-width."""
    half = text.translate({code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)})
    return re.sub(r"[^0-9]", "", half)


def is_read_rightly(value: object, text: str) -> bool:
    """Whether a value that was read otherwise has the digits of its text, and no others.

    Known by other rules than the gate's: a figure keeps all its digits in their order, a date
    its numbers, of which midnight's zeros may be left out.
    """
    if isinstance(value, float):
        # As repr has it: 107.6 has fifteen digits more in a double.
        return digits(f"{Decimal(repr(value)):f}").strip("0") == digits(text).strip("0")
    if isinstance(value, str) and re.fullmatch(r"\d{4}(-\d\d){1,2}", value):
        said = [int(part) for part in re.findall(r"\d+", re.sub(r"[^0-9]", " ", spaced(text)))]
        meant = [int(part) for part in value.split("-")]
        while len(said) > len(meant) and said[-1] == 0:
            said.pop()
        since_january = len(meant) == 2 and [*meant[:1], 1, *meant[1:]] == said
        in_words = bool(re.search("上半年|前三季度", text)) and said == meant[:1]
        return said == meant or since_january or in_words
    return True


def spaced(text: str) -> str:
    """A text with half-width digits, its unseen characters gone, all else a blank."""
    half = text.translate({code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)})
    unseen = re.sub(
        "[\u00ad\u034f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]", "", half
    )
    return re.sub(r"[^0-9]", " ", unseen)


# Number formats and what becomes of a figure in such a cell: as it is, a hundredfold, or told.
FORMATS = {
    **dict.fromkeys(
        ["General", "0", "#,##0", "#,##0.00", "@", '0"人"', r"0\%", "0_%", "[Red]0"], 1
    ),
    **dict.fromkeys(['"¥"#,##0', "_-* #,##0.00_-", "[>5]0;0.0", "0.0_);(0.0)", "[Red]0", "?0"], 1),
    **dict.fromkeys(["0%", "0.00%", "[Red]0.0%", '0.0%"增长"'], 100),
    **dict.fromkeys([";;;", '"—"', "0,", "0.0,,", r'0\.0,"万"', '0!.0,"万"', "0.0,%"], None),
}


@pytest.mark.sampled
@given(
    st.sampled_from(sorted(FORMATS)),
    st.one_of(st.integers(0, 10**9), st.floats(0, 10**6).map(lambda value: round(value, 4))),
)
def test_a_figure_in_any_format_is_read_as_shown_or_told(tmp_path_factory, code, stored):
    path = tmp_path_factory.mktemp("book") / "office.xlsx"
    lines = [workbooks.row(1, workbooks.HEADER)]
    lines.append(workbooks.row(2, workbooks.ROW, F=workbooks.figure(repr(stored))))
    workbooks.save(path, workbooks.sheet(*lines), style=workbooks.styles(code))
    report = Report()
    sheet = sheets.read(path, "observations/office.xlsx", columns("observations"), report)
    (text,) = sheet.columns["obs_value"].to_pylist()
    remarked = {remark.severity for remark in sheet.remarks if remark.column == "obs_value"}
    times = FORMATS[code]
    if times is None:
        assert remarked or stored == 0
    else:
        assert float(text.removesuffix("%")) == pytest.approx(times * stored, rel=1e-14)
        assert "refused" not in remarked
        decimals = len(re.findall(r"\.(0+)", code)[0]) if "." in code else 0
        is_rounded = round(times * stored, decimals) != pytest.approx(times * stored, rel=1e-12)
        assert (remarked == {"warning"}) == (is_rounded and code not in ("General", "@"))


# Cells of characters that matter to a reader of CSV, five to a line as red_sites.csv has.
CELL = st.one_of(
    st.text(st.sampled_from(list('"a ;汉')), max_size=4), st.just('"a,b"'), st.just("")
)
END = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
LINE = st.tuples(st.lists(CELL, min_size=5, max_size=5).map(",".join), END).map("".join)
CSV_TEXTS = st.one_of(
    st.lists(LINE, max_size=4).map("".join),
    st.text(st.sampled_from(list('",\n\r;\ta b汉')), max_size=30),
)


@pytest.mark.sampled
@given(CSV_TEXTS)
def test_the_quick_way_of_reading_gives_what_the_careful_one_gives(text):
    header = ",".join(columns("red_sites"))
    content = f"{header}\n{text}".encode()

    def read(*, quickly: bool):
        report = Report()
        sheet = sheets.parse(
            content, "red_sites.csv", columns("red_sites"), report, quickly=quickly
        )
        cells = {name: column.to_pylist() for name, column in sheet.columns.items()}
        return cells, sheet.lines.tolist(), sheet.is_whole, report.problems()

    assert read(quickly=True) == read(quickly=False)


@pytest.mark.sampled
@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=4),
    st.integers(0, 400),
    st.sampled_from(["utf-8", "gb18030", "utf-16"]),
)
def test_broken_bytes_are_a_report_and_never_a_crash(tmp_path_factory, file, bytes_at, cut, codec):
    content = bytearray(GOOD[file].encode(codec))
    for at, byte in bytes_at:
        content[at % len(content)] = byte
    path = tmp_path_factory.mktemp("broken") / "file"
    path.write_bytes(bytes(content[: max(len(content) - cut, 0)]))
    report = Report()
    sheet = sheets.read(path, file, columns(gate.table_of(file)), report)
    assert sheet is not None or report.refuses(file)


@pytest.mark.sampled
@given(st.lists(st.tuples(st.integers(0, 10**4), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_workbook_with_broken_bytes_is_a_report_and_never_a_crash(tmp_path_factory, bytes_at):
    path = tmp_path_factory.mktemp("broken") / "office.xlsx"
    lines = workbooks.row(1, workbooks.HEADER), workbooks.row(2, workbooks.ROW)
    workbooks.save(path, workbooks.sheet(*lines))
    content = bytearray(path.read_bytes())
    for at, byte in bytes_at:
        content[at % len(content)] = byte
    path.write_bytes(content)
    report = Report()
    sheet = sheets.read(path, "observations/office.xlsx", columns("observations"), report)
    assert sheet is not None or report.refuses("observations/office.xlsx")

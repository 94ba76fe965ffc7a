"""One file as a sheet: the cells of each column as they are written, and the line of each row."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Literal, NamedTuple

import numpy
import pyarrow
import pyarrow.csv
from pyarrow import compute

from indicators.gate import files, headers, layouts, workbooks
from indicators.gate.encodings import as_utf8
from indicators.gate.headers import Record
from indicators.gate.problems import Problem, Report, statement

TEXTS = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
DELIMITERS = {",": "", ";": "分号", "\t": "制表符", "，": "全角逗号"}
IN_ENGLISH = {";": "semicolons", "\t": "tabs", "，": "full-width commas"}
# What str.strip takes away.
BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
# The cause of remarks on cells that lie under another one.
MERGED = "merged"
# Records that become arrays at a time.
BATCH = 1 << 16


class Remark(NamedTuple):
    """What a workbook shows of a cell, or of a whole row, that its text does not say."""

    line: int
    column: str | None
    severity: Literal["refused", "warning"]
    cause: str
    zh: str
    en: str


@dataclass(frozen=True)
class Sheet:
    """The rows of one file. Every column is an array of texts; an empty cell is an empty text."""

    file: str
    columns: dict[str, pyarrow.Array]  # of TEXTS
    lines: numpy.ndarray  # int32: the line on which each row begins
    is_whole: bool = True  # whether every line could be read
    remarks: tuple[Remark, ...] = ()


def read(
    path: Path, file: str, columns: tuple[str, ...], report: Report, *, mend: bool = False
) -> Sheet | None:
    """The sheet of a file that is called `file` in data/; None where it is not the table.

    CSV in any encoding of the ladder and with any of DELIMITERS, or of a workbook the first
    sheet in sight with the table's columns. What is wrong goes to the report. To `mend` is to
    read on below titles, and what stands in merged cells in each of them.
    """
    try:
        if file.lower().endswith(workbooks.SUFFIXES):
            return _of_workbook(workbooks.read(path), file, columns, report, mend=mend)
        content = files.content(path)
    except workbooks.Broken as broken:
        report.add(statement(file, broken.zh, broken.en))
    except FileNotFoundError:
        report.add(_absent(path, file))
    except files.NotPlain as error:
        report.add(statement(file, error.zh, error.en))
    except OSError:
        zh = "应是能打开的文件，没有被别的程序占用"
        report.add(statement(file, zh, "a file that no other program locks"))
    else:
        text = _text(content, file, report)
        return None if text is None else parse(text, file, columns, report, mend=mend)
    return None


def has_columns(path: Path, file: str, columns: tuple[str, ...]) -> bool:
    """Whether one of the first lines of a file names most of these columns."""
    unheard = Report()
    try:
        if file.lower().endswith(workbooks.SUFFIXES):
            return any(_has_header(grid, columns) for grid in workbooks.read(path).grids)
        text = _text(files.content(path), file, unheard)
    except (workbooks.Broken, OSError):
        return False
    if text is None:
        return False
    lines = io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline="")
    records = _records(lines, _delimiter(text, columns), file, unheard)
    return any(headers.has_most(cells, columns) for _, cells in islice(records, headers.TITLES))


def parse(
    content: bytes,
    file: str,
    columns: tuple[str, ...],
    report: Report,
    *,
    quickly: bool = True,
    mend: bool = False,
) -> Sheet | None:
    """The sheet of a CSV in UTF-8. `quickly` or not, the result is the same."""
    delimiter = _delimiter(content, columns)
    if delimiter != ",":
        zh, en = f"各列以{DELIMITERS[delimiter]}分隔", f"columns between {IN_ENGLISH[delimiter]}"
        report.add(Problem(file, None, None, "", f"{zh}，已照此读入", en, "normalised"))
    if quickly:
        sheet = _plain_sheet(content, file, columns, delimiter)
        if sheet is not None:
            return sheet
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    records = _records(text, delimiter, file, report)
    return _from_records(records, file, columns, report, mend=mend)


def _text(content: bytes, file: str, report: Report) -> bytes | None:
    """The text of a file in UTF-8; None where it is empty, damaged or something else."""
    if not content.strip(b" \t\r\n,;\xef\xbb\xbf"):
        zh = "文件是空的，应有列名和数据；可能没有保存或没有复制完"
        report.add(statement(file, zh, "a header and rows; this file is empty"))
        return None
    words = files.disguise(content)
    if words:
        report.add(statement(file, *words))
        return None
    if files.ZEROS in content:
        report.add(_zeros(content, files.ZEROS, file))
        return None
    text, problems = as_utf8(content, file)
    report.add(*problems)
    if text and b"\0\0" in text:
        report.add(_zeros(text, b"\0\0", file))
        return None
    if text and text.endswith(b"\x1a"):
        zh, en = "文件末尾的结束符（Ctrl-Z）没有读入", "without the Ctrl-Z at the end"
        report.add(Problem(file, None, None, "", zh, en, "normalised"))
        text = text.removesuffix(b"\x1a")
    return text


def _zeros(content: bytes, zeros: bytes, file: str) -> Problem:
    line = content.count(b"\n", 0, content.find(zeros)) + 1
    zh = "从这一行起是空字符（NUL），文件可能因断电损坏，应换用备份或重新保存"
    en = "text; from this line on the file is zeros, damaged by a power cut: use a copy of it"
    return statement(file, zh, en, line)


def _absent(path: Path, file: str) -> Problem:
    """A file that was there a moment ago, or a link to nothing."""
    if path.is_symlink():
        zh, en = (
            "链接指向的文件不存在，应放入文件本身",
            "a file of its own; this link leads nowhere",
        )
    else:
        zh, en = "文件不见了", "the file; it is gone"
    return statement(file, zh, en)


def _of_workbook(
    book: workbooks.Book, file: str, columns: tuple[str, ...], report: Report, *, mend: bool
) -> Sheet | None:
    """The first sheet in sight that has the columns; others with figures are named as not read."""
    in_sight = [grid for grid in book.grids if not grid.is_hidden]
    having = [grid for grid in in_sight if _has_header(grid, columns)]
    if not in_sight:
        zh, en = "工作表都被隐藏，应取消隐藏要用的一张", "a sheet that is not hidden"
        report.add(statement(file, zh, en))
        return None
    grid = (having or in_sight)[0]
    if grid is not in_sight[0]:
        zh, en = f"已读工作表“{grid.name}”", f"the sheet “{grid.name}”"
        report.add(Problem(file, None, None, "", zh, en, "normalised"))
    if mend:
        grid.fill_merged()
    sheet = _from_records(grid.records(), file, columns, report, grid, mend=mend)
    report.add(*_unread(book, grid, columns, file))
    return sheet


def _has_header(grid: workbooks.Grid, columns: tuple[str, ...]) -> bool:
    top = islice(grid.records(), headers.TITLES)
    return any(headers.has_most(cells, columns) for _, cells in top)


def _unread(
    book: workbooks.Book, read: workbooks.Grid, columns: tuple[str, ...], file: str
) -> list[Problem]:
    """Other sheets that hold figures, by name."""
    others = [grid for grid in book.grids if grid is not read]
    alike = [grid.name for grid in others if _has_header(grid, columns)]
    if alike:
        names = "、".join(alike)
        zh = f"只读了工作表“{read.name}”，没有读“{names}”；各表的数应放在一张表里，或分成几个文件"
        en = f"only the sheet “{read.name}” was read, not “{names}”; put all figures into one sheet"
        return [Problem(file, None, None, "", zh, en, "warning")]
    with_numbers = [grid.name for grid in others if grid.numbers and not grid.is_hidden]
    if with_numbers:
        names = "、".join(with_numbers)
        zh, en = f"没有读工作表“{names}”", f"the sheet “{read.name}” alone, without “{names}”"
        return [Problem(file, None, None, "", zh, en, "normalised")]
    return []


def _delimiter(content: bytes, columns: tuple[str, ...]) -> str:
    """What stands between the names of the columns; a comma if nothing else does better."""
    head = content[:4096].decode("utf-8", "ignore")
    top = [line for line in re.split("[\r\n]+", head) if line][: headers.TITLES]

    def names(delimiter: str) -> int:
        return max((headers.matches(_split(line, delimiter), columns) for line in top), default=0)

    return max(DELIMITERS, key=names)


def _split(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"') for cell in line.split(delimiter)]


def _plain_sheet(
    content: bytes, file: str, columns: tuple[str, ...], delimiter: str
) -> Sheet | None:
    """The sheet, ten times as quickly; None if anything about the file calls for more care."""
    end = content.find(b"\n")
    header = _split(content[: max(end, 0)].decode(), delimiter)
    if sorted(header) != sorted(columns) or not _is_plain(content, delimiter):
        return None
    try:
        table = pyarrow.csv.read_csv(
            pyarrow.BufferReader(content),
            pyarrow.csv.ReadOptions(column_names=header, skip_rows=1, block_size=1 << 23),
            pyarrow.csv.ParseOptions(delimiter=delimiter, ignore_empty_lines=False),
            pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(header, TEXTS), strings_can_be_null=False
            ),
        )
    except pyarrow.ArrowInvalid:  # a line of another width, which the careful way names
        return None
    arrays = _arrays(table)
    if _any_row_blank(arrays, table.num_rows) or layouts.any_of_no_data(arrays, columns):
        return None
    return Sheet(file, arrays, numpy.arange(2, table.num_rows + 2, dtype=numpy.int32))


def of_lines(rows: pyarrow.Table, file: str, columns: tuple[str, ...], report: Report) -> Sheet:
    """Rows of a file with the `line` of each, that another reader found, as a sheet of it."""
    texts = {name: compute.fill_null(rows[name], "") for name in columns}
    table = pyarrow.table(texts).cast(pyarrow.schema([(name, TEXTS) for name in columns]))
    arrays, lines = _arrays(table), rows["line"].to_numpy()
    if not _any_row_blank(arrays, len(lines)) and not layouts.any_of_no_data(arrays, columns):
        return Sheet(file, arrays, lines)
    cells = zip(*(texts[name].to_pylist() for name in columns), strict=True)
    records = (
        (int(line), list(row))
        for line, row in zip(lines, cells, strict=True)
        if any(cell.strip() for cell in row)
    )
    rest = layouts.without_what_is_no_data(records, file, list(columns), columns, report)
    arrays, lines, is_whole = _columns_of(rest, file, list(columns), report)
    return Sheet(file, arrays, lines, is_whole)


def _arrays(table: pyarrow.Table) -> dict[str, pyarrow.Array]:
    whole = table.unify_dictionaries().combine_chunks()
    return {
        name: column.chunk(0) if column.num_chunks else pyarrow.array([], TEXTS)
        for name, column in zip(whole.column_names, whole.columns, strict=True)
    }


def _is_plain(content: bytes, delimiter: str) -> bool:
    """Whether every line is a row, and every quotation mark where it belongs."""
    if len(delimiter.encode()) > 1 or content.count(b"\r") != content.count(b"\r\n"):
        return False
    between = re.escape(delimiter.encode())
    cell = rb'(?:"(?:[^"]|"")*"|[^"%b]*)' % between
    well_formed = re.compile(rb"%b(?:%b%b)*" % (cell, between, cell))
    at = content.find(b'"')
    while at >= 0:
        end = content.find(b"\n", at)
        end = len(content) if end < 0 else end
        line = content[content.rfind(b"\n", 0, at) + 1 : end].removesuffix(b"\r")
        if not well_formed.fullmatch(line):
            return False
        at = content.find(b'"', end)
    return True


def _any_row_blank(arrays: dict[str, pyarrow.Array], rows: int) -> bool:
    blank = numpy.ones(rows, dtype=bool)
    for column in arrays.values():
        if not blank.any():
            break
        bare = compute.utf8_trim(column.dictionary, characters=BLANKS)
        nothing = numpy.flatnonzero(compute.equal(bare, "").to_numpy(zero_copy_only=False))
        blank &= numpy.isin(column.indices.to_numpy(), nothing)
    return bool(blank.any())


def _records(text: io.TextIOBase, delimiter: str, file: str, report: Report) -> Iterator[Record]:
    """The records with the line each begins on; lines without any content are passed over."""
    csv.field_size_limit(1 << 30)  # a cell's length is judged with its column
    seen = _Lines(text)
    reader = csv.reader(seen, strict=True, delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
            seen.forget()
    except csv.Error:
        zh = "引号应成对，把有逗号、引号或换行的整格括起来，格内的引号写两遍"
        en = "quotation marks in pairs around the whole cell, and doubled inside it"
        report.add(Problem(file, begins, None, seen.first.strip(), zh, en))


class _Lines:
    """Lines of a text that remember the first one since they were told to forget."""

    def __init__(self, text: io.TextIOBase) -> None:
        self._text = text
        self.first = ""

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self.first = self.first or line
            yield line

    def forget(self) -> None:
        self.first = ""


def _from_records(
    records: Iterator[Record],
    file: str,
    columns: tuple[str, ...],
    report: Report,
    grid: workbooks.Grid | None = None,
    *,
    mend: bool = False,
) -> Sheet | None:
    top = list(islice(records, headers.TITLES))
    if mend:
        top = top[headers.header_at(top, columns) or 0 :]
    if not top and not report.refuses(file):
        report.add(_nothing(file))
    header = headers.read(file, top, columns, report) if top else None
    if header is None:
        return None
    columns = tuple(name for name in columns if name in header)
    rest = layouts.without_what_is_no_data(chain(top[1:], records), file, header, columns, report)
    arrays, lines, is_whole = _columns_of(rest, file, header, report)
    remarks = _remarks(grid, header) if grid else ()
    return Sheet(file, arrays, lines, is_whole and not report.refuses(file), remarks)


def _nothing(file: str) -> Problem:
    zh = "文件里只有空行，应有列名和数据"
    return statement(file, zh, "a header and rows; there are only empty lines")


def _remarks(grid: workbooks.Grid, header: list[str]) -> tuple[Remark, ...]:
    """The remarks on the cells of the table's columns, and on areas that are merged."""
    name: dict[int | None, str] = dict(enumerate(header, start=grid.first_column))
    remarks = [
        Remark(
            remark.row,
            name.get(remark.column),
            remark.severity,
            remark.cause,
            remark.zh,
            remark.en,
        )
        for remark in grid.remarks
        if remark.column is None or remark.column in name
    ]
    for top, bottom, left, right in grid.merged:
        for row in range(top, min(bottom, max(grid.cells, default=0)) + 1):
            within = range(left, min(right, left + grid.width) + 1)
            held = [column for column in within if column in name and (row, column) != (top, left)]
            remarks += [Remark(row, name[column], "refused", MERGED, "", "") for column in held]
    return tuple(remarks)


def _fitting(cells: list[str], width: int) -> list[str]:
    """A record without empty cells beyond the last column; one with others stays as it is."""
    if any(cell.strip() for cell in cells[width:]):
        return cells
    return cells[:width]


def _columns_of(
    records: Iterator[Record], file: str, header: list[str], report: Report
) -> tuple[dict[str, pyarrow.Array], numpy.ndarray, bool]:
    batches: list[pyarrow.Table] = []
    lines: list[int] = []
    is_whole = True
    while batch := list(islice(records, BATCH)):
        batch = [(line, _fitting(cells, len(header))) for line, cells in batch]
        sound = [record for record in batch if len(record[1]) == len(header)]
        if len(sound) < len(batch):
            is_whole = False
            wrong = [record for record in batch if len(record[1]) != len(header)]
            report.add_each(
                file, "refused", wrong, lambda record: width(file, *record, len(header))
            )
        if sound:
            cells = zip(*(cells for _, cells in sound), strict=True)
            texts = [pyarrow.array(column, pyarrow.string()) for column in cells]
            batches.append(pyarrow.table([t.dictionary_encode() for t in texts], names=header))
            lines += [line for line, _ in sound]
    empty = pyarrow.schema([(name, TEXTS) for name in header]).empty_table()
    table = pyarrow.concat_tables(batches) if batches else empty
    return _arrays(table), numpy.array(lines, dtype=numpy.int32), is_whole


def width(file: str, line: int, cells: list[str], wanted: int) -> Problem:
    """A line with more or fewer cells than the header."""
    zh = f"这一行应有{wanted}格，现有{len(cells)}格"
    en = f"{wanted} cells in this line, not {len(cells)}"
    if len(cells) > wanted:
        nth = next(at for at, cell in enumerate(cells, start=1) if at > wanted and cell.strip())
        zh += f"：应删去多出的（第{nth}格）；如果是一格里有逗号，整格应加英文引号"
        en += f": take out what is too much (cell {nth}), or put a cell with a comma into quotes"
    else:
        zh += "：没有数的格也应留着逗号"
        en += ": a cell without a value keeps its comma"
    return Problem(file, line, None, ",".join(cells), zh, en)

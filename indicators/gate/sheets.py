"""One file as a sheet: the cells of each column as they are written, and the line of each row."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy
import pyarrow
import pyarrow.csv

from indicators.gate import workbooks
from indicators.gate.encodings import as_utf8
from indicators.gate.headers import Record, header_mistakes, title_above
from indicators.gate.problems import Problem, Report

TEXTS = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
DELIMITERS = {",": "", ";": "分号", "\t": "制表符", "，": "全角逗号"}
IN_ENGLISH = {";": "semicolons", "\t": "tabs", "，": "full-width commas"}
# How far down a header is looked for that should be the first line.
TITLES = 10
# Records that become arrays at a time.
BATCH = 1 << 16


@dataclass(frozen=True)
class Sheet:
    """The rows of one file. Every column is an array of texts; an empty cell is an empty text."""

    file: str
    columns: dict[str, pyarrow.Array]  # of TEXTS
    lines: numpy.ndarray  # int32: the line on which each row begins
    is_whole: bool = True  # whether every line could be read


def read(path: Path, file: str, columns: tuple[str, ...], report: Report) -> Sheet | None:
    """The sheet of a file that is called `file` in data/; None where it is not the table.

    CSV in any encoding of the ladder and with any of DELIMITERS, or the first sheet of a
    workbook. What is wrong goes to the report.
    """
    if path.suffix.lower() in workbooks.SUFFIXES or file.lower().endswith(workbooks.SUFFIXES):
        records = workbooks.records(path, file, report)
        return None if records is None else _from_records(records, file, columns, report)
    content = _content(path, file, columns, report)
    return None if content is None else parse(content, file, columns, report)


def parse(
    content: bytes, file: str, columns: tuple[str, ...], report: Report, *, quickly: bool = True
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
    return _from_records(_records(text, delimiter, file, report), file, columns, report)


def _content(path: Path, file: str, columns: tuple[str, ...], report: Report) -> bytes | None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        report.add(missing(file, columns))
        return None
    except OSError:
        zh = "应是能打开的文件，不是文件夹，也没有被别的程序占用"
        en = "a file that can be opened, not a folder and not locked by another program"
        report.add(Problem(file, None, None, "", zh, en))
        return None
    text, said = as_utf8(content, file)
    report.add(*said)
    return text


def missing(file: str, columns: tuple[str, ...]) -> Problem:
    """A file that is not there."""
    names = ", ".join(columns)
    return Problem(
        file,
        None,
        None,
        "",
        f"应有这个文件，列名为 {names}",
        f"this file, with the columns {names}",
    )


def _delimiter(content: bytes, columns: tuple[str, ...]) -> str:
    """What stands between the names of the columns; a comma if nothing else does better."""
    head = content[:4096].decode("utf-8", "ignore")
    top = [line for line in re.split("[\r\n]+", head) if line][:TITLES]

    def known(delimiter: str) -> int:
        return max((len({*columns} & {*_split(line, delimiter)}) for line in top), default=0)

    return max(DELIMITERS, key=known)


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
    if _any_row_empty(arrays, table.num_rows):
        return None
    return Sheet(file, arrays, numpy.arange(2, table.num_rows + 2, dtype=numpy.int32))


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


def _any_row_empty(arrays: dict[str, pyarrow.Array], rows: int) -> bool:
    empty = numpy.ones(rows, dtype=bool)
    for column in arrays.values():
        if not empty.any():
            break
        nothing = column.dictionary.index("").as_py()
        empty &= column.indices.to_numpy() == nothing
    return bool(empty.any())


def _records(text: io.TextIOBase, delimiter: str, file: str, report: Report) -> Iterator[Record]:
    """The records with the line each begins on; lines without any content are passed over."""
    seen = _Lines(text)
    reader = csv.reader(seen, strict=True, delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            if any(cells):
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
    records: Iterator[Record], file: str, columns: tuple[str, ...], report: Report
) -> Sheet | None:
    top = list(islice(records, TITLES))
    begins, header = top[0] if top else (1, [])
    header = _without_empty_end([name.strip() for name in header])
    mistakes = title_above(file, top, columns) or header_mistakes(file, begins, header, columns)
    if mistakes:
        report.add(*mistakes)
        return None
    arrays, lines, is_whole = _columns_of(_chained(top[1:], records), file, header, report)
    return Sheet(file, arrays, lines, is_whole and not report.refuses(file))


def _without_empty_end(cells: list[str]) -> list[str]:
    """Spreadsheets save columns that once held something as empty ones at the end."""
    filled = [number for number, cell in enumerate(cells, start=1) if cell]
    return cells[: filled[-1]] if filled else []


def _fitting(cells: list[str], width: int) -> list[str]:
    """A record without empty cells beyond the last column; one with others stays as it is."""
    return cells if len(cells) <= width or any(cells[width:]) else cells[:width]


def _chained(top: list[Record], rest: Iterator[Record]) -> Iterator[Record]:
    yield from top
    yield from rest


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
            report.add(*(width(file, *r, len(header)) for r in batch if len(r[1]) != len(header)))
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
    return Problem(
        file,
        line,
        None,
        ",".join(cells),
        f"这一行应有 {wanted} 格，现有 {len(cells)} 格",
        f"{wanted} cells in this line, not {len(cells)}",
    )

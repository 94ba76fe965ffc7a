"""Whatever is done to a cell, it loads exactly as it is written, or the report names it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from indicators import gate
from indicators.gate import sheets
from indicators.gate.problems import Problem, Report
from indicators.gate.tables import columns
from tests.small_folder import GOOD

# 12 parts of 60 examples with 15 cells each, of some 40 lines: 12 × 60 × 15 = 10,800 mutations.
PARTS, EXAMPLES, CELLS = 12, 60, 15
SETTINGS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    # The failing cell is named; to shrink what stands around it would take a quarter of an hour.
    phases=(Phase.generate,),
)

# What hands and office programs put into cells.
ODD = list(
    "0123456789.,-+%eE/年月季度一 \t\n\"';，。．％－—…０１５\u00a0\u3000\u200b\ufeff\x00aZ汉"
)
PIECES = st.sampled_from(
    [*ODD, "Q1", "万", "亿", "N/A", "暂无", "1,234", "上半年", "1-3月", "true"]
)
LETTERS = st.text(st.characters(codec="utf-8"), max_size=6)

Change = Callable[[str], str]


def changes() -> st.SearchStrategy[Change]:
    """Ways to alter a text: put in, take out, write over, repeat, write anew."""
    place = st.integers(0, 12)
    return st.one_of(
        st.builds(lambda at, new: lambda text: text[:at] + new + text[at:], place, PIECES),
        st.builds(lambda at: lambda text: text[:at] + text[at + 1 :], place),
        st.builds(lambda at, new: lambda text: text[:at] + new + text[at + 1 :], place, PIECES),
        st.builds(lambda times: lambda text: text * times, st.integers(2, 3)),
        st.builds(lambda new: lambda _: new, st.one_of(LETTERS, PIECES)),
    )


MUTATIONS = st.lists(
    st.tuples(st.sampled_from(sorted(GOOD)), st.integers(0, 30), st.integers(0, 20), changes()),
    min_size=CELLS,
    max_size=CELLS,
)
COUNTED: list[int] = []


@pytest.mark.parametrize("part", range(PARTS))
def test_a_mutated_cell_loads_as_it_is_written_or_is_reported(tmp_path, part):
    (tmp_path / "observations").mkdir()
    COUNTED.clear()

    @SETTINGS
    @given(MUTATIONS)
    def mutate(mutations):
        tables = {file: list(csv.reader(text.splitlines())) for file, text in GOOD.items()}
        touched = set()
        for file, row, column, change in mutations:
            records = tables[file]
            at = (1 + (row + part) % (len(records) - 1), column % len(records[0]))
            records[at[0]][at[1]] = change(records[at[0]][at[1]])
            touched.add((file, *at))
        COUNTED.append(len(mutations))
        check(tmp_path, tables, touched)

    mutate()
    assert sum(COUNTED) >= EXAMPLES * CELLS


def check(folder: Path, tables: dict[str, list[list[str]]], touched: set) -> None:
    lines = {file: write(folder / file, records) for file, records in tables.items()}
    checked = gate.check({file: folder / file for file in tables})
    refused = {(p.file, p.line) for p in checked.problems if p.severity == "refused"}
    # A text that is read otherwise is told once of a column, at its first place.
    read_otherwise = {
        (p.file, p.column, p.found) for p in checked.problems if p.severity == "normalised"
    }
    loaded = {
        (row["file"], row["line"]): row
        for table in checked.tables.values()
        for row in table.to_pylist()
    }
    for file, row, column in touched:
        at, name = lines[file][row], tables[file][0][column]
        text = tables[file][row][column]
        if {(file, at), (file, None)} & refused or (file, name, quoted(text)) in read_otherwise:
            continue
        assert is_written(loaded[file, at][name], text), (file, at, name)


def quoted(text: str) -> str:
    """A text as a report quotes it."""
    return Problem("", None, None, text, "", "").found


def write(path: Path, records: list[list[str]]) -> list[int]:
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


@settings(max_examples=3000, deadline=None, derandomize=True, database=None)
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


@settings(max_examples=1000, deadline=None, derandomize=True, database=None)
@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=4),
    st.integers(0, 400),
    st.sampled_from(["utf-8", "gb18030", "utf-16"]),
)
def test_broken_bytes_are_a_report_and_never_a_crash(file, bytes_at, cut, codec):
    content = bytearray(GOOD[file].encode(codec))
    for at, byte in bytes_at:
        content[at % len(content)] = byte
    report = Report()
    table = gate.table_of(file)
    text, said = sheets.as_utf8(bytes(content[: max(len(content) - cut, 0)]), file)
    report.add(*said)
    sheet = None if text is None else sheets.parse(text, file, columns(table), report)
    assert sheet is not None or report.refuses(file)

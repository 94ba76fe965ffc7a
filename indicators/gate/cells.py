"""The cells of a table, each read by the form of its column.

Every different text of a column is read once, however many rows have it: ten million figures
have a few thousand codes and periods between them.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy
import pyarrow
import pyarrow.compute as compute

from indicators.gate.forms import LONGEST_TEXT, MISSING, Form
from indicators.gate.mistakes import Mistake
from indicators.gate.names import codes_by_name, form_with_names, named_by
from indicators.gate.problems import Problem, Report, Severity, statement
from indicators.gate.sheets import MERGED, TEXTS, Remark, Sheet
from indicators.gate.tables import TABLES

Words = tuple[str, str]


@dataclass
class Line:
    """One row: where it stands, its cells in their canonical writing, empty where missing."""

    row: int
    file: str
    line: int
    cells: dict[str, str]


@dataclass
class Cells:
    """The cells of all files of a table."""

    table: str
    files: tuple[str, ...]
    file_of: numpy.ndarray  # int16: which of the files a row stands in
    lines: numpy.ndarray  # int32
    texts: dict[str, pyarrow.DictionaryArray]  # as they are written
    is_whole: bool  # whether every line of every file could be read
    canonical: dict[str, pyarrow.DictionaryArray] = field(default_factory=dict)  # '' is missing
    values: dict[str, pyarrow.Array] = field(default_factory=dict)  # null is missing
    wrong: dict[str, numpy.ndarray] = field(default_factory=dict)  # bool: cells that are refused

    def __len__(self) -> int:
        return len(self.lines)

    def written(self, column: str, row: int) -> str:
        """The text of a cell as it stands in its file."""
        return self.texts[column][row].as_py()

    def sound(self, *columns: str) -> numpy.ndarray:
        """Of each row, whether none of these cells is refused."""
        return ~numpy.logical_or.reduce([self.wrong[column] for column in columns])

    def codes(self, column: str) -> numpy.ndarray:
        """Of each row, a number that two cells share if they mean the same; see `meaning`."""
        return self.canonical[column].indices.to_numpy()

    def meanings(self, column: str) -> list[str]:
        """The different canonical texts of a column, by their number."""
        return self.canonical[column].dictionary.to_pylist()

    def which(self, column: str, wanted: Callable[[str], object]) -> numpy.ndarray:
        """Of each row, whether the canonical text of its cell is wanted."""
        chosen = numpy.array([wanted(text) for text in self.meanings(column)], dtype=bool)
        return chosen[self.codes(column)] if len(chosen) else numpy.zeros(len(self), dtype=bool)

    @cached_property
    def rows(self) -> list[Line]:
        """Row by row, for tables of some hundred rows, once all columns are read."""
        columns = {name: column.to_pylist() for name, column in self.canonical.items()}
        return [
            Line(row, self.files[file], int(line), {name: columns[name][row] for name in columns})
            for row, (file, line) in enumerate(zip(self.file_of, self.lines, strict=True))
        ]

    def say(
        self,
        report: Report,
        column: str,
        rows: numpy.ndarray,
        words: Words | Callable[[int], Words],
        severity: Severity = "refused",
        *,
        once: bool = False,
        cause: Hashable = None,
    ) -> None:
        """Reports a cell of these rows (their numbers, or a mask), with words for all or each.

        `once`: a text that many rows of a file have is told at the first, with how many.
        """
        if rows.dtype == bool:
            rows = numpy.flatnonzero(rows)
        if severity == "refused":
            self.wrong[column][rows] = True

        def problem_at(row: int) -> Problem:
            file, line = self.files[self.file_of[row]], int(self.lines[row])
            zh, en = words(row) if callable(words) else words
            return Problem(file, line, column, self.written(column, row), zh, en, severity)

        for number, file in enumerate(self.files):
            here = rows[self.file_of[rows] == number]
            of_column = (column, cause or words) if cause or not callable(words) else None
            if once:
                first, times = self.first_of(column, here)
                texts = [
                    (self.written(column, row), many)
                    for row, many in zip(first, times, strict=True)
                ]
                report.add_each(file, severity, first, problem_at, texts, of_column)
            else:
                report.add_each(file, severity, here, problem_at, cause=of_column)

    def first_of(self, column: str, rows: numpy.ndarray) -> tuple[list[int], list[int]]:
        """Of rows the first with each text, in their order, and how many have that text."""
        texts = self.texts[column].indices.to_numpy()[rows]
        _, first, times = numpy.unique(texts, return_index=True, return_counts=True)
        order = numpy.argsort(first)
        return rows[first[order]].tolist(), times[order].tolist()

    def place(self, row: int) -> tuple[str, int]:
        """File and line of a row."""
        return self.files[self.file_of[row]], int(self.lines[row])

    def as_table(self) -> pyarrow.Table:
        """The checked values with the file and line of each row."""
        file = pyarrow.DictionaryArray.from_arrays(
            pyarrow.array(self.file_of, pyarrow.int32()), list(self.files)
        )
        return pyarrow.table({**self.values, "file": file, "line": pyarrow.array(self.lines)})


def read(
    table: str, sheets: Iterable[Sheet], report: Report, others: Mapping[str, "Cells"]
) -> Cells:
    """The sheets of a table as one, every cell read by the form of its column.

    `others` are the tables that were read before it: their names stand for their codes.
    """
    cells = unread(table, TABLES[table].columns, sheets, report)
    references = TABLES[table].references
    # A column that refers to its own table comes after the names in it.
    for column in sorted(TABLES[table].columns, key=lambda name: references.get(name) == table):
        form = TABLES[table].columns[column]
        if column in references:
            other = cells if references[column] == table else others.get(references[column])
            form = form if other is None else _named(form, other)
        read_column(cells, column, form, report, once=column in references)
    return cells


def unread(table: str, columns: Iterable[str], sheets: Iterable[Sheet], report: Report) -> Cells:
    """The sheets of a table as one, with what their workbooks show; no column is read yet."""
    sheets = list(sheets)
    cells = Cells(
        table,
        tuple(sheet.file for sheet in sheets),
        numpy.repeat(
            numpy.arange(len(sheets), dtype=numpy.int16), [len(sheet.lines) for sheet in sheets]
        ),
        numpy.concatenate([sheet.lines for sheet in sheets] or [numpy.array([], numpy.int32)]),
        {name: _joined(name, sheets) for name in columns},
        all(sheet.is_whole for sheet in sheets),
    )
    cells.wrong = {name: numpy.zeros(len(cells), dtype=bool) for name in cells.texts}
    for number, sheet in enumerate(sheets):
        _remark(cells, number, sheet, report)
    return cells


def _named(form: Form, other: Cells) -> Form:
    key = TABLES[other.table].key
    wanted = {key, *named_by(other.table)} & other.canonical.keys()
    texts = {name: other.canonical[name].to_pylist() for name in wanted}
    return form_with_names(form, other.table, codes_by_name(other.table, key, texts))


def _remark(cells: Cells, number: int, sheet: Sheet, report: Report) -> None:
    """Report what a workbook shows of its cells; of each cause together."""
    if not sheet.remarks:
        return
    rows = numpy.flatnonzero(cells.file_of == number)
    row_of = dict(zip(sheet.lines.tolist(), rows.tolist(), strict=True))
    by_cause: dict[tuple[str | None, Severity, str], dict[int, Remark]] = {}
    for remark in sheet.remarks:
        if remark.line in row_of:
            cause = by_cause.setdefault((remark.column, remark.severity, remark.cause), {})
            cause[row_of[remark.line]] = remark
    merged = {
        column: by_cause.pop((column, severity, cause))
        for column, severity, cause in list(by_cause)
        if column is not None and cause == MERGED
    }
    _say_merged(cells, sheet.file, merged, report)
    for (column, severity, _), remarks in by_cause.items():
        _say_remarks(cells, sheet.file, column, severity, remarks, report)


def _say_merged(
    cells: Cells, file: str, merged: Mapping[str, dict[int, Remark]], report: Report
) -> None:
    """One problem, however many cells lie under others."""
    for column, remarks in merged.items():
        cells.wrong[column][list(remarks)] = True
    if merged:
        count = sum(len(remarks) for remarks in merged.values())
        column, remarks = next(iter(merged.items()))
        first = min(remark.line for remark in remarks.values())
        zh = f"共{count:,}格在合并单元格里，应取消合并、逐行填写"
        en = f"a value in each row; {count:,} cells are merged with others"
        report.add(statement(file, zh, en, first, column))


def _say_remarks(
    cells: Cells,
    file: str,
    column: str | None,
    severity: Severity,
    remarks: Mapping[int, Remark],
    report: Report,
) -> None:
    rows = sorted(remarks)
    if column is not None and severity == "refused":
        cells.wrong[column][rows] = True

    def problem_at(row: int) -> Problem:
        found = "" if column is None else cells.written(column, row)
        line, (zh, en) = int(cells.lines[row]), remarks[row][-2:]
        return Problem(file, line, column, found, zh, en, severity, is_absence=False)

    report.add_each(file, severity, rows, problem_at)


def _joined(column: str, sheets: list[Sheet]) -> pyarrow.DictionaryArray:
    chunks = pyarrow.chunked_array([_column(column, sheet) for sheet in sheets], TEXTS)
    return pyarrow.concat_arrays(chunks.unify_dictionaries().chunks or [pyarrow.array([], TEXTS)])


def _column(name: str, sheet: Sheet) -> pyarrow.DictionaryArray:
    """The texts of a column; empty where a sheet may lack it and does."""
    if name in sheet.columns:
        return sheet.columns[name]
    return pyarrow.array([""] * len(sheet.lines), pyarrow.string()).dictionary_encode()


def read_column(
    cells: Cells, column: str, form: Form, report: Report, *, once: bool = False
) -> None:
    """Read a column's cells by its form; what is wrong, or written otherwise, is reported.

    `once`: a wrong text is told once in a file, as a code or a name that many rows have.
    """
    texts = cells.texts[column]
    written = texts.dictionary
    indices = texts.indices.to_numpy()
    is_plain = compute.and_(
        compute.match_substring_regex(written, form.plain),
        compute.less_equal(compute.utf8_length(written), LONGEST_TEXT),
    )
    plain = is_plain.to_numpy(zero_copy_only=False)
    odd = {int(at): _reading(written[int(at)].as_py(), form) for at in numpy.flatnonzero(~plain)}
    mistakes = {at: read for at, read in odd.items() if isinstance(read, Mistake)}
    rewritten = {at: read for at, read in odd.items() if not isinstance(read, Mistake)}

    judged = cells.wrong[column].copy()
    by_cause: dict[str, dict[int, Mistake]] = {}
    for at, mistake in mistakes.items():
        by_cause.setdefault(mistake.cause, {})[at] = mistake
    for cause, of_cause in by_cause.items():
        wrong = _at(indices, of_cause, len(written))
        words, told = _words_of(of_cause, indices), wrong[~judged[wrong]]
        is_blank = not any(written[at].as_py().strip() for at in of_cause)
        cells.say(report, column, told, words, once=once and not is_blank, cause=cause)
    changed = {at: new for at, new in rewritten.items() if new != written[at].as_py()}
    _say_readings(cells, column, changed, report)

    read_as = changed | dict.fromkeys(mistakes, "")
    cells.canonical[column] = _renumbered(texts, read_as) if read_as else texts
    cells.values[column] = _values(cells.canonical[column], form)


def _say_readings(cells: Cells, column: str, changed: Mapping[int, str], report: Report) -> None:
    """How texts were read that are not plain: each once in a file, with how often it stands."""
    indices = cells.texts[column].indices.to_numpy()
    rows = _at(indices, changed, len(cells.texts[column].dictionary))
    cells.say(
        report,
        column,
        rows,
        lambda row: _read_as(changed[int(indices[row])]),
        "normalised",
        once=True,
        cause="read otherwise",
    )


def _words_of(mistakes: Mapping[int, Mistake], indices: numpy.ndarray) -> Callable[[int], Words]:
    return lambda row: mistakes[int(indices[row])].words()


def _reading(text: str, form: Form) -> str | Mistake:
    """The canonical text, empty where it is missing; a mistake where it has none."""
    blank = not text.strip()
    if blank or (form.may_be_marked_missing and text.strip() in MISSING):
        return Mistake(form.zh, form.en) if form.is_required else ""
    try:
        return form.canonical(text)
    except Mistake as mistake:
        return mistake
    except ValueError:
        return Mistake(form.zh, form.en)


def _read_as(canonical: str) -> Words:
    return (f"已识别为“{canonical}”", f"“{canonical}”") if canonical else ("视为缺失", "missing")


def _at(indices: numpy.ndarray, chosen: Mapping[int, object], many: int) -> numpy.ndarray:
    """The rows whose text has one of the chosen numbers."""
    if not chosen:
        return numpy.array([], dtype=numpy.int64)
    mask = numpy.zeros(many, dtype=bool)
    mask[list(chosen)] = True
    return numpy.flatnonzero(mask[indices])


def _renumbered(texts: pyarrow.DictionaryArray, new: Mapping[int, str]) -> pyarrow.DictionaryArray:
    """The texts with some of them replaced; two writings of one meaning get one number."""
    mask = numpy.zeros(len(texts.dictionary), dtype=bool)
    places = sorted(new)
    mask[places] = True
    meant = compute.replace_with_mask(
        texts.dictionary,
        pyarrow.array(mask),
        pyarrow.array([new[at] for at in places], pyarrow.string()),
    ).dictionary_encode()
    numbers = meant.indices.take(texts.indices)
    return pyarrow.DictionaryArray.from_arrays(numbers, meant.dictionary)


def _values(canonical: pyarrow.DictionaryArray, form: Form) -> pyarrow.Array:
    """Typed values, null where the text is empty."""
    numbers, meanings = canonical.indices, canonical.dictionary
    empty = compute.index(meanings, "").as_py()
    if pyarrow.types.is_string(form.type):
        # The missing have no number, rather than a number that says missing.
        has = (
            compute.if_else(compute.equal(numbers, empty), None, numbers) if empty >= 0 else numbers
        )
        return pyarrow.DictionaryArray.from_arrays(has, meanings)
    texts = compute.if_else(compute.equal(meanings, ""), None, meanings)
    if pyarrow.types.is_float64(form.type):
        return compute.cast(texts, form.type).take(numbers)
    values = [None if text is None else form.convert(text) for text in texts.to_pylist()]
    return pyarrow.array(values, form.type).take(numbers)

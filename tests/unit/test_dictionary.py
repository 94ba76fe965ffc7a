"""data/README.md says of every column what the gate holds it to: both ways, column by column.

Whoever adds a column to indicators/gate/tables.py describes it in data/README.md, and the other
way round; the tests below list what differs.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from indicators import ledger
from indicators.gate import forms
from indicators.gate.forms import Form
from indicators.gate.tables import TABLES

DICTIONARY = (Path(__file__).resolve().parents[2] / "data" / "README.md").read_text("utf-8")

FORMS = {
    "code": forms.CODE,
    "text": forms.TEXT,
    "said": forms.SAID,
    "number": forms.VALUE,
    "place": forms.PLACE,
    "decimals": forms.DECIMALS,
    "yes or no": forms.YES_OR_NO,
    "period": forms.PERIOD,
    "year": forms.THE_YEAR,
    "date": forms.DATE,
    "address": forms.ADDRESS,
}


class Column(NamedTuple):
    """A line of the dictionary."""

    name: str
    zh: str
    en: str
    form: str
    empty: str
    examples: list[str]


def sections() -> dict[str, str]:
    """The text about each file, by its table: observations for `observations/*.csv`."""
    parts = re.split(r"^## `(\w+)(?:/\*)?\.csv`.*\n", DICTIONARY, flags=re.MULTILINE)
    texts = [re.split(r"^## ", text, flags=re.MULTILINE)[0] for text in parts[2::2]]
    return dict(zip(parts[1::2], texts, strict=True))


def lines(text: str) -> list[list[str]]:
    """The cells of the lines of a table, below its head."""
    table = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1:]]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def columns(table: str) -> list[Column]:
    cells = lines(sections()[table])
    return [Column(quoted(c[0])[0], *c[1:5], quoted(c[5])) for c in cells]


OF_THE_GATE = [(table, column) for table in TABLES for column in columns(table)]


def form_of(table: str, column: Column) -> Form:
    return TABLES[table].columns[column.name]


def codes(form: Form) -> list[str]:
    """The codes of a form that takes no others; none for any other form."""
    first, _, listed = form.en.partition("one of ")
    return listed.split(", ") if not first else []


def test_every_file_has_its_section():
    assert [*sections()] == [*TABLES, ledger.FOLDER]


def test_every_column_is_described_and_nothing_else_is():
    described = {table: [column.name for column in columns(table)] for table in sections()}
    of_the_gate = {table: [*TABLES[table].columns] for table in TABLES}
    assert described == {**of_the_gate, ledger.FOLDER: [*ledger.COLUMNS]}


def test_every_column_is_told_in_both_languages_with_an_example():
    assert [
        f"{table}.{column.name}"
        for table in sections()
        for column in columns(table)
        if not (re.search(r"[\u4e00-\u9fff]", column.zh) and column.en and column.examples)
    ] == []


def test_what_may_be_empty_may_be_empty_at_the_gate():
    assert [
        f"{table}.{column.name}"
        for table, column in OF_THE_GATE
        if column.empty != ("no" if form_of(table, column).is_required else "yes")
    ] == []


def test_what_a_folder_of_before_may_lack_is_marked_later_in_both_languages():
    assert [
        f"{table}.{column.name}"
        for table, column in OF_THE_GATE
        if [
            told.endswith(mark) for told, mark in ((column.zh, "（later）"), (column.en, "(later)"))
        ]
        != [form_of(table, column).may_be_absent] * 2
    ] == []


def test_what_is_one_of_some_codes_lists_those_of_the_gate():
    assert [
        f"{table}.{column.name}"
        for table, column in OF_THE_GATE
        if codes(form_of(table, column)) != quoted(column.form) * column.form.startswith("one of")
    ] == []


def test_what_refers_to_another_file_names_that_of_the_gate():
    referred = {
        (table, column.name): quoted(column.form)[0]
        for table, column in OF_THE_GATE
        if column.form.startswith("code of")
    }
    assert referred == {
        (table, column): other
        for table, of_table in TABLES.items()
        for column, other in of_table.references.items()
    }


def test_any_other_form_is_the_one_that_the_gate_reads_by():
    assert [
        f"{table}.{column.name}: {column.form}"
        for table, column in OF_THE_GATE
        if not column.form.startswith(("one of", "code of"))
        and FORMS.get(column.form)
        != replace(form_of(table, column), is_required=True, may_be_absent=False)
    ] == []


def test_the_forms_that_are_explained_are_those_that_are_used():
    explained = DICTIONARY.split("## 列的形式", 1)[1].split("\n## ", 1)[0]
    assert {cells[0] for cells in lines(explained)} == {*FORMS}


def test_what_may_stand_only_once_is_what_the_gate_allows_once():
    unique = {
        table: tuple(tuple(quoted(of_one)) for of_one in re.findall(r"Unique: ([^.]+)\.", text))
        for table, text in sections().items()
    }
    of_the_gate = {table: of_table.unique for table, of_table in TABLES.items()}
    assert unique == {**of_the_gate, ledger.FOLDER: (("order_id",),)}


def test_every_example_is_written_as_the_gate_keeps_it():
    assert [
        f"{table}.{column.name}: {example}"
        for table, column in OF_THE_GATE
        for example in column.examples
        if form_of(table, column).canonical(example) != example
    ] == []


def test_every_code_is_explained():
    explained = DICTIONARY.split("## 代码 · Codes", 1)[1].split("\n## ", 1)[0]
    told = [(quoted(cells[0])[0], quoted(cells[1])[0]) for cells in lines(explained)]
    named = {
        f"{table}.{column.name}" if column.name == "kind" else column.name: form_of(table, column)
        for table, column in OF_THE_GATE
    }
    assert sorted(told) == sorted(
        (name, code) for name, form in named.items() for code in codes(form)
    )


def test_the_glossary_has_the_words_that_figures_are_told_by():
    words = {cells[1] for cells in lines(DICTIONARY.split("## 名词 · Glossary", 1)[1])}
    kinds = {*codes(TABLES["indicators"].columns["kind"])} - {"rank"}
    assert kinds | {"coverage", "scope", "breakdown", "vintage", "break", "status"} <= words

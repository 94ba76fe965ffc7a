"""What is said of the data itself: documents, files, what changed, what a column holds."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import pandas as pd

from indicators import clock
from indicators.language import Language
from indicators.rounding import digits, written
from indicators.rows import each


class FileState(Protocol):
    """Which version of a file is in force, as publishing says it."""

    @property
    def name(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def since(self) -> str | None: ...


class Changes(Protocol):
    """What an edition changed, as publishing counts it."""

    @property
    def at(self) -> str: ...
    @property
    def added(self) -> int: ...
    @property
    def revised(self) -> int: ...
    @property
    def removed(self) -> int: ...


class Form(Protocol):
    """What belongs into a column, as the gate says it."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def is_required(self) -> bool: ...


def document_list(rows: pd.DataFrame, language: Language) -> list[dict[str, object]]:
    """Rows of `sources` in words; an address that can be opened."""
    columns = {
        name: language.text(f"columns.{name}")
        for name in ("document_title", "publisher", "published_on", "source_kind", "url")
        + ("cited_figures", "cited_targets", "code", "place")
    }
    return [
        {
            columns["document_title"]: row.title,
            columns["publisher"]: language.label(row, "publisher"),
            columns["published_on"]: _known(row.published_on, language),
            columns["source_kind"]: language.text(f"data.source_{row.source_kind}"),
            columns["cited_figures"]: int(row.cited_figures),
            columns["cited_targets"]: int(row.cited_targets),
            columns["url"]: "" if pd.isna(row.url) else row.url,
            columns["code"]: row.source,
            columns["place"]: f"data/{row.file}:{row.line}",
        }
        for row in each(rows)
    ]


def figure_list(
    figures: Iterable[Any], names: Mapping[str, str], language: Language
) -> list[dict[str, object]]:
    """Cells of an office's table and the figures that they become; names by code.

    The figures are the gate's, which stands above and cannot be named here.
    """
    keys = ("cell", "found_text", "name", "area", "time_period", "coverage", "figure", "note")
    column = {key: language.text(f"columns.{key}") for key in keys}
    return [
        {
            column["cell"]: figure.cell,
            column["found_text"]: figure.text,
            column["name"]: names.get(figure.indicator, figure.indicator),
            column["area"]: names.get(figure.ref_area, figure.ref_area),
            column["time_period"]: language.period(figure.time_period, figure.coverage),
            column["coverage"]: language.text(f"intake.coverage_{figure.coverage}"),
            column["figure"]: figure.obs_value,
            column["note"]: figure.note,
        }
        for figure in figures
    ]


def unknown_list(figures: Iterable[Any], language: Language) -> list[dict[str, object]]:
    """Cells that become no figure, with what is not understood of them."""
    keys = ("cell", "found_text", "labels", "unknown")
    column = {key: language.text(f"columns.{key}") for key in keys}
    nth = 0 if language.code == "zh" else 1
    return [
        {
            column["cell"]: figure.cell,
            column["found_text"]: figure.text,
            column["labels"]: " / ".join(figure.labels),
            column["unknown"]: language.listed([words[nth] for words in figure.missing]),
        }
        for figure in figures
    ]


def _known(value: str | None, language: Language) -> str:
    return language.text("app.missing") if pd.isna(value) else str(value)


def file_list(files: Iterable[FileState], language: Language) -> list[dict[str, object]]:
    """The files of an edition: which version of each is in force, and since when."""
    column = {key: language.text(f"columns.{key}") for key in ("data_file", "file_state", "since")}
    return [
        {
            column["data_file"]: f"data/{file.name}",
            column["file_state"]: language.text(f"data.file_{file.state}"),
            column["since"]: moment(file.since, language) if file.since else "",
        }
        for file in files
    ]


def moment(at: str, language: Language) -> str:
    """A time kept as UTC, on the office's clock: 2026年11月24日 16:30（北京时间）."""
    local = clock.local(at)
    return language.text(
        "data.moment",
        day=language.day(local.date()),
        time=f"{local:%H:%M}",
        zone=language.zone(local),
    )


def in_force(files: Iterable[FileState], since: str, language: Language) -> str:
    """Since when which figures are shown, and how many files are not as they stand in data/."""
    older = [file for file in files if file.state != "in_force"]
    key = "data.not_all_in_force" if older else "data.all_in_force"
    count = language.number(len(older))
    return language.text(key, since=moment(since, language), count=count)


def changed(changes: Changes, language: Language) -> str:
    """新增1条，修订2条，撤下1条."""
    return language.text(
        "data.changed",
        at=moment(changes.at, language),
        added=language.number(changes.added),
        revised=language.number(changes.revised),
        removed=language.number(changes.removed),
    )


def change_list(
    rows: Iterable[Mapping[str, Any]],
    indicators: Mapping[str, str],
    areas: Mapping[str, str],
    language: Language,
) -> list[dict[str, object]]:
    """What an edition changed, figure by figure; names by code of indicators and areas."""
    keys = (
        "change",
        "name",
        "area",
        "time_period",
        "value_before",
        "value_now",
        "code",
        "data_file",
    )
    column = {key: language.text(f"columns.{key}") for key in keys}
    return [
        {
            column["change"]: language.text(f"data.{row['what']}_{row['kept_in']}"),
            column["name"]: indicators.get(row["indicator"], row["indicator"]),
            column["area"]: areas.get(row["ref_area"], row["ref_area"]),
            column["time_period"]: language.period(row["time_period"], row["coverage"]),
            column["value_before"]: _figure(row["value_before"]),
            column["value_now"]: _figure(row["value_now"]),
            column["code"]: row["source"],
            column["data_file"]: f"data/{row['file']}",
        }
        for row in rows
    ]  # fmt: skip


def _figure(value: float | None) -> str:
    return "" if value is None else written(value, digits(value))


def column_list(columns: Mapping[str, Form], language: Language) -> list[dict[str, object]]:
    """What belongs into each column of a file; `columns` are forms of the gate."""
    keys = ("column", "is_required", "expected")
    column = {key: language.text(f"columns.{key}") for key in keys}
    return [
        {
            column["column"]: name,
            column["is_required"]: language.text(
                "data.required" if form.is_required else "data.may_be_empty"
            ),
            column["expected"]: form.zh if language.code == "zh" else form.en,
        }
        for name, form in columns.items()
    ]

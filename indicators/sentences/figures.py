"""Every figure of an indicator in words, and its definition card."""

import pandas as pd

from indicators.language import Language
from indicators.markdown import verbatim
from indicators.rows import Row, each
from indicators.sentences.measures import published


def whole_figures(
    rows: pd.DataFrame, indicator: Row, language: Language
) -> list[dict[str, object]]:
    """Rows of figures_by_indicator for whole years and points in time, in words."""
    return [_figure(row, indicator, language) for row in each(rows[_is_whole(rows)])]


def part_figures(rows: pd.DataFrame, indicator: Row, language: Language) -> list[dict[str, object]]:
    """Those for a part of a year or of the whole: never to be read among the years."""
    return [_figure(row, indicator, language) for row in each(rows[~_is_whole(rows)])]


def _is_whole(rows: pd.DataFrame) -> pd.Series:
    return rows["coverage"].isin(["year", "point"]) & rows["breakdown_zh"].isna()


def observation_list(
    rows: pd.DataFrame, language: Language, *, address: str
) -> list[dict[str, object]]:
    """Every figure of `observations` in words, beginning with its indicator and unit.

    `address` and an indicator's code make the address of its page.
    """
    keys = ("page", "name", "unit", "place")
    page, name, unit, place = (language.text(f"columns.{key}") for key in keys)
    return [
        {
            name: language.label(row, "name"),
            unit: language.label(row, "unit"),
            **_figure(row, row, language),
            place: f"data/{row.file}:{row.line}",
            page: address + row.indicator,
        }
        for row in each(rows)
    ]


def _figure(row: Row, indicator: Row, language: Language) -> dict[str, object]:
    def column(key: str) -> str:
        return language.text(f"columns.{key}")

    missing = language.text("app.missing")
    marks = [language.text(f"indicator.status_{row.obs_status}")]
    marks += [language.text("indicator.secondary")] if row.is_secondary else []
    marks += [] if row.is_in_force else [language.text("indicator.replaced")]
    if not pd.isna(row.revised_from):
        before = published(row.revised_from, indicator.decimals, language)
        marks.append(language.text("indicator.revised_from", value=before))
    document = language.text(
        "app.source_undated" if pd.isna(row.published_on) else "app.source_dated",
        publisher=language.label(row, "publisher"),
        title=row.source_title,
        date=row.published_on,
    )
    part = language.label(row, "breakdown")
    value_in_words = missing
    if not pd.isna(row.value):
        value_in_words = published(row.value, indicator.decimals, language)
    return {
        column("time_period"): language.period(row.time_period, row.coverage),
        column("category"): language.text("indicator.whole") if pd.isna(part) else part,
        column("figure"): value_in_words,
        column("obs_status"): language.listed(marks),
        column("scope"): language.text(f"scopes.{row.scope or 'unstated'}"),
        column("document"): document,
        column("note"): "" if pd.isna(row.note) else row.note,
    }


def definition(rows: pd.DataFrame, indicator: Row, sector: str, language: Language) -> str:
    """What an indicator is (指标解释), as lines of Markdown.

    `rows` are those of figures_by_indicator: of when the latest is, and who published it. No
    code, file or query: this is read by those whom the figures are for.
    """
    # A requirement or an example, which is never said, is of no kind.
    kind = {"kind": language.text(f"indicator.kind_{indicator.kind}")} if indicator.is_said else {}
    lines = {
        "definition": verbatim(language.label(indicator, "definition")),
        "unit": verbatim(language.label(indicator, "unit")),
        "sector": verbatim(sector),
        **kind,
        "better": language.text(f"indicator.better_{indicator.better}"),
        "updated": verbatim(_last_published(rows, language)),
    }
    return "\n".join(
        language.text("indicator.line", label=language.text(f"indicator.{key}"), value=value)
        for key, value in lines.items()
    )


def _last_published(rows: pd.DataFrame, language: Language) -> str:
    """2024年数，汉滨区人民政府2025-04-15公布: where its latest figure stands."""
    published = rows[rows["value"].notna()]
    if published.empty:
        return language.text("indicator.unpublished")
    latest = published.iloc[0]
    key = "undated" if pd.isna(latest["published_on"]) else "published"
    return language.text(
        f"indicator.{key}",
        period=language.period(latest["time_period"], latest["coverage"]),
        publisher=language.label(latest, "publisher"),
        date=latest["published_on"],
    )

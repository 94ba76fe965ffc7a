"""Rows of a list with their codes in words, and what is noted under a chart."""

import pandas as pd

from indicators.language import Language
from indicators.rounding import half_up
from indicators.rows import Row, each
from indicators.sentences.amounts import counted
from indicators.sentences.measures import published, source


def with_scope(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of values_by_scope_and_year with the scope's name in the reader's language."""
    names = [language.text(f"scopes.{scope}") for scope in rows["scope"]]
    return rows.assign(**{f"name_{language.code}": names})


def two_scopes(rows: pd.DataFrame, language: Language) -> str:
    """That two scopes are never compared, where figures of both are drawn."""
    scopes = rows.loc[rows["value"].notna(), "scope"]
    if not {"whole_jurisdiction", "excluding_zones"} <= set(scopes):
        return ""
    return language.text("exhibits.resident_population.two_scopes")


def unranked(rows: pd.DataFrame, language: Language) -> str:
    """Why a county with a figure has no place, where there is one."""
    without = rows["value"].notna() & rows["rank"].isna()
    return language.text("exhibits.ranks_by_area.unranked") if without.any() else ""


def projects(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of projects with source_words, and status_words, a mark and a word: ✓ 已完成."""
    words = [language.text(f"status.{code}") for code in rows["status"]]
    return with_source(rows, language).assign(status_words=words)


def with_source(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of a list with source_words, the publisher and the date."""
    return rows.assign(source_words=[source(row, language) for row in each(rows)])


def with_range(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of census_by_indicator in words: the figure, its place, the lowest and the highest.

    Where neither direction is better there is no place.
    """
    told = list(each(rows))
    return rows.assign(
        unit_words=[language.label(row, "unit") for row in told],
        value_words=[published(row.value, row.decimals, language) for row in told],
        rank_words=["" if row.better == "neither" else f"{row.rank}/{row.ranked}" for row in told],
        least_words=[_of_county(row, "least", language) for row in told],
        most_words=[_of_county(row, "most", language) for row in told],
    )


def _of_county(row: Row, end: str, language: Language) -> str:
    """7.47（平利县）."""
    value = published(getattr(row, end), row.decimals, language)
    return language.text("app.of_area", value=value, area=language.label(row, end))


def second_hand(
    rows: pd.DataFrame, measures: list[str], language: Language, *, hollow: bool
) -> str:
    """Which of the rows with a figure are from a copy (is_secondary); empty if none.

    By their years, or the areas of the one year that there is; of several of both how many.
    `hollow`: the chart draws them so.
    """
    mark = language.text("secondary.hollow") if hollow else ""
    known = rows[rows[measures].notna().any(axis=1)]
    copied = known[known["is_secondary"].fillna(False).astype(bool)]
    if copied.empty:
        return ""
    if len(copied) == len(known):  # of several measures a row says that one of them is
        key = "any" if known[measures].notna().sum(axis=1).max() > 1 else "all"
        return language.text(f"secondary.{key}", mark=mark)
    if known["year"].nunique() == 1 and "ref_area" in known:
        names = list(copied[f"name_{language.code}"])
        return language.text("secondary.areas", mark=mark, areas=language.listed(names))
    if "ref_area" in known and known["ref_area"].nunique() > 1:
        return language.text(
            "secondary.some", mark=mark, count=counted(str(len(copied)), "figures", language)
        )
    return language.text("secondary.years", mark=mark, years=_in_runs(copied["year"], language))


def _in_runs(years: pd.Series, language: Language) -> str:
    """2011—2016年、2018年: neighbouring years as one."""
    runs: list[list[int]] = []
    for year in sorted(set(years.astype(int))):
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return language.listed([language.years(first, last) for first, last in runs])


def home_breaks(rows: pd.DataFrame, language: Language) -> str:
    """What rows of breaks_by_year say of the district's series."""
    return " ".join(
        language.text(
            f"breaks.{'unknown' if pd.isna(row.break_kind) else row.break_kind}",
            area=language.label(row, "name"),
            year=language.year(row.year),
            reason=language.label(row, "reason"),
        )
        for row in each(rows)
    )


def about_plans(rows: pd.DataFrame, language: Language) -> str:
    """That the latest year has no plan, and whose printed share of the plan is another."""
    return " ".join(filter(None, [_without_plan(rows, language), _otherwise(rows, language)]))


def _without_plan(rows: pd.DataFrame, language: Language) -> str:
    """未见2025年年度计划。 Empty where the latest year has a plan, or a share of one."""
    known = rows[rows[["completed", "completed_to_date"]].notna().any(axis=1)]
    latest = known.tail(1)
    if latest.empty or latest[["planned", "published_completed_pct"]].notna().any(axis=None):
        return ""
    year = language.year(latest["year"].iloc[0])
    return language.text("exhibits.investment_by_year.without_plan", year=year)


def _otherwise(rows: pd.DataFrame, language: Language) -> str:
    """The years whose printed share of the plan is not what its own figures give."""
    known = rows[rows["completed_pct"].notna() & rows["published_completed_pct"].notna()]
    return " ".join(
        language.text(
            "exhibits.investment_by_year.mismatch",
            year=language.year(row.year),
            completed=language.number(row.completed, 1),
            planned=language.number(row.planned, 1),
            computed=language.number(row.completed_pct, 1),
            published=language.number(row.published_completed_pct, 1),
        )
        for row in each(known)
        if half_up(row.completed_pct, 1) != half_up(row.published_completed_pct, 1)
    )


def notes_by_period(rows: pd.DataFrame, language: Language) -> str:
    """What the sources say of single periods. Notes are kept as published, in Chinese."""
    if language.code != "zh":
        return ""
    return "".join(
        f"{language.period(row.time_period, 'quarter')}：{row.note}。"
        for row in each(rows[rows["note"].notna()])
    )

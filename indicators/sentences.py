"""One query row → what is said of it, in the words of a work report. Only what is known is said."""

import pandas as pd

from indicators.language import Language


def value(row: object, language: Language) -> str:
    """The figure by its indicator's decimals: 179.5, an estimate 约5, “more than” 11,000余."""
    number = language.number(row.value, row.decimals)
    if row.is_more_than:
        return language.text("headlines.more_than", number=number)
    return language.text("headlines.about", number=number) if row.obs_status == "E" else number


def change(row: object, language: Language) -> str | None:
    """Against the previous figure, whose year is always named; missing where none compares."""
    if pd.isna(row.previous_year):
        return None
    year = language.year(row.previous_year)
    if row.is_broken:
        return language.text("headlines.broken", year=year)
    if pd.isna(row.change):
        return None
    amount = round(row.change, row.decimals)
    if amount == 0:
        return language.text("headlines.same", year=year)
    number = language.number(abs(amount), row.decimals)
    points = row.kind == "rank" or row.unit_zh == "%"
    return language.text(
        f"headlines.{_direction(row, amount)}",
        year=year,
        change=number if points else measured(number, row, language),
    )


def measured(number: str, row: object, language: Language) -> str:
    """A number with its unit: 179.5亿元, 4.6%, 179.5 × CNY 100 million."""
    unit = language.label(row, "unit")
    if unit == "%":
        return number + unit
    # A unit that begins with or contains a number would read as a second figure in English.
    times = "_times" if any(sign.isdigit() for sign in unit) else ""
    return language.text(f"headlines.with_unit{times}", number=number, unit=unit)


def _direction(row: object, amount: float) -> str:
    if row.kind == "rank":  # a smaller place number is a place gained
        return "rank_rise" if amount < 0 else "rank_fall"
    points = "points_" if row.unit_zh == "%" else ""
    return points + ("rise" if amount > 0 else "fall")


def growth(row: object, language: Language) -> str | None:
    """The published growth on the year before."""
    if pd.isna(row.growth_pct):
        return None
    if row.growth_pct == 0:
        return language.text("headlines.growth_same")
    key = "headlines.growth_rise" if row.growth_pct > 0 else "headlines.growth_fall"
    return language.text(key, growth=language.number(abs(row.growth_pct), 1))


def done(row: object, language: Language) -> str | None:
    """The share of the year's target that is done."""
    if pd.isna(row.done_pct):
        return None
    return language.text("headlines.target", done=language.number(row.done_pct, 1))


def stale(row: object, language: Language, first_year: int, last_year: int) -> str:
    """What to know of a figure that is not the focus year's; empty where it is."""
    if pd.isna(row.year):
        return language.text("headlines.never", years=language.years(first_year, last_year))
    if row.is_focus_year:
        return ""
    return language.text(
        "headlines.stale", focus=language.year(last_year), year=language.year(row.year)
    )


def source(row: object, language: Language) -> str:
    """Publisher and date of publication, for the small print."""
    if pd.isna(row.publisher):
        return ""
    key = "headlines.source_undated" if pd.isna(row.published_on) else "headlines.source"
    return language.text(key, publisher=row.publisher, date=row.published_on)


def named_value(row: object, language: Language) -> str:
    """区级重点项目完成投资179.5亿元."""
    return language.text(
        "headlines.named",
        name=language.label(row, "name"),
        value=measured(value(row, language), row, language),
    )


def headline(row: object, language: Language, first_year: int, last_year: int) -> str:
    """A whole card as one sentence, for those who listen instead of look."""
    if pd.isna(row.value):
        return f"{language.label(row, 'name')}: {stale(row, language, first_year, last_year)}"
    parts = [
        f"{language.year(row.year)} {named_value(row, language)}",
        growth(row, language),
        change(row, language),
        done(row, language),
    ]
    return language.text("app.list_comma").join(part for part in parts if part)


def summary(rows: pd.DataFrame, language: Language, last_year: int, most: int = 4) -> str:
    """The overview's first sentence: the first figures published for the focus year."""
    year = language.year(last_year)
    known = rows[rows["is_focus_year"].fillna(False)]
    if known.empty:
        return language.text("overview.nothing_in_focus", year=year)
    parts = [named_value(row, language) for row in known.head(most).itertuples()]
    return language.text("overview.summary", year=year, parts=language.listed(parts))


def study_method(rows: pd.DataFrame, language: Language) -> str:
    """What is known of the study method: what it requires, and what the source leaves open.

    `rows` are those of headlines_by_indicator for the requirements.
    """
    known = rows[rows["value"].notna()]
    required = {
        row.indicator: language.text(f"learning.{row.indicator}", count=value(row, language))
        for row in known.itertuples()
    }
    books = required.pop("required_designated_books", None)
    said = []
    if required:
        parts = language.listed(list(required.values()))
        said.append(language.text("learning.method", parts=parts))
    if books:
        said.append(language.text("learning.officials", part=books))
    if said:
        said.append(language.text("learning.requirement"))
    return f"{''.join(said)}\n\n{language.text('learning.unlisted')}".strip()


def share_of_more_than(rows: pd.DataFrame, language: Language) -> str:
    """Of rows of party_members_by_group: shares of “more than” so many are too large, say so."""
    latest = rows[rows["year"] == rows["year"].max()]
    if not latest["all_members_is_more_than"].any():
        return ""
    number = language.number(latest["all_members"].iloc[0])
    more = language.text("headlines.more_than", number=number)
    key = "exhibits.party_members_by_group.of_more_than"
    return language.text(key, all=more, number=number)


def with_scope(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of values_by_scope_and_year with the scope's name in the reader's language."""
    names = [language.text(f"scopes.{scope}") for scope in rows["scope"]]
    return rows.assign(**{f"name_{language.code}": names})


def projects(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of projects with source_words, and status_words, a mark and a word: ✓ 已完成."""
    words = [language.text(f"status.{code}") for code in rows["status"]]
    return with_source(rows, language).assign(status_words=words)


def with_source(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Rows of a list with source_words, the publisher and the date."""
    return rows.assign(source_words=[source(row, language) for row in rows.itertuples()])


def home_breaks(rows: pd.DataFrame, language: Language) -> str:
    """What rows of breaks_by_year say of the district's series."""
    return " ".join(
        language.text(
            "breaks.of_home",
            area=language.label(row, "name"),
            year=language.year(row.year),
            reason=language.label(row, "reason"),
        )
        for row in rows.itertuples()
    )


def printed_otherwise(rows: pd.DataFrame, language: Language) -> str:
    """The years whose printed share of the plan is not what its own figures give."""
    differ = rows["completed_pct"].round(1) != rows["published_completed_pct"].round(1)
    known = rows["completed_pct"].notna() & rows["published_completed_pct"].notna()
    return " ".join(
        language.text(
            "exhibits.investment_by_year.mismatch",
            year=language.year(row.year),
            completed=language.number(row.completed, 1),
            planned=language.number(row.planned, 1),
            computed=language.number(row.completed_pct, 1),
            published=language.number(row.published_completed_pct, 1),
        )
        for row in rows[known & differ].itertuples()
    )


def notes_by_period(rows: pd.DataFrame, language: Language) -> str:
    """What the sources say of single periods. Notes are kept as published, in Chinese."""
    if language.code != "zh":
        return ""
    return "".join(
        f"{language.period(row.time_period, 'quarter')}：{row.note}。"
        for row in rows[rows["note"].notna()].itertuples()
    )

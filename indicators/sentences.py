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
        language.text(
            "headlines.in_year", year=language.year(row.year), named=named_value(row, language)
        ),
        growth(row, language),
        change(row, language),
        done(row, language),
    ]
    return language.text("targets.comma").join(part for part in parts if part)


def said_whole(rows: pd.DataFrame, language: Language, first_year: int, last_year: int) -> str:
    """All that is known of the only row of headlines_by_indicator, as one sentence."""
    (row,) = rows.itertuples()
    return headline(row, language, first_year, last_year) + language.text("orders.full_stop")


def attention(row: object, language: Language) -> str:
    """区级重点项目完成投资179.5亿元，比2024年减少9.9亿元: what falls behind, and by how much."""
    parts = [named_value(row, language)]
    parts += [done(row, language)] if row.attention == "missed" else []
    parts += [change(row, language)]
    return language.text("targets.comma").join(part for part in parts if part)


def not_reported(rows: pd.DataFrame, language: Language, last_year: int) -> str:
    """How many of the headline figures are not published for the focus year; empty if none."""
    count = int((rows["attention"] == "stale").sum())
    if not count:
        return ""
    return language.text(
        "overview.not_reported",
        year=language.year(last_year),
        count=language.number(count),
        all=language.number(len(rows)),
    )


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


def completion(rows: pd.DataFrame, language: Language) -> str:
    """2021年，区、镇各级清单确定办实事1,569项，办结1,569项，完成100.0%。"""
    if rows.empty or pd.isna(rows.iloc[-1]["all_planned"]):
        return ""
    row = rows.iloc[-1]
    known = "lists" if pd.isna(row["all_done_pct"]) else "lists_done"
    return language.text(
        f"orders.{known}",
        year=language.year(row["year"]),
        planned=language.number(row["all_planned"]),
        done=language.number(row["all_completed"]) if known == "lists_done" else "",
        share=language.number(row["all_done_pct"], 1) if known == "lists_done" else "",
    )


def ledger(
    stages: pd.DataFrame, days: pd.DataFrame, overdue: pd.DataFrame, language: Language
) -> str:
    """提出10项，派出9项，办结8项（80.0%），其中按期6项；半数在12天内、九成在30天内办结；逾期1项。"""
    items = dict(zip(stages["stage"], stages["items"], strict=True))
    shares = dict(zip(stages["stage"], stages["raised_pct"], strict=True))
    if not items["raised"]:
        return language.text("orders.nothing")
    late = overdue["in_all"].iloc[0] if len(overdue) else 0
    parts = {stage: language.number(number) for stage, number in items.items()}
    words = [
        language.text("orders.so_far", **parts, share=language.number(shares["completed"], 1)),
        language.text("orders.overdue_now", overdue=language.number(late)),
    ]
    if len(days):
        whole = days.iloc[-1]
        half, most = language.number(whole["median_days"]), language.number(whole["p90_days"])
        words.insert(1, language.text("orders.took", median=half, p90=most))
    return language.text("orders.semicolon").join(words) + language.text("orders.full_stop")


def done_of_target(row: object, language: Language) -> str:
    """147.2亿元，完成108.2%；part of a year also its pace: 超时间进度10.0个百分点."""
    words = [
        measured(language.number(row.value, row.decimals), row, language),
        language.text("targets.done", done=language.number(row.done_pct, 1)),
    ]
    if row.elapsed_pct < 100 and not pd.isna(row.pace_points):
        words.append(pace(row, language))
    return language.text("targets.comma").join(words)


def pace(row: object, language: Language) -> str:
    """超时间进度10.0个百分点, 慢于时间进度1.0个百分点, 与时间进度持平."""
    points = round(row.pace_points, 1)
    if points == 0:
        return language.text("targets.in_time")
    key = "targets.ahead" if points > 0 else "targets.slow"
    return language.text(key, points=language.number(abs(points), 1))


def distance_of_target(row: object, language: Language) -> str:
    """1.7%，低于目标4.3个百分点."""
    amount = round(row.distance, row.decimals)
    value = measured(language.number(row.value, row.decimals), row, language)
    if amount == 0:
        return language.text("targets.on_target", value=value)
    key = "over" if (amount > 0) == (row.better != "lower") else "under"
    points = "_points" if row.unit_zh == "%" else ""
    number = language.number(abs(amount), row.decimals)
    return language.text(f"targets.{key}{points}", value=value, distance=number)


def state(row: object, language: Language) -> str:
    """✓ 已完成, ▼ 慢于进度: a shape and a word, never a colour alone."""
    return language.text(f"targets.state_{row.state}")


def targets(rows: pd.DataFrame, language: Language) -> str:
    """How many targets there are, and how many in each state; states without any are left out."""
    counted = rows["state"].value_counts()
    states = ("achieved", "on_pace", "behind", "missed", "broken", "not_reported")
    parts = [
        language.text(
            "targets.counted",
            state=language.text(f"targets.state_{name}"),
            count=language.number(counted[name]),
        )
        for name in states
        if name in counted
    ]
    return language.text(
        "targets.summary", count=language.number(len(rows)), parts=language.listed(parts)
    )


# The order in which a leader wants to see them: what is behind first.
_STATES = ("behind", "missed", "on_pace", "achieved", "broken", "not_reported")


def target_list(rows: pd.DataFrame, language: Language) -> list[dict[str, str]]:
    """Every target in words, what is behind first and by how much, what is not published last."""
    far = rows["pace_points"].fillna(rows["distance"])
    order = rows.assign(place=rows["state"].map(_STATES.index), far=far)
    ordered = order.sort_values(["place", "far"], kind="stable", na_position="last")
    return [_target(row, language) for row in ordered.itertuples()]


def _target(row: object, language: Language) -> dict[str, str]:
    def column(key: str) -> str:
        return language.text(f"columns.{key}")

    reached = language.text("app.missing")
    if not pd.isna(row.value):
        said = done_of_target if not pd.isna(row.done_pct) else distance_of_target
        reached = said(row, language) if row.state != "broken" else language.number(row.value)
    target = measured(language.number(row.target, row.decimals), row, language)
    noted = language.code == "zh" and not pd.isna(row.target_note)
    return {
        column("state"): state(row, language),
        column("area"): language.label(row, "area"),
        column("year"): language.year(row.year),
        column("name"): language.label(row, "name"),
        column("target"): f"{target}（{row.target_note}）" if noted else target,
        column("value"): reached,
    }


def place(rows: pd.DataFrame, indicator: object, language: Language) -> str:
    """2020年，汉滨区常住人口89.49万人，居10个县（市、区）第1位，比第2位的旬阳市高53.70万人。"""
    known = rows[rows["rank"].notna()]
    home = next((row for row in known.itertuples() if row.is_home), None)
    missing = [language.label(row, "name") for row in rows[rows["value"].isna()].itertuples()]
    words = []
    if home is None:
        words.append(language.text("comparison.home_missing"))
    else:
        words.append(_standing(home, rows, indicator, language))
        words += _neighbours(home, known, indicator, language)
    said = language.text("targets.comma").join(words) + language.text("orders.full_stop")
    if missing:
        said += language.text("comparison.missing", names=language.listed(missing))
    return said


def _standing(home: object, rows: pd.DataFrame, indicator: object, language: Language) -> str:
    value = measured(language.number(home.value, indicator.decimals), indicator, language)
    tied = len(rows[rows["rank"] == home.rank]) > 1
    return language.text(
        "comparison.standing_tied" if tied else "comparison.standing",
        year=language.year(home.year),
        area=language.label(home, "name"),
        name=language.label(indicator, "name"),
        value=value,
        count=language.number(home.ranked),
        rank=int(home.rank),
    )


def _neighbours(
    home: object, known: pd.DataFrame, indicator: object, language: Language
) -> list[str]:
    """The next above and the next below, each with its distance."""
    above = known[known["rank"] < home.rank].tail(1)
    below = known[known["rank"] > home.rank].head(1)
    words = []
    for found, gap, key in ((above, home.gap_above, "behind_of"), (below, home.gap_below, "ahead")):
        if len(found):
            number = language.number(gap, indicator.decimals)
            words.append(
                language.text(
                    f"comparison.{key}",
                    area=language.label(next(found.itertuples()), "name"),
                    gap=measured(number, indicator, language),
                )
            )
    return words


def notes_by_period(rows: pd.DataFrame, language: Language) -> str:
    """What the sources say of single periods. Notes are kept as published, in Chinese."""
    if language.code != "zh":
        return ""
    return "".join(
        f"{language.period(row.time_period, 'quarter')}：{row.note}。"
        for row in rows[rows["note"].notna()].itertuples()
    )


def figure_list(rows: pd.DataFrame, indicator: object, language: Language) -> list[dict]:
    """Every figure of figures_by_indicator in words: period, value, status, source, place."""
    return [_figure(row, indicator, language) for row in rows.itertuples()]


def _figure(row: object, indicator: object, language: Language) -> dict:
    def column(key: str) -> str:
        return language.text(f"columns.{key}")

    missing = language.text("app.missing")
    marks = [language.text(f"indicator.status_{row.obs_status}")]
    marks += [] if row.is_in_force else [language.text("indicator.replaced")]
    document = language.text(
        "app.source_undated" if pd.isna(row.published_on) else "app.source_dated",
        publisher=row.publisher,
        title=row.source_title,
        date=row.published_on,
    )
    part = language.label(row, "breakdown")
    value_in_words = missing
    if not pd.isna(row.value):
        value_in_words = language.number(row.value, _digits(row.value, indicator.decimals))
    return {
        column("time_period"): language.period(row.time_period, row.coverage),
        column("category"): language.text("indicator.whole") if pd.isna(part) else part,
        column("figure"): value_in_words,
        column("obs_status"): language.listed(marks),
        column("scope"): language.text(f"indicator.scope_{row.scope or 'unstated'}"),
        column("document"): document,
        column("note"): "" if pd.isna(row.note) else row.note,
        column("place"): f"data/{row.file}:{row.line}",
    }


def _digits(number: float, decimals: int) -> int:
    """As many digits as were published, if that is more than the indicator's usual ones."""
    return max(decimals, len(f"{number:.10f}".rstrip("0").split(".")[1]))


def definition(indicator: object, sector: str, language: Language) -> str:
    """The definition card (口径卡) of an indicator, as lines of Markdown."""
    lines = (
        ("definition", language.label(indicator, "definition")),
        ("unit", language.label(indicator, "unit")),
        ("sector", sector),
        ("kind", language.text(f"indicator.kind_{indicator.kind}")),
        ("better", language.text(f"indicator.better_{indicator.better}")),
        ("code", f"`{indicator.indicator}`"),
        ("query", "`queries/values_by_year.sql`"),
    )
    return "\n".join(
        language.text("indicator.line", label=language.text(f"indicator.{key}"), value=said)
        for key, said in lines
    )

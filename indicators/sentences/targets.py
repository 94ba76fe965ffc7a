"""What is said of targets: done, ahead or behind, distance, state."""

from collections.abc import Callable

import pandas as pd

from indicators.language import Language
from indicators.rounding import half_up
from indicators.rows import Row, each
from indicators.sentences.amounts import counted, number, spoken
from indicators.sentences.measures import distance, pace


def done_of_target(row: Row, language: Language) -> str:
    """147.2亿元，完成108.2%；part of a year also its pace: 快于时间进度10.0个百分点."""
    key = f"done_{row.qualifier}" if row.qualifier in _PLANNED else "done"
    words = [language.text(f"targets.{key}", done=_share(row, language))]
    if not pd.isna(row.value):
        words.insert(0, spoken(row.value, row, language))
    if row.elapsed_pct < 100 and not pd.isna(row.pace_points):
        words.append(pace(row, language))
    return language.text("targets.comma").join(words)


def _share(row: Row, language: Language) -> str:
    """108.2 of a computed share; 39.65 as it is printed where the plan itself is not known."""
    return number(row.done_pct, language, None if pd.isna(row.target) else 1)


def distance_of_target(row: Row, language: Language) -> str:
    """1.7%，低于目标4.3个百分点."""
    value = spoken(row.value, row, language)
    return language.text("targets.comma").join([value, _apart(row, language)])


def _apart(row: Row, language: Language) -> str:
    """低于目标4.3个百分点, 与目标持平."""
    amount = half_up(row.distance, row.decimals)
    if amount == 0:
        return language.text("targets.on_target")
    key = "over" if (amount > 0) == (row.better != "lower") else "under"
    return language.text(f"targets.{key}", distance=distance(amount, row, language))


def state(row: Row, language: Language) -> str:
    """✓ 已完成, ▼ 慢于进度: a shape and a word, never a colour alone."""
    return language.text(f"targets.state_{row.state}")


def targets(rows: pd.DataFrame, language: Language, *, home: bool) -> str:
    """汉滨区3项目标：✓ 达到目标1项、○ 暂无完成数2项。 Of the district, or else of all other areas.

    Empty where there is none; states without any are left out.
    """
    rows = rows[rows["is_home"].astype(bool) == home]
    if rows.empty:
        return ""
    whose = language.label(next(each(rows)), "area") if home else language.text("targets.others")
    of_state = rows["state"].value_counts()
    states = ("achieved", "on_pace", "behind", "missed", "unfinished", "broken", "not_reported")
    parts = [
        language.text(
            "targets.counted",
            state=language.text(f"targets.state_{name}"),
            count=language.number(of_state[name]),
        )
        for name in states
        if name in of_state
    ]
    return language.text(
        "targets.summary",
        whose=whose[:1].upper() + whose[1:],
        targets=counted(language.number(len(rows)), "targets", language),
        parts=language.listed(parts),
    ) + language.text("orders.full_stop")


# The order in which a leader wants to see them: what is behind first.
_AMOUNTS = ("flow", "stock")
_WIDEST, _AIM = 120, 100 / 1.2  # per cent: the end of a bar's cell, and where its target stands
_STATES = ("behind", "missed", "on_pace", "achieved", "unfinished", "broken", "not_reported")
_PLANNED = ("plan", "budget")  # what a printed share is of, where it is no target


def target_list(rows: pd.DataFrame, language: Language, *, address: str) -> list[dict[str, str]]:
    """Every target in words, what is behind first and by how much, what is not published last.

    `address` and an indicator's code make the address of its page.
    """
    page = language.text("columns.page")
    return [
        {**_target(row, language), page: address + row.indicator} for row in each(_ordered(rows))
    ]


def of_amounts(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The targets of amounts, of which a share is done."""
    return rows[rows["kind"].isin(_AMOUNTS)]


def of_rates(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The targets of growth, rates and ranks, from which there is a distance."""
    return rows[~rows["kind"].isin(_AMOUNTS)]


def target_bars(
    rows: pd.DataFrame, language: Language, *, address: str, home: bool
) -> list[dict[str, object]]:
    """Targets as the rows of a table with bars: of the district, or else of all other areas.

    The cells in words; `is_behind`; and the bar, from `start` to `end` in per cent of its cell,
    with the target at `aim`. A share has its target at 100 of 120 per cent; a distance in the
    middle, with the farthest of the table at an end. Without a result there is no bar.
    """
    rows = rows[rows["is_home"].astype(bool) == home]
    farthest = float(rows["distance"].abs().max())
    return [
        {
            **_target(row, language),
            language.text("columns.target"): _aim(row, language, _whole),
            language.text("columns.value"): _reached_alone(row, language),
            language.text("columns.done_or_distance"): _from_target(row, language),
            "address": address + row.indicator,
            "is_behind": row.state in ("behind", "missed"),
            **_bar(row, farthest),
        }
        for row in each(_ordered(rows))
    ]


def _bar(row: Row, farthest: float) -> dict[str, float]:
    if not pd.isna(row.done_pct):
        return {"start": 0, "end": min(row.done_pct, _WIDEST) / _WIDEST * 100, "aim": _AIM}
    if pd.isna(row.distance):
        return {}
    end = 50 + (50 * row.distance / farthest if farthest else 0)
    return {"start": min(50, end), "end": max(50, end), "aim": 50}


def _from_target(row: Row, language: Language) -> str:
    """108.2%, 低于目标4.3个百分点, of a part of a year its pace; empty where none is derived."""
    if pd.isna(row.done_pct):
        return "" if pd.isna(row.distance) else _apart(row, language)
    words = [language.text("amount.percent", number=_share(row, language))]
    if row.elapsed_pct < 100 and not pd.isna(row.pace_points):
        words.append(pace(row, language))
    return language.text("targets.comma").join(words)


def _reached_alone(row: Row, language: Language) -> str:
    return language.text("app.missing") if pd.isna(row.value) else _whole(row.value, row, language)


def _whole(amount: float, row: Row, language: Language) -> str:
    """CNY 13.6 billion, which no line parts."""
    return spoken(amount, row, language).replace(" ", "\u00a0")


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """What is behind first and by how much, what is not published last."""
    far = rows["pace_points"].fillna(rows["distance"])
    order = rows.assign(place=rows["state"].map(_STATES.index), far=far)
    return order.sort_values(["place", "far"], kind="stable", na_position="last")


def _target(row: Row, language: Language) -> dict[str, str]:
    def column(key: str) -> str:
        return language.text(f"columns.{key}")

    reached = language.text("app.missing")
    if not pd.isna(row.value):
        reached = _reached(row, language)
    return {
        column("state"): state(row, language),
        column("area"): language.label(row, "area"),
        column("year"): _time(row, language),
        column("name"): language.label(row, "name"),
        column("target"): _aim(row, language, spoken),
        column("value"): reached,
    }


def _aim(row: Row, language: Language, amount: Callable[[float, Row, Language], str]) -> str:
    """6%左右, 40万人以上, 81亿元（年度计划）, 年度计划（未见数额）."""
    if pd.isna(row.target):
        return language.text(f"targets.amount_unseen_{row.qualifier}")
    target = amount(row.target, row, language)
    if pd.isna(row.qualifier):
        return target
    return language.text(f"targets.qualified_{row.qualifier}", target=target)


def _time(row: Row, language: Language) -> str:
    """2021年; 2023年1—11月 where the result is of a part of the year."""
    is_part = not pd.isna(row.elapsed_pct) and row.elapsed_pct < 100
    return language.period(row.time_period, row.coverage) if is_part else language.year(row.year)


def _reached(row: Row, language: Language) -> str:
    """The figure against its target; alone where the series breaks in the target's year."""
    if row.state == "broken":
        return language.number(row.value, row.decimals)
    return (distance_of_target if pd.isna(row.done_pct) else done_of_target)(row, language)

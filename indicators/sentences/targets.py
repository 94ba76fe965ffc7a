"""What is said of targets: done, ahead or behind, distance, state."""

import pandas as pd

from indicators.language import Language
from indicators.rounding import half_up
from indicators.rows import Row, each
from indicators.sentences.amounts import number, spoken
from indicators.sentences.measures import pace


def done_of_target(row: Row, language: Language) -> str:
    """147.2亿元，完成108.2%；part of a year also its pace: 快于时间进度10.0个百分点."""
    words = [
        spoken(row.value, row, language),
        language.text(
            "targets.done_plan" if row.qualifier == "plan" else "targets.done",
            done=number(row.done_pct, language, 1),
        ),
    ]
    if row.elapsed_pct < 100 and not pd.isna(row.pace_points):
        words.append(pace(row, language))
    return language.text("targets.comma").join(words)


def distance_of_target(row: Row, language: Language) -> str:
    """1.7%，低于目标4.3个百分点."""
    amount = half_up(row.distance, row.decimals)
    value = spoken(row.value, row, language)
    if amount == 0:
        return language.text("targets.on_target", value=value)
    key = "over" if (amount > 0) == (row.better != "lower") else "under"
    points = "_points" if row.unit_zh == "%" else ""
    apart = number(abs(amount), language)
    return language.text(f"targets.{key}{points}", value=value, distance=apart)


def state(row: Row, language: Language) -> str:
    """✓ 已完成, ▼ 慢于进度: a shape and a word, never a colour alone."""
    return language.text(f"targets.state_{row.state}")


def targets(rows: pd.DataFrame, language: Language) -> str:
    """How many targets in each state: the district's own first, then those of other areas."""
    is_home = rows["is_home"].astype(bool)
    groups = {"home": rows[is_home], "others": rows[~is_home]}
    said = [_counted(whose, group, language) for whose, group in groups.items() if len(group)]
    return language.text("orders.semicolon").join(said) + language.text("orders.full_stop")


def _counted(whose: str, rows: pd.DataFrame, language: Language) -> str:
    """全区3项：✓ 达到目标1项、○ 暂无完成数2项; states without any are left out."""
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
        "targets.summary",
        whose=language.text(f"targets.{whose}"),
        count=language.number(len(rows)),
        parts=language.listed(parts),
    )


# The order in which a leader wants to see them: what is behind first.
_STATES = ("behind", "missed", "on_pace", "achieved", "broken", "not_reported")


def target_list(rows: pd.DataFrame, language: Language, *, address: str) -> list[dict[str, str]]:
    """Every target in words, what is behind first and by how much, what is not published last.

    `address` and an indicator's code make the address of its page.
    """
    far = rows["pace_points"].fillna(rows["distance"])
    order = rows.assign(place=rows["state"].map(_STATES.index), far=far)
    ordered = order.sort_values(["place", "far"], kind="stable", na_position="last")
    page = language.text("columns.page")
    return [{**_target(row, language), page: address + row.indicator} for row in each(ordered)]


def _target(row: Row, language: Language) -> dict[str, str]:
    def column(key: str) -> str:
        return language.text(f"columns.{key}")

    reached = language.text("app.missing")
    if not pd.isna(row.value):
        reached = _reached(row, language)
    target = spoken(row.target, row, language)
    return {
        column("state"): state(row, language),
        column("area"): language.label(row, "area"),
        column("year"): language.year(row.year),
        column("name"): language.label(row, "name"),
        column("target"): target if pd.isna(row.qualifier) else _qualified(target, row, language),
        column("value"): reached,
    }


def _qualified(target: str, row: Row, language: Language) -> str:
    """6%左右, 40万人以上, 81亿元（年度计划）."""
    return language.text(f"targets.qualified_{row.qualifier}", target=target)


def _reached(row: Row, language: Language) -> str:
    """The figure against its target; alone where the series breaks in the target's year."""
    if row.state == "broken":
        return language.number(row.value, row.decimals)
    return (distance_of_target if pd.isna(row.done_pct) else done_of_target)(row, language)

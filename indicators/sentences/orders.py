"""What is said of the livelihood lists and of the ledger."""

import pandas as pd

from indicators.language import Language
from indicators.sentences.amounts import counted, number


def completion(rows: pd.DataFrame, language: Language) -> str:
    """2021年，区、镇各级清单确定办实事1,569项，办结1,569项，完成100.0%。"""
    if rows.empty or pd.isna(rows.iloc[-1]["all_planned"]):
        return ""
    row = rows.iloc[-1]
    known = "lists" if pd.isna(row["all_done_pct"]) else "lists_done"
    if row["all_completed"] == row["all_planned"]:
        known = "lists_all_done"
    return language.text(
        f"orders.{known}",
        year=language.year(row["year"]),
        planned=number(row["all_planned"], language),
        done=number(row["all_completed"], language) if known == "lists_done" else "",
        share=number(row["all_done_pct"], language, 1) if known == "lists_done" else "",
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
    parts = {stage: number(count, language) for stage, count in items.items()}
    words = [
        language.text("orders.so_far", **parts, share=number(shares["completed"], language, 1)),
        language.text("orders.overdue_now", overdue=number(late, language)),
    ]
    if len(days):
        whole = days.iloc[-1]
        half, most = (
            counted(number(whole[key], language, 0), "days", language)
            for key in ("median_days", "p90_days")
        )
        words.insert(1, language.text("orders.took", median=half, p90=most))
    return language.text("orders.semicolon").join(words) + language.text("orders.full_stop")

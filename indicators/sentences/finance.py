"""What is said of the district's budget."""

import pandas as pd

from indicators.language import Language
from indicators.rows import Row, each
from indicators.sentences.amounts import number, spoken


def budget(rows: pd.DataFrame, language: Language, *, indicator: Row) -> str:
    """2023年，汉滨区一般公共预算收入5.4847亿元，支出74.9299亿元，财政自给率7.3%。

    Of rows of finance_by_area_and_year the latest with both; empty where there is none. `indicator`
    is the row that defines revenue, in whose unit expenditure is too.
    """
    known = rows[rows["self_sufficiency_pct"].notna()]
    latest = next(each(known.tail(1)), None)
    if latest is None:
        return ""
    return language.text(
        "finance.budget",
        year=language.year(latest.year),
        area=language.label(latest, "name"),
        revenue=spoken(latest.revenue, indicator, language),
        expenditure=spoken(latest.expenditure, indicator, language),
        share=number(latest.self_sufficiency_pct, language, 1),
    )

"""The image of every indicator that has a figure: the page shows one, its reader chooses any."""

import json

import duckdb
import pandas as pd
import pytest

from indicators import charts
from indicators.language import Language
from indicators.style import LIGHT
from indicators.warehouse import queries
from tests.browser import pictures
from tests.browser.test_image import CAPTION

HOME, LINEAGE = "610902", ["610902", "610900", "610000", "CHN"]
YEARS = {"first_year": 2010, "last_year": 2025}
# The narrowest, and in Chinese the flattest too; the other two shapes have more room.
SHAPES = {"zh": ("phone", "slide"), "en": ("phone",)}


def figures(shipped: duckdb.DuckDBPyConnection, spoken: Language) -> dict[str, dict]:
    """Every indicator's trend, and beside city, province and country where two of them have it."""
    drawn = {}
    for indicator in queries.run(shipped, "indicators").itertuples():
        code, decimals = indicator.indicator, int(indicator.decimals)
        rows = queries.run(shipped, "values_by_year", indicators=[code], area=HOME, **YEARS)
        if rows["value"].notna().any():
            figure = charts.trend_by_year(
                rows, spoken, LIGHT, decimals=decimals, kind=indicator.kind
            )
            drawn[code] = json.loads(figure.to_json())
        there = queries.run(
            shipped, "values_by_area_and_year", indicator=code, areas=LINEAGE, **YEARS
        )
        if indicator.kind in ("rate", "growth") and _areas(there) > 1:
            figure = charts.values_by_area_and_year(there, spoken, LIGHT, decimals=decimals)
            drawn[f"{code} beside others"] = json.loads(figure.to_json())
    return drawn


def _areas(rows: pd.DataFrame) -> int:
    return rows.loc[rows["value"].notna(), "ref_area"].nunique()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_indicators_image_is_whole(shipped, new_page, server, visit, lang):
    page = new_page()
    visit(page, f"{server}/investment?lang={lang}")
    pictures.bring_tools(page)
    drawn = figures(shipped, Language(lang))
    assert len(drawn) == 140  # 122 trends, 18 beside others
    wrong = []
    for name, figure in drawn.items():
        for shape in SHAPES[lang]:
            svg = page.evaluate(
                "([figure, caption, shape, lang]) => window.tools.picture("
                "figure, caption, window.tools.SHAPES[shape], lang)",
                [figure, CAPTION, shape, "zh-CN" if lang == "zh" else "en"],
            )
            wrong += [f"{name}, {shape}: {fault}" for fault in pictures.misplaced(page, svg, shape)]
    assert wrong == []

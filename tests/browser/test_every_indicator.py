"""The image of every indicator that has a figure: the page shows one, its reader chooses any."""

import duckdb
import pytest

from tests import opened
from tests.browser import pictures
from tests.browser.reading import misread_series, reading
from tests.browser.workshop import SHAPES, Workshop
from tools import counts

PARTS = 4  # of all indicators, so that two workers have something to share
# What is hard on an image, and the indicators that have most of it.
HARDEST = {
    "the longest name in Chinese": "length(i.name_zh)",
    "the longest name in English": "length(i.name_en)",
    "the most years": "count(distinct o.year) filter (o.is_home)",
    "the widest number": "max(length(cast(abs(o.obs_value) as varchar))) filter (o.is_home)",
    "the deepest fall": "-min(o.obs_value)",
    "the most figures beside others": "count(*) filter (i.kind in ('rate', 'growth'))",
}


def wrong(workshop: Workshop, code: str, lang: str, shapes: tuple[str, ...]) -> list[str]:
    """What is wrong with the images of an indicator's page, its trend and what stands beside it."""
    at = opened.opened("indicator", lang=lang, indicator=code)
    words = opened.words(at) if opened.cards(at) else {}
    found = []
    for card in opened.charts(at):
        for shape in shapes:
            drawn = workshop.draw(card, words, shape)
            read = reading(drawn, words["missing"])
            faults = [*pictures.misplaced(drawn), *misread_series(read)]
            found += [f"{drawn.title}, {shape}: {fault}" for fault in faults]
    return found


def with_a_trend(shipped: duckdb.DuckDBPyConnection) -> list[str]:
    found = shipped.execute(
        "select distinct o.indicator from annual_observations as o"
        " inner join areas as a on a.ref_area = o.ref_area"
        " where a.is_home and o.obs_value is not null order by o.indicator"
    )
    return [code for (code,) in found.fetchall()]


@pytest.mark.sweep
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("part", range(PARTS))
def test_every_indicators_image_is_whole_and_says_what_its_table_says(
    workshop, shipped, part, lang
):
    codes = with_a_trend(shipped)
    assert len(codes) == counts.shipped()["indicators with a trend of the district"]
    found = [
        fault for code in codes[part::PARTS] for fault in wrong(workshop, code, lang, tuple(SHAPES))
    ]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("measure", HARDEST.values(), ids=HARDEST)
def test_the_hardest_indicators_images_are_whole_and_say_what_their_tables_say(
    workshop, shipped, measure
):
    hardest = shipped.execute(
        "select i.indicator from indicators as i inner join"
        " (select * from annual_observations inner join areas using (ref_area)) as o"
        " on o.indicator = i.indicator and o.obs_value is not null"
        " group by i.indicator, i.name_zh, i.name_en, i.kind having bool_or(o.is_home)"
        f" order by {measure} desc nulls last, i.indicator limit 2"
    )
    found = [
        fault
        for (code,) in hardest.fetchall()
        for lang in ("zh", "en")
        for fault in wrong(workshop, code, lang, ("slide", "phone"))
    ]
    assert found == [], "\n".join(found)

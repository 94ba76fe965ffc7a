"""The difference of two published decimals is a decimal: nothing of the binary in between is left.

5.35 − 5.3 is 0.0499999999999998 to a processor. Rounded half up to one decimal that is 0.0, and a
growth that rose by 0.05 would be said to be unchanged; whoever computes it by hand says 0.1.
"""

import pytest

from indicators import sentences
from indicators.language import Language
from indicators.warehouse import queries

RATE = {"kind": "growth", "unit_zh": "%", "unit_en": "%", "decimals": 1, "headline": 1}
AREAS = [
    {"ref_area": "610900", "level": "city"},
    {"ref_area": "610902", "parent": "610900", "is_home": True},
    {"ref_area": "610921", "parent": "610900"},
]


def growth(period: str, value: float, area: str = "610902") -> dict:
    return {"indicator": "growth", "time_period": period, "obs_value": value, "ref_area": area}


@pytest.fixture
def built(given):
    return given(
        areas=AREAS,
        indicators=[{"indicator": "growth"} | RATE],
        observations=[
            growth("2021", 5.3),
            growth("2022", 5.35),
            growth("2022", 5.3, area="610900"),
            growth("2022", 5.25, area="610921"),
        ],
        targets=[{"indicator": "growth", "time_period": "2022", "target_value": 5.3}],
    )


def test_a_change_a_distance_and_a_gap_are_the_difference_of_what_was_published(built, ask):
    of_the_sentence = "change distance city_points"
    assert ask(built, "sentence_parts_by_indicator", of_the_sentence) == [(0.05, 0.05, 0.05)]
    assert ask(built, "headlines_by_indicator", "change") == [(0.05,)]
    assert ask(built, "progress_by_target", "distance", areas=["610902"]) == [(0.05,)]
    ranks = ask(built, "ranks_by_area", "gap_below", indicator="growth", year=2022)
    assert ranks[0] == (0.1,)  # 5.35 − 5.25


def test_a_rise_of_half_of_the_last_digit_is_said_to_be_one(built):
    rows = queries.run(
        built,
        "sentence_parts_by_indicator",
        area="610902",
        sectors=[],
        indicators=["growth"],
        first_year=2020,
        last_year=2022,
    )
    assert sentences.change(next(rows.itertuples()), Language("zh")) == "增速比上年加快0.1个百分点"

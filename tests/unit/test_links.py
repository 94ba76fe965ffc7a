"""A link shows its reader the same view: every choice stands in the address, as a code."""

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from indicators.filters import address, comparison, data, orders
from indicators.filters.choice import Choice
from indicators.filters.fields import FROM, LANG, SECTOR, TO
from indicators.filters.visit import Visit
from indicators.markdown import verbatim
from tests.opened import whole


def written(at: AppTest) -> str:
    """What the page puts into the address."""
    given = [json.loads(part.proto.json) for part in at.get("bidi_component") if part.proto.json]
    return next(data["query"] for data in given if "query" in data)


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ((), {"from": "2017", "to": "2021", "sector": "investment,jobs", "lang": "en"}),
        (
            comparison.FIELDS,
            {"from": "2010", "to": "2025", "indicator": "gdp", "year": "2024"}
            | {"view": "index", "base": "2020", "lang": "zh"},
        ),
        (
            orders.FIELDS,
            {"from": "2010", "to": "2025", "tier": "team_members", "town": "建民,江北"}
            | {"as_of": "2022-06-30", "lang": "zh"},
        ),
        (
            data.FIELDS,
            {"from": "2010", "to": "2025", "section": "check", "grid": "ecology"}
            | {"area": "610900", "file": "observations/jobs.csv", "lang": "zh"},
        ),
    ],
)
def test_what_a_link_chooses_is_written_as_the_same_link(fields, link):
    choice, refused = address.follow(link, Choice(), fields)
    assert address.write(choice, fields) == link
    assert refused == []


def test_what_means_nothing_is_told_and_what_was_chosen_before_stays():
    before = Choice({"from": 2017, "to": 2021, "lang": "zh", "as_of": date(2021, 6, 30)})
    link = {"from": "1066", "sector": "jobs,石泉", "as_of": "30 June", "lang": "fr"}
    choice, refused = address.follow(link, before, orders.FIELDS)
    assert refused == [
        ("from", "1066"),
        ("sector", "石泉"),
        ("as_of", "30 June"),
        ("lang", "fr"),
    ]
    assert (choice[FROM], choice[TO], choice[LANG]) == (2017, 2021, "zh")
    assert (choice[SECTOR], choice[orders.AS_OF]) == (("jobs",), date(2021, 6, 30))


def test_a_link_clears_what_it_does_not_name_of_its_own_page_alone():
    before = Choice({"from": 2017, "to": 2021, "lang": "zh", "sector": ("jobs",)})
    before = before.having(comparison.INDICATOR, "gdp").having(orders.TOWN, ("建民",))
    choice, _ = address.follow({"to": "2020"}, before, comparison.FIELDS)
    assert (choice[SECTOR], choice[comparison.INDICATOR]) == ((), "")
    assert choice[orders.TOWN] == ("建民",)
    assert (choice[FROM], choice[TO]) == (2017, 2020)


def test_the_other_end_of_the_years_gives_way():
    choice = Choice({"from": 2010, "to": 2017})
    later = choice.having(FROM, 2021)
    assert (later[FROM], later[TO]) == (2021, 2021)
    earlier = Choice({"from": 2017, "to": 2021}).having(TO, 2010)
    assert (earlier[FROM], earlier[TO]) == (2010, 2010)


def test_a_link_is_followed_once_until_the_browser_shows_our_address():
    link, ours = {"from": "2017"}, {"from": "2017", "to": "2025", "lang": "zh"}
    visit = Visit(Choice())
    assert not visit.is_new({})
    assert visit.is_new(link)
    visit = visit.followed(link, Choice({"from": 2017})).written(ours)
    assert not visit.is_new(link)  # the browser may send it again
    assert not visit.is_new(ours)
    visit = visit.arrived()
    assert visit.is_new(link)  # now it was opened anew


def test_only_what_a_reader_chooses_is_a_step_that_back_undoes():
    visit = Visit(Choice({"from": 2010, "to": 2025}))
    assert not visit.followed({"from": "2017"}, visit.choice).is_step
    chosen = visit.chosen(FROM, 2017)
    assert (chosen.is_step, chosen.choice[FROM]) == (True, 2017)
    assert not chosen.written({"from": "2017"}).is_step


def test_a_link_opens_the_index_on_its_base_year():
    at = whole("comparison", indicator="gdp", year="2024", view="index", base="2019")
    assert at.button_group(key="compared-view-zh").value == "index"
    assert at.selectbox(key="compared-base-zh").value == "2019"
    assert at.header[-1].value == "地区生产总值：指数（各级比较）"
    assert at.caption[-2].value == "2019年＝100 · 汉滨区、安康市、陕西省、全国 · 2015—2024年"


def test_the_view_that_is_chosen_is_in_the_address():
    at = whole("comparison", indicator="gdp", year="2024")
    at.button_group(key="compared-view-zh").set_value("index").run()
    at.selectbox(key="compared-base-zh").set_value("2020").run()
    assert written(at).endswith("&year=2024&view=index&base=2020&lang=zh")


@pytest.mark.parametrize(
    ("section", "field", "key", "value"),
    [
        ("coverage", "grid", "data-sector", "ecology"),
        ("observations", "area", "data-area", "610922"),
        ("check", "file", "data-place", "observations/jobs.csv"),
    ],
)
def test_a_link_opens_its_part_of_the_data_page_and_the_address_follows(section, field, key, value):
    at = whole("data", section=section, **{field: value})
    assert at.selectbox(key=f"{key}-zh").value == value
    other = next(v for v in {"grid": ["jobs"], "area": ["CHN"], "file": ["areas.csv"]}[field])
    at.selectbox(key=f"{key}-zh").set_value(other).run()
    assert f"section={section}&{field}={other}" in written(at)


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("comparison", {"indicator": "gdp", "view": "levels"}),
        ("comparison", {"indicator": "gdp", "view": "index", "base": "1066"}),
        ("data", {"section": "coverage", "grid": "石泉"}),
        ("data", {"section": "observations", "area": "1"}),
        ("data", {"section": "check", "file": "secret.csv"}),
    ],
)
def test_a_choice_that_there_is_not_is_told_and_the_first_is_shown(page, query):
    name, value = list(query.items())[-1]
    told = [warning.value for warning in whole(page, **query).warning]
    words = f"链接有误（{name}={value}），已按当前筛选条件显示。"
    assert told == [verbatim(words)]


def test_an_address_carries_what_its_page_is_filtered_by_and_nothing_else():
    at = whole("investment", indicator="gdp", section="check", town="建民街道")
    assert written(at) == "?from=2010&to=2025&lang=zh"


def test_a_links_markdown_is_shown_and_not_followed():
    image = "![](http://example.com/x.png)"
    (warning,) = whole("investment", **{"from": image}).warning
    assert warning.value == verbatim(f"链接有误（from={image}），已按当前筛选条件显示。")
    assert "![" not in warning.value


def warnings(page: str, **query: str) -> list[str]:
    return [warning.value for warning in whole(page, **query).warning]


def test_a_link_with_hundreds_of_unknown_codes_is_told_in_one_sentence():
    codes = [f"x{number}" for number in range(300)]
    assert warnings("investment", sector=",".join(codes)) == [
        # 3 are quoted, 297 are counted
        "链接有误（sector=x0、sector=x1、sector=x2等，另有297处），已按当前筛选条件显示。"
    ]


def test_what_a_link_says_is_quoted_up_to_forty_characters():
    assert warnings("investment", **{"from": "9" * 41}) == [
        f"链接有误（from={'9' * 40}…），已按当前筛选条件显示。"
    ]


def test_a_link_longer_than_all_filters_could_make_it_changes_nothing():
    at = whole("investment", sector=",".join(f"x{n}" for n in range(40_000)), to="2021")
    assert [w.value for w in at.warning] == ["链接过长，不是本看板生成的，已按当前筛选条件显示。"]
    assert "to=2021" not in written(at)
    assert len(written(at)) < 60


def test_a_name_in_a_link_has_sixty_four_characters_and_a_field_fifty_names():
    towns = [f"镇{number}" for number in range(51)]
    assert orders.TOWN.read(",".join(towns)) == (tuple(towns[:50]), ["镇50"])
    assert orders.TOWN.read("建民," + "长" * 65) == (("建民",), ["长" * 65])
    assert comparison.YEAR.read("a" * 64) == ("a" * 64, [])
    assert comparison.YEAR.read("a" * 65) == (None, ["a" * 65])


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("indicator", "indicator"),
        ("comparison", "indicator"),
        ("comparison", "view"),
        ("data", "section"),
        ("data", "grid"),
        ("data", "area"),
    ],
)
def test_what_means_nothing_does_not_stay_in_the_address(page, field):
    at = whole(page, **{field: "nonsense"})
    assert [e.value for e in at.exception] == []
    assert "nonsense" not in written(at)


def test_an_indicator_that_there_is_not_is_told_in_a_readers_words():
    assert warnings("indicator", indicator="nonsense") == [
        "没有“nonsense”这个指标，已显示其他指标。"
    ]

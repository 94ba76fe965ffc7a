"""An exhibit is said once: a declaration is all that a chart of a metric needs to be on a page."""

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from indicators import charts, exhibits, language
from indicators.exhibits import investment, livelihood_orders
from indicators.exhibits.exhibit import Exhibit
from indicators.language import catalogue
from indicators.warehouse import queries
from tests import opened
from tests.opened import whole

ROOT = Path(__file__).resolve().parents[2]
ALL = [(page, one) for page, shown in exhibits.by_page().items() for one in shown]


def taken(at: AppTest) -> dict[str, dict]:
    """Title → what a card takes along."""
    given = [part.proto.bytes for part in at.get("bidi_component")]
    cards = [json.loads(data) for data in given if b"fileName" in data]
    return {card["caption"]["title"]: card for card in cards}


def codes() -> set[str]:
    with (ROOT / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        return {row["indicator"] for row in csv.DictReader(file)}


def test_every_page_has_its_exhibits_and_no_other_does():
    assert set(exhibits.by_page()) == {path.stem for path in (ROOT / "pages").glob("*.py")}


def test_a_page_is_at_most_sixty_lines():
    lines = {p.name: len(p.read_text().splitlines()) for p in (ROOT / "pages").glob("*.py")}
    assert {name: count for name, count in lines.items() if count > 60} == {}


def test_no_exhibit_of_a_page_has_anothers_name():
    for page, shown in exhibits.by_page().items():
        names = [one.key for one in shown]
        assert len(names) == len(set(names)), page


def test_every_exhibit_asks_a_query_for_columns_that_it_has():
    wrong = []
    for page, one in ALL:
        columns = queries.header(one.source).columns
        missing = [
            column
            for column in (*one.contents, *one.measured)
            if not {column, f"{column}_zh"} & set(columns)
        ]
        # What the rows are worded with is added to them.
        wrong += [(page, one.name, missing)] if missing and not one.worded else []
    assert wrong == []


def test_a_column_is_called_by_the_catalogue_or_by_its_indicator_and_never_by_both():
    known = codes()
    assert {key for _, one in ALL for key in one.series.values() if key} <= known
    columns = {key.removeprefix("columns.") for key in catalogue("zh") if "columns." in key}
    assert columns & known == set()


def test_every_exhibit_has_its_words_in_both_languages():
    for code in language.CODES:
        texts = catalogue(code)
        untold = [
            (page, one.name, part)
            for page, one in ALL
            for part in ("title", "subtitle", "note")
            if not any(f"exhibits.{s}.{part}" in texts for s in (one.name, one.like, "any"))
        ]
        assert untold == []


@pytest.fixture
def made_up(tmp_path, monkeypatch) -> Exhibit:
    """A metric that the dashboard does not have: its query, its titles, its declaration."""
    shutil.copytree(queries.QUERIES, tmp_path / "queries")
    (tmp_path / "queries" / "books_by_year.sql").write_text(
        """\
-- Books handed out in one area, year by year.
--
-- Parameters
--   $area         VARCHAR    code, as in data/areas.csv
--   $first_year   INTEGER
--   $last_year    INTEGER
--
-- Returns one row per year, earliest first
--   year          INTEGER
--   books         DOUBLE     本

select year, obs_value as books
from annual_observations
where
    indicator = 'books_distributed' and ref_area = $area
    and year between $first_year and $last_year
order by year asc
""",
        encoding="utf-8",
    )
    shutil.copytree(language.TEXTS, tmp_path / "texts")
    for code, title in {"zh": "发了多少书", "en": "How many books"}.items():
        with (tmp_path / "texts" / f"{code}.toml").open("a", encoding="utf-8") as texts:
            texts.write(f'\n[exhibits.books_by_year]\ntitle = "{title}"\n')
    monkeypatch.setattr(queries, "QUERIES", tmp_path / "queries")
    monkeypatch.setattr(language, "TEXTS", tmp_path / "texts")
    declared = Exhibit("books_by_year", columns="year books=books_distributed", says="card")
    monkeypatch.setattr(investment, "ROWS", (*investment.ROWS, (declared,)))
    forget()
    yield declared
    forget()


def forget() -> None:
    """Read queries and texts anew, for the folders that now hold them."""
    for known in (queries.text, queries.header, queries.names, queries.computed, catalogue):
        known.cache_clear()
    st.cache_resource.clear()


def test_a_metric_made_up_here_is_on_its_page_with_its_title_figures_and_sources(made_up):
    at = whole("investment", sector="investment,learning")
    assert at.header[-1].value == "发了多少书"
    assert at.caption[-1].value == "本 · 汉滨区 · 2021年"
    # data/observations/learning.csv: 11000余本 of 2021, and of no other year
    numbers = opened.numbers(at)[-1]
    assert '<p class="figure">11000余<span class="unit">本</span></p>' in numbers
    assert 'aria-label="发了多少书: 2021年，全区发放书籍11000余本。"' in numbers
    card = taken(at)["发了多少书"]
    assert [column["header"] for column in card["table"]["columns"]] == ["年份", "发放书籍（本）"]
    assert card["table"]["rows"] == [[2021, [11000, "11,000"]]]
    assert card["caption"]["source"].startswith("来源：《民情订单变满意清单")
    assert card["caption"]["note"] == ""  # one year alone: nothing is missing between two


def test_a_metric_made_up_here_is_listed_and_speaks_english_too(made_up):
    assert made_up in exhibits.by_page()["investment"]
    at = whole("investment", sector="investment,learning", lang="en")
    assert at.header[-1].value == "How many books"


def test_an_exhibit_of_a_sector_that_is_not_chosen_is_left_out(made_up):
    titles = [title.value for title in whole("investment", sector="investment").header]
    assert titles[-1] == "项目名录"


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """The name of a look, once for every time that the first chart of a page is drawn."""
    looks: list[str] = []

    def counted(rows, language, look, **options):
        looks.append(look.name)
        return charts.completion_by_tier(rows, language, look)

    first = replace(livelihood_orders.LISTS, chart=counted)
    monkeypatch.setattr(livelihood_orders, "LISTS", first)
    return looks


def test_another_field_of_the_address_draws_no_chart_anew(drawn):
    whole("livelihood_orders")
    whole("livelihood_orders", town="建民街道")
    whole("livelihood_orders", tier="team_members", indicator="gdp")
    whole("livelihood_orders", sector="public_service,jobs")
    assert drawn == ["light", "light"]  # once for all sectors, and once for two of them


def test_the_image_of_a_chart_in_the_light_look_is_that_chart(drawn):
    whole("livelihood_orders", to="2024")
    assert drawn == ["light"]


@pytest.mark.parametrize("years", [{"from": "2010", "to": "2016"}, {"from": "2023", "to": "2023"}])
def test_a_page_opens_for_years_in_which_nothing_was_completed(years):
    """Of 2014 the plan alone is known, of 2023 eleven months."""
    assert len(whole("investment", **years).get("plotly_chart")) >= 1


def test_an_image_tells_no_half_year_that_its_chart_leaves_out():
    # 2020年1—6月，财政总收入11.30亿元 is the latest figure, and the chart has whole years alone.
    at = whole("indicator", indicator="total_fiscal_revenue")
    assert 'aria-label="财政总收入: 2017年，全区财政总收入23.1亿元。"' in opened.numbers(at)[-1]


def test_a_table_explains_what_is_missing():
    # 柏润高端制袜项目 has no capacity in data/projects.csv.
    projects = taken(whole("investment", sector="investment"))["项目名录"]
    assert projects["caption"]["note"] == "进展以资料发布时为准。 缺：来源未写明。"

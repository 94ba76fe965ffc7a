"""What is said around a picture is made from what is drawn: its years, its areas, its name."""

import base64
import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy
import pytest

from tests import opened

ROOT = Path(__file__).resolve().parents[2]
YEARS = re.compile(r"(\d{4})(?:[—–](\d{4}))?")
# A grid of what is missing is drawn over the years that are chosen.
CHOSEN = "数据覆盖"
# Indicators of the kinds that are drawn in ways of their own; in `make sweep` all there are.
SOME = (
    "gdp",
    "new_urban_jobs",
    "urban_disposable_income",
    "good_air_days",
    "forest_coverage_pct",
    "total_fiscal_revenue",
    "resident_population",
    "county_economy_rank",
)


def values(trace: dict) -> list:
    y = trace.get("y", [])
    if isinstance(y, dict):
        y = numpy.frombuffer(base64.b64decode(y["bdata"]), dtype=y["dtype"]).tolist()
    return [None if value is None or value != value else value for value in y]


def years_drawn(figure: dict) -> set[int]:
    """The years of a chart's points, or of its numbers; none where it is not over the years."""
    meta = figure["layout"].get("meta") or {}
    if "numbers" in meta:
        told = [number for one in meta["numbers"]["series"] for number in one["numbers"]]
        return {int(re.search(r"\d{4}", number["when"])[0]) for number in told}
    if "years" not in meta:
        return set()
    xs = [list(values({"y": t["x"]})) for t in figure["data"]]
    ys = map(values, figure["data"])
    pairs = [pair for x, y in zip(xs, ys, strict=True) for pair in zip(x, y, strict=False)]
    known = {x for x, y in pairs if y is not None}
    return {int(x) for x in known if isinstance(x, int | float) and 1900 < x < 2100}


def wrong(card: dict) -> Iterator[str]:
    """What is said around a picture and not on it, in words."""
    figure, caption = json.loads(card["figure"]), card["caption"]
    drawn = years_drawn(figure)
    if not drawn or CHOSEN in caption["title"]:
        return
    told = YEARS.match(caption["sentence"])
    if told and int(told[2] or told[1]) not in drawn:
        yield f"{caption['sentence']} over {sorted(drawn)}"
    if "未公布全市" in caption["sentence"]:
        yield "a figure of the city is missed beside one"
    *_, said = caption["subtitle"].split(" · ")
    first, last = YEARS.search(said).groups()
    if (int(first), int(last or first)) != (min(drawn), max(drawn)):
        yield f"{said} over {sorted(drawn)}"
    named = card["fileName"].rpartition("_")[2].split("-")
    if [int(named[0]), int(named[-1])] != [min(drawn), max(drawn)]:
        yield f"{card['fileName']} over {sorted(drawn)}"
    names = {trace["name"] for trace in figure["data"] if trace.get("mode") == "lines+markers"}
    areas = names & {"汉滨区", "安康市", "陕西省", "全国"}
    if areas and "各县" not in caption["subtitle"]:
        yield from (f"{area} is not in the subtitle" for area in areas - _words(caption))
        if not card["fileName"].startswith("汉滨区") and "汉滨区" in areas:
            yield f"{card['fileName']} shows the district"
        if card["fileName"].startswith("汉滨区") and "汉滨区" not in areas:
            yield f"{card['fileName']} does not show the district"


def _words(caption: dict) -> set[str]:
    return {area for area in ("汉滨区", "安康市", "陕西省", "全国") if area in caption["subtitle"]}


@pytest.mark.parametrize("page", opened.PAGES)
def test_every_picture_of_a_page_says_the_years_and_areas_that_it_shows(page):
    found = [(c["caption"]["title"], *wrong(c)) for c in opened.charts(opened.shared(page))]
    assert [one for one in found if len(one) > 1] == []


@cache
def titles() -> dict[tuple[str, str], set[str]]:
    """Indicator and year → the titles of the documents with a figure of the district."""
    with (ROOT / "data" / "sources.csv").open(encoding="utf-8", newline="") as file:
        named = {row["source"]: row["title"] for row in csv.DictReader(file)}
    found: dict[tuple[str, str], set[str]] = {}
    for path in (ROOT / "data" / "observations").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["ref_area"] == "610902":
                    key = row["indicator"], row["time_period"][:4]
                    found.setdefault(key, set()).add(named[row["source"]])
    return found


def undocumented(code: str, card: dict) -> Iterator[str]:
    """A sentence whose figure's document is not among those of the picture."""
    told = YEARS.match(card["caption"]["sentence"])
    listed = " ".join(name for name, _ in card["notes"]["documents"])
    # Of an indicator without a figure the page shows another one.
    if "汉滨区" not in card["caption"]["subtitle"]:
        return
    is_known = any(known == code for known, _ in titles())
    if told and is_known and not any(t in listed for t in titles().get((code, told[1]), ())):
        yield f"{card['caption']['sentence']} is from none of {listed}"


def of_indicators(codes: tuple[str, ...]) -> list[tuple]:
    found = []
    for code in codes:
        at = opened.opened("indicator", indicator=code)
        found += [(code, *wrong(card), *undocumented(code, card)) for card in opened.charts(at)]
    return [one for one in found if len(one) > 1]


def test_the_pictures_of_an_indicator_say_the_years_and_areas_that_they_show():
    assert of_indicators(SOME) == []


def all_codes() -> tuple[str, ...]:
    with (ROOT / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row["indicator"] for row in csv.DictReader(file))


@pytest.mark.sweep
def test_the_pictures_of_every_indicator_say_the_years_and_areas_that_they_show():
    assert of_indicators(all_codes()) == []


def test_a_file_that_does_not_show_the_district_is_named_after_whom_it_shows():
    # Air is measured in the built-up area alone; targets that are drawn are those of others.
    names = [c["fileName"] for c in opened.charts(opened.shared("environment"))]
    assert "安康中心城市_空气质量优良天数_2015-2024" in names
    names = [c["fileName"] for c in opened.charts(opened.shared("targets"))]
    assert all(name.startswith("安康市、陕西省、全国_") for name in names)

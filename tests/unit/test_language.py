"""Both languages say the same things, and write numbers and periods as their readers do."""

import re

import pytest

from indicators.language import CODES, Language, catalogue, of_browser

zh, en = Language("zh"), Language("en")


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_both_catalogues_have_the_same_keys():
    assert set(catalogue("zh")) == set(catalogue("en"))


def test_the_texts_of_both_languages_use_the_same_placeholders():
    differing = {}
    for key, chinese in catalogue("zh").items():
        used, there = placeholders(catalogue("en")[key]), placeholders(chinese)
        # {name} is the month in words, which Chinese writes as a number.
        aliases = {"name"} if "month" in there else set()
        if used - aliases - there or there - {"month"} - used:
            differing[key] = (there, used)
    assert differing == {}


def test_chinese_texts_have_no_english_words():
    allowed = {"GB3095", "CSV", "PNG", "SVG"}
    english = {}
    for key, text in catalogue("zh").items():
        # Folders and files are named as they are.
        bare = re.sub(r"{\w+}|data/orders|\.csv$", "", text)
        if words := set(re.findall(r"[A-Za-z]\w+", bare)) - allowed:
            english[key] = words
    assert english == {"app.html_lang": {"zh", "CN"}}  # the language's code: zh-CN


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(1234.5, 1, "1,234.5"), (-7.2, 1, "−7.2"), (15, 0, "15"), (0, 1, "0.0"), (2.736, 2, "2.74")],
)
def test_numbers(value, decimals, expected):
    assert zh.number(value, decimals) == expected
    assert en.number(value, decimals) == expected


def test_a_signed_number_shows_its_plus():
    assert zh.number(0.6, 1, signed=True) == "+0.6"


@pytest.mark.parametrize(
    ("period", "coverage", "chinese", "english"),
    [
        ("2021", "year", "2021年", "2021"),
        ("2021-Q3", "quarter", "2021年三季度", "Q3 2021"),
        ("2023-11", "year_to_date", "2023年1—11月", "January–November 2023"),
        ("2023-01", "year_to_date", "2023年1月", "January 2023"),  # no stretch of one month
        ("2021-11", "point", "2021年11月", "November 2021"),
        ("2020-11-01", "point", "2020年11月", "November 2020"),
    ],
)
def test_periods(period, coverage, chinese, english):
    assert zh.period(period, coverage) == chinese
    assert en.period(period, coverage) == english


def test_a_span_of_one_year_is_that_year():
    assert zh.years(2021, 2021) == "2021年"
    assert zh.years(2017, 2021) == "2017—2021年"
    assert en.years(2017, 2021) == "2017–2021"


@pytest.mark.parametrize(
    ("locale", "code"), [("zh-CN", "zh"), ("zh", "zh"), (None, "zh"), ("en-GB", "en"), ("de", "en")]
)
def test_the_browser_decides_the_first_language(locale, code):
    assert of_browser(locale).code == code
    assert code in CODES

"""What axe-core finds, the rules of WCAG 2 and its best practice: nothing, on any page."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from playwright.sync_api import Page

from indicators.filters.data import SECTIONS
from tests import opened

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
# Each rule that is broken, and where.
BROKEN = """async () => (await axe.run()).violations.flatMap(
    ({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(" ")}`)
)"""
VIEWS = (
    *(page for page in opened.PAGES if page != "data"),
    *(f"data?section={section}" for section in SECTIONS),
)
WIDTHS = (1440, 390)


def broken(page: Page, width: int) -> list[str]:
    """What is wrong with a page that is drawn, at a width."""
    page.set_viewport_size({"width": width, "height": 900})
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(BROKEN)


def found(page: Page, visit: Callable[[Page, str], None], address: str) -> list[str]:
    """The same of an address, at every width, each with where it is."""
    visit(page, address)
    return [
        f"{address.rpartition('/')[2]} at {width}: {fault}"
        for width in WIDTHS
        for fault in broken(page, width)
    ]


def with_language(view: str, lang: str) -> str:
    return f"{view}{'&' if '?' in view else '?'}lang={lang}"


@pytest.mark.sweep
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_on_any_page(new_page, server, visit, lang, look):
    page = new_page(color_scheme=look)
    faults = [
        fault
        for view in VIEWS
        for fault in found(page, visit, f"{server}/{with_language(view, lang)}")
    ]
    assert faults == [], "\n".join(faults)


@pytest.mark.sweep
def test_axe_finds_nothing_on_the_charts_of_a_ledger(page, ledger_server, visit):
    assert found(page, visit, f"{ledger_server}/livelihood_orders?lang=zh") == []


# Charts and a table that scrolls on a phone; the field into which files are dropped.
@pytest.mark.parametrize(
    ("view", "look"), [("investment?lang=en", "dark"), ("data?section=check&lang=zh", "light")]
)
def test_axe_finds_nothing_where_there_is_most_to_find(new_page, server, visit, view, look):
    assert found(new_page(color_scheme=look), visit, f"{server}/{view}") == []


# What is pressed, and is less high than a thumb needs. Streamlit's buttons over a grid stay as they
# are: larger they would cover its heading.
SMALL = """() => {
    const all = (root) => [...root.querySelectorAll("*")].flatMap(
        (part) => [part, ...(part.shadowRoot ? all(part.shadowRoot) : [])]);
    const pressed = "button, a[href], summary, input, [role=radio]";
    const isExcepted = (part) => part.closest(
        "[data-testid=stSidebar][data-collapsed=true], [data-testid=stElementToolbar], "
        + "[data-testid=stSkipToContent], [data-testid=stFileUploaderDropzone], details ol");
    const heightOf = (part) => (part.closest("[role=group]:has(input)") ?? part.closest("label")
        ?? part).getBoundingClientRect().height;
    return all(document.body)
        .filter((part) => part.matches(pressed) && !isExcepted(part))
        .filter((part) => part.checkVisibility({ visibilityProperty: true }))
        .filter((part) => heightOf(part) > 0 && heightOf(part) < 44)
        .map((part) => `${part.getAttribute("aria-label") ?? part.textContent}: ${heightOf(part)}`);
}"""


@pytest.mark.parametrize(
    "view",
    [
        view if view in ("targets", "comparison") else pytest.param(view, marks=pytest.mark.sweep)
        for view in VIEWS
    ],
)
def test_a_thumb_finds_room_on_a_phone(new_page, server, visit, view):
    phone = new_page(width=390, height=844)
    visit(phone, f"{server}/{with_language(view, 'zh')}")
    assert phone.evaluate(SMALL) == []
    if view == "targets":
        phone.get_by_test_id("stExpandSidebarButton").click()
        phone.get_by_test_id("stSidebarCollapseButton").get_by_role("button").wait_for()
        assert phone.evaluate(SMALL) == []


# How thick a part's frame is.
FRAME = "part => parseFloat(getComputedStyle(part).borderLeftWidth)"


@pytest.mark.parametrize(
    ("of", "chosen"),
    [
        ("[role=radio]", "[aria-checked=true]"),
        ("[data-testid=stSidebarNavLink]", "[aria-current=page]"),
    ],
)
def test_without_colours_a_frame_tells_what_is_chosen(shown, server, of, chosen):
    reader = shown(f"{server}/comparison?lang=zh", forced_colors="active")
    is_chosen = reader.locator(f"{of}{chosen}").first.evaluate(FRAME)
    assert is_chosen > reader.locator(f"{of}:not({chosen})").first.evaluate(FRAME)


# The outline of what has the focus, in a component too.
OUTLINE = """() => {
    let part = document.activeElement;
    while (part.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    const group = part.matches("input") && part.closest("[role=group]");
    const isFramed = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    return isFramed || group || part === document.body
        ? "" : `${part.tagName} ${part.getAttribute("aria-label") ?? part.textContent}`;
}"""


def test_whoever_types_sees_where(page, server, visit):
    visit(page, f"{server}/targets?lang=zh")
    unframed = []
    for _ in range(40):
        page.keyboard.press("Tab")
        unframed.append(page.evaluate(OUTLINE))
    assert [part for part in unframed if part] == []

"""The real server and a real browser, offline: no request may leave this machine."""

import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests import orders
from tests.browser.workshop import Workshop
from tools.bench import servers

DATA = Path(__file__).resolve().parents[2] / "data"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
# By this name an address without https is no secure context: as in an office, without a clipboard.
PLAIN_NAME = "kanban.test"
# A shared machine may be busy with other things.
PATIENCE = 90_000  # milliseconds
expect.set_options(timeout=PATIENCE)
# Nothing that calls home; the sandbox needs rights that a container does not give.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--host-resolver-rules=MAP {PLAIN_NAME} 127.0.0.1",
]
OURS = ("http://localhost:", f"http://{PLAIN_NAME}:", "data:", "blob:")
# On a page below the root Streamlit first looks for itself beside the page.
EXPECTED_404 = ("_stcore/host-config", "_stcore/health")
# What a window is where a test does not say otherwise.
WINDOW = {"width": 1440, "height": 900, "locale": "zh-CN", "permissions": ()}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).parent == Path(__file__).parent and not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def start_server() -> Iterator[Callable[..., str]]:
    """Start the dashboard as `make run` does and return its address; all are stopped at the end."""
    with ExitStack() as running:

        def start(data: Path | None = None, **settings: object) -> str:
            address, _ = running.enter_context(servers.dashboard(data, **settings))
            return address

        yield start


@pytest.fixture(scope="session")
def server(start_server: Callable[..., str]) -> str:
    return start_server()


@pytest.fixture(scope="session")
def ledger_server(
    start_server: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> str:
    """A dashboard with a generated ledger too, for tests that leave it as it is."""
    data = shutil.copytree(DATA, tmp_path_factory.mktemp("ledger") / "data")
    orders.write(data / "orders", 3000)
    return start_server(data)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def blank_page(browser: Browser) -> Workshop:
    return Workshop(browser.new_page())


@pytest.fixture
def workshop(blank_page: Workshop) -> Iterator[Workshop]:
    """The blank page in which images are drawn. Fails on a script error."""
    yield blank_page
    wrong = blank_page.errors.copy()
    blank_page.errors.clear()
    assert wrong == []


@pytest.fixture(scope="session")
def context(browser: Browser) -> Callable[..., BrowserContext]:
    """Where pages of the same settings share what they have loaded, as one reader's do."""

    contexts: dict[str, BrowserContext] = {}

    def shared(**settings: object) -> BrowserContext:
        key = repr(sorted(settings.items()))
        if key not in contexts:
            contexts[key] = browser.new_context(**settings)
        return contexts[key]

    return shared


@pytest.fixture(scope="session")
def heard() -> list[str]:
    """Script errors, and requests to anywhere else, of all pages."""
    return []


@pytest.fixture
def nothing_wrong(heard: list[str]) -> Iterator[None]:
    """Fails a test on a script error or a request to anywhere else."""
    yield
    wrong = heard.copy()
    heard.clear()
    assert wrong == []


# What a page has the browser remember, a folded menu say.
FORGET = "location.protocol === 'http:' && (localStorage.clear(), sessionStorage.clear())"


@dataclass
class Tab:
    """A tab in which one test after another opens its pages: a new one costs thrice as much."""

    page: Page
    view: str = ""  # what it shows, where nobody has changed that


@pytest.fixture(scope="session")
def new_tab(heard: list[str]) -> Callable[[BrowserContext], Tab]:
    """A tab that is heard."""

    def note(message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        if message.type == "error" and not where.endswith(EXPECTED_404):
            heard.append(f"{message.text} ({where})")

    def leave(request: Request) -> None:
        if not request.url.startswith(OURS):
            heard.append(f"request to {request.url}")

    def open_one(context: BrowserContext) -> Tab:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", note)
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", leave)
        return Tab(page)

    return open_one


@pytest.fixture(scope="session")
def free_tabs() -> dict[str, list[Tab]]:
    """The tabs that no test uses just now, by the settings of their window."""
    return defaultdict(list)


@pytest.fixture
def take_tab(
    request: pytest.FixtureRequest,
    context: Callable[..., BrowserContext],
    new_tab: Callable[[BrowserContext], Tab],
    free_tabs: dict[str, list[Tab]],
    nothing_wrong: None,
) -> Iterator[Callable[..., Tab]]:
    """A tab for one test, if possible one with a view: take_tab("…", width=1440, locale="zh-CN").

    It is free again after the test, unless that fails.
    """
    taken: list[tuple[str, Tab]] = []
    failed = request.session.testsfailed

    def take(view: str, width: int, height: int, **settings: object) -> Tab:
        key = repr(sorted(settings.items()))
        free = sorted(free_tabs[key], key=lambda tab: (tab.view == view, not tab.view))
        tab = free[-1] if free else new_tab(context(**settings))
        free_tabs[key] = free[:-1]
        taken.append((key, tab))
        if tab.view != view or not view:
            tab.view = ""
            tab.page.unroute_all()
            tab.page.evaluate(FORGET)
            tab.page.mouse.move(0, 0)
            tab.page.set_viewport_size({"width": width, "height": height})
        return tab

    yield take
    for key, tab in taken:
        if request.session.testsfailed > failed:
            tab.page.close()
        else:
            free_tabs[key].append(tab)


@pytest.fixture
def new_page(
    browser: Browser, new_tab: Callable[[BrowserContext], Tab], take_tab: Callable[..., Tab]
) -> Iterator[Callable[..., Page]]:
    """A page for one test alone: new_page(width=390, locale="en-GB").

    With `stranger` of a reader who was never here: nothing is loaded, nothing remembered.
    """
    with ExitStack() as strangers:

        def open_one(*, stranger: bool = False, **settings: object) -> Page:
            if not stranger:
                return take_tab("", **WINDOW | settings).page
            context = browser.new_context(locale="zh-CN", **settings)
            return new_tab(strangers.enter_context(context)).page

        yield open_one


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture
def shown(take_tab: Callable[..., Tab]) -> Callable[..., Page]:
    """A view for tests that leave it as it was: it is loaded once for those that follow each other.

    shown("http://…/investment", hide_the_plan, locale="en-GB"): what is done to it once, and the
    settings of its window.
    """

    def view(
        address: str, prepare: Callable[[Page], None] | None = None, **settings: object
    ) -> Page:
        wanted = repr((address, prepare, settings))
        tab = take_tab(wanted, **WINDOW | settings)
        if not tab.view:
            tab.page.goto(address)
            drawn(tab.page)
            if prepare:
                prepare(tab.page)
            tab.view = wanted
        return tab.page

    return view


@pytest.fixture(scope="session")
def visit() -> Callable[[Page, str], None]:
    """Go to an address and wait until the page is drawn."""

    def go(page: Page, address: str) -> None:
        page.goto(address)
        drawn(page)

    return go


def drawn(page: Page) -> None:
    """Wait until a page that was opened is whole."""
    page.locator("h1").first.wait_for()
    page.wait_for_function(DRAWN)


# The run has ended; no part whose code is still on its way shows a grey box; the address is
# complete, which the component does that comes last; every chart is there.
DRAWN = """() => {
    const all = (part) => [...document.querySelectorAll(`[data-testid="${part}"]`)];
    return all("stApp")[0]?.getAttribute("data-test-script-state") === "notRunning"
        && !all("stSkeleton").length
        && /[?&]from=.*&to=/.test(location.search)
        && all("stPlotlyChart").every((chart) => chart.querySelector(".main-svg"));
}"""


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list as one types. A list that is still opening swallows a click."""
    page.get_by_role("combobox", name=label).fill(option)
    found = page.get_by_role("option").first
    expect(found).to_have_text(option)
    found.click()


def hide(page: Page, name: int) -> None:
    """Click on a name of the page's legends: its series goes, once no second click follows."""
    page.locator(".legendtoggle").nth(name).click()
    page.wait_for_function(
        """() => [...document.querySelectorAll(".js-plotly-plot")].some((chart) =>
            chart.data.some((trace) => trace.visible === "legendonly"))"""
    )


def reload_until(page: Page, address: str, words: str) -> None:
    """Reload as an impatient reader does; every single time the page must be whole."""
    over = time.monotonic() + 90
    while time.monotonic() < over:
        page.goto(address)
        drawn(page)
        assert page.get_by_test_id("stAlertContentError").count() == 0
        if page.get_by_text(words).count():
            return
    raise AssertionError(f"{words} did not appear within the time")

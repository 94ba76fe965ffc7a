"""The real server and a real browser, offline: no request may leave this machine."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from tools.bench import servers

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
# By this name an address without https is no secure context: as in an office, without a clipboard.
PLAIN_NAME = "kanban.test"
# As patient as Playwright is with a click: a shared machine may be busy with other things.
expect.set_options(timeout=30_000)
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
IMAGES = ("test_image", "test_every_indicator")
OURS = ("http://localhost:", f"http://{PLAIN_NAME}:", "data:", "blob:")
# On a page below the root Streamlit first looks for itself beside the page.
EXPECTED_404 = ("_stcore/host-config", "_stcore/health")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            # A browser and a server serve many tests: those of images go to one worker, the
            # others to another, which takes about as long.
            group = "images" if item.path.stem in IMAGES else "e2e"
            item.add_marker(pytest.mark.xdist_group(group))
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def start_server() -> Iterator[Callable[..., str]]:
    """Start the dashboard as `make run` does and return its address; all are stopped at the end."""
    with ExitStack() as running:

        def start(data: Path | None = None) -> str:
            address, _ = running.enter_context(servers.dashboard(data))
            return address

        yield start


@pytest.fixture(scope="session")
def server(start_server: Callable[..., str]) -> str:
    return start_server()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page of a reader of their own. Fails on a script error or a request to anywhere else."""
    contexts, wrong = [], []

    def note(message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        if message.type == "error" and not where.endswith(EXPECTED_404):
            wrong.append(f"{message.text} ({where})")

    def leave(request: Request) -> None:
        if not request.url.startswith(OURS):
            wrong.append(f"request to {request.url}")

    def open_one(width: int = 1440, height: int = 900, locale: str = "zh-CN", **more) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", leave)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def visit() -> Callable[[Page, str], None]:
    """Go to an address and wait until the page is drawn."""

    def go(page: Page, address: str) -> None:
        page.goto(address)
        settled(page)

    return go


@pytest.fixture(scope="session")
def settle() -> Callable[[Page], None]:
    """Wait until the page has followed a change."""
    return settled


def settled(page: Page) -> None:
    page.locator("h1").first.wait_for(timeout=30_000)
    page.wait_for_timeout(150)  # a rerun begins a moment after the click
    page.wait_for_function(
        """() => document.querySelector('[data-testid="stApp"]')
                 ?.getAttribute('data-test-script-state') === 'notRunning'""",
        timeout=30_000,
    )
    # A part whose code is still on its way shows a grey box: the browser is slower than the run.
    page.wait_for_function(
        """() => !document.querySelector('[data-testid="stSkeleton"]')""", timeout=30_000
    )
    # The address is completed last, by the component that also translates Streamlit's words.
    page.wait_for_function("() => /[?&]from=.*&to=/.test(location.search)", timeout=30_000)
    page.wait_for_function(
        """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
                 .every((chart) => chart.querySelector('.main-svg'))""",
        timeout=30_000,
    )


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
    for _ in range(30):
        page.goto(address)
        settled(page)
        assert page.get_by_test_id("stAlertContentError").count() == 0
        if page.get_by_text(words).count():
            return
        time.sleep(0.5)
    raise AssertionError(f"{words} did not appear within the time")

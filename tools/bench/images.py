"""Click to file: seconds from a press on the bar's button to the finished download."""

import re
import shutil
import statistics
import time
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, sync_playwright

from indicators import exhibits
from tools.bench.first_load import FLAGS

ROUNDS = 5
SHOWN = exhibits.by_page()["investment"]


@dataclass
class Seconds:
    """The first image after the page was opened; later ones of other charts' first; large ones."""

    first: float
    later: float
    large: float
    page: float  # all charts of the page in one ZIP


def measure(address: str) -> Seconds:
    """Medians over pages opened anew."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        found = []
        for _ in range(ROUNDS):
            page = browser.new_page(locale="zh-CN", viewport={"width": 1440, "height": 900})
            _open(page, address)
            single = _one(page)
            _open(page, address)
            all_charts = page.get_by_role("button", name=re.compile("^下载本页全部图表"))
            found.append((*single, _seconds(page, all_charts)))
            page.close()
        browser.close()
    return Seconds(*(statistics.median(times) for times in zip(*found, strict=True)))


def _open(page: Page, address: str) -> None:
    page.goto(f"{address}/investment?from=2010&to=2025&lang=zh")
    page.wait_for_function(f"() => window.exhibitCards?.size === {len(SHOWN)} && window.Plotly")
    page.wait_for_timeout(1000)


def _one(page: Page) -> tuple[float, float, float]:
    images = page.get_by_role("button", name=re.compile("^下载图片: "))
    first = _seconds(page, images.first)
    # Another chart's image: the same one again is kept and would cost nothing.
    later = _seconds(page, images.nth(1))
    page.get_by_role("button", name=re.compile("^更多格式: ")).nth(2).click()
    page.locator("figure[aria-busy=false]").wait_for()
    large_one = page.get_by_role("radio", name="大图 4800 × 2700")
    began = time.perf_counter()
    large_one.click()
    page.wait_for_function(LARGE, polling="raf")
    large = time.perf_counter() - began
    return first, later, large


# The preview is the file: it is there when the file is.
LARGE = """() => [...window.exhibitCards.keys()].some((place) => {
    const image = place.querySelector(".preview img");
    return image?.naturalWidth === 4800;
})"""


def _seconds(page: Page, button: Locator) -> float:
    button.scroll_into_view_if_needed()
    with page.expect_download() as waiting:
        began = time.perf_counter()
        button.click()
    waiting.value.path()
    return time.perf_counter() - began

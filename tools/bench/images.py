"""Click to file: seconds from a press on the bar's button to the finished download."""

import shutil
import statistics
import time
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

from indicators import exhibits
from tools.bench.first_load import FLAGS

TITLE = "区级重点项目完成投资"
ROUNDS = 5
SHOWN = exhibits.by_page()["investment"]
CHARTS = sum(exhibit.draws for exhibit in SHOWN)


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
            found.append((*single, _seconds(page, f"下载本页全部图表（{CHARTS}张）")))
            page.close()
        browser.close()
    return Seconds(*(statistics.median(times) for times in zip(*found, strict=True)))


def _open(page: Page, address: str) -> None:
    page.goto(f"{address}/investment?from=2010&to=2025&lang=zh")
    page.wait_for_function(f"() => window.exhibitCards?.size === {len(SHOWN)} && window.Plotly")
    page.wait_for_timeout(1000)


def _one(page: Page) -> tuple[float, float, float]:
    first = _seconds(page, f"下载图片: {TITLE}")
    # Another chart's image: the same one again is kept and would cost nothing.
    later = _seconds(page, "下载图片: 区级重点项目个数")
    page.get_by_role("button", name="更多格式: 固定资产投资增速").click()
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


def _seconds(page: Page, button: str) -> float:
    found = page.get_by_role("button", name=button, exact=True)
    found.scroll_into_view_if_needed()
    with page.expect_download() as waiting:
        began = time.perf_counter()
        found.click()
    waiting.value.path()
    return time.perf_counter() - began

"""What a first visit and a return cost in a browser, on a 20 Mbit/s line with 40 ms of delay."""

import shutil
import statistics
import time
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

LINE = {
    "offline": False,
    "latency": 40,
    "downloadThroughput": 20e6 / 8,
    "uploadThroughput": 20e6 / 8,
}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
VISITS = 3


@dataclass
class Visit:
    """One visit: seconds to the first chart, megabytes and requests over the line."""

    seconds: float
    megabytes: float
    requests: int


def measure(address: str) -> tuple[Visit, Visit]:
    """The median first visit, and the median return of the same reader."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        visits = [_twice(browser, address) for _ in range(VISITS)]
        browser.close()
    firsts, returns = zip(*visits, strict=True)
    return _median(firsts), _median(returns)


def filter_change(address: str, option: str = "2024年") -> float:
    """Seconds from a click on a year to the chart that shows it, at the median."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(locale="zh-CN", viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/investment?from=2017&to=2025&lang=zh")
        page.wait_for_selector(".main-svg")
        times = []
        for year in (2024, 2025) * 5:
            page.get_by_role("combobox", name="截止年").click()
            began = time.perf_counter()
            page.get_by_role("option", name=f"{year}年", exact=True).click()
            page.wait_for_function(
                "year => document.querySelector('.js-plotly-plot')?._fullLayout?.xaxis?.range[1]"
                " === year + 0.6",
                arg=year,
                polling="raf",
            )
            times.append(time.perf_counter() - began)
        browser.close()
    return statistics.median(times)


def _twice(browser: Browser, address: str) -> tuple[Visit, Visit]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    pair = (_visit(context, address), _visit(context, address))
    context.close()
    return pair


def _visit(context, address: str) -> Visit:
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    sizes: list[float] = []
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    line.on(
        "Network.webSocketFrameReceived",
        lambda event: sizes.append(len(event["response"]["payloadData"]) * 0.75),
    )
    began = time.perf_counter()
    page.goto(f"{address}/", wait_until="commit")
    page.wait_for_selector(".main-svg .trace", state="attached", timeout=60_000)
    seconds = time.perf_counter() - began
    page.wait_for_timeout(500)
    over_the_line = [size for size in sizes if size > 0]
    page.close()
    return Visit(seconds, sum(over_the_line) / 1e6, len(over_the_line))


def _median(visits: tuple[Visit, ...]) -> Visit:
    return sorted(visits, key=lambda visit: visit.seconds)[len(visits) // 2]

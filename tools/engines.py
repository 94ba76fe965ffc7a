"""The chart image in the other two engines: Firefox, and WebKit, which is Safari's. `make engines`.

The tests run in Chromium, which Playwright drives. Debian's Firefox and WebKitGTK are driven here
by their own standard protocols: WebDriver BiDi and WebDriver. Each makes the first image of a page
on a desktop and on a phone's width, at localhost and at an address without https.
"""

import base64
import io
import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from PIL import Image
from websockets.sync.client import connect

from tools.bench import servers

PAGE = "investment?from=2010&to=2025&lang=zh"
TITLE = "区级重点项目完成投资"
WIDE, NARROW = (1440, 900), (420, 860)
MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
# WebKit's own sandbox needs rights that a container does not give.
WEBKIT = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}

# The place of the chart's bar, once it and the chart are drawn.
PLACE = f"""(document.querySelectorAll('.js-plotly-plot .main-svg').length > 0 &&
    [...(window.exhibitCards ?? new Map())]
        .filter(([place, card]) => JSON.parse(card).caption.title === '{TITLE}')
        .map(([place]) => place)
        .find((place) => place.querySelector('button.image')))"""
# Before a button is pressed: what would be saved is caught.
LISTEN = f"""(() => {{
    const place = {PLACE};
    if (!place) return false;
    window.caught = [];
    HTMLAnchorElement.prototype.click = function () {{ window.caught.push(this); }};
    place.querySelector('dialog')?.close();
    place.querySelector('.status').textContent = '';
    place.querySelector('.menu').hidden = false;
    return true;
}})()"""
# What pressing it led to: a file, a picture on the page, or words.
RESULT = f"""(async () => {{
    const place = {PLACE};
    const busy = () => place.querySelector('button:disabled');
    const over = Date.now() + 20000;
    do await new Promise((go) => setTimeout(go, 100)); while (busy() && Date.now() < over);
    const file = window.caught[0];
    const href = file?.href ?? place.querySelector('dialog img')?.src;
    let png = null;
    if (href) {{
        const reader = new FileReader();
        const blob = await (await fetch(href)).blob();
        png = await new Promise((done) => {{
            reader.onload = () => done(reader.result.split(',')[1]);
            reader.readAsDataURL(blob);
        }});
    }}
    const status = place.querySelector('.status').textContent;
    const said = place.querySelector('dialog .advice')?.textContent ?? status;
    return JSON.stringify({{ file: file?.download ?? null, said, png, secure: isSecureContext }});
}})()"""
Found = TypeVar("Found")


@dataclass(frozen=True)
class Browser:
    """An opened browser: a promise that a script returns is waited for."""

    version: str
    go: Callable[[str, tuple[int, int]], None]
    run: Callable[[str], object]
    press: Callable[[str], None]  # a button of the bar, by its class, as a person would


@contextmanager
def firefox() -> Iterator[Browser]:
    port, numbers = servers.free_port(), itertools.count(1)
    with (
        tempfile.TemporaryDirectory() as profile,
        _process(
            "firefox-esr", "--headless", "--profile", profile, f"--remote-debugging-port={port}"
        ),
        _until(lambda: connect(f"ws://127.0.0.1:{port}/session", max_size=None)) as wire,
    ):

        def call(method: str, **params: object) -> dict:
            number = next(numbers)
            wire.send(json.dumps({"id": number, "method": method, "params": params}))
            while (answer := json.loads(wire.recv(timeout=60))).get("id") != number:
                pass
            if answer["type"] == "error":
                raise RuntimeError(f"{method}: {answer['message']}")
            return answer["result"]

        version = call("session.new", capabilities={})["capabilities"]["browserVersion"]
        tab = call("browsingContext.getTree")["contexts"][0]["context"]

        def go(address: str, size: tuple[int, int]) -> None:
            viewport = {"width": size[0], "height": size[1]}
            call("browsingContext.setViewport", context=tab, viewport=viewport)
            call("browsingContext.navigate", context=tab, url=address, wait="complete")

        def run(script: str) -> str:
            found = call(
                "script.evaluate",
                expression=script,
                target={"context": tab},
                awaitPromise=True,
                userActivation=True,
            )
            return found["result"].get("value")

        # userActivation makes it count as a person's.
        def press(kind: str) -> None:
            run(f"{PLACE}.querySelector('button.{kind}').click()")

        yield Browser(f"Firefox {version}", go, run, press)


@contextmanager
def webkit() -> Iterator[Browser]:
    port = servers.free_port()
    with _process("xvfb-run", "-a", "WebKitWebDriver", f"--port={port}", environment=WEBKIT):

        def call(path: str, body: dict) -> dict:
            asked = urllib.request.Request(
                f"http://127.0.0.1:{port}/session{path}",
                data=json.dumps(body).encode(),
                headers={"content-type": "application/json"},
            )
            with urllib.request.urlopen(asked, timeout=60) as answer:
                return json.load(answer)["value"]

        options = {"binary": MINI_BROWSER, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = _until(lambda: call("", {"capabilities": wanted}))
        at = f"/{session['sessionId']}"
        call(f"{at}/timeouts", {"script": 60_000})

        def go(address: str, size: tuple[int, int]) -> None:
            call(f"{at}/window/rect", {"width": size[0], "height": size[1]})
            call(f"{at}/url", {"url": address})

        def run(script: str) -> object:
            waiting = f"Promise.resolve({script}).then(arguments[arguments.length - 1])"
            return call(f"{at}/execute/async", {"script": waiting, "args": []})

        def press(kind: str) -> None:
            script = f"return {PLACE}.querySelector('button.{kind}')"
            [found] = call(f"{at}/execute/sync", {"script": script, "args": []}).values()
            call(f"{at}/element/{found}/click", {})

        yield Browser(f"WebKit {session['capabilities']['browserVersion']}", go, run, press)
        with urllib.request.urlopen(
            urllib.request.Request(f"http://127.0.0.1:{port}/session{at}", method="DELETE")
        ):
            pass


@contextmanager
def _process(*command: str, environment: dict[str, str] | None = None) -> Iterator[None]:
    running = subprocess.Popen(
        command,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        running.terminate()
        running.wait(timeout=20)


def _until(attempt: Callable[[], Found], seconds: float = 30) -> Found:
    """What an attempt gives, once it gives anything."""
    over = time.monotonic() + seconds
    while True:
        try:
            if found := attempt():
                return found
        except OSError:
            if time.monotonic() > over:
                raise
        if time.monotonic() > over:
            raise TimeoutError
        time.sleep(0.25)


def faults(browser: Browser, address: str) -> Iterator[str]:
    """What is wrong with the image in a browser, in words."""
    plain = address.replace("localhost", socket.gethostname())
    for base, secure in ((address, True), (plain, False)):
        for size in (WIDE, NARROW):
            browser.go(f"{base}/{PAGE}", size)
            where = f"{'localhost' if secure else 'without https'}, {size[0]} pixels"
            image, copy = (_pressed(browser, kind) for kind in ("image", "copy_image"))
            if image["secure"] != secure:
                yield f"{where}: not the context that was wanted"
            if (image["file"] is None) != (size == NARROW):
                yield f"{where}: {image['said'] or image['file']}"
            yield from (f"{where}: {fault}" for fault in _of_file(image["png"]))
            if secure and "已复制" not in copy["said"]:
                yield f"{where}: copying says {copy['said']}"
            if not secure and "复制图片" not in copy["said"]:
                yield f"{where}: copying by hand says {copy['said']}"


def _pressed(browser: Browser, kind: str) -> dict:
    _until(lambda: browser.run(LISTEN))
    browser.press(kind)
    return json.loads(browser.run(RESULT))


def _of_file(png: str | None) -> Iterator[str]:
    if png is None:
        yield "no image"
        return
    with Image.open(io.BytesIO(base64.b64decode(png))) as image:
        if image.size != (2400, 1696):
            yield f"{image.size} pixels"
        if image.text.get("Title") != TITLE:
            yield "no title in the file"
        # The blue rule, white paper, and the accent of the latest column.
        colours = image.convert("RGB")
        seen = [colours.getpixel(at) for at in ((1200, 4), (20, 700), (2186, 900))]
        if seen != [(0x0F, 0x5C, 0x8C), (255, 255, 255), (0x0F, 0x5C, 0x8C)]:
            yield f"drawn wrongly: {seen}"


def main() -> int:
    missing = [name for name in ("firefox-esr", "WebKitWebDriver") if not shutil.which(name)]
    if missing:
        print(f"Not installed, so not tried: {', '.join(missing)}")
        return 0 if "--if-installed" in sys.argv else 1
    wrong = 0
    with servers.dashboard() as (address, _):
        for engine in (firefox, webkit):
            with engine() as browser:
                found = list(faults(browser, address))
            wrong += len(found)
            print(f"{browser.version}: {'; '.join(found) or 'the image is right'}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

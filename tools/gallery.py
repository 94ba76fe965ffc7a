"""Writes every image of every page, both languages and all shapes, into gallery/. `make gallery`.

Of the page that shows any indicator, every indicator too, as half a page. And one contact sheet a
shape and language, to be looked through by a person. `make gallery ONLY="targets gdp"` writes
those of the pages and indicators that are named.
"""

import csv
import io
import shutil
import sys
from collections.abc import Collection
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from streamlit.testing.v1 import AppTest

from tests import opened
from tests.browser import conftest
from tests.browser.workshop import SHAPES, Workshop

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "gallery"
COLUMNS = 3
THUMB = 640  # pixels wide


def main(only: Collection[str]) -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=conftest.CHROMIUM, args=conftest.FLAGS)
        workshop = Workshop(browser.new_page())
        for lang in ("zh", "en"):
            for page in (page for page in opened.PAGES if not only or page in only):
                workshop.stand_at(opened.address(page, lang), lang)
                _write(workshop, opened.opened(page, lang=lang), page, FOLDER / lang)
            workshop.stand_at(opened.address("indicator", lang), lang)
            _write_indicators(workshop, lang, only)
        browser.close()
    for folder in sorted(path for path in FOLDER.glob("*/*") if path.is_dir()):
        _contact_sheet(folder)
    print(f"{len(list(FOLDER.rglob('*.png')))} images in {FOLDER}")


def _write(workshop: Workshop, at: AppTest, page: str, folder: Path) -> None:
    for number, card in enumerate(opened.charts(at), 1):
        for shape in SHAPES:
            drawn = workshop.draw(card, opened.words(at), shape, scale=2)
            _save(drawn.png, folder / shape / f"{page}_{number}_{drawn.name}.png")


def _write_indicators(workshop: Workshop, lang: str, only: Collection[str]) -> None:
    with (ROOT / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["indicator"] for row in csv.DictReader(file)]
    for code in (code for code in codes if not only or code in only):
        at = opened.opened("indicator", lang=lang, indicator=code)
        # Of an indicator without a figure the page says so, by its code, and shows another one.
        if not any(code in caption.value for caption in at.caption):
            for number, card in enumerate(opened.charts(at), 1):
                drawn = workshop.draw(card, opened.words(at), "page", scale=2)
                _save(drawn.png, FOLDER / lang / "indicators" / f"{code}_{number}_{drawn.name}.png")


def _save(png: bytes, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(png)


def _contact_sheet(folder: Path) -> None:
    thumbs = []
    for path in sorted(folder.glob("*.png")):
        with Image.open(io.BytesIO(path.read_bytes())) as image:
            thumbs.append(image.convert("RGB").resize((THUMB, THUMB * image.height // image.width)))
    height = thumbs[0].height + 12
    rows = -(-len(thumbs) // COLUMNS)
    sheet = Image.new("RGB", ((THUMB + 12) * COLUMNS, height * rows), "#999999")
    for number, thumb in enumerate(thumbs):
        sheet.paste(thumb, ((THUMB + 12) * (number % COLUMNS), height * (number // COLUMNS)))
    sheet.save(folder.parent / f"contact-sheet_{folder.name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])

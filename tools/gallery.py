"""Writes every image of every page, both languages and all shapes, into gallery/. `make gallery`.

Of the page that shows any indicator, every indicator too, as a slide. And one contact sheet a
shape and language, to be looked through by a person.
"""

import csv
import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser import conftest, pictures
from tools.bench import servers

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "gallery"
COLUMNS = 3
THUMB = 640  # pixels wide


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    with servers.dashboard() as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=conftest.CHROMIUM, args=conftest.FLAGS)
        for lang in ("zh", "en"):
            reader = browser.new_page(viewport={"width": 1440, "height": 900})
            for page in pictures.with_charts():
                reader.goto(f"{address}/{'' if page == 'overview' else page}?lang={lang}")
                conftest.settled(reader)
                _write(reader, FOLDER / lang, page)
            _write_indicators(reader, f"{address}/indicator?lang={lang}&indicator=", FOLDER / lang)
        browser.close()
    for folder in sorted(path for path in FOLDER.glob("*/*") if path.is_dir()):
        _contact_sheet(folder)
    print(f"{len(list(FOLDER.rglob('*.png')))} images in {FOLDER}")


def _write(reader: Page, folder: Path, page: str) -> None:
    for number, made in enumerate(pictures.made(reader)):
        target = folder / made.shape
        target.mkdir(parents=True, exist_ok=True)
        (target / f"{page}_{number // len(pictures.SHAPES) + 1}_{made.name}.png").write_bytes(
            made.png
        )


def _write_indicators(reader: Page, address: str, folder: Path) -> None:
    target = folder / "indicators"
    target.mkdir()
    with (ROOT / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["indicator"] for row in csv.DictReader(file)]
    for code in codes:
        reader.goto(address + code)
        conftest.settled(reader)
        # Of an indicator without a figure the page says so, by its code, and shows another one.
        if not reader.get_by_test_id("stCaptionContainer").filter(has_text=code).count():
            for number, made in enumerate(pictures.made(reader, ("slide",)), 1):
                (target / f"{code}_{number}_{made.name}.png").write_bytes(made.png)


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
    main()

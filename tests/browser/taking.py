"""What a reader takes away, as a test holds it: a file that was saved, a sheet, a pasted table."""

import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

TEXT = "{http://www.w3.org/2000/svg}text"


def download(page: Page, verb: str, title: str, folder: Path) -> Path:
    wanted = page.get_by_role("button", name=f"{verb}: {title}", exact=True)
    if not wanted.is_visible():
        page.get_by_role("button", name=re.compile(f"^(更多格式|More formats): {title}$")).click()
    with page.expect_download() as waiting:
        wanted.click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def texts(svg: Path) -> list[str]:
    return ["".join(t.itertext()) for t in ElementTree.parse(svg).iter(TEXT)]


def sheets(book: Path | io.BytesIO) -> list[tuple[str, list[list[str]]]]:
    """The name and the cells of each sheet, as text."""
    with zipfile.ZipFile(book) as parts:
        assert parts.testzip() is None
        for part in parts.namelist():
            ElementTree.fromstring(parts.read(part))
    return [
        (sheet.title, list(map(_as_text, sheet.values))) for sheet in openpyxl.load_workbook(book)
    ]


def _as_text(row: tuple) -> list[str]:
    return ["" if value is None else str(value) for value in row]


def copy(page: Page, title: str) -> None:
    button = page.get_by_role("button", name=f"复制表格: {title}", exact=True)
    button.click()
    said = page.locator(".foot").filter(has=button).get_by_role("status")
    expect(said).to_have_text("表格已复制，可直接粘贴到文档或电子表格。")


def unfold(page: Page, title: str) -> None:
    page.get_by_label(f"显示数据表: {title}", exact=True).click()


def unfold_and_copy(page: Page, title: str) -> None:
    unfold(page, title)
    copy(page, title)


def paste(page: Page, tag: str) -> None:
    """Paste into an element of its own, as a person does: a page may not read the clipboard."""
    page.evaluate(
        """(tag) => {
            document.getElementById("paper")?.remove();
            const paper = document.createElement(tag);
            paper.id = "paper";
            paper.contentEditable = "true";
            paper.onpaste = (event) => (window.html = event.clipboardData.getData("text/html"));
            document.body.prepend(paper);
            paper.focus();
        }""",
        tag,
    )
    page.keyboard.press("ControlOrMeta+V")


def forget(page: Page) -> None:
    """Have other words on the clipboard: what is pasted afterwards was copied afterwards."""
    page.evaluate(
        """() => {
            const other = document.createElement("textarea");
            other.id = "other";
            other.value = "other words";
            document.body.prepend(other);
            other.select();
        }"""
    )
    page.keyboard.press("ControlOrMeta+C")
    page.evaluate("document.getElementById('other').remove()")

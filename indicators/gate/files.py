"""The bytes of what lies in the folder: plain files only, and no more of them than fits.

A pipe would be waited for, a device never ends, and a link may lead to what nobody meant to
show; whoever opens a file in data/ opens it here.
"""

import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

# Ten million figures are 0.8 GB.
MOST_BYTES = 2 << 30
STEP = 1 << 24

Words = tuple[str, str]


class NotPlain(OSError):
    """What lies there is no file that can be read; says what it is, in both languages."""

    def __init__(self, path: Path, zh: str, en: str):
        super().__init__(None, en, str(path))
        self.zh, self.en = zh, en


def opened(path: Path) -> BinaryIO:
    """A plain file, opened for reading. Raises NotPlain for anything else, OSError as open() does.

    A link may lead to a file in the same folder, as mounted volumes have them, and no further.
    """
    if path.is_symlink() and not _stays_inside(path):
        zh, en = (
            "是指向别处的链接，应放入文件本身",
            "a file of its own, not a link to another place",
        )
        raise NotPlain(path, zh, en)
    # Without O_NONBLOCK a pipe that nobody writes to would be waited for; Windows has neither.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_dir():
        raise NotPlain(path, "是文件夹，应是文件", "a file, not a folder")
    descriptor = os.open(path, flags)
    state = os.fstat(descriptor)
    if not stat.S_ISREG(state.st_mode):
        os.close(descriptor)
        raise NotPlain(path, "不是普通文件，不能读", "a plain file, not a pipe or a device")
    if state.st_size > MOST_BYTES:
        os.close(descriptor)
        zh, en = "文件过大，最多 2 GB，应分成几个文件", "at most 2 GB; divide the file"
        raise NotPlain(path, zh, en)
    return os.fdopen(descriptor, "rb")


def _stays_inside(link: Path) -> bool:
    return link.resolve().is_relative_to(link.parent.resolve())


def content(path: Path) -> bytes:
    """All bytes of a plain file; of one that is damaged by zeros only those up to them."""
    parts = []
    with opened(path) as reading:
        while part := reading.read(STEP):
            parts.append(part)
            if ZEROS in part:
                break
    return b"".join(parts)


# What a power cut leaves where something should have been written.
ZEROS = b"\0" * 16

# How files of other kinds begin: they often bear the name of one that can be read.
BEGINNINGS: tuple[tuple[re.Pattern[bytes], Words], ...] = (
    (
        re.compile(rb"PK\x03\x04"),
        (
            "其实是工作簿，应把扩展名改为 .xlsx",
            "the ending .xlsx, for this is a workbook under another name",
        ),
    ),
    (
        re.compile(rb"\xd0\xcf\x11\xe0.*E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d", re.DOTALL),
        (
            "工作簿有密码，应在 Excel、WPS 中去掉打开密码后另存",
            "a workbook without a password; save it again without one",
        ),
    ),
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        (
            "其实是旧版工作簿（.xls），应在 Excel、WPS 中另存为“Excel 工作簿（.xlsx）”",
            "an .xlsx workbook; this is an old .xls, save it as “Excel workbook (.xlsx)”",
        ),
    ),
    (
        re.compile(rb"%PDF"),
        ("其实是 PDF，应放入 xlsx 工作簿或 CSV 文件", "an xlsx workbook or a CSV file, not a PDF"),
    ),
    (
        re.compile(
            rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|table|meta)", re.IGNORECASE
        ),
        (
            "其实是网页（系统导出的“假 Excel”），应在 Excel、WPS 中另存为“Excel 工作簿（.xlsx）”",
            "an .xlsx workbook; this is a web page, open it in Excel or WPS and save it as one",
        ),
    ),
    (
        re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml"),
        (
            "其实是 XML 文件，应用 Excel、WPS 打开，另存为“Excel 工作簿（.xlsx）”",
            "an .xlsx workbook; this is XML, open it in Excel or WPS and save it as one",
        ),
    ),
)


def disguise(content: bytes) -> Words | None:
    """What a file really is that should be text; None where nothing speaks against it."""
    head = content[:65536]
    return next((words for begins, words in BEGINNINGS if begins.match(head)), None)

"""The parts of a workbook: a ZIP file of XML, none of which is trusted."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.parsers import expat

from indicators.gate import files

# What is read of a workbook, unpacked: a small file can unpack to gigabytes.
MOST_UNPACKED = 512 << 20
# Some 100,000 rows of ten cells, which takes three seconds.
MOST_ELEMENTS = 3_000_000
# Excel's own limit for a cell; what is longer only fills the memory.
LONGEST_TEXT = 32_767
STEP = 1 << 20
# Cells that only have a look, often down to the last row of a sheet: not worth an element each.
EMPTY_CELL = re.compile(rb'<c r="[A-Z]+[0-9]+"(?: [a-z]+="[^"<>]*")*/>')
UNPLACED_CELL = re.compile(rb"<c(?:>| (?!r=))")

Attributes = dict[str, str]


class Broken(Exception):
    """Why a workbook cannot be read, and what to do, in both languages."""

    def __init__(self, zh: str, en: str):
        super().__init__(en)
        self.zh, self.en = zh, en

    def __reduce__(self) -> tuple[type["Broken"], tuple[str, str]]:
        """From another process it comes with both languages."""
        return type(self), (self.zh, self.en)


DAMAGED = (
    "工作簿已损坏或没有复制完，应在 Excel、WPS 中打开并另存，或重新取得文件",
    "an undamaged workbook; open it in Excel or WPS and save it again, or get it anew",
)
TOO_LARGE = (
    "工作簿展开后过大，应删去多余内容，或另存为“CSV UTF-8”",
    "a smaller workbook; take out what is not needed, or save it as “CSV UTF-8”",
)
# All that reading a damaged, encrypted or foreign ZIP file is known to raise.
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    RuntimeError,  # a password, or a method of packing that is not known
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    RecursionError,
)


@contextmanager
def opened(path: Path) -> Iterator["Package"]:
    """The parts of a workbook; raises Broken where it is none, OSError where nothing is read."""
    with files.opened(path) as content:
        head = content.read(65536)
        if not head:
            raise Broken(
                "文件是空的（0 字节），没有复制完，应重新取得文件",
                "a workbook; this file is empty, copy it again",
            )
        if not head.startswith(b"PK"):
            raise Broken(*(files.disguise(head) or _is_text(head) or DAMAGED))
        content.seek(0)
        try:
            with zipfile.ZipFile(content) as parts:
                yield Package(parts)
        except FAULTS as fault:
            raise Broken(*_reason(fault)) from fault


def _is_text(head: bytes) -> tuple[str, str] | None:
    if b"\0" in head or not any(sign in head for sign in (b",", b";", b"\t", b"\n")):
        return None
    zh = "其实是文本（CSV），应把扩展名改为 .csv"
    return zh, "the ending .csv, for this is a text and no workbook"


def _reason(fault: Exception) -> tuple[str, str]:
    if isinstance(fault, NotImplementedError):
        zh = "工作簿的压缩方式不能读，应在 Excel、WPS 中打开并另存"
        return zh, "a workbook packed as usual; open it in Excel or WPS and save it again"
    if isinstance(fault, RuntimeError) and "password" in str(fault):
        zh, en = "工作簿有密码，应去掉密码后另存", "a workbook without a password"
        return zh, en
    return DAMAGED


class Package:
    """The parts of an opened workbook by their name."""

    def __init__(self, parts: zipfile.ZipFile) -> None:
        self._parts = parts
        self._names = {name.lower().lstrip("/"): name for name in parts.namelist()}
        self._left = MOST_UNPACKED
        self._elements = 0

    def has(self, name: str) -> bool:
        """Whether there is such a part; Windows' names know no capitals."""
        return name.lower() in self._names

    def open(self, name: str) -> IO[bytes]:
        """A part, to be read."""
        part = self._names[name.lower()]
        self._left -= self._parts.getinfo(part).file_size
        if self._left < 0:
            raise Broken(*TOO_LARGE)
        return self._parts.open(part)

    def parse(
        self,
        name: str,
        begin: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Tell of each element, by its name without a prefix, its attributes, text and end."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _no_entities
        parser.StartElementHandler = self._counting(begin)
        if end:
            parser.EndElementHandler = lambda tag: end(_local(tag))
        if text:
            parser.CharacterDataHandler = text
        with self.open(name) as part:
            for content in _thinned(part):
                parser.Parse(content, False)
            parser.Parse(b"", True)

    def _counting(
        self, begin: Callable[[str, Attributes], None]
    ) -> Callable[[str, Attributes], None]:
        def counted(tag: str, attributes: Attributes) -> None:
            self._elements += 1
            if self._elements > MOST_ELEMENTS:
                raise Broken(*TOO_LARGE)
            begin(_local(tag), attributes)

        return counted

    def targets(self, name: str) -> dict[str, str]:
        """The parts that a part refers to, by the number it gives them."""
        folder, base = posixpath.split(name)
        parts: dict[str, str] = {}

        def begin(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, attributes["Target"]))
                parts[attributes["Id"]] = target.lstrip("/")

        relations = f"{folder}/_rels/{base}.rels".lstrip("/")
        if self.has(relations):
            self.parse(relations, begin)
        return parts


def _thinned(part: IO[bytes]) -> Iterator[bytes]:
    """The content of a part in pieces that end with an element, without cells that are empty."""
    rest = b""
    while read := part.read(STEP):
        content = rest + read
        end = content.rfind(b">") + 1
        content, rest = content[:end], content[end:]
        if len(rest) > 4 * STEP:  # no sign of an element: a text that only fills the memory
            raise Broken(*TOO_LARGE)
        yield content if UNPLACED_CELL.search(content) else EMPTY_CELL.sub(b"", content)
    yield rest


def _local(tag: str) -> str:
    return tag if ":" not in tag else tag.rpartition(":")[2]


def _no_entities(*_: object) -> None:
    """No workbook declares entities, but whoever wants to fill the memory does."""
    raise Broken(*DAMAGED)

"""Bytes as office programs save them → UTF-8, or why they are no text.

The ladder: a byte order mark, else strict UTF-8, else strict GB18030 (which holds GBK and
GB 2312). Guessers of charsets take short GBK files for Korean or Big5, so none is asked.
"""

import codecs
import re
from pathlib import Path

from indicators.gate.problems import Problem

MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# Latin letters with accents, signs such as × and ·, and Greek: what a UTF-8 file without any
# Chinese may well hold. Two bytes of GBK that look like UTF-8 look like letters beyond these.
COMMON = re.compile("[\x00-\u024f\u0370-\u03ff]*")


def as_utf8(content: bytes, file: str) -> tuple[bytes | None, list[Problem]]:
    """The text in UTF-8 without a mark, and what is to be said of its encoding.

    None where it is no text in any of the encodings of the ladder.
    """
    for mark, codec, name in MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], file, codec, name)
    wrong = _first_wrong(content, "utf-8")
    if wrong is None and not _looks_like_gbk(content):
        return content, []
    if _first_wrong(content, "gb18030") is None and not _is_damaged_utf8(content):
        return _decoded(content, file, "gb18030", "GB18030")
    return None, [_no_text(content, file, wrong or 0, "UTF-8、GB18030", "UTF-8 or GB18030")]


def is_utf8(path: Path) -> bool:
    """Whether a file is in UTF-8; a long one is looked at part by part."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        with path.open("rb") as content:
            while part := content.read(1 << 24):
                decoder.decode(part)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(
    content: bytes, file: str, codec: str, name: str
) -> tuple[bytes | None, list[Problem]]:
    wrong = _first_wrong(content, codec)
    if wrong is not None:
        return None, [_no_text(content, file, wrong, name, name)]
    if codec == "utf-8":
        return content, []
    zh, en = f"编码是 {name}，已照此读入", f"{name}, the encoding of the file"
    said = [Problem(file, None, None, "", zh, en, "normalised")]
    return content.decode(codec).encode(), said


def _first_wrong(content: bytes, codec: str) -> int | None:
    """Where the first byte stands that the codec does not know; None if it knows them all."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    step = 1 << 24  # what is decoded at a time, so that a large file is not held twice
    for begin in range(0, max(len(content), 1), step):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(content[begin : begin + step], begin + step >= len(content))
        except UnicodeDecodeError as error:
            return begin - pending + error.start
    return None


def _looks_like_gbk(content: bytes) -> bool:
    """Whether UTF-8 is only an accident: 童装 in GBK is two rare letters in UTF-8."""
    if content.isascii() or len(content) > 1 << 20:
        return False
    text = content.decode()
    return max(text) < "\u0800" and not COMMON.fullmatch(text)


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether nearly all of it is UTF-8: GB18030 would make rubbish of it, without complaint."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    chinese = len(re.findall("[\u2e80-\uffef]", text)) - damaged
    return chinese > 10 * damaged


def _no_text(content: bytes, file: str, wrong: int, zh: str, en: str) -> Problem:
    line = content.count(b"\n", 0, wrong) + 1
    return Problem(
        file,
        line,
        None,
        f"0x{content[wrong]:02X}" if wrong < len(content) else "",
        f"不是 {zh} 编码的文字，应在 Excel、WPS 中另存为“CSV UTF-8”",
        f"text in {en}; save the file as “CSV UTF-8” in Excel or WPS",
    )

"""Bytes as office programs save them → UTF-8, or why they are no text.

The ladder: a byte order mark, else strict UTF-8, else strict GB18030 (which holds GBK and
GB 2312). Guessers of charsets take short GBK files for Korean or Big5, so none is asked; but
GB18030 knows nearly every pair of bytes, so what comes out must look like Chinese.
"""

import codecs
import re
from collections import Counter
from pathlib import Path

from indicators.gate.files import STEP
from indicators.gate.problems import Problem, statement

MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# Begins as UTF-16 does; no office program writes it.
UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
SAVE_ZH = "应在 Excel、WPS 中另存为“CSV UTF-8”"
SAVE_EN = "save the file as “CSV UTF-8” in Excel or WPS"
# A file whose every sign can be written in this many bytes tells too little to be sure of.
SHORT = 1 << 20

Words = tuple[str, str]


def as_utf8(content: bytes, file: str) -> tuple[bytes | None, list[Problem]]:
    """The text in UTF-8 without a mark, and what is to be said of its encoding.

    None where it is no text in any of the encodings of the ladder, or where two of them would
    give different texts that both make sense.
    """
    if content.startswith(UTF_32):
        zh, en = "编码是 UTF-32", "another encoding than UTF-32"
        return None, [_unreadable(file, None, "", zh, en)]
    for mark, codec, name in MARKS:
        if content.startswith(mark):
            return _decoded(content.removeprefix(mark), file, codec, name)
    if content.count(b"\0", 0, 4096) > len(content[:4096]) / 4:
        zh, en = "编码像是 UTF-16 而没有标记", "this looks like UTF-16 without its mark"
        return None, [_unreadable(file, None, "", zh, en)]
    wrong = _first_wrong(content, "utf-8")
    if wrong is None:
        return _utf8_or_gbk(content, file)
    if _first_wrong(content, "gb18030") is None and not _is_damaged_utf8(content):
        return _gb18030(content, file)
    return None, [_of_no_encoding(content, file, wrong)]


def _of_no_encoding(content: bytes, file: str, wrong: int) -> Problem:
    """What is neither UTF-8, whose first wrong byte is given, nor GB18030: joined, cut, foreign."""
    line, in_utf8 = _line(content, wrong), _line_in_utf8(content)
    is_gbk = _first_wrong(content.splitlines()[line - 1], "gb18030") is None
    if in_utf8 and is_gbk and not _is_damaged_utf8(content):
        zh = f"这一行不是 UTF-8 编码，而第{in_utf8}行是，像是两个文件拼在一起：应分别另存后再合并"
        en = f"one encoding; this line is not in UTF-8, line {in_utf8} is: two files were joined"
        return statement(file, zh, f"{en}, save each as “CSV UTF-8” and join them again", line)
    in_gbk = _first_wrong(content, "gb18030")
    rest = b"" if in_gbk is None else content[in_gbk:]
    if 0 < len(rest) <= 3 and 0x81 <= rest[0] <= 0xFE and b"\n" not in rest:
        zh = "文件末尾断在一个字的中间，没有复制完，应重新取得文件"
        return statement(file, zh, "all of the file; its end is cut within a character")
    zh = "文件编码无法识别（不是 UTF-8 或 GB18030），或者文件不完整"
    en = "text in UTF-8 or GB18030, and all of it"
    return _unreadable(file, line, _byte(content, wrong), zh, en)


def is_utf8(path: Path) -> bool:
    """Whether a file is in UTF-8; a long one is looked at part by part."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        with path.open("rb") as content:
            while part := content.read(STEP):
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
        zh, en = f"不是 {name} 编码的文字，或者不完整", f"text in {name}, and all of it"
        return None, [_unreadable(file, _line(content, wrong), _byte(content, wrong), zh, en)]
    text = content if codec == "utf-8" else content.decode(codec).encode()
    while text.startswith(codecs.BOM_UTF8):  # two programs each put one
        text = text.removeprefix(codecs.BOM_UTF8)
    return text, [] if codec == "utf-8" else [_read_in(file, name)]


def _read_in(file: str, name: str) -> Problem:
    zh, en = f"编码是 {name}，已照此读入", f"{name}, the encoding of the file"
    return Problem(file, None, None, "", zh, en, "normalised")


def _unreadable(file: str, line: int | None, found: str, zh: str, en: str) -> Problem:
    zh, en = f"{zh}，{SAVE_ZH}", f"{en}; {SAVE_EN}"
    return Problem(file, line, None, found, zh, en, is_absence=False)


def _first_wrong(content: bytes, codec: str) -> int | None:
    """Where the first byte stands that the codec does not know; None if it knows them all."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    for begin in range(0, max(len(content), 1), STEP):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(content[begin : begin + STEP], begin + STEP >= len(content))
        except UnicodeDecodeError as error:
            return begin - pending + error.start
    return None


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1


def _byte(content: bytes, at: int) -> str:
    return f"0x{content[at]:02X}" if at < len(content) else ""


def _utf8_or_gbk(content: bytes, file: str) -> tuple[bytes | None, list[Problem]]:
    """UTF-8, unless that is an accident: 童装 in GBK is two rare letters in UTF-8."""
    if content.isascii() or len(content) > SHORT:
        return content, []
    text = content.decode()
    if max(text) >= "\u0800" or not _is_chinese(content):
        return content, []
    if _is_of_one_script(text):
        zh, en = "编码分不清是 UTF-8 还是 GB18030", "this may be UTF-8 or GB18030"
        return None, [_unreadable(file, None, "", zh, en)]
    return _decoded(content, file, "gb18030", "GB18030")


# One foreign sign alone beside a Latin letter: the é of Café is 茅 in GB 2312.
WITHIN_A_WORD = re.compile(
    r"[A-Za-z][^\x00-\x7f](?![^\x00-\x7f])|(?<![^\x00-\x7f])[^\x00-\x7f][A-Za-z]"
)


def _is_chinese(content: bytes) -> bool:
    """Whether all of it is also GB 2312, in words and not in letters within foreign ones."""
    try:
        text = content.decode("gb2312")
    except UnicodeDecodeError:
        return False
    return not WITHIN_A_WORD.search(text)


# Latin with accents, signs such as × and ·, Greek, today's Cyrillic, Hebrew, Arabic; marks and
# letters that modify stand behind another letter.
SCRIPTS = re.compile(
    r"[\x00-\u024f]"
    r"|[^\W\d_][\u02b0-\u036f]+"
    r"|[\u0370-\u03ff]+|[\u0401\u0410-\u044f\u0451]+|[\u05d0-\u05ea]+|[\u0600-\u06ff]+"
)


def _is_of_one_script(text: str) -> bool:
    """Whether every foreign word is of letters that stand in one word somewhere."""
    return re.fullmatch(f"(?:{SCRIPTS.pattern})*", text) is not None


def _gb18030(content: bytes, file: str) -> tuple[bytes | None, list[Problem]]:
    line = _line_in_utf8(content)
    if line:
        zh = "这一行是 UTF-8 编码，别的行是 GB18030，像是两个文件拼在一起"
        en = "one encoding; this line is in UTF-8, others in GB18030, as if two files were joined"
        return None, [_unreadable(file, line, "", zh, en)]
    if _is_rubbish(content):
        zh = "按 GB18030 读出来是乱码，编码可能是 Big5（繁体）、日文或别的"
        en = "GB18030 makes rubbish of it; this may be Big5, Japanese or another encoding"
        return None, [_unreadable(file, None, "", zh, en)]
    return _decoded(content, file, "gb18030", "GB18030")


# A line of UTF-8 with at least one Chinese character, of three bytes.
IN_UTF8 = re.compile(
    rb"(?m)^[\x00-\x09\x0b-\x7f]*(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbe][\x80-\xbf])"
    rb"(?:[\x00-\x09\x0b-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe2-\xef][\x80-\xbf]{2})*$"
)


def _line_in_utf8(content: bytes) -> int | None:
    match = IN_UTF8.search(content)
    return _line(content, match.start()) if match else None


def _is_rubbish(content: bytes) -> bool:
    """Whether too much of it is what nobody writes: rare characters, and letters among them.

    What four bytes stand for is rare and yet no accident: a name such as 𠮷.
    """
    rare, known = 0, 0
    for begin in range(0, len(content), STEP):
        text = content[begin : begin + STEP].decode("gb18030", "ignore")
        foreign = {sign: times for sign, times in Counter(text).items() if sign > "\x7f"}
        if any("\ue000" <= sign <= "\uf8ff" for sign in foreign):  # private use: nobody's
            return True
        rare += sum(times for sign, times in foreign.items() if not _is_usual(sign))
        known += sum(foreign.values())
    return rare > 2 and rare > known / 10


def _is_usual(character: str) -> bool:
    """Whether GB 2312 has it, and not among the letters of other scripts; or no two bytes do."""
    written = character.encode("gb18030")
    if len(written) != 2:
        return True
    return written[1] >= 0xA1 and (0xA1 <= written[0] <= 0xA3 or 0xB0 <= written[0] <= 0xF7)


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether nearly all of it is UTF-8: GB18030 would make rubbish of it, without complaint."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    chinese = len(re.findall("[\u2e80-\uffef]", text)) - damaged
    return chinese > 10 * damaged

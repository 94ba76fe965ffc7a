"""What the gate says about data that it does not let in."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST_QUOTE = 60


@dataclass(frozen=True)
class Problem:
    """One thing to mend in one file, in words that the person who keeps the file can act on.

    `file` is relative to the data folder; `line` and `column` are missing where the problem
    is one of the whole file or the whole line; `found` is the text as it stands there.
    `expected_zh` is the clause that ends the Chinese sentence, `expected_en` what follows
    "expected" in the English one.
    """

    file: str
    line: int | None
    column: str | None
    found: str
    expected_zh: str
    expected_en: str
    severity: str = "refused"

    def sentence(self, language: str) -> str:
        """The problem as one sentence, in "zh" or "en"."""
        return self._in_chinese() if language == "zh" else self._in_english()

    def _in_chinese(self) -> str:
        line = "" if self.line is None else f" 第 {self.line} 行"
        column = "" if self.column is None else f"“{self.column}”列"
        absent = self._absence("没有读到内容", "没有找到", "没有填")
        found = f"填的是“{_shortened(self.found)}”" if self.found else absent
        return f"data/{self.file}{line}{column}：{found}，{self.expected_zh}。"

    def _in_english(self) -> str:
        line = "" if self.line is None else f", line {self.line}"
        column = "" if self.column is None else f", column “{self.column}”"
        absent = self._absence("nothing to read", "not found", "empty")
        found = f"found “{_shortened(self.found)}”" if self.found else absent
        return f"data/{self.file}{line}{column}: {found}, expected {self.expected_en}."

    def _absence(self, of_a_file: str, of_a_column: str, of_a_cell: str) -> str:
        if self.line is None and self.column is None:
            return of_a_file
        return of_a_column if self.line in (None, 1) else of_a_cell


class Refused(Exception):
    """The data folder is not fit to be shown; `problems` says all that is to be mended."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__("\n".join(problem.sentence("en") for problem in problems))
        self.problems = problems


def with_the_nearest(zh: str, en: str, text: str, codes: Iterable[str]) -> tuple[str, str]:
    """What is expected, and which of the codes comes nearest to the text, if any does."""
    folded = {code.lower(): code for code in codes}
    nearest = get_close_matches(text.lower(), folded, n=1)
    if not nearest:
        return zh, en
    code = folded[nearest[0]]
    return f"{zh}，相近的是 {code}", f"{en}; the nearest is {code}"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"

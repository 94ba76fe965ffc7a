"""What the gate says about data that it does not let in."""

from dataclasses import dataclass

LONGEST_QUOTE = 60


@dataclass(frozen=True)
class Problem:
    """One thing to mend in one file, in words that the person who keeps the file can act on.

    `file` is relative to the data folder; `line` and `column` are missing where the problem
    is one of the whole file or the whole line; `found` is the text as it stands there.
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
        found = f"填的是“{_shortened(self.found)}”" if self.found else self._absence("没有找到", "没有填")
        return f"data/{self.file}{line}{column}：{found}，{self.expected_zh}。"

    def _in_english(self) -> str:
        line = "" if self.line is None else f", line {self.line}"
        column = "" if self.column is None else f", column “{self.column}”"
        found = f"found “{_shortened(self.found)}”" if self.found else self._absence("not found", "empty")
        return f"data/{self.file}{line}{column}: {found}, expected {self.expected_en}."

    def _absence(self, of_a_part: str, of_a_cell: str) -> str:
        # In the first line stand column names: an absent one is a part that is missing.
        return of_a_part if self.line in (None, 1) else of_a_cell


class Refused(Exception):
    """The data folder is not fit to be shown; `problems` says all that is to be mended."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__("\n".join(problem.sentence("en") for problem in problems))
        self.problems = problems


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"

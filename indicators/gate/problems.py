"""What the gate says about data: what it refuses, what it doubts, what it read otherwise."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

LONGEST_QUOTE = 60
# A file with every cell wrong would fill a book; the first ones show what is the matter.
MOST_LISTED = 1000

Severity = Literal["refused", "warning", "normalised"]


@dataclass(frozen=True)
class Problem:
    """One thing to know of one file, in words that the person who keeps the file can act on.

    `file` is relative to the data folder; `line` and `column` are missing where it is about the
    whole file or the whole line; `found` is the text as it stands there.

    `severity`: a "refused" cell keeps its file out; a "warning" doubts a figure that is let in;
    "normalised" says how a cell was read that is not written in the plain form. `expected_zh`
    is the clause that ends the Chinese sentence, `expected_en` what follows "expected", "please
    check:" or "read as" in the English one. `more` says how many of a file are not listed.
    """

    file: str
    line: int | None
    column: str | None
    found: str
    expected_zh: str
    expected_en: str
    severity: Severity = "refused"
    more: int = 0
    is_absence: bool = True  # whether nothing found means that something is not there

    def sentence(self, language: str) -> str:
        """The problem as one sentence, in "zh" or "en"."""
        if self.more:
            colon, stop = ("：", "。") if language == "zh" else (": ", ".")
            return f"data/{self.file}{colon}{self.advice(language)}{stop}"
        return self._in_chinese() if language == "zh" else self._in_english()

    def advice(self, language: str) -> str:
        """What to do about it, or how it was read, without saying again where it stands."""
        if language == "zh":
            return f"另有 {self.more:,} 处，没有逐一列出" if self.more else self.expected_zh
        if self.more:
            return f"{self.more:,} more, which are not listed"
        verb = {"refused": "expected", "warning": "please check:", "normalised": "read as"}
        return f"{verb[self.severity]} {self.expected_en}"

    def _in_chinese(self) -> str:
        line = "" if self.line is None else f" 第 {self.line} 行"
        column = "" if self.column is None else f"“{self.column}”列"
        return f"data/{self.file}{line}{column}：{self._found_in_chinese()}{self.expected_zh}。"

    def _found_in_chinese(self) -> str:
        if self.found:
            return f"填的是“{_shortened(self.found)}”，"
        if self.severity != "refused" or not self.is_absence:
            return ""
        return f"{self._absence('没有读到内容', '没有找到', '没有填')}，"

    def _in_english(self) -> str:
        line = "" if self.line is None else f", line {self.line}"
        column = "" if self.column is None else f", column “{self.column}”"
        said = f"{self._found_in_english()}{self.advice('en')}"
        return f"data/{self.file}{line}{column}: {said}."

    def _found_in_english(self) -> str:
        if self.found:
            return f"found “{_shortened(self.found)}”, "
        if self.severity != "refused" or not self.is_absence:
            return ""
        return f"{self._absence('nothing to read', 'not found', 'empty')}, "

    def _absence(self, of_a_file: str, of_a_column: str, of_a_cell: str) -> str:
        if self.line is None and self.column is None:
            return of_a_file
        return of_a_column if self.line in (None, 1) else of_a_cell


class Refused(Exception):
    """The data folder is not fit to be shown; `problems` says all that is to be mended."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__("\n".join(problem.sentence("en") for problem in problems))
        self.problems = problems


class Report:
    """Collects problems: all are counted, of each file and severity the first are listed."""

    def __init__(self) -> None:
        self._listed: list[Problem] = []
        self._counted: Counter[tuple[str, Severity]] = Counter()

    def add(self, *problems: Problem) -> None:
        """One or a few problems."""
        for problem in problems:
            self._count(problem.file, problem.severity, [problem], lambda one: one)

    def add_each(
        self, file: str, severity: Severity, places: Sequence, problem_at: Callable[..., Problem]
    ) -> None:
        """As many problems of one file as there are places; only those listed are worded."""
        self._count(file, severity, places, problem_at)

    def _count(self, file: str, severity: Severity, places: Sequence, word: Callable) -> None:
        room = max(MOST_LISTED - self._counted[file, severity], 0)
        self._listed += [word(place) for place in places[:room]]
        self._counted[file, severity] += len(places)

    def refuses(self, file: str) -> bool:
        """Whether something keeps this file out."""
        return self._counted[file, "refused"] > 0

    def refused_lines(self) -> set[tuple[str, int | None]]:
        """File and line of what is refused, as far as it is listed."""
        return {(p.file, p.line) for p in self._listed if p.severity == "refused"}

    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of file and line, and for each file how many more there are."""
        ordered = sorted(self._listed, key=lambda problem: (problem.file, problem.line or 0))
        return (*ordered, *self._unlisted())

    def _unlisted(self) -> Iterable[Problem]:
        for (file, severity), count in sorted(self._counted.items()):
            if count > MOST_LISTED:
                yield Problem(file, None, None, "", "", "", severity, count - MOST_LISTED)


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

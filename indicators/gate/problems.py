"""What the gate says about data: what it refuses, what it doubts, what it read otherwise."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Literal, TypeVar

from indicators.gate.characters import shown
from indicators.gate.headings import with_name

LONGEST_QUOTE = 60
# A file with every cell wrong would fill a book; the first ones show what is the matter.
MOST_OF_A_CAUSE = 20
MOST_LISTED = 1000

Severity = Literal["refused", "warning", "normalised"]
Place = TypeVar("Place")


@dataclass(frozen=True)
class Problem:
    """One thing to know of one file, in words that the person who keeps the file can act on.

    `file` is relative to the data folder; `line` and `column` are missing where it is about the
    whole file or the whole line; `found` is the text as it stands there, its beginning if it is
    long, with names for the characters that nobody sees.

    `severity`: a "refused" cell keeps its file out; a "warning" doubts a figure that is let in;
    "normalised" says how a cell was read that is not written in the plain form. `expected_zh`
    is the clause that ends the Chinese sentence, `expected_en` what follows "expected", "please
    check:" or "read as" in the English one. `more` says how many more there are of one cause,
    or with neither column nor words of a file, that are not listed. `times` says in how many rows
    of the file's column the same text stands, where it is told at the first of them alone.
    """

    file: str
    line: int | None
    column: str | None
    found: str
    expected_zh: str
    expected_en: str
    severity: Severity = "refused"
    more: int = 0
    times: int = 1
    is_absence: bool = True  # whether nothing found means that something is not there

    @property
    def places(self) -> int:
        """In how many places it is so, listed or not."""
        return self.more or self.times

    def sentence(self, language: str) -> str:
        """The problem as one sentence, in "zh" or "en"."""
        return self._in_chinese() if language == "zh" else self._in_english()

    def advice(self, language: str) -> str:
        """What to do about it, or how it was read, without saying again where it stands."""
        if language == "zh":
            more = f"另有{self.more:,}处，没有逐一列出" if self.more else ""
            times = f"，共{self.times:,}处" if self.times > 1 else ""
            return "：".join(filter(None, (more, self.expected_zh))) + times
        verb = {"refused": "expected", "warning": "please check:", "normalised": "read as"}
        more = f"{self.more:,} more, which are not listed" if self.more else ""
        words = f"{verb[self.severity]} {self.expected_en}" if self.expected_en else ""
        times = f", in {self.times:,} places" if self.times > 1 else ""
        return ": ".join(filter(None, (more, words))) + times

    def __post_init__(self) -> None:
        object.__setattr__(self, "found", _quoted(self.found))

    def place(self, language: str) -> str:
        """Where it stands: file, line and column, as far as it is about one."""
        if language == "zh":
            line = "" if self.line is None else f" 第{self.line}行"
            column = "" if self.column is None else f"“{with_name(self.column)}”列"
        else:
            line = "" if self.line is None else f", line {self.line}"
            column = "" if self.column is None else f", column “{with_name(self.column, 'en')}”"
        return f"data/{self.file}{line}{column}"

    def _in_chinese(self) -> str:
        return f"{self.place('zh')}：{self._found_in_chinese()}{self.advice('zh')}。"

    def _found_in_chinese(self) -> str:
        if self.found:
            return f"填的是“{self.found}”，"
        if self.severity != "refused" or self.more or not self.is_absence:
            return ""
        return f"{self._absence('没有读到内容', '没有找到', '没有填')}，"

    def _in_english(self) -> str:
        return f"{self.place('en')}: {self._found_in_english()}{self.advice('en')}."

    def _found_in_english(self) -> str:
        if self.found:
            return f"found “{self.found}”, "
        if self.severity != "refused" or self.more or not self.is_absence:
            return ""
        return f"{self._absence('nothing to read', 'not found', 'empty')}, "

    def _absence(self, of_a_file: str, of_a_column: str, of_a_cell: str) -> str:
        if self.line is None and self.column is None:
            return of_a_file
        return of_a_column if self.line in (None, 1) else of_a_cell


def statement(
    file: str, zh: str, en: str, line: int | None = None, column: str | None = None
) -> Problem:
    """What keeps a file out, in words that say what is there and not what is missing."""
    return Problem(file, line, column, "", zh, en, is_absence=False)


class Refused(Exception):
    """The data folder is not fit to be shown; `problems` says all that is to be mended."""

    def __init__(self, problems: tuple[Problem, ...]):
        super().__init__("\n".join(problem.sentence("en") for problem in problems))
        self.problems = problems


@dataclass
class _Listed:
    """How much of a cause is listed, and how many more places there are."""

    count: int = 0
    last: Problem | None = None
    more: int = 0
    at: dict[str, int] = field(default_factory=dict)  # which of the listed ones tells of a text


class Report:
    """Collects problems: all are counted, of each cause and of each file the first are listed."""

    def __init__(self) -> None:
        self._listed: list[Problem] = []
        self._causes: dict[tuple[str, Severity, Hashable], _Listed] = {}
        self._counted: Counter[tuple[str, Severity]] = Counter()
        self._told: Counter[tuple[str, Severity]] = Counter()  # of these, with a word of theirs
        self._lines: Counter[tuple[str, Severity]] = Counter()  # listed

    def add(self, *problems: Problem) -> None:
        """One or a few problems."""
        for problem in problems:
            self.add_each(problem.file, problem.severity, [problem], lambda one: one)

    def add_each(
        self,
        file: str,
        severity: Severity,
        places: Sequence[Place],
        problem_at: Callable[[Place], Problem],
        texts: Sequence[tuple[str, int]] | None = None,
        cause: Hashable = None,
    ) -> None:
        """Problems of one file and one cause, one a place; only those listed are worded.

        `texts`: what stands in each, where it stands for more places, and for how many. What is
        said of one `cause` part by part is one; without it a call is a cause of its own.
        """
        of, key = (file, severity), (file, severity, cause or object())
        so_far = self._causes.setdefault(key, _Listed())
        room = max(min(MOST_OF_A_CAUSE - so_far.count, MOST_LISTED - self._lines[of]), 0)
        if texts is None:
            all_places, rest = len(places), len(places[room:])
            for place in places[:room]:
                self._list(problem_at(place), of, so_far)
        else:
            all_places, rest = sum(many for _, many in texts), 0
            for place, (text, many) in zip(places, texts, strict=True):
                if text in so_far.at:
                    earlier = self._listed[so_far.at[text]]
                    self._listed[so_far.at[text]] = replace(earlier, times=earlier.times + many)
                elif room:
                    room -= 1
                    so_far.at[text] = len(self._listed)
                    self._list(replace(problem_at(place), times=many), of, so_far)
                else:
                    rest += many
        self._counted[of] += all_places
        if so_far.last:
            so_far.more += rest
            self._told[of] += all_places

    def _list(self, problem: Problem, of: tuple[str, Severity], cause: _Listed) -> None:
        cause.count, cause.last = cause.count + 1, problem
        self._lines[of] += 1
        self._listed.append(problem)

    def refuses(self, file: str) -> bool:
        """Whether something keeps this file out."""
        return self._counted[file, "refused"] > 0

    def refused_lines(self) -> set[tuple[str, int | None]]:
        """File and line of what is refused, as far as it is listed."""
        return {(p.file, p.line) for p in self._listed if p.severity == "refused"}

    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of file and line, and for each file how many more there are.

        A cell that is refused is not said to be read as something as well.
        """
        refused = {(p.file, p.line, p.column) for p in self._listed if p.severity == "refused"}
        more = [
            replace(cause.last, line=None, found="", more=cause.more, times=1)
            for cause in self._causes.values()
            if cause.last and cause.more
        ]
        listed = [
            p
            for p in (*self._listed, *more)
            if p.severity != "normalised"
            or p.times > 1
            or (p.file, p.line, p.column) not in refused
            or p.column is None
        ]
        ordered = sorted(listed, key=lambda p: (p.file, p.more > 0, p.line or 0))
        return (*ordered, *self._unlisted())

    def _unlisted(self) -> Iterable[Problem]:
        for (file, severity), count in sorted(self._counted.items()):
            rest = count - self._told[file, severity]
            if rest > 0:
                yield Problem(file, None, None, "", "", "", severity, rest)


def with_the_nearest(zh: str, en: str, text: str, codes: Iterable[str]) -> tuple[str, str]:
    """What is expected, and which of the codes comes nearest to the text, if any does."""
    folded = {code.lower(): code for code in codes}
    nearest = get_close_matches(text.lower(), folded, n=1)
    if not nearest:
        return zh, en
    code = folded[nearest[0]]
    return f"{zh}，相近的是 {code}", f"{en}; the nearest is {code}"


def _quoted(text: str) -> str:
    """The beginning of a long text, and what nobody sees by its name; the same if quoted again."""
    return shown(text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…")

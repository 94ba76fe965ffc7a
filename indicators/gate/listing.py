"""Problems as a table, to be sent to the office that keeps the file."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from indicators.formulas import harmless
from indicators.gate.headings import with_name
from indicators.gate.problems import Problem

# The gravest first.
MARKS = {"refused": "✕", "warning": "△", "normalised": "○"}
COLUMNS = {
    "zh": ("处理", "文件", "行", "列", "填的内容", "说明"),
    "en": ("State", "File", "Line", "Column", "Found", "Message"),
}
SEVERITIES = {
    "zh": {"refused": "✕ 未采用", "warning": "△ 请核对", "normalised": "○ 已自动识别"},
    "en": {"refused": "✕ rejected", "warning": "△ please check", "normalised": "○ recognised"},
}


def rows(problems: Iterable[Problem], language: str) -> list[dict[str, str]]:
    """One row a problem, in "zh" or "en"; line and column are empty where it has none."""
    return [
        dict(zip(COLUMNS[language], _cells(problem, language), strict=True)) for problem in problems
    ]


def _cells(problem: Problem, language: str) -> tuple[str, ...]:
    return (
        SEVERITIES[language][problem.severity],
        f"data/{problem.file}",
        "" if problem.line is None else str(problem.line),
        "" if problem.column is None else with_name(problem.column, language),
        problem.found,
        problem.advice(language),
    )


def as_csv(problems: Iterable[Problem], language: str) -> bytes:
    """The rows as CSV; the header alone where there are none."""
    return table_as_csv(rows(problems, language), COLUMNS[language])


def table_as_csv(
    rows: Sequence[Mapping[str, object]], columns: Iterable[str] | None = None
) -> bytes:
    """Rows of one shape as CSV: UTF-8 with a mark, so that Excel and WPS open it right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(map(harmless, columns or rows[0]))
    for row in rows:
        cells = row.values()
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue().encode("utf-8-sig")

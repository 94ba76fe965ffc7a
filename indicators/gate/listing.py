"""Problems as a table, to be sent to the office that keeps the file."""

import csv
import io
from collections.abc import Iterable

from indicators.gate.problems import Problem

COLUMNS = {
    "zh": ("文件", "行", "列", "填的内容", "处理", "说明"),
    "en": ("file", "line", "column", "found", "severity", "message"),
}
SEVERITIES = {
    "zh": {"refused": "✕ 拒收", "warning": "△ 请核对", "normalised": "○ 已换算"},
    "en": {"refused": "✕ refused", "warning": "△ please check", "normalised": "○ normalised"},
}
# A spreadsheet would take these for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(problems: Iterable[Problem], language: str) -> list[dict[str, object]]:
    """One row a problem, in "zh" or "en"; line and column are missing where it has none."""
    return [
        dict(
            zip(
                COLUMNS[language],
                (
                    f"data/{problem.file}",
                    problem.line,
                    problem.column,
                    problem.found,
                    SEVERITIES[language][problem.severity],
                    problem.sentence(language),
                ),
                strict=True,
            )
        )
        for problem in problems
    ]


def as_csv(problems: Iterable[Problem], language: str) -> bytes:
    """The rows as CSV: UTF-8 with a mark, so that Excel and WPS open it right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS[language])
    for row in rows(problems, language):
        writer.writerow([_harmless(cell) for cell in row.values()])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    is_formula = isinstance(cell, str) and cell.startswith(FORMULA)
    return f"'{cell}" if is_formula else cell

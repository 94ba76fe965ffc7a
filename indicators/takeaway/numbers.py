"""One figure or two in the place of a chart, as a page shows them."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

STYLE = Path(__file__).with_name("numbers.css")


def content_of(figure: go.Figure) -> Mapping[str, Any] | None:
    """What a figure without axes says: see charts.numbers; none of a chart."""
    return (figure.layout.meta or {}).get("numbers")


def html(figure: go.Figure, content: Mapping[str, Any], alt: str) -> str:
    """As HTML, in the colours of the figure's look."""
    (accent, *_) = figure.layout.template.layout.colorway
    parts = "".join(_series(one) for one in content["series"])
    parts += _facts(content["facts"]) + _line("only", content["only"])
    opening = f'<div class="numbers" role="figure" aria-label="{escape(alt)}"'
    return f'{opening} style="--accent:{accent}">{parts}</div>'


def _series(one: Mapping[str, Any]) -> str:
    numbers = "".join(_number(number) for number in one["numbers"])
    return (
        f'<div class="series">{_line("name", one["name"])}{numbers}'
        f"{_line('change', one['change'])}</div>"
    )


def _number(number: Mapping[str, str]) -> str:
    unit = f'<span class="unit">{escape(number["unit"])}</span>' if number["unit"] else ""
    return (
        f'<div class="number">{_line("when", number["when"])}'
        f'<p class="figure">{escape(number["value"])}{unit}</p>'
        f"{_line('marks', number['marks'])}</div>"
    )


def _facts(facts: list[list[str]]) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>" for name, said in facts)
    return f"<dl>{rows}</dl>" if rows else ""


def _line(kind: str, words: str) -> str:
    return f'<p class="{kind}">{escape(words)}</p>' if words else ""

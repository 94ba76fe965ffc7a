"""What every chart begins with, and the words on it."""

import math
import re
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from indicators.language import Language
from indicators.style import Look, template

HEIGHT = 300
# Breaks for a narrow screen's sake, within Chinese and between words: Plotly breaks the line, an
# image takes them out again.
# What stays on one line: a number with its unit, and a sign with the comma or bracket after it.
_PIECES = re.compile(
    r"[−-]?\d[\d,.]*(?:%|个百分点|[万亿]?\w)?[，。、；）]*|.[，。、；）]*", re.DOTALL
)
SOFT_BREAK, SOFT_SPACE = "<br soft>", "<br soft space>"


def figure_of(look: Look, height: int = HEIGHT) -> go.Figure:
    return go.Figure(layout={"template": template(look), "height": height, "showlegend": False})


def remember(figure: go.Figure, **facts: object) -> None:
    """Keep with a figure what its card must know: the years that it shows, its marks."""
    figure.layout.meta = {**(figure.layout.meta or {}), **facts}


def labels(values: pd.Series, decimals: int, language: Language) -> list[str]:
    return ["" if pd.isna(v) else language.number(float(v), decimals) for v in values]


def pixels(words: str) -> int:
    """About how wide a text is drawn at 13 pixels: Chinese is square, the rest is half of it."""
    return sum(13 if ord(sign) > 0x2E80 else 8 for sign in words)


def printed(text: str) -> str:
    """A text from data/ as Plotly prints it: what looks like a tag to it stays as it is written."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def folded(name: str, longest: int) -> str:
    """A long name in as few lines as a phone shows whole, about equally long; as printed()."""
    count = math.ceil(len(name) / longest)
    width = math.ceil(len(name) / count)
    if " " not in name:
        while len(lines := _lines(name, width)) > count:
            width += 1
        return SOFT_BREAK.join(map(printed, lines))
    while len(lines := wrap(name, width, break_on_hyphens=False)) > count:
        width += 1
    return SOFT_SPACE.join(map(printed, lines))


def _lines(name: str, width: int) -> list[str]:
    """Chinese in lines of at most `width`, no number parted from its unit, no comma first."""
    lines = [""]
    for piece in _PIECES.findall(name):
        if lines[-1] and len(lines[-1]) + len(piece) > width:
            lines.append("")
        lines[-1] += piece
    return lines


def area_name(rows: pd.DataFrame, area: str, language: Language) -> str:
    """An area's name, as printed()."""
    return printed(rows.loc[rows["ref_area"] == area, f"name_{language.code}"].iloc[0])


def value_axis(figure: go.Figure, values: pd.Series) -> None:
    """A scale that ends in a labelled line beyond the lowest and the highest value.

    Below the lowest there is room for a name beside it; what is never negative has no scale
    below zero.
    """
    low, high = float(values.min()), float(values.max())
    step = _step((high - low) or abs(high) or 1.0)
    first, last = step * math.floor(low / step - 0.2), step * (math.floor(high / step) + 1)
    if low >= 0:
        first = max(first, 0)
    edge = step / 100  # Plotly draws no line of the grid at the very end of an axis
    figure.update_yaxes(range=[first - edge, last + edge], tickmode="linear", tick0=0, dtick=step)


def _step(span: float) -> float:
    """1, 2 or 5 times a power of ten, as small as can be with no more than five in the span."""
    least = span / 5
    power = 10 ** math.floor(math.log10(least))
    return power * next(times for times in (1, 2, 5, 10) if times * power >= least)

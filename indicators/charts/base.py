"""What every chart begins with, and the words on it."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from indicators.language import Language
from indicators.style import Look, template

HEIGHT = 300
FEWEST_STEPS, MOST_STEPS = 3, 7  # of a scale
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


def say_beside(
    figure: go.Figure, places: Iterable[object], words: Sequence[str], colours: Sequence[str]
) -> None:
    """What is said of each row, at its place on the upright axis, in a column at the right."""
    for place, text, colour in zip(places, words, colours, strict=True):
        figure.add_annotation(
            xref="paper",
            x=1,
            xshift=8,
            y=place,
            text=text,
            showarrow=False,
            xanchor="left",
            font={"color": colour},
        )
    figure.update_layout(margin={"r": 16 + max(map(pixels, words), default=0)})


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

    It begins at zero where that takes no more than a third of it, and is no narrower than a tenth
    of what it shows, lest a change of nothing fill the plot. Below the lowest value there is room
    for a name beside it; what is never negative has no scale below zero.
    """
    low, high = _reach(float(values.min()), float(values.max()))
    first, last, step = min(_scales(low, high), key=lambda ends: (ends[1] - ends[0], -ends[2]))
    edge = (last - first) / 60  # Plotly draws no line of the grid at the very end of an axis
    figure.update_yaxes(
        range=[first - edge, last + edge],
        tickmode="linear",
        tick0=0,
        dtick=step,
        tickformat=f",.{max(0, -math.floor(math.log10(step)))}f",
    )


def _reach(low: float, high: float) -> tuple[float, float]:
    """What a scale of these values must hold."""
    if 0 <= low <= high / 3:
        return 0.0, high or 1.0
    least = max(abs(low), abs(high)) / 10
    spare = max(0.0, least - (high - low)) / 2
    return low - spare, high + spare


def _scales(low: float, high: float) -> Iterator[tuple[float, float, float]]:
    """The scales in steps of 1, 2 or 5: their ends and their step, three to seven of it."""
    power = math.floor(math.log10(high - low))
    for step in (times * 10.0**at for at in range(power - 2, power + 2) for times in (1, 2, 5)):
        first, last = math.floor(low / step - 0.2), math.ceil(high / step + 0.1)
        if low >= 0:
            first = max(first, 0)
        if FEWEST_STEPS <= last - first <= MOST_STEPS:
            yield first * step, last * step, step

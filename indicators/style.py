"""How everything looks: the palette by role, and the Plotly template made of it.

Streamlit has the same colours from .streamlit/config.toml, which a test holds to these, and hands
them to our components as CSS variables.
"""

import json
from dataclasses import dataclass
from functools import cache

import plotly.graph_objects as go

FONTS = "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"


@dataclass(frozen=True)
class Look:
    """Colours by role, those of marks at 3:1 against paper. Red has one meaning: behind."""

    name: str
    ink: str
    muted: str
    hairline: str
    paper: str
    wash: str  # paper of what lies beside: the sidebar, a menu, what is pointed at
    accent: str
    veil: str  # paper that lets through what it covers
    tint: str  # the accent, quieter: the home area's earlier years
    context: tuple[str, ...]  # peers and higher levels, from near to far
    second: str  # a second measure beside the home area's first
    behind: str


LIGHT = Look(
    name="light",
    ink="#1B2733",
    muted="#5B6B7A",
    hairline="#DDE3E8",
    paper="#FFFFFF",
    wash="#F5F7F8",
    accent="#0F5C8C",
    veil="rgba(255,255,255,0.75)",
    tint="#6B9AB6",
    context=("#75828E", "#808C97", "#8A95A0"),
    second="#8A6D3B",
    behind="#B3261E",
)
DARK = Look(
    name="dark",
    ink="#E6EBEF",
    muted="#9FB0BE",
    hairline="#2C3843",
    paper="#12181E",
    wash="#1A222A",
    accent="#5FB0DE",
    veil="rgba(18,24,30,0.75)",
    tint="#3C6F8E",
    context=("#9FB0BE", "#7C8C99", "#5F6E7A"),
    second="#D0B07A",
    behind="#F2857D",
)


# What scripts know of it, as the module "palette": an image is always in the light look.
MODULES = {
    "palette": "".join(
        f"export const {name} = {json.dumps(value)};\n"
        for name, value in {
            "FONTS": FONTS,
            "INK": LIGHT.ink,
            "MUTED": LIGHT.muted,
            "HAIRLINE": LIGHT.hairline,
            "PAPER": LIGHT.paper,
            "ACCENT": LIGHT.accent,
        }.items()
    )
}


# What a printed page takes in the place of the reader's own colours, as the style sheet has them.
ON_PAPER = "; ".join(
    f"--paper-{name}: {colour}"
    for name, colour in {
        "ink": LIGHT.ink,
        "muted": LIGHT.muted,
        "hairline": LIGHT.hairline,
        "paper": LIGHT.paper,
        "accent": LIGHT.accent,
        "wash": LIGHT.wash,
    }.items()
)


@cache
def template(look: Look) -> go.layout.Template:
    """Hairlines, few ticks, no box, no background: the chart's paper and ink."""
    axis = {
        "linecolor": look.hairline,
        "gridcolor": look.hairline,
        "zerolinecolor": look.muted,
        "zerolinewidth": 1,
        "tickfont": {"color": look.muted, "size": 13},
        "title": {"font": {"color": look.muted, "size": 13}, "standoff": 8},
        "automargin": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONTS, "size": 13, "color": look.ink},
            "colorway": [look.accent, *look.context],
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 8, "r": 8, "t": 12, "b": 8},  # above: half of the topmost tick's label
            "xaxis": {**axis, "showgrid": False},
            "yaxis": {
                **axis,
                "showline": False,
                "nticks": 5,
                "ticklabelstandoff": 6,
                # 10,000 and never 10k: Chinese readers count in 万.
                "exponentformat": "none",
                "separatethousands": True,
            },
            "hovermode": "x unified",
            "hoverlabel": {
                "bgcolor": look.paper,
                "bordercolor": look.hairline,
                "font": {"family": FONTS, "size": 13, "color": look.ink},
            },
            "legend": {
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "y": 1.02,
                "yanchor": "bottom",
                "font": {"color": look.muted, "size": 13},
            },
            "bargap": 0.45,
            "dragmode": False,
            "separators": ".,",
        }
    )

"""The palette stands once: in style.py. What else must know it is held to it, or takes it there."""

import re
import tomllib
from pathlib import Path

import pytest

from indicators.style import DARK, FONTS, LIGHT, MODULES, Look

ROOT = Path(__file__).resolve().parents[2]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(\s*[1-9]", re.IGNORECASE)


@pytest.mark.parametrize(("theme", "look"), [(THEME, LIGHT), (THEME["dark"], DARK)])
def test_streamlits_theme_has_the_colours_of_the_palette(theme: dict, look: Look):
    assert {name: value for name, value in theme.items() if COLOUR.fullmatch(str(value))} == {
        "primaryColor": look.accent,
        "backgroundColor": look.paper,
        "secondaryBackgroundColor": look.wash,
        "textColor": look.ink,
        "borderColor": look.hairline,
        "linkColor": look.accent,
        "redColor": look.behind,
        "grayTextColor": look.muted,
    }
    beside = theme["sidebar"]
    assert (beside["backgroundColor"], beside["secondaryBackgroundColor"]) == (
        look.wash,
        look.paper,
    )


def test_streamlits_theme_has_the_fonts_of_the_palette():
    assert THEME["font"] == THEME["headingFont"] == FONTS


def test_no_script_and_no_style_sheet_has_a_colour_of_its_own():
    files = sorted(
        path for path in (ROOT / "indicators").rglob("*") if path.suffix in (".js", ".css")
    )
    assert len(files) > 20
    found = {path.name: COLOUR.findall(path.read_text("utf-8")) for path in files}
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_scripts_know_the_light_look():
    assert MODULES["palette"].splitlines() == [
        f'export const FONTS = "{FONTS}";',
        f'export const INK = "{LIGHT.ink}";',
        f'export const MUTED = "{LIGHT.muted}";',
        f'export const HAIRLINE = "{LIGHT.hairline}";',
        f'export const PAPER = "{LIGHT.paper}";',
        f'export const ACCENT = "{LIGHT.accent}";',
    ]


def test_a_colour_of_ours_is_written_in_no_other_module():
    of_both_looks = {
        colour.upper()
        for look in (LIGHT, DARK)
        for value in vars(look).values()
        for colour in ([value] if isinstance(value, str) else value)
        if colour.startswith("#")
    }
    modules = [path for path in (ROOT / "indicators").rglob("*.py") if path.name != "style.py"]
    found = {path.name: COLOUR.findall(path.read_text("utf-8")) for path in modules}
    again = {
        name: [c for c in colours if c.upper() in of_both_looks] for name, colours in found.items()
    }
    assert {name: colours for name, colours in again.items() if colours} == {}

"""The style sheet's colours, in light and dark: text and marks can be told from what they stand on (WCAG 2.2 AA)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

TEXT, GRAPHIC = 4.5, 3.0

PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "soft", "link") for ground in ("bg", "card")),
    *((f"{tone}-ink", f"{tone}-tint", TEXT) for tone in ("dt", "wt", "ne", "wa", "da")),
    ("hit-ink", "hit", TEXT),
    ("da-ink", "bg", TEXT),
    ("soft", "ne-tint", TEXT),
    *((tone, "bg", GRAPHIC) for tone in ("dt", "wt", "ne", "wa", "da", "c1", "c2", "c3", "c4", "c5", "c6")),
]


def schemes() -> dict[str, dict[str, str]]:
    """The colours by name, for light and for dark."""
    style = files("detente.publish").joinpath("templates", "page.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", block)) for block in re.findall(r":root\{([^}]*)\}", style)[:2])
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_colours_can_be_told_apart(scheme: str, ink: str, ground: str, least: float) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[ink], colours[ground]) >= least


def test_dark_has_every_colour_of_its_own() -> None:
    style = files("detente.publish").joinpath("templates", "page.css").read_text(encoding="utf-8")
    light, dark = (set(re.findall(r"--([\w-]+):#", block)) for block in re.findall(r":root\{([^}]*)\}", style)[:2])
    assert light == dark


def test_type_has_few_sizes() -> None:
    style = files("detente.publish").joinpath("templates", "page.css").read_text(encoding="utf-8")
    assert len(set(re.findall(r"font(?:-size)?:([\d.]+rem)", style))) <= 5


def test_the_measure_of_contrast() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)

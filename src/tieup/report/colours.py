"""Colours: each party's accent from the pack, made to stand out on light paper and on dark."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tieup.plots.contrast import contrast, luminance, mix
from tieup.plots.naming import NEUTRAL
from tieup.regions import Region

#: The papers of style.css.
LIGHT_PAPER, DARK_PAPER = "#fdfcf9", "#15171b"
#: What WCAG asks of graphics against what is beside them, and of text.
VISIBLE, LEGIBLE = 3.0, 4.5
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accent:
    """A party's colour on one paper.

    Attributes:
        fill: of its areas.
        edge: of their outline: the fill, or where that is too near to the paper, a stronger tone.
        text: black or white, whichever reads better on the fill.
    """

    fill: str
    edge: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A party's accents, and the name of its variables in the style sheet, such as "p3"."""

    key: str
    light: Accent
    dark: Accent


def inks(parties: Iterable[str], region: Region) -> Mapping[str, Ink]:
    """The inks of parties by id. The keys are counted, so that no id ever reaches the style."""
    found = {}
    for number, party in enumerate(dict.fromkeys(parties)):
        known = region.parties.get(party)
        colour = known.colour if known and _HEX.fullmatch(known.colour) else NEUTRAL
        found[party] = Ink(
            key=f"p{number}",
            light=accent(colour, LIGHT_PAPER),
            # On dark paper a deep colour is lifted until it shows; its hue stays.
            dark=accent(stronger(colour, DARK_PAPER, "#ffffff"), DARK_PAPER),
        )
    return found


def painted(colours: Mapping[str, Ink]) -> str:
    """The style of marks, cells and letters in the parties' colours, on light paper and on dark."""
    light = "".join(_variables(ink, dark=False) for ink in colours.values())
    dark = "".join(_variables(ink, dark=True) for ink in colours.values())
    marks = "".join(map(_marks, colours.values()))
    after_dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return f":root{{{light}}}\n{after_dark}\n{marks}"


def _variables(ink: Ink, *, dark: bool) -> str:
    accent = ink.dark if dark else ink.light
    key = ink.key
    return f"--{key}:{accent.fill};--{key}-edge:{accent.edge};--{key}-text:{accent.text};"


def _marks(ink: Ink) -> str:
    """How marks beside names, and the map's cells, bear a party's colour."""
    key = ink.key
    return (
        f".swatch.{key}{{background:var(--{key});border-color:var(--{key}-edge)}}"
        f"polygon.{key},rect.{key},circle.{key}{{fill:var(--{key});stroke:var(--{key}-edge)}}"
        f"text.{key}{{--on:var(--{key}-text)}}"
    )


def accent(fill: str, paper: str) -> Accent:
    """How a fill is outlined and written on."""
    towards = "#000000" if luminance(paper) > luminance("#808080") else "#ffffff"
    text = max("#000000", "#ffffff", key=lambda ink: contrast(ink, fill))
    return Accent(fill=fill, edge=stronger(fill, paper, towards), text=text)


def stronger(colour: str, paper: str, towards: str, least: float = VISIBLE) -> str:
    """The colour, mixed towards another by twentieths until it stands out on the paper."""
    mixed = colour
    for step in range(21):
        mixed = mix(colour, towards, step / 20)
        if contrast(mixed, paper) >= least:
            break
    return mixed

"""A figure as SVG: the same bytes for the same figures, readable without colour, told in words too."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

BLUE, ORANGE, GREEN, VERMILION, GREY = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#555555"
"""Colours that the colour-blind tell apart (Okabe and Ito 2008). Lines differ in dashes and marks too."""
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "riskflag",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.alpha": 0.3,
    "legend.frameon": False,
}
_NOT_OURS = re.compile(rb"<metadata>.*?</metadata>\s*", re.DOTALL)
_HEAD = re.compile(rb"^.*?<svg [^>]*>", re.DOTALL)
_IDS = re.compile(rb'(?<= id=")|(?<=href="#)|(?<=url\(#)')


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture.

    name: what its file is called, without the ending
    title: what it shows
    description: the same in words, for whoever cannot see it
    svg: the picture
    """

    name: str
    title: str
    description: str
    svg: bytes


@contextmanager
def house_style() -> Iterator[None]:
    """Every figure is made and drawn in here."""
    with mpl.rc_context(_SETTINGS):
        yield


def picture(figure: Figure, name: str, title: str, description: str) -> Picture:
    """The figure as a picture. Its marks are named after ``name``, so that many fit on one page."""
    drawn = BytesIO()
    # No date and no programme's version goes in: the same figures must give the same bytes.
    figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    body = _HEAD.sub(b"", _NOT_OURS.sub(b"", drawn.getvalue()), count=1)
    width, height = (72 * each for each in figure.get_size_inches())
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="title description">\n'
        f'<title id="title">{escape(title)}</title>\n<desc id="description">{escape(description)}</desc>\n'
    ).encode()
    prefix = f"{name}-".encode()
    named = _IDS.sub(prefix, head + body)
    labels = f'aria-labelledby="{name}-title {name}-description"'.encode()
    return Picture(name, title, description, named.replace(b'aria-labelledby="title description"', labels))

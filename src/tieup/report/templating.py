"""Templating: how every page is made from its template, and tamed."""

import re
from functools import cache
from importlib import resources

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from tieup.report.naming import in_words
from tieup.vocabulary import Status, words

#: What an article may hold that no page should obey: controls, halves of characters, and marks that
#: turn the direction of all text after them.
_UNRULY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@cache
def environment(*packages: str) -> Environment:
    """Templates of some packages, the first that has one of a name; whatever they show is escaped.

    What a template names and is not given fails, and is never left empty.
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["in_words"] = in_words
    made.filters["definition"] = _definition
    return made


def sheet() -> str:
    """The style sheet that all pages share."""
    return resources.files("tieup.report").joinpath("templates/style.css").read_text("utf-8")


def tamed(page: str) -> str:
    """The page without what would break it or turn its direction; no letter is lost."""
    return _TURNING.sub("", _UNRULY.sub("\ufffd", page))


def _definition(status: Status) -> str:
    return next(w.definition for w in words() if (w.group, w.key) == ("status", status.value))

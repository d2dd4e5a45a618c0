"""Templating: how every page is made from its template, and tamed."""

import re
from functools import cache
from importlib import resources

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from tieup.report.naming import in_words
from tieup.vocabulary import Status, words

#: Marks that turn the direction of all text after them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: What an article may hold that no page should obey: those, controls, and halves of characters.
_UNRULY = re.compile(
    f"[{''.join(_TURNING)}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)


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
    return _UNRULY.sub(lambda found: "" if found[0] in _TURNING else "\ufffd", page)


def _definition(status: Status) -> str:
    return next(w.definition for w in words() if (w.group, w.key) == ("status", status.value))

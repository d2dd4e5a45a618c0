"""A text made fit to be quoted from: no markup, nothing invisible, no longer than an article."""

import re

from tieup.articles.markup import has_markup, strip_markup
from tieup.articles.remark import Remark

#: No article is longer, in characters; what is longer was not cut into its articles.
MAX_ARTICLE = 2_000_000
#: Markup may hold escaped markup; a text that hides it deeper than this is left as it then is.
_ROUNDS = 5

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: Controls, zero-width and direction marks, fillers, variation selectors, lone surrogates.
#: Spelled out, for Unicode's own classes grow from one release of Python to the next.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def clean(text: str) -> tuple[str, tuple[Remark, ...]]:
    r"""The text that an article keeps, and what had to be removed.

    Line ends become \\n and every kind of space a plain one without a word; the end is trimmed.
    Cleaning a clean text changes nothing.
    """
    unseen, marked = 0, False
    for _ in range(_ROUNDS):
        before = text
        text, count = _UNSEEN.subn("", _LINE_ENDS.sub("\n", text))
        unseen += count
        text = _SPACES.sub(" ", text)
        if has_markup(text):
            text, marked = strip_markup(text), True
        if text == before:
            break
    remarks = []
    if marked:
        remarks.append(Remark(wrong="HTML in the text", done="HTML removed"))
    if unseen:
        what = "character" if unseen == 1 else "characters"
        remarks.append(Remark(wrong=f"{unseen} control or invisible {what}", done="removed"))
    text = text.rstrip()
    if len(text) > MAX_ARTICLE:
        text, remark = _cut(text)
        remarks.append(remark)
    return text, tuple(remarks)


def clean_line(text: str) -> str:
    """A name, title or address: cleaned, on one line."""
    return " ".join(clean(text)[0].split())


def _cut(text: str) -> tuple[str, Remark]:
    """The text up to the last paragraph, line or word that ends within the limit."""
    length = len(text)
    half = MAX_ARTICLE // 2
    ends = (text.rfind(mark, half, MAX_ARTICLE) for mark in ("\n\n", "\n", " "))
    end = next((end for end in ends if end >= 0), MAX_ARTICLE)
    kept = text[:end].rstrip()
    return kept, Remark(
        wrong=f"{length:,} characters, more than the {MAX_ARTICLE:,} of any article",
        done=f"only the first {len(kept):,} kept",
    )

"""Defaults: what an entry need not say, because the article above it or common sense does."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tieup.articles import Article
from tieup.statements import REPORT
from tieup.vocabulary import Form, Kind, Mode

#: Who reads what stands in no reader's name, and why it is so.
BY_HAND = "hand"
WHY = "written by hand"

_EMPTY: Mapping[str, Any] = {
    "hub": None,
    "speaker_party": None,
    "speaker_role": None,
    "unit": None,
    "election": None,
    "background": False,
    "said_on": None,
    "seats": {},
    "places": (),
    "deadline": None,
    "condition": None,
    "decider": None,
    "participants": (),
    "against": (),
    "origin": None,
    "reader": BY_HAND,
    "confidence": 1.0,
    "why": WHY,
}


class Shelf:
    """The articles that a journal has shown so far."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._by_day: dict[date, Article] = {}
        self._by_id: dict[str, Article] = {}
        self._by_content: dict[str, Article] = {}
        self._missing: set[date] = set()

    def add(self, article: Article) -> None:
        """One more article; it is the last of its day, id and text from now on."""
        self._by_day[article.published] = article
        self._by_id[article.id] = article
        self._by_content[article.content_id] = article
        self._missing.discard(article.published)

    def miss(self, day: date) -> None:
        """An article that can't be read: statements of its day stand in nothing known."""
        self._by_day.pop(day, None)
        self._missing.add(day)

    def misses(self, day: date) -> bool:
        """Whether the last article of a day can't be read."""
        return day in self._missing

    def article(self, day: date, name: str | None = None) -> Article | None:
        """What a statement stands in: the last article with the id that it names.

        Where it names none, the last article of its day.
        """
        return self._by_day.get(day) if name is None else self._by_id.get(name)

    def with_content(self, content_id: str) -> Article | None:
        """The last copy of a text."""
        return self._by_content.get(content_id)


def defaults(known: Mapping[str, Any], article: Article | None) -> dict[str, Any]:
    """What the fields of a statement are where it doesn't give them.

    Args:
        known: what its head tells: kind, act and speaker.
        article: the one that it stands in, where that is at hand.
    """
    return {
        **_EMPTY,
        "act": known["act"],
        "form": Form.ALLIANCE if known["kind"] is Kind.ALLIANCE else None,
        "mode": Mode.REPORT if known["speaker"] == REPORT else Mode.INDIRECT,
        **_of_article(article),
    }


def _of_article(article: Article | None) -> dict[str, Any]:
    if article is None:
        return {"outlet": None}
    return {"article": article.id, "content_id": article.content_id, "outlet": article.outlet}

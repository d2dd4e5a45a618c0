"""Agencies: which news agency an article credits as the one that wrote it.

"PTI" in a dateline, a byline or a sign-off is such a credit; "told PTI" is none, for an outlet that
was not there may quote an agency in a text of its own.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import tomli

from tieup.articles.article import Article

#: Stands for an agency that is credited and not named ("with agency inputs").
UNNAMED = "agency"
#: Credits stand within so many characters of the start or the end.
_MARGIN = 400
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"


def credited(article: Article) -> frozenset[str]:
    """The ids of the agencies that an article credits, UNNAMED among them; empty for none."""
    credits_ = _credits()
    found = {credits_.id_of(article.agency)} if article.agency else set()
    if article.outlet and credits_.knows(article.outlet):
        found.add(credits_.id_of(article.outlet))
    return frozenset(found | credits_.within(article.text))


class _Credits:
    """The patterns of credits, made from the names in agencies.toml."""

    def __init__(self, names: dict[str, list[str]], unnamed: list[str], feed: list[str]) -> None:
        self._ids = {name.casefold(): key for key, listed in names.items() for name in listed}
        self._ids |= {word.casefold(): UNNAMED for word in unnamed}
        named = _either(name for listed in names.values() for name in listed)
        anyone = f"(?:{named}|(?i:{_either(unnamed)}))"
        several = rf"(?P<who>{anyone}(?:(?:/|, ?| and | & ){anyone}){{0,3}})"
        self._name = re.compile(rf"\b{anyone}\b")
        day = rf"(?:{_MONTH} ?[0-9]{{1,2}}|[0-9]{{1,2}} ?{_MONTH}|[0-9]{{4}})"
        after = r"(?: *[|·][^\n]{0,80}|, [^\n.]{0,40}| *)$"
        self._head = tuple(
            re.compile(pattern, re.MULTILINE)
            for pattern in (
                # datelines such as "Kolkata, Dec 28 (PTI) The" and "Kolkata (PTI): The"; without
                # day and colon it may be a party of that name
                rf"^[^\n]{{2,70}}\b{day},? ?\({several}\)",
                rf"^[^\n()]{{2,40}}[:,]? ?\({several}\) ?[:–—-]",
                # lines of their own such as "By PTI", "PTI | Kolkata" and "PTI, Kolkata,"
                rf"^(?:(?:By|Source|Agency|Credit):? +)?{several}{after}",
            )
        )
        self._tail = tuple(
            re.compile(pattern, re.MULTILINE)
            for pattern in (
                rf"^ *\(?(?:Source: *)?{several}\)?[ .]*$",
                rf"(?:--?|–|—) ?{several}[ .]*$",
                rf"\({several}\)[ .]*$",
                # followed by the initials of those who edited it
                rf"(?:^|[.!?\"”’'] ){several}(?: [A-Z]{{2,4}}){{1,5}} *$",
                rf"\((?i:with|from) (?i:inputs from )?{several}(?i: inputs?)?\)",
                rf"(?i:with inputs from) {several}",
                rf"(?i:with) {several} (?i:inputs?)\b",
            )
        )
        self._feed = re.compile(rf"\b(?:{_either(feed)})\b", re.IGNORECASE)

    def knows(self, name: str) -> bool:
        """Whether it is an agency's name."""
        return name.strip().casefold() in self._ids

    def id_of(self, name: str) -> str:
        """The id of an agency; of one that is not listed its name in capitals."""
        return self._ids.get(name.strip().casefold(), name.strip().upper())

    def within(self, text: str) -> set[str]:
        """The ids of those that a text credits itself."""
        head, tail = text[:_MARGIN], text[-_MARGIN:]
        places = [(head, pattern) for pattern in self._head]
        places += [(tail, pattern) for pattern in self._tail]
        found = {
            self.id_of(name)
            for part, pattern in places
            for credit in pattern.finditer(part)
            for name in self._name.findall(credit["who"])
        }
        if self._feed.search(tail):
            found |= {self.id_of(name) for name in self._name.findall(tail)} or {UNNAMED}
        return found - {UNNAMED} or found


@cache
def _credits() -> _Credits:
    text = files("tieup.articles").joinpath("agencies.toml").read_text(encoding="utf-8")
    data = tomli.loads(text)
    return _Credits(data["agency"], data["words"]["unnamed"], data["words"]["feed"])


def _either(words: Iterable[str]) -> str:
    """A pattern for one of several words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

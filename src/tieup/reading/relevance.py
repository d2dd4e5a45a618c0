"""Relevance: whether a text is about an alliance at all, told before anything else is read of it.

A text is relevant where a word of alliance stands near the names of two parties, or of people who
speak for two; and where a word of what else is read, of targets, strength, results and the parties
themselves, stands near one. That asks less than the rules of a reading do and is far quicker: it keeps nearly all
other news away from a reader whose rules expect news of alliances, and a little of the news of
parties, too. It takes any number of regions at once, so that a text can be left out before anybody
asks whose news it is.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tieup.regions import Region

#: How words of alliance begin, in small letters: "alli" is alliance, allies and allied. Looking for
#: each of them by itself is several times quicker than one pattern for all.
_BEGINNINGS = (
    *("alli", "ally", "coalition", "combine", "partner", "pact", "front", "morcha", "ties with"),
    *("tie-up", "tie up", "tied up", "tying up", "hands", "merge", "joint", "unity", "together"),
    *("seat", "adjustment", "arrangement", "understanding", "formula", "agreement", "consensus"),
    *("talks", "dialogue", "negotiat", "parley", "support", "stand by", "stand with", "welcome"),
    *("alone", "solo", "independently", "on its own", "on their own", "truck with"),
    *("align", "realign", "rejoin"),
)
#: How words of a party's own news begin, as the rules of facts and results have them: a party
#: launched or renamed, a leader suspended or gone over, a base, seats to contest and seats won.
_OF_ONE = (
    *(
        "launch",
        "float",
        "founded",
        "founds",
        "founding",
        "formed",
        "unveil",
        "newly",
        "suspend",
        "expel",
        "sack",
    ),
    *("renam", "rechristen", "new name", "switched", "defect", "left the"),
    *("strong", "base", "presence", "organi", "influence", "pocket", "contest", "fight"),
    *(
        "field candidates",
        "put up",
        "won",
        "win",
        "bagged",
        "secured",
        "got",
        "took",
        "managed",
        "ended with",
    ),
    *("finished with", "cornered", "elected", "victor", "retain", "wrest", "blank", "failed to"),
)
#: So many characters away from the word a name may begin. Half of it is enough for every annotated
#: article that the words were chosen on; the other half is for those to come, and lets in little.
_NEAR = 300
#: Where a name can begin; all but a few articles and particles do so with a capital or a number.
_NAME_START = re.compile(r"[A-Z0-9]\w*")
_REST_OF_WORD = re.compile(r"\w*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """What makes a text relevant: the first place that does.

    Attributes:
        word: the word of alliance, as it is written.
        start: where it begins, in characters of the text.
        names: two names near it that stand for two parties, in their order; one is enough for a
            word of a party's own news.
    """

    word: str
    start: int
    names: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reason in words."""
        names = "' and '".join(self.names)
        return f"'{self.word}' near '{names}'"


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a text, and every party that it may stand for."""

    start: int
    form: str
    parties: frozenset[str]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.form)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of some regions.

    Attributes:
        openings: by a name's first word, all names that begin with it, the longest first.
    """

    parties: Mapping[str, frozenset[str]]
    openings: Mapping[str, tuple[str, ...]]

    def found(self, text: str, start: int) -> Iterator[_Name]:
        """Names of parties and people from a place on; of those that overlap the first and longest."""
        openings, parties, end = self.openings, self.parties, start
        for word in _NAME_START.finditer(text, start):
            forms = openings.get(word.group())
            at = word.start()
            if forms is None or at < end or not text.startswith(forms, at):
                continue
            for form in forms:
                after = at + len(form)
                if text.startswith(form, at) and not text[after : after + 1].isalnum():
                    end = after
                    if parties[form]:
                        yield _Name(at, form, parties[form])
                    break


@dataclass(slots=True)
class _Near:
    """The names near a place, which moves on through the text.

    Attributes:
        pair: two of them that stand for two parties, of all pairs the one that begins last: it
            stays the longest.
    """

    names: deque[_Name] = field(default_factory=deque)
    pair: tuple[_Name, _Name] | None = None

    def add(self, name: _Name) -> None:
        """The next name comes near."""
        for other in reversed(self.names):
            if other.parties.isdisjoint(name.parties):
                if self.pair is None or other.start > self.pair[0].start:
                    self.pair = other, name
                break
        self.names.append(name)

    def leave(self, start: int) -> None:
        """Names that begin before a place are near no more."""
        while self.names and self.names[0].start < start:
            self.names.popleft()
        if self.pair is not None and self.pair[0].start < start:
            self.pair = None


def is_relevant(text: str, regions: Sequence[Region]) -> bool:
    """Whether a text may be about an alliance in one of the regions."""
    return relevance(text, regions) is not None


def relevance(text: str, regions: Sequence[Region]) -> Relevance | None:
    """What makes a text relevant to one of the regions; None where nothing does.

    It takes time in proportion to the text's length. A name that means different parties in
    different regions counts for none of them beside another that may mean the same.
    """
    # Of all letters this one alone becomes two when it is made small, and would shift the places.
    small = text.replace("İ", "I").lower()
    names = _names(tuple(regions))
    return _first(text, _places(small, _BEGINNINGS), names) or _first(
        text, _places(small, _OF_ONE), names, one_is_enough=True
    )


def _first(
    text: str, places: Sequence[tuple[int, int]], names: _Names, *, one_is_enough: bool = False
) -> Relevance | None:
    """The first of the places that has names of two parties near it, or of one."""
    if not places:
        return None
    # A name cut in two here is a name too far away to matter.
    ahead = names.found(text, max(0, places[0][0] - _NEAR))
    following = next(ahead, None)
    near = _Near()
    for start, end in places:
        near.leave(start - _NEAR)
        while following is not None and following.start < end + _NEAR:
            if following.start >= start - _NEAR:
                near.add(following)
            following = next(ahead, None)
        found = list(near.names)[:1] if one_is_enough else near.pair
        if not found or any(name.start <= start < name.end for name in near.names):
            continue  # the Left Front and the Grand Alliance say nothing of an alliance to come
        forms = tuple(name.form for name in found)
        return Relevance(word=_whole(text, start, end), start=start, names=forms)
    return None


def _places(small: str, beginnings: Sequence[str]) -> list[tuple[int, int]]:
    """Where words begin in a text in small letters, and where their beginnings end, in order."""
    places = []
    for beginning in beginnings:
        start = small.find(beginning)
        while start >= 0:
            end = start + len(beginning)
            if not start or not small[start - 1].isalnum():
                places.append((start, end))
            start = small.find(beginning, end)
    places.sort()
    return places


def _whole(text: str, start: int, end: int) -> str:
    """The word that begins so, to its end."""
    rest = _REST_OF_WORD.match(text, end)
    return text[start : rest.end() if rest else end]


@lru_cache(maxsize=16)
def _names(regions: tuple[Region, ...]) -> _Names:
    """Compiled once for some regions."""
    parties: dict[str, set[str]] = defaultdict(set)
    for region in regions:
        for party in region.parties.values():
            for form in (*party.spellings, *party.seats_of_power):
                parties[form.removeprefix("the ")].add(party.id)
        for person in region.people.values():
            for form in (person.name, *person.forms):
                parties[form].update(role.party for role in person.roles)
        for form in region.lookalikes:
            parties[form] = set()  # it hides the party's name that it holds, and is none
    openings: dict[str, list[str]] = defaultdict(list)
    for form in sorted(parties, key=lambda form: (-len(form), form)):
        word = _NAME_START.match(form)
        if word is not None:
            openings[word.group()].append(form)
    return _Names(
        {form: frozenset(ids) for form, ids in parties.items()},
        {word: tuple(forms) for word, forms in openings.items()},
    )

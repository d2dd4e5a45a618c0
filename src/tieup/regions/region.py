"""A region: everything a pack holds, with look-ups that name the nearest known when one misses."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process, utils

from tieup.articles.article import Article
from tieup.regions.constituencies import Constituency
from tieup.regions.demo import Demo
from tieup.regions.elections import Election
from tieup.regions.parties import Party
from tieup.regions.people import Person
from tieup.regions.returns import Returns

#: So many near names an error offers.
_OFFERED = 3
#: A name of so few letters is an abbreviation.
_SHORT = 5


class UnknownNameError(KeyError):
    """A party, election or place that the pack does not know; its message names the nearest."""

    def __init__(
        self, noun: str, given: str, known: Iterable[str], offer: Mapping[str, str] | None = None
    ) -> None:
        """Say what was given and which known names come nearest.

        Args:
            noun: what was looked for, such as "party".
            given: the name that is unknown.
            known: the names that would have been found.
            offer: what to offer for a known name, where not the name itself.
        """
        near = process.extract(
            given,
            sorted(set(known)),
            # Of a few letters, a part says nothing: "TNC" is TMC, and not a piece of a long name.
            scorer=fuzz.WRatio if len(given) > _SHORT else fuzz.ratio,
            processor=utils.default_process,
            limit=None,
        )
        shown = [offer[name] if offer else name for name, _, _ in near]
        offered = list(dict.fromkeys(shown))[:_OFFERED]
        names = ", ".join(offered)
        self.message = f"unknown {noun} '{given}'; the nearest known: {names or 'none'}"
        super().__init__(self.message)

    def __str__(self) -> str:
        """The message, without a KeyError's quotation marks."""
        return self.message


class NoReturnsError(LookupError):
    """A question that needs votes, asked of a pack of names; its message says so in one line."""

    def __init__(self, region: str) -> None:
        """Say whose pack it is."""
        super().__init__(
            f"the pack of {region} has names and no returns: it can be read and followed, "
            "not projected"
        )


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Region:
    """One region, as its pack describes it.

    Attributes:
        country: whose parties and people it shares; None where it stands alone.
        prefix: what the ids of its own house's elections begin with, such as "WB" or "GE".
        constituencies: by number; none in a pack of names.
        named_districts: districts where there are no constituencies to tell them.
        places: other spellings of districts and areas, each with the districts that it means.
        elsewhere: other lands whose news stand in the same papers.
        titles: what leaders are styled here beside the offices that all parties have.
        lookalikes: names that hold a party's name and are none.
        demo: what `tieup demo` shows of the chronicle; None where the pack doesn't say.
        digest: "sha256:..." over every file of the pack, and of its country's.
        read_returns: gives an election's returns; read once, when first asked for.
        read_chronicle: gives the bundled dispatches.
    """

    id: str
    name: str
    prefix: str
    forms: tuple[str, ...]
    house: str
    parties: Mapping[str, Party]
    people: Mapping[str, Person]
    elections: Mapping[str, Election]
    constituencies: Mapping[int, Constituency]
    places: Mapping[str, tuple[str, ...]]
    country: str | None = None
    named_districts: tuple[str, ...] = ()
    demo: Demo | None = None
    elsewhere: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    digest: str
    read_returns: Callable[[str], Returns] = field(repr=False)
    read_chronicle: Callable[[], tuple[Article, ...]] = field(repr=False)

    def __repr__(self) -> str:
        return f"Region({self.id!r})"

    @property
    def majority_mark(self) -> int:
        """More than half of the house: 148 of 294."""
        return len(self.constituencies) // 2 + 1

    @property
    def has_map(self) -> bool:
        """Whether the pack has a hex map: a cell for each constituency."""
        return any(c.hex is not None for c in self.constituencies.values())

    @property
    def districts(self) -> tuple[str, ...]:
        """Districts, in order of their first constituency, or as the pack names them."""
        told = tuple(dict.fromkeys(c.district for c in self.constituencies.values()))
        return told or self.named_districts

    def party(self, given: str) -> Party:
        """The party with this id, or with this name or form.

        Raises:
            UnknownNameError: with the nearest known names.
        """
        if given in self.parties:
            return self.parties[given]
        wanted = given.strip().casefold()
        spellings: dict[str, str] = {}
        for party in self.parties.values():
            for name in (party.id, *party.spellings):
                if name.casefold() == wanted:
                    return party
                spellings.setdefault(name, f"{party.id} ({party.short})")
        raise UnknownNameError(noun="party", given=given, known=spellings, offer=spellings)

    def election(self, given: str) -> Election:
        """The election with this id, in capitals or not.

        Raises:
            UnknownNameError: with the nearest known ids.
        """
        wanted = given.strip().casefold()
        for election in self.elections.values():
            if election.id.casefold() == wanted:
                return election
        raise UnknownNameError(noun="election", given=given, known=self.elections)

    def next_election(self, day: date, kind: str | None = None) -> Election:
        """The first election counted on that day or later; after the last, the last one.

        Of any kind where the region has none of the kind asked for.
        """
        ordered = sorted(self.elections.values(), key=lambda e: e.counted)
        of_kind = [e for e in ordered if kind is None or e.kind == kind] or ordered
        return next((e for e in of_kind if e.counted >= day), of_kind[-1])

    def last_election(self, day: date, kind: str | None = None) -> Election | None:
        """The last election counted before that day; None before the first."""
        ordered = sorted(self.elections.values(), key=lambda e: e.counted)
        past = [e for e in ordered if e.counted < day and (kind is None or e.kind == kind)]
        return past[-1] if past else None

    def returns(self, election: str) -> Returns:
        """The official votes of an election.

        Raises:
            NoReturnsError: where the pack has none at all.
            UnknownNameError: for an election without returns in the pack, naming those that have.
        """
        if not any(e.has_returns for e in self.elections.values()):
            raise NoReturnsError(self.name)
        found = self.elections.get(election)
        if found is None or not found.has_returns:
            known = [e.id for e in self.elections.values() if e.has_returns]
            noun = "base election (no returns for it)"
            raise UnknownNameError(noun, election, known)
        return self.read_returns(election)

    def front_of(self, party: str, day: date) -> str | None:
        """The front that the party is a member of on that day; None outside a front."""
        for front in self.parties.values():
            if front.kind == "front" and party in front.members_on(day):
                return front.id
        return None

    def parties_of(self, party: str, day: date) -> tuple[str, ...]:
        """The party itself, or the members of a front or bloc on that day."""
        found = self.parties.get(party)
        return (found.members_on(day) or (party,)) if found else (party,)

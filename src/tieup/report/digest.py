"""The digest: what turned since a day, in plain words, as Markdown and as an Atom feed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from tieup.alliances import Board, Changed
from tieup.articles import Article
from tieup.english import counted
from tieup.regions import Election
from tieup.report.naming import Names, in_words
from tieup.report.relations import Relation, relations
from tieup.report.telling import Telling
from tieup.report.templating import tamed
from tieup.vocabulary import Status

ATOM = "http://www.w3.org/2005/Atom"
#: What Markdown takes for a mark anywhere, or at the beginning of a line.
_MARKS = re.compile(r"[\\`*_{}\[\]<>#+|~&]|^[-=]")
_NUMBERED = re.compile(r"^(\d+)([.)])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A relation that stands elsewhere than on the day before the digest's first.

    Attributes:
        before: the status that it had.
        since: the day of the status that it has now.
        relation: as the report tells it, with the words that it rests on.
    """

    before: Status
    since: date | None
    relation: Relation

    @property
    def account(self) -> str:
        """Since when, who courts and who denies, and by which rule, in sentences."""
        since = (f"Since {in_words(self.since)}.",) if self.since else ()
        return " ".join((*since, *self.relation.gist, f"Why: {self.relation.rule}."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What turned after one day and until another, the latest first."""

    election: Election
    since: date
    on: date
    turned: tuple[Turned, ...]

    @property
    def headline(self) -> str:
        """How much there is, as a sentence begins."""
        return f"{self._found[0].upper()}{self._found[1:]}"

    @property
    def title(self) -> str:
        """Which election, and how much there is."""
        return f"{self.election.name}: {self._found}"

    @property
    def _found(self) -> str:
        return f"{counted(len(self.turned), 'relation')} turned since {in_words(self.since)}"


def digest(
    found: Changed, election: Election, articles: Mapping[str, Article], names: Names
) -> Digest:
    """What changed, in words."""
    turned = []
    for change in found.changes:
        board = Board(
            on=found.on, known=None, election=found.election, entries=(change.after,), groups=()
        )
        turned.append(
            Turned(
                before=change.before,
                since=change.after.since,
                relation=relations(board, articles, names)[0],
            )
        )
    return Digest(election=election, since=found.since, on=found.on, turned=tuple(turned))


def markdown(told: Digest, names: Names) -> str:
    """The digest as Markdown, ready to be pasted; nothing in an article can break its marks."""
    lines = [f"# {_escaped(told.title)}", ""]
    lines += [f"Up to {in_words(told.on)}.", ""]
    for turn in told.turned:
        pair = _escaped(_pair(turn, names))
        lines += [f"## {pair}: {turn.before.value} → {turn.relation.status.value}", ""]
        lines += [_escaped(turn.account), ""]
        lines += [f"- {_words(ground.telling)}" for ground in turn.relation.grounds]
        lines.append("")
    if not told.turned:
        lines += ["Nothing turned.", ""]
    return tamed("\n".join(lines))


def atom(told: Digest, names: Names, link: Callable[[tuple[str, str]], str]) -> str:
    """The digest as an Atom feed (RFC 4287), an entry a turn.

    Args:
        told: the digest.
        names: of the parties.
        link: the address of a relation's page.
    """
    feed = Element("feed", xmlns=ATOM)
    SubElement(feed, "title").text = f"{told.election.name}: who is allying with whom"
    SubElement(feed, "id").text = _tag(told.election.id)
    SubElement(feed, "updated").text = _moment(told.on)
    SubElement(SubElement(feed, "author"), "name").text = "tieup"
    for turn in told.turned:
        parties = turn.relation.parties
        entry = SubElement(feed, "entry")
        day = turn.since or told.on
        now = turn.relation.status.value
        SubElement(entry, "id").text = _tag(told.election.id, "+".join(sorted(parties)), day, now)
        SubElement(entry, "title").text = f"{_pair(turn, names)}: {turn.before.value} → {now}"
        SubElement(entry, "updated").text = _moment(day)
        SubElement(entry, "link", href=link((parties[0], parties[1])))
        SubElement(entry, "summary").text = " ".join((*turn.relation.gist, turn.relation.rule))
    return tamed('<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode"))


def _pair(turn: Turned, names: Names) -> str:
    return " – ".join(map(names.party, turn.relation.parties))


def _tag(*parts: object) -> str:
    """A name for ever (RFC 4151)."""
    return "tag:tieup,2026:" + ":".join(quote(str(part), safe="+") for part in parts)


def _words(telling: Telling) -> str:
    """Who said what, and where; own words alone in quotation marks."""
    post = f", {telling.post}" if telling.post else ""
    said = " ".join(
        f"“{_escaped(piece.text)}”" if piece.own else _escaped(piece.text)
        for piece in telling.pieces
    )
    outlets = ", ".join(_escaped(link.text) for link in telling.outlets) or "outlet not named"
    return f"{_escaped(telling.speaker + post)}: {said} ({outlets}, {telling.published})"


def _escaped(text: str) -> str:
    """A text in which Markdown finds nothing to do, on one line."""
    plain = " ".join(text.split())
    return _NUMBERED.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", plain))


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

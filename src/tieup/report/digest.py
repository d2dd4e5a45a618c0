"""The digest: what turned since a day, in plain words, as Markdown and as an Atom feed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from tieup.alliances import Board, Changed
from tieup.articles import Article
from tieup.regions import Election
from tieup.report.naming import Names, counted, in_words
from tieup.report.relations import Relation, relations
from tieup.report.telling import Telling
from tieup.vocabulary import Status

ATOM = "http://www.w3.org/2005/Atom"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What turned after one day and until another, the latest first."""

    election: Election
    since: date
    on: date
    turned: tuple[Turned, ...]

    @property
    def headline(self) -> str:
        """How much there is."""
        found = counted(len(self.turned), "relation")
        return f"{found[0].upper()}{found[1:]} turned since {in_words(self.since)}"


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
    lines = [f"# {told.election.name}: {told.headline[0].lower()}{told.headline[1:]}", ""]
    lines += [f"Up to {in_words(told.on)}.", ""]
    for turn in told.turned:
        lines += [
            f"## {_pair(turn, names)}: {turn.before.value} → {turn.relation.status.value}",
            "",
        ]
        gist = " ".join(turn.relation.gist)
        day = f"Since {in_words(turn.since)}. " if turn.since else ""
        lines += [f"{day}{_escaped(gist)} Why: {_escaped(turn.relation.rule)}.".strip(), ""]
        lines += [f"- {_words(ground.telling)}" for ground in turn.relation.grounds]
        lines.append("")
    if not told.turned:
        lines += ["Nothing turned.", ""]
    return "\n".join(lines)


def atom(told: Digest, names: Names, link: Callable[[tuple[str, str]], str]) -> str:
    """The digest as an Atom feed (RFC 4287), an entry a turn.

    Args:
        told: the digest.
        names: of the parties.
        link: the address of a relation's page.
    """
    feed = Element("feed", xmlns=ATOM)
    SubElement(feed, "title").text = f"{told.election.name}: who is allying with whom"
    SubElement(feed, "id").text = f"tag:tieup,2026:{told.election.id}"
    SubElement(feed, "updated").text = _moment(told.on)
    SubElement(SubElement(feed, "author"), "name").text = "tieup"
    for turn in told.turned:
        parties = turn.relation.parties
        entry = SubElement(feed, "entry")
        day = turn.since or told.on
        of_pair = "+".join(sorted(parties))
        SubElement(
            entry, "id"
        ).text = f"tag:tieup,2026:{told.election.id}:{of_pair}:{day}:{turn.relation.status.value}"
        status = f"{turn.before.value} → {turn.relation.status.value}"
        SubElement(entry, "title").text = f"{_pair(turn, names)}: {status}"
        SubElement(entry, "updated").text = _moment(day)
        SubElement(entry, "link", href=link((parties[0], parties[1])))
        SubElement(entry, "summary").text = " ".join((*turn.relation.gist, turn.relation.rule))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode")


def _pair(turn: Turned, names: Names) -> str:
    return " – ".join(map(names.party, turn.relation.parties))


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
    return "".join(f"\\{c}" if c in r"\`*_{}[]<>#+|~" else c for c in plain)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

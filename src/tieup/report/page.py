"""The page: a briefing joined with templates and style to one HTML file that needs nothing else."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from tieup.desk import Briefing
from tieup.plots.leaders import lettered
from tieup.report.claims import claims, passages, tally
from tieup.report.colours import Ink, inks, painted
from tieup.report.hexmap import hexmap
from tieup.report.naming import Names
from tieup.report.outlook import Outlook, outlook
from tieup.report.relations import Relation, alliances, matrix, relations
from tieup.report.situation import situation
from tieup.report.templating import environment, sheet, tamed
from tieup.report.turns import days
from tieup.vocabulary import Status, Word, words

#: Widths of the chart in pixels, for a desk and for a phone; the style sheet shows one of them.
WIDE, NARROW = 640, 312
#: Words of the vocabulary, beside the statuses, that the page uses.
TERMS = frozenset(
    ("term", key)
    for key in (
        "front", "statement", "dispatch", "returns", "scenario", "draw", "projection",
        "majority mark", "hung assembly", "kingmaker",
    )
)  # fmt: skip


def write(briefing: Briefing, path: str | Path) -> Path:
    """Write the report of a briefing to a file, and give its path.

    Raises:
        OSError: where the file can't be written.
    """
    target = Path(path)
    target.write_text(render(briefing), encoding="utf-8")
    return target


def render(briefing: Briefing) -> str:
    """The report of a briefing: one HTML page, without script, that loads nothing from anywhere."""
    names = Names(briefing.region, briefing.board.on)
    told = relations(briefing.board, briefing.articles, names)
    seats = outlook(briefing.projection, briefing.region, names) if briefing.projection else None
    colours = inks(_parties(briefing), briefing.region)
    page = environment("tieup.report").get_template("report.html.j2").render(
        names=names,
        board=briefing.board,
        region=briefing.region,
        election=briefing.region.elections[briefing.board.election],
        situation=situation(briefing.board, names),
        counts=_counts(briefing),
        dispatches={g.telling.dispatch for r in told for g in r.grounds},
        pack=briefing.region.digest.removeprefix("sha256:")[:12],
        alliances=alliances(briefing.board, names),
        matrix=matrix(briefing.board, briefing.region, names),
        relations=told,
        statuses=_present(told),
        relation=briefing.relation,
        days=days(briefing.turns, briefing.articles, names),
        claims=claims(passages(briefing.claims), briefing.articles, names),
        tally=tally(briefing.claims),
        outlook=seats,
        **_drawings(seats, briefing, colours, names),
        inks=colours,
        style=_style(colours),
        glossary=_glossary(),
    )  # fmt: skip
    return tamed(page)


def _drawings(
    seats: Outlook | None, briefing: Briefing, colours: Mapping[str, Ink], names: Names
) -> dict[str, Any]:
    """The map and the two widths of the chart; nothing where there is no projection."""
    if seats is None:
        return {"map": None, "wide": None, "narrow": None}
    # The chart library takes a third of a second to load, and a board alone has no chart.
    from tieup.report.intervals import intervals  # noqa: PLC0415

    letters = lettered({party: names.party(party) for party in seats.leads})
    return {
        "map": hexmap(seats.seats, briefing.region, letters) if briefing.region.has_map else None,
        # The chart library escapes what it writes; its drawing is taken as it is.
        "wide": Markup(intervals(seats, colours, width=WIDE)),  # noqa: S704
        "narrow": Markup(intervals(seats, colours, width=NARROW)),  # noqa: S704
    }


def _parties(briefing: Briefing) -> Iterable[str]:
    """Every party that the page shows in its colour."""
    for entry in briefing.board.entries:
        yield from entry.parties
    for group in briefing.board.groups:
        yield from group.parties
    yield from briefing.relation
    if briefing.projection is not None:
        for bloc in briefing.projection.blocs:
            yield from bloc.parties
        yield from briefing.projection.seats
        yield from (seat.leader for seat in briefing.projection.constituencies)
        for members in briefing.projection.members.values():
            yield from members


def _counts(briefing: Briefing) -> tuple[int, int]:
    """How many articles were there to read by the day, and how many statements the page shows."""
    read = sum(article.published <= briefing.board.on for article in briefing.articles.values())
    shown = {s.id for entry in briefing.board.entries for s in entry.because}
    shown |= {s.id for turn in briefing.turns for s in turn.statements}
    shown |= {claim.statement.id for claim in briefing.claims}
    return read, len(shown)


def _present(told: Iterable[Relation]) -> list[Status]:
    return list(dict.fromkeys(relation.status for relation in told))


@cache
def _glossary() -> tuple[Word, ...]:
    """The statuses, and the other words that the page uses."""
    return tuple(w for w in words() if w.group == "status" or (w.group, w.key) in TERMS)


def _style(colours: Mapping[str, Ink]) -> Markup:
    """The style sheet with the parties' colours; made of the package's own text and of numbers."""
    return Markup(f"{sheet()}\n{painted(colours)}\n")  # noqa: S704

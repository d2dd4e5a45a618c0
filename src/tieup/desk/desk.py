"""A desk: a region and a ledger, with every question that they answer together."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from tieup.alliances import (
    Board,
    Chance,
    Changed,
    Check,
    Dispute,
    Standings,
    Turn,
    chances,
    changes,
    check,
    folded,
)
from tieup.articles import Progress
from tieup.desk.bargaining import Bargaining
from tieup.desk.boards import Boards
from tieup.desk.briefing import Briefing, CheckedClaim, liveliest
from tieup.desk.hindsight import Hindsight
from tieup.desk.library import Library
from tieup.evaluation import Evaluation, evaluate, load_annotations
from tieup.ledger import AsOf, Entry, Ledger
from tieup.regions import Region
from tieup.scenarios import Scenario, grouped, mixture, pair_chances
from tieup.seats import Projection
from tieup.seats.mixing import MixedProjection, project_mixture
from tieup.statements import Statement
from tieup.vocabulary import Status

#: What changed is told of a week where nobody says since when.
A_WEEK = timedelta(days=7)


class Desk(Bargaining):
    """A region and a ledger, and every question that they answer together."""

    def __init__(
        self,
        ledger: Ledger,
        region: Region | None = None,
        election: str | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Take an open ledger, and a region or an election that tells it.

        Args:
            ledger: open.
            region: all is about it.
            election: where no region is given, one whose region is asked about.
            stays: whether questions come again and again, as to a server: then what is kept of
                boards is held in memory.
        """
        super().__init__(ledger, region, election)
        self._stays = stays

    @cached_property
    def _boards(self) -> Boards:
        return Boards(self.ledger, self.region, stays=self._stays)

    @cached_property
    def library(self) -> Library:
        """The texts, each fetched when it is asked for."""
        return Library(self.ledger)

    @cached_property
    def hindsight(self) -> Hindsight:
        """Which words of whom were borne out."""
        return Hindsight(self.ledger, self.region)

    def board(
        self,
        *,
        on: date | None = None,
        election: str | None = None,
        known: date | None = None,
        relation: tuple[str, str] | None = None,
    ) -> Board:
        """Where every relation stands for an election on a day.

        Args:
            on: the day; the last one in the ledger where None.
            election: its id; the next one after the day where None.
            known: use only what was recorded by the end of this day, in UTC.
            relation: of these two parties alone, by their ids; then without groups.
        """
        day = self.day(on)
        wanted = self.election(election, day).id
        return self._boards.on(day, wanted, known=known, pair=relation)

    def changed(
        self, *, on: date | None = None, since: date | None = None, election: str | None = None
    ) -> Changed:
        """The relations that stand elsewhere on a day than they stood on an earlier one.

        A front's leading party is in it as the front.

        Args:
            on: the day; the last in the ledger where None.
            since: the earlier one; a week before where None.
            election: its id; the next one after the day where None.
        """
        day = self.day(on)
        start, about = since or day - A_WEEK, self.election(election, day).id
        before, after = (
            folded(self.board(on=at, election=about), self.region) for at in (start, day)
        )
        turned = changes(before.statuses, after)
        return Changed(election=about, since=start, on=day, changes=turned)

    def entries_of(self, content_id: str) -> tuple[Entry, ...]:
        """What was read from a text, as reviews leave it, in order of place."""
        found = self.ledger.in_text(content_id)
        return tuple(sorted(found, key=lambda e: (e.statement.start, e.statement.id)))

    def standings(self, election: str) -> Standings:
        """Where the relations of an election stood from each day on."""
        return self._boards.standings(election)

    def disputes(self, *, on: date | None = None, election: str | None = None) -> Board:
        """The board with nothing but its disputes."""
        found = self.board(on=on, election=election)
        kept = tuple(entry for entry in found.entries if entry.status is Status.DISPUTED)
        return found.only(kept)

    def all_disputes(
        self,
        *,
        on: date | None = None,
        election: str | None = None,
        relation: tuple[str, str] | None = None,
    ) -> tuple[Dispute, ...]:
        """Every dispute about an election up to a day, settled or not, and what was borne out.

        Args:
            on: the day; the last in the ledger where None.
            election: its id; the next one after the day where None.
            relation: of these two parties alone, by their ids.
        """
        day = self.day(on)
        return self._boards.disputes(day, self.election(election, day).id, pair=relation)

    def chances(
        self, found: Board, *, progress: Progress | None = None
    ) -> Mapping[tuple[str, str], Chance]:
        """How likely each relation of a board is to end allied, by the region's chronicle.

        Only elections that were counted before the board's day count as cases. The chronicle is
        read for it, whatever the ledger holds.

        Args:
            found: the board.
            progress: told how many dispatches are read, of how many.
        """
        with Ledger.open(":memory:") as ledger:
            Desk(ledger, self.region).take_chronicle(progress=progress)
            return chances(found, self.region, ledger.statements())

    def timeline(
        self, one: str, two: str, *, on: date | None = None, election: str | None = None
    ) -> tuple[Turn, ...]:
        """Every turn of a relation for an election, up to a day.

        Raises:
            UnknownNameError: for an unknown party, with the nearest known.
        """
        day = self.day(on)
        wanted = self.election(election, day).id
        a, b = self.region.party(one).id, self.region.party(two).id
        return self._boards.timeline(a, b, wanted, day)

    def claims(self, *, on: date | None = None) -> tuple[CheckedClaim, ...]:
        """Claims about past elections published up to a day, with what the returns say."""
        found = self.ledger.retold(AsOf(day=self.day(on)))
        checked = ((s, self.check(s)) for s in found)
        return tuple(CheckedClaim(statement=s, check=c) for s, c in checked if c is not None)

    def check(self, statement: Statement) -> Check | None:
        """What the returns say of a statement; None where it claims nothing about the past."""
        return check(statement, self.region_of_election(statement.election))

    def to_json(self, statement: Statement) -> dict[str, Any]:
        """The published JSON of a statement, with the check of what it claims of the past."""
        found = self.check(statement)
        if found is None:
            return statement.to_json()
        return CheckedClaim(statement=statement, check=found).to_json()

    def evaluate(
        self,
        folder: str | Path,
        *,
        texts: Iterable[str | Path] = (),
        progress: Progress | None = None,
    ) -> Evaluation:
        """The reader against a folder of annotated articles; the ledger has no part in it.

        Args:
            folder: holds `articles/`, `gold/` and, if need be, `names.json`.
            texts: files and folders where annotated articles stand, too.
            progress: told after each article.
        """
        annotations = load_annotations(folder, texts)
        return evaluate(annotations, self.region_of, progress=progress)

    def news(  # noqa: PLR0913 - an election, two days, and the draws
        self,
        like: Scenario,
        *,
        on: date | None = None,
        election: str | None = None,
        draws: int = 10_000,
        seed: int = 0,
        progress: Progress | None = None,
    ) -> MixedProjection:
        """What the news would bring in seats: structures as likely as the board makes them.

        Args:
            like: base and assumptions; its blocs are of no account.
            on: the day; the last in the ledger where None.
            election: its id; the next one after the day where None.
            draws: elections to simulate.
            seed: of the draws.
            progress: told how many draws are made, of how many.
        """
        found = folded(self.board(on=on, election=election), self.region)
        told = {pair: chance.rate.mean for pair, chance in self.chances(found).items()}
        fronts = {
            party: front
            for party in self.region.parties
            if (front := self.region.front_of(party, found.on)) is not None
        }
        names = grouped(found.entries, self.shares(like.base), fronts=fronts)
        mixed = mixture(names, pair_chances(found.entries, told, names))
        return project_mixture(self.region, mixed, like, draws=draws, seed=seed, progress=progress)

    def briefing(
        self,
        *,
        on: date | None = None,
        election: str | None = None,
        relation: tuple[str, str] | None = None,
        projection: Projection | None = None,
    ) -> Briefing:
        """All that a report shows; without a relation, the one that most is on record of."""
        found = folded(self.board(on=on, election=election), self.region).at_hand()
        pair = relation or liveliest(
            found, self.ledger.statements(AsOf(day=found.on), found.election)
        )
        turns = self.timeline(*pair, on=found.on, election=found.election) if pair[0] else ()
        return Briefing(
            region=self.region,
            board=found,
            relation=pair,
            turns=tuple(turn.at_hand() for turn in turns),
            claims=self.claims(on=found.on),
            articles=self.articles(),
            projection=projection,
        )

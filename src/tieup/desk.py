"""The desk: the one place that joins reading, ledger, board and seats.

CLI, web, report and notebooks call the desk, and nothing under it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from tieup.alliances import (
    Board,
    Chance,
    Check,
    Dispute,
    Score,
    Turn,
    chances,
    check,
    folded,
    timeline,
)
from tieup.articles import Progress
from tieup.boards import Boards
from tieup.briefing import Briefing, CheckedClaim, liveliest
from tieup.corrections import Decision
from tieup.evaluation import Evaluation, evaluate, load_annotations
from tieup.exchange import BroughtIn, ExchangeError, form_of
from tieup.hindsight import Hindsight
from tieup.intake import ReadReport
from tieup.ledger import AsOf, Entry, Ledger, LedgerError, Reviewed
from tieup.reading.readers import ReadersError
from tieup.regions import Election, NoReturnsError, PackError, UnknownNameError
from tieup.registry import Registry
from tieup.revision import Changes, RevisionError
from tieup.scenarios import (
    Scenario,
    ScenarioError,
    parse_shares,
    parse_structure,
    parse_swing,
    parse_transfer,
)
from tieup.seats import Projection, project
from tieup.setting import EmptyLedgerError
from tieup.statements import Statement
from tieup.vocabulary import Status

__all__ = [
    "Briefing",
    "BroughtIn",
    "Changes",
    "CheckedClaim",
    "Decision",
    "Desk",
    "EmptyLedgerError",
    "Entry",
    "ExchangeError",
    "LedgerError",
    "NoReturnsError",
    "PackError",
    "ReadReport",
    "ReadersError",
    "Reviewed",
    "RevisionError",
    "ScenarioError",
    "UnknownNameError",
    "form_of",
]


class Desk(Registry):
    """A region and a ledger, and every question that they answer together."""

    @cached_property
    def _boards(self) -> Boards:
        return Boards(self.ledger, self.region)

    @cached_property
    def _hindsight(self) -> Hindsight:
        return Hindsight(self.ledger, self.region)

    def day(self, on: date | None) -> date:
        """The day asked for, else the last one in the ledger.

        Raises:
            EmptyLedgerError: where there is neither.
        """
        return self._setting.day(on)

    def election(self, given: str | None, day: date) -> Election:
        """The election asked for, else the next one after the day.

        Raises:
            UnknownNameError: with the nearest known ids.
        """
        return self._setting.election(given, day)

    def board(
        self, *, on: date | None = None, election: str | None = None, known: date | None = None
    ) -> Board:
        """Where every relation stands for an election on a day.

        Args:
            on: the day; the last one in the ledger where None.
            election: its id; the next one after the day where None.
            known: use only what was recorded by the end of this day, in UTC.
        """
        day = self.day(on)
        wanted = self.election(election, day).id
        return self._boards.on(day, wanted, known=known)

    def disputes(self, *, on: date | None = None, election: str | None = None) -> Board:
        """The board with nothing but its disputes."""
        found = self.board(on=on, election=election)
        kept = tuple(entry for entry in found.entries if entry.status is Status.DISPUTED)
        return replace(found, entries=kept, groups=())

    def all_disputes(
        self, *, on: date | None = None, election: str | None = None
    ) -> tuple[Dispute, ...]:
        """Every dispute about an election up to a day, settled or not, and what was borne out."""
        day = self.day(on)
        return self._hindsight.disputes(day, self.election(election, day).id)

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

    def voices(self, *, on: date | None = None) -> tuple[Score, ...]:
        """Every voice with what came of its words by a day; of whom most is known first."""
        return self._hindsight.voices(self.day(on))

    def voice(self, name: str, *, on: date | None = None) -> Score:
        """One voice, by its name, or a person's or party's other forms.

        Raises:
            UnknownNameError: for one that said nothing that can be borne out, with the nearest.
        """
        return self._hindsight.voice(name, self.day(on))

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
        seen = self._boards.about((a, b), wanted, day)
        return timeline(seen, self.region, a, b, on=day, election=wanted)

    def claims(self, *, on: date | None = None) -> tuple[CheckedClaim, ...]:
        """Claims about past elections published up to a day, with what the returns say."""
        found = self.ledger.statements(AsOf(day=self.day(on)))
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

    def scenario(
        self, structure: str, *, base: str, swing: str = "", shares: str = "", transfer: str = ""
    ) -> Scenario:
        """A scenario as people write it: "LF+INC+ISF / TMC / BJP", "BJP=+2", "INC:LF=0.6".

        Raises:
            ScenarioError: where it contradicts itself.
            UnknownNameError: for an unknown party or election, with the nearest known.
        """
        return Scenario(
            base=self.region.election(base).id,
            blocs=parse_structure(structure, self.region),
            swing=parse_swing(swing, self.region) if swing else {},
            shares=parse_shares(shares, self.region) if shares else {},
            transfer=parse_transfer(transfer, self.region) if transfer else {},
        )

    def project(
        self,
        scenario: Scenario,
        *,
        draws: int = 10_000,
        seed: int = 0,
        progress: Progress | None = None,
    ) -> Projection:
        """What a scenario would bring in seats."""
        return project(self.region, scenario, draws=draws, seed=seed, progress=progress)

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
        return Briefing(
            region=self.region,
            board=found,
            relation=pair,
            turns=self.timeline(*pair, on=found.on, election=found.election) if pair[0] else (),
            claims=self.claims(on=found.on),
            articles=self.articles(),
            projection=projection,
        )

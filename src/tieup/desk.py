"""The desk: the one place that joins reading, ledger, board and seats.

CLI, web, report and notebooks call the desk, and nothing under it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from tieup.alliances import (
    Board,
    Chance,
    Check,
    Dispute,
    Score,
    Turn,
    chances,
    check,
    disputes,
    folded,
    scores,
    timeline,
)
from tieup.articles import Article, Progress, stream
from tieup.boards import Boards
from tieup.briefing import Briefing, CheckedClaim
from tieup.corrections import Decision
from tieup.evaluation import Evaluation, evaluate, load_annotations
from tieup.exchange import BroughtIn, ExchangeError, bring_in, write_out
from tieup.intake import Intake, ReadReport, Show
from tieup.ledger import AsOf, Entry, Ledger, LedgerError, Reviewed
from tieup.reading.clerk import Orders
from tieup.reading.readers import ReadersError
from tieup.regions import (
    Election,
    NoReturnsError,
    PackError,
    Region,
    RegionChoice,
    UnknownNameError,
    load_region,
)
from tieup.revision import Changes, Revision, RevisionError
from tieup.scenarios import (
    Scenario,
    ScenarioError,
    parse_shares,
    parse_structure,
    parse_swing,
    parse_transfer,
)
from tieup.seats import Projection, project
from tieup.statements import Statement
from tieup.vocabulary import Kind, Status

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
]


class EmptyLedgerError(LookupError):
    """Nothing has been read yet, so that there is no day to ask about."""


class Desk:
    """A region and a ledger, and every question that they answer together.

    Where no region is given, each article is read with the one that it tells, and questions are
    about the region of an election or, without one, of most statements.
    """

    @classmethod
    @contextmanager
    def open(
        cls, where: str | Path, region: str | Path | None = None, election: str | None = None
    ) -> Iterator[Self]:
        """The desk over a ledger file (":memory:" for none); closed at the end.

        Args:
            where: the ledger.
            region: a pack, by its id or folder.
            election: where no region is given, one whose region is asked about.

        Raises:
            LedgerError, PackError, UnknownNameError: each with one line that says what to do.
        """
        chosen = load_region(region) if region else None
        with Ledger.open(where) as ledger:
            yield cls(ledger, chosen, election)

    def __init__(
        self, ledger: Ledger, region: Region | None = None, election: str | None = None
    ) -> None:
        """Take an open ledger, and a region or an election that tells it."""
        self.ledger = ledger
        self._choice = RegionChoice(region)
        self._asked = election

    @cached_property
    def region(self) -> Region:
        """The region that questions are about."""
        asked = self._choice.of_election(self._asked)
        return asked or self._choice.of_most(self.ledger.elections(), self._said_of)

    @cached_property
    def _boards(self) -> Boards:
        return Boards(self.ledger, self.region)

    def region_of(self, article: Article) -> Region:
        """The region that an article is read with."""
        return self._choice.of_article(article)

    def region_of_election(self, election: str | None) -> Region:
        """The region of a statement about an election; else the one that questions are about."""
        return self._choice.of_election(election) or self.region

    def _said_of(self, election: str) -> int:
        return self.ledger.count(election=election)

    def articles(self) -> dict[str, Article]:
        """Every text of the ledger by its hash; of several copies the last published."""
        return {article.content_id: article for article in self.ledger.articles()}

    # -- in --------------------------------------------------------------------------------------

    def read(
        self,
        paths: Iterable[str | Path],
        *,
        day: date | None = None,
        jobs: int | None = 1,
        progress: Progress | None = None,
        show: Show | None = None,
    ) -> ReadReport:
        """Read files and folders into the ledger, as ``take`` does.

        Args:
            paths: files and folders of any number of articles.
            day: the date of articles that carry none.
            jobs: how many processes read, as for ``take``.
            progress: told how many files are done, then how many articles.
            show: given each statement.
        """
        intake = Intake(ledger=self.ledger, orders=Orders(region=self._choice.given), jobs=jobs)
        found = stream(paths, day=day, progress=progress)
        return intake.take(found, progress=progress, show=show)

    def take(
        self,
        articles: Iterable[Article],
        *,
        region: Region | None = None,
        jobs: int | None = 1,
        progress: Progress | None = None,
        show: Show | None = None,
    ) -> ReadReport:
        """Read articles into the ledger; what it holds already is not added again.

        They are read and recorded in order of publication, a batch in one transaction. Those that
        can be about no alliance and no party are recorded, too, and passed over by the reader.

        Args:
            articles: in any order.
            region: of all of them, and then all are read; without it each tells its own.
            jobs: how many processes read; None for one, or one a core where articles are many.
                With more than one, a script that calls this needs `if __name__ == "__main__":`.
            progress: told how many are read, of how many.
            show: given each statement once it is recorded.

        Raises:
            LedgerError, PackError, ReadersError: each with one line that says what to do.
        """
        orders = Orders(region=region or self._choice.given, everything=region is not None)
        intake = Intake(ledger=self.ledger, orders=orders, jobs=jobs)
        return intake.take(articles, progress=progress, show=show)

    def take_chronicle(
        self,
        *,
        jobs: int | None = 1,
        progress: Progress | None = None,
        show: Show | None = None,
    ) -> ReadReport:
        """Read the region's bundled dispatches into the ledger, as ``take`` does."""
        dispatches = self.region.read_chronicle()
        return self.take(dispatches, region=self.region, jobs=jobs, progress=progress, show=show)

    @property
    def revision(self) -> Revision:
        """Decisions of people on what was read."""
        return Revision(ledger=self.ledger, region_of=self.region_of_election)

    def bring_in(self, path: str | Path, *, form: str | None = None) -> BroughtIn:
        """Record what a file holds that was written out before, or by hand.

        Raises:
            ExchangeError: for a form that is unknown or can't be read back.
        """
        return bring_in(self.ledger, Path(path), form=form)

    def export(self, path: str | Path, *, form: str | None = None, texts: bool = False) -> int:
        """Write the whole record to a file, with the regions that it is about; how many entries.

        Raises:
            ExchangeError: for an unknown form, or one that holds no texts.
        """
        about = map(self._choice.of_election, self.ledger.elections())
        regions = list(dict.fromkeys(region for region in about if region)) or [self.region]
        return write_out(self.ledger, Path(path), form=form, regions=regions, texts=texts)

    # -- what is asked ----------------------------------------------------------------------------

    def day(self, on: date | None) -> date:
        """The day asked for, else the last one in the ledger.

        Raises:
            EmptyLedgerError: where there is neither.
        """
        found = on or self.ledger.last_day()
        if found is None:
            message = f"the ledger {self.ledger.name} is empty: read articles into it first"
            raise EmptyLedgerError(message)
        return found

    def election(self, given: str | None, day: date) -> Election:
        """The election asked for, else the next one after the day.

        Raises:
            UnknownNameError: with the nearest known ids.
        """
        return self.region.election(given) if given else self.region.next_election(day)

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
        wanted = self.election(election, day).id
        seen = self.ledger.statements(AsOf(day=day), wanted)
        return disputes(seen, self.region, on=day, election=wanted)

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
        day = self.day(on)
        return scores(self.ledger.statements(AsOf(day=day)), self.region, on=day)

    def voice(self, name: str, *, on: date | None = None) -> Score:
        """One voice, by its name, or a person's or party's other forms.

        Raises:
            UnknownNameError: for one that said nothing that can be borne out, with the nearest.
        """
        known = {score.voice: score for score in self.voices(on=on)}
        forms = {form: p.name for p in self.region.people.values() for form in (p.name, *p.forms)}
        forms |= {form: p.id for p in self.region.parties.values() for form in p.spellings}
        wanted = {form.casefold(): voice for form, voice in forms.items()}
        wanted |= {voice.casefold(): voice for voice in known}
        found = known.get(wanted.get(name.strip().casefold(), ""))
        if found is None:
            raise UnknownNameError(noun="voice", given=name, known=known)
        return found

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
        found = folded(self.board(on=on, election=election), self.region)
        pair = relation or self._liveliest(found)
        return Briefing(
            region=self.region,
            board=found,
            relation=pair,
            turns=self.timeline(*pair, on=found.on, election=found.election) if pair[0] else (),
            claims=self.claims(on=found.on),
            articles=self.articles(),
            projection=projection,
        )

    def _liveliest(self, found: Board) -> tuple[str, str]:
        """The relation with the most statements; of equals a disputed one, then by name."""
        if not found.entries:
            return ("", "")
        statements = self.ledger.statements(AsOf(day=found.on), found.election)
        counts = {
            entry.parties: sum(
                entry.parties in s.pairs for s in statements if s.kind is Kind.ALLIANCE
            )
            for entry in found.entries
        }
        return max(
            found.entries,
            key=lambda e: (counts[e.parties], e.status is Status.DISPUTED, e.parties),
        ).parties

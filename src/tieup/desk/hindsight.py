"""Hindsight: which words of whom were borne out by a day."""

from datetime import date, datetime

from tieup.alliances import Score, scores
from tieup.articles import Progress
from tieup.ledger import AsOf, Ledger
from tieup.regions import Region, UnknownNameError
from tieup.statements import Statement


class Hindsight:
    """What came of a ledger's statements, for the parties and people of a region."""

    def __init__(self, ledger: Ledger, region: Region) -> None:
        """Nothing is read yet."""
        self._ledger = ledger
        self._region = region
        self._known: dict[tuple[datetime | None, date], tuple[Score, ...]] = {}

    def voices(self, on: date, progress: Progress | None = None) -> tuple[Score, ...]:
        """Every voice with what came of its words by a day; of whom most is known first.

        All that was ever said is read for it: the last answer is kept until anything is recorded.

        Args:
            on: the day.
            progress: told how many statements are read and judged, of how many of both.
        """
        asked = self._ledger.last_moment(), on
        found = self._known.get(asked)
        if found is None:
            said = self._said(on, progress)

            def judged(done: int, total: int) -> None:
                if progress:
                    progress(total + done, 2 * total)

            found = scores(said, self._region, on=on, progress=judged)
            self._known = {asked: found}
        return found

    def _said(self, on: date, progress: Progress | None) -> list[Statement]:
        """What was said of the region's own elections: of no others can anything be borne out."""
        as_of = AsOf(day=on)
        own = [e for e in self._ledger.elections() if e in self._region.elections]
        every = sum(self._ledger.count(as_of, election) for election in own)
        found: list[Statement] = []
        for election in own:
            found += self._ledger.statements(as_of, election)
            if progress:
                progress(len(found), 2 * every)
        return found

    def voice(self, name: str, on: date, progress: Progress | None = None) -> Score:
        """One voice, by its name, or a person's or party's other forms.

        Args:
            name: of a person, party or outlet.
            on: the day.
            progress: as for ``voices``.

        Raises:
            UnknownNameError: for one that said nothing that can be borne out, with the nearest.
        """
        known = {score.voice: score for score in self.voices(on, progress)}
        people, parties = self._region.people.values(), self._region.parties.values()
        forms = {form: p.name for p in people for form in (p.name, *p.forms)}
        forms |= {form: p.id for p in parties for form in p.spellings}
        wanted = {form.casefold(): voice for form, voice in forms.items()}
        wanted |= {voice.casefold(): voice for voice in known}
        found = known.get(wanted.get(name.strip().casefold(), ""))
        if found is None:
            raise UnknownNameError(noun="voice", given=name, known=known)
        return found

"""Hindsight: which words of whom were borne out by a day."""

from collections.abc import Iterator
from datetime import date, datetime

from tieup.alliances import Score, scores
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

    def voices(self, on: date) -> tuple[Score, ...]:
        """Every voice with what came of its words by a day; of whom most is known first.

        All that was ever said is read for it: the last answer is kept until anything is recorded.
        """
        asked = self._ledger.last_moment(), on
        found = self._known.get(asked)
        if found is None:
            found = scores(self._said(on), self._region, on=on)
            self._known = {asked: found}
        return found

    def _said(self, on: date) -> Iterator[Statement]:
        """What was said of the region's own elections: of no others can anything be borne out."""
        for election in self._ledger.elections():
            if election in self._region.elections:
                yield from self._ledger.statements(AsOf(day=on), election)

    def voice(self, name: str, on: date) -> Score:
        """One voice, by its name, or a person's or party's other forms.

        Raises:
            UnknownNameError: for one that said nothing that can be borne out, with the nearest.
        """
        known = {score.voice: score for score in self.voices(on)}
        people, parties = self._region.people.values(), self._region.parties.values()
        forms = {form: p.name for p in people for form in (p.name, *p.forms)}
        forms |= {form: p.id for p in parties for form in p.spellings}
        wanted = {form.casefold(): voice for form, voice in forms.items()}
        wanted |= {voice.casefold(): voice for voice in known}
        found = known.get(wanted.get(name.strip().casefold(), ""))
        if found is None:
            raise UnknownNameError(noun="voice", given=name, known=known)
        return found

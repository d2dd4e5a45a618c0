"""Scores: of what a voice had said, how much was later borne out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tieup.alliances.histories.words import story_of
from tieup.alliances.outcomes.aftermath import Aftermath, Judged, Upshot
from tieup.alliances.outcomes.rates import Rate
from tieup.articles import Progress
from tieup.regions import Region
from tieup.statements import REPORT, Statement

#: Of fewer known cases no rate is told: the cases are listed, and that is all.
FEWEST = 3
#: Progress is told after so many statements.
_STEP = 50
SPEAKER, OUTLET = "speaker", "outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A voice: a speaker, or an outlet whose own word the reports are.

    Attributes:
        voice: canonical person, party id, "unnamed:PARTY", or the outlet's name.
        kind: "speaker" or "outlet".
        judged: what it said that can be borne out, in order of publication; one story's word on the
            same relation counts once.
    """

    voice: str
    kind: str
    judged: tuple[Judged, ...]

    @property
    def borne_out(self) -> int:
        """How many of its words were borne out."""
        return sum(word.upshot is Upshot.BORNE_OUT for word in self.judged)

    @property
    def known(self) -> int:
        """Of how many it is known."""
        return sum(word.upshot is not Upshot.OPEN for word in self.judged)

    @property
    def rate(self) -> Rate | None:
        """How often they were, with an interval; None where fewer than three are known."""
        return Rate.of(self.borne_out, self.known) if self.known >= FEWEST else None

    def to_json(self) -> dict[str, Any]:
        """As printed by `tieup voices --json`."""
        rate = self.rate
        return {
            "voice": self.voice,
            "kind": self.kind,
            "borne_out": self.borne_out,
            "known": self.known,
            "open": len(self.judged) - self.known,
            "rate": rate.to_json() if rate else None,
            "statements": [word.to_json() for word in self.judged],
        }


def scores(
    statements: Iterable[Statement], region: Region, *, on: date, progress: Progress | None = None
) -> tuple[Score, ...]:
    """Every voice with what came of its words by a day; those of whom most is known first.

    A claim that talks or an alliance exist is borne out where the two came to an agreement before
    the poll or stood together; a denial or refusal, where they did not stand together; a forecast
    of seats to contest, where the party stood in nearly as many. All is open until the count.

    Args:
        statements: of any day; those published after the day are passed over.
        region: with the elections and their returns.
        on: the day.
        progress: told now and then how many are judged, of how many.
    """
    aftermath = Aftermath.of(statements, region, on)
    told: set[tuple[object, ...]] = set()
    words: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for number, statement in enumerate(sorted(aftermath.statements, key=_in_print)):
        if progress and number % _STEP == 0:
            progress(number, len(aftermath.statements))
        kind = OUTLET if statement.speaker == REPORT else SPEAKER
        voice = statement.outlet if kind == OUTLET else statement.speaker
        judged = aftermath.judge(statement) if voice else None
        if voice is None or judged is None:
            continue
        # What a second outlet copies is not its own word: a story's report counts once for all.
        of_story = (kind, voice if kind == SPEAKER else None, story_of(statement))
        once = (*of_story, judged.saying, frozenset(statement.parties), statement.election)
        if once not in told:
            told.add(once)
            words[kind, voice].append(judged)
    found = [
        Score(voice=voice, kind=kind, judged=tuple(own)) for (kind, voice), own in words.items()
    ]
    return tuple(sorted(found, key=lambda s: (-s.known, -len(s.judged), s.kind, s.voice)))


def _in_print(statement: Statement) -> tuple[object, ...]:
    s = statement
    return (s.published, s.article, s.start, s.end, str(s.act), s.id)

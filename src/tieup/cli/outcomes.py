"""Outcomes on the terminal: how relations ended, what was borne out, and chances, in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tieup.alliances import (
    CAUTION,
    Board,
    Chance,
    Dispute,
    Ending,
    Judged,
    Outcome,
    Rate,
    Saying,
    Upshot,
)
from tieup.cli.terminal import counted
from tieup.english import listed
from tieup.report.naming import Names

_Relation = tuple[str, str]
#: Of more pairs that all ended as said, each is not named.
_FEW = 2


def ending(found: Outcome, names: Names) -> str:
    """'Congress and Left Front stood together, with friendly contests (both in 17 of 92 seats)'."""
    pair = " and ".join(map(names.party, found.parties))
    if found.ending is Ending.UNKNOWN:
        return f"how {pair} stood cannot be told from the returns"
    if found.ending is Ending.TOGETHER and not found.met:
        return f"{pair} stood together"
    # Few enough met for partners, but partners they were not.
    tacit = not found.agreed and found.met is not None and found.met <= (found.smaller or 0) / 2
    without = ", with no agreement standing" if tacit else ""
    told = f"{pair} stood {found.ending.value}{without}"
    return f"{told} (both in {found.met} of {counted(found.smaller or 0, 'seat')})"


def upshot(judged: Judged, names: Names) -> str:
    """What came of a statement, and why it is so."""
    why = _why(judged, names)
    return f"{judged.upshot.value}: {why}" if why else judged.upshot.value


def _why(judged: Judged, names: Names) -> str:
    if judged.saying is Saying.FORECAST and judged.stood is not None:
        return f"stood in {counted(judged.stood, 'seat')}"
    if not judged.outcomes:
        return "not counted yet" if judged.upshot is Upshot.OPEN else ""
    wanted = judged.saying is Saying.CLAIM
    against = [o for o in judged.outcomes if o.allied is not None and o.allied is not wanted]
    if len(judged.outcomes) > _FEW and not against and judged.upshot is Upshot.BORNE_OUT:
        return f"{'all' if wanted else 'none'} of {len(judged.outcomes)} pairs stood together"
    ends = [ending(o, names) for o in against or judged.outcomes]
    if judged.agreed and any(o.allied is not True for o in judged.outcomes):
        ends.insert(0, "they came to an agreement before the poll")
    return "; ".join(ends)


def dispute_notes(disputes: Iterable[Dispute], names: Names) -> Mapping[_Relation, str]:
    """For each disputed relation, which side was borne out."""
    return {
        d.entry.parties: f"The {d.borne_out.value} was borne out: {ending(d.outcome, names)}."
        if d.outcome and d.outcome.allied is not None
        else "Open: " + (f"{ending(d.outcome, names)}." if d.outcome else "not counted yet.")
        for d in disputes
    }


def chance_notes(chances: Mapping[_Relation, Chance]) -> Mapping[_Relation, str]:
    """For each relation: 'ends allied: 57% (29-83, 6 cases)'."""
    return {pair: f"ends allied: {rate_text(chance.rate)}" for pair, chance in chances.items()}


def chances_from(chances: Mapping[_Relation, Chance], names: Names) -> str:
    """Which elections the chances are from."""
    elections = {election: None for chance in chances.values() for election in chance.elections}
    if not elections:
        return "No chances: no election counted by then is told of in a chronicle of this region."
    told = listed(map(names.election, elections))
    return f"Ends allied: as relations of such a status did in {told}."


def board_json(board: Board, chances: Mapping[_Relation, Chance] | None) -> dict[str, Any]:
    """A board as published, with chances where they were asked for."""
    found = board.to_json()
    if chances is not None:
        for entry, relation in zip(board.entries, found["relations"], strict=True):
            chance = chances.get(entry.parties)
            relation["chance"] = chance.to_json() if chance else None
        elections = {e: None for chance in chances.values() for e in chance.elections}
        found["chances"] = {"elections": list(elections), "caution": CAUTION}
    return found


def disputes_json(board: Board, every: Sequence[Dispute]) -> dict[str, Any]:
    """The disputes of a day as a board, and those settled by then; of each, what was borne out."""
    current = {d.entry.parties: d.to_json() for d in every if d.until is None}
    return {
        **board.to_json(),
        "relations": [current[entry.parties] for entry in board.entries],
        "settled": [d.to_json() for d in every if d.until],
    }


def rate_text(rate: Rate) -> str:
    """'57% (29-83, 6 cases)': the mean, and what nine tenths of the probability lie between."""
    low, mean, high = (round(100 * part) for part in (rate.p05, rate.mean, rate.p95))
    return f"{mean}% ({low}–{high}, {counted(rate.cases, 'case')})"

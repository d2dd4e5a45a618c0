"""The situation: the whole board in one plain sentence, made from what it holds."""

from collections.abc import Iterator

from tieup.alliances import Board, BoardEntry
from tieup.english import counted, listed
from tieup.report.naming import Names
from tieup.vocabulary import Status

#: So many of a sort are named; more are counted.
NAMED = 2
#: So many agreed alliances are named.
AGREED = 4


def situation(board: Board, names: Names) -> str:
    """What an editor needs to know first."""
    agreed, others = _agreed(board, names), "; ".join(_others(board, names))
    if not others:
        return f"{agreed}, and nothing else is on record."
    if not board.groups:
        return f"{agreed}: {others}."
    return f"{agreed}. {others[0].upper()}{others[1:]}."


def _agreed(board: Board, names: Names) -> str:
    groups = sorted(board.groups, key=lambda g: (-len(g.parties), g.parties))
    if not groups:
        return "No alliance is agreed"
    if len(groups) == 1:
        return f"One alliance is agreed, of {listed(map(names.party, groups[0].parties))}"
    number = counted(len(groups), "alliance")
    told = f"{number[0].upper()}{number[1:]} are agreed"
    if len(groups) > AGREED:
        return told
    return f"{told}: {listed(' + '.join(map(names.party, g.parties)) for g in groups)}"


def _others(board: Board, names: Names) -> Iterator[str]:
    for status, verb, again, many in (
        (Status.DISPUTED, "contradict each other", "as do", "pairs contradict each other"),
        (Status.TALKING, "are talking", "as are", "pairs are talking"),
        (Status.COURTING, "", "", "parties court another that has not answered"),
        (Status.ENDED, "have broken with each other", "as have", "pairs have broken"),
        (Status.REFUSED, "", "", "possible ties are ruled out"),
    ):
        entries = [entry for entry in board.entries if entry.status is status]
        if len(entries) > NAMED or (entries and status is Status.REFUSED):
            yield counted(len(entries), "possible tie is ruled out", many)
        elif entries and status is Status.COURTING:
            yield listed(_courting(entry, names) for entry in entries)
        elif entries:
            first, *others = (" and ".join(map(names.party, e.parties)) for e in entries)
            yield f"{first} {verb}" + "".join(f", {again} {other}" for other in others)


def _courting(entry: BoardEntry, names: Names) -> str:
    towards = entry.finding.towards
    if len(towards) != 1:
        return f"{' and '.join(map(names.party, entry.parties))} await a decision"
    other = next(p for p in entry.parties if p not in towards)
    return f"{names.party(towards[0])} courts {names.party(other)}"

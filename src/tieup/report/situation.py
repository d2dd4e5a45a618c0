"""The situation: the whole board in one plain sentence, made from what it holds."""

from collections.abc import Iterator, Sequence

from tieup.alliances import Board, BoardEntry
from tieup.report.naming import Names, counted, listed
from tieup.vocabulary import Status

#: So many of a sort are named; more are counted.
NAMED = 2


def situation(board: Board, names: Names) -> str:
    """What an editor needs to know first."""
    clauses = [_agreed(board, names), *_others(board, names)]
    if len(clauses) == 1:
        return f"{clauses[0]}, and nothing else is on record."
    return f"{clauses[0]}: {'; '.join(clauses[1:])}."


def _agreed(board: Board, names: Names) -> str:
    groups = sorted(board.groups, key=lambda g: (-len(g.parties), g.parties))
    if not groups:
        return "No alliance is agreed"
    told = [listed(map(names.party, group.parties)) for group in groups]
    if len(told) == 1:
        return f"One alliance is agreed, of {told[0]}"
    number = counted(len(told), "alliance")
    return f"{number[0].upper()}{number[1:]} are agreed"


def _others(board: Board, names: Names) -> Iterator[str]:
    groups = sorted(board.groups, key=lambda g: (-len(g.parties), g.parties))
    if 1 < len(groups) <= NAMED:
        yield listed(" with ".join(map(names.party, g.parties)) for g in groups)
    for status, one, many in (
        (Status.DISPUTED, "contradict each other", "pairs contradict each other"),
        (Status.TALKING, "are talking", "pairs are talking"),
        (Status.COURTING, "", "parties court another that has not answered"),
        (Status.ENDED, "have broken with each other", "pairs have broken with each other"),
        (Status.REFUSED, "", "possible ties are ruled out"),
    ):
        entries = [e for e in board.entries if e.status is status]
        if not entries:
            continue
        if len(entries) > NAMED:
            yield counted(len(entries), many, many)
        elif status is Status.COURTING:
            yield listed(_courting(entry, names) for entry in entries)
        elif status is Status.REFUSED:
            yield f"{_pairs(entries, names)} {'is' if len(entries) == 1 else 'are'} ruled out"
        else:
            yield f"{_pairs(entries, names)} {one}"


def _pairs(entries: Sequence[BoardEntry], names: Names) -> str:
    pairs = [" and ".join(map(names.party, entry.parties)) for entry in entries]
    return ", and ".join(pairs)


def _courting(entry: BoardEntry, names: Names) -> str:
    towards = entry.finding.towards
    if len(towards) != 1:
        return f"{' and '.join(map(names.party, entry.parties))} await a decision"
    other = next(p for p in entry.parties if p not in towards)
    return f"{names.party(towards[0])} courts {names.party(other)}"

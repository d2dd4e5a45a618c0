"""Nominations: who would stand in an election, as far as the one before lets foresee."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tieup.seats.backtest.past import Pair, Past
from tieup.seats.backtest.people import plain, same
from tieup.seats.contest import NOBODY, Contest, is_independent

#: Smaller parties are not foreseen to come back where a partner stood for them.
COMES_BACK = 0.003


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Candidate:
    """One candidate of a seat.

    Attributes:
        contender: for whom.
        name: the candidate's.
        votes: that it had; of one who is foreseen first the strength, then the votes in the end.
    """

    contender: str
    name: str
    votes: float


def foreseen(pair: Pair) -> Pair:
    """The pair with the candidates whom the base lets foresee instead of the target's own.

    Who is allied with whom at the target is known, who is nominated is not. A party, or its heir,
    stands where it stood, and where a partner stood from whom it has parted; of partners the
    strongest, and partners of old who both stood do so again. Independents stand again.

    Returns:
        The pair. Its target has these candidates with the votes that they had in the end, none if
        they did not stand; all others' votes are in the rest, and `won` is -1 where one of these
        won.
    """
    befores, afters = _rows(pair.base), _rows(pair.target)
    slate, rows, won = pair.target.slate, [], []
    for before, after in zip(befores, afters, strict=True):
        row = [_in_the_end(each, after) for each in _foreseen(pair, before)]
        rows.append([candidate for candidate, _ in row])
        won.append(next((n for n, (_, real) in enumerate(row) if real is after[0]), -1))
    target = replace(
        pair.target,
        slate=replace(
            slate,
            contest=_contest(slate.contest, rows),
            candidates=tuple(tuple(each.name for each in row) for row in rows),
        ),
        fronts={},
        won=np.array(won),
    )
    return replace(pair, target=target)


def _rows(past: Past) -> list[list[_Candidate]]:
    """Candidates by seat, most votes first."""
    contest = past.slate.contest
    return [
        [
            _Candidate(
                contender=past.contender(contest.parties[party]), name=name, votes=float(votes)
            )
            # Names stop where nobody stands any more.
            for party, name, votes in zip(parties, names, counted, strict=False)
            if party != NOBODY
        ]
        for parties, names, counted in zip(
            contest.party, past.slate.candidates, contest.votes, strict=True
        )
    ]


def _foreseen(pair: Pair, before: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Who would stand in a seat."""
    yield from (each for each in before if is_independent(each.contender))
    parties = [each for each in before if not is_independent(each.contender)]
    stood = {heir for each in parties for heir in pair.heirs_of(each.contender)}
    there: dict[str, _Candidate] = {}
    for each in (*_again(pair, parties), *_coming_back(pair, parties, stood)):
        there.setdefault(each.contender, each)
    standing: list[str] = []
    for each in sorted(there.values(), key=lambda each: -each.votes):
        rivals = (
            other
            for other in standing
            if pair.target.allied(each.contender, other)
            and not ({each.contender, other} <= stood and pair.were_allied(each.contender, other))
        )
        if next(rivals, None) is None:
            standing.append(each.contender)
            yield each


def _again(pair: Pair, parties: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Those who stood, or their heirs, with what they had."""
    for each in parties:
        heirs = pair.heirs_of(each.contender)
        for heir in heirs:
            yield replace(each, contender=heir, votes=each.votes / len(heirs))


def _coming_back(
    pair: Pair, parties: Sequence[_Candidate], stood: set[str]
) -> Iterator[_Candidate]:
    """Those who left the seat to a partner from whom they have parted, by their parts of both."""
    for absent, size in pair.sizes.items():
        if is_independent(absent) or size < COMES_BACK:
            continue
        for heir in pair.heirs_of(absent):
            for partner in parties:
                if heir in stood or not pair.base.allied(partner.contender, absent):
                    continue
                if pair.are_partners(partner.contender, heir):
                    continue
                part = size / (size + pair.sizes[partner.contender])
                yield _Candidate(contender=heir, name="", votes=part * partner.votes)


def _in_the_end(
    candidate: _Candidate, after: Sequence[_Candidate]
) -> tuple[_Candidate, _Candidate | None]:
    """A candidate with the votes of the end, and whom these votes are of."""
    alone = is_independent(candidate.contender)
    real = next(
        (
            each
            for each in after
            if each.contender == candidate.contender
            and (not alone or same(plain(each.name), plain(candidate.name)))
        ),
        None,
    )
    return replace(candidate, votes=real.votes if real else 0.0), real


def _contest(target: Contest, rows: Sequence[Sequence[_Candidate]]) -> Contest:
    """The target's seats with these candidates; all other votes are in the rest."""
    parties = tuple(sorted({each.contender for row in rows for each in row}))
    index = {party: number for number, party in enumerate(parties)}
    shape = (len(rows), max(map(len, rows)))
    party, votes = np.full(shape, NOBODY, dtype=np.int64), np.zeros(shape)
    for seat, row in enumerate(rows):
        party[seat, : len(row)] = [index[each.contender] for each in row]
        votes[seat, : len(row)] = [each.votes for each in row]
    rest = np.maximum(target.totals - votes.sum(axis=1), 0.0)
    return replace(target, parties=parties, party=party, votes=votes, rest=rest)

"""Where the voters of a partner who stands down go: one plain, stated assumption."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from tieup.seats.contest import NOBODY, Contest
from tieup.seats.standing import StandDown

#: The part of a stood-down partner's voters who vote for the partner who stands, unless the user
#: says otherwise. Partners kept 0.80 of their joint vote in Karnataka 2019 and 0.88 in Uttar
#: Pradesh 2019, 0.84 on average. If both partners' voters strayed alike, 0.84 of the movers
#: followed; if the movers alone strayed, and were half of the joint vote, 1 - 0.16 / 0.5 = 0.68
#: did. Between the two readings lies 0.76.
FOLLOW = 0.76


def transferred(
    contest: Contest,
    stand_downs: Sequence[StandDown],
    given: Mapping[tuple[str, str], float],
) -> Contest:
    """The contest after the stand-downs.

    Of a stood-down candidate's voters the part given for (giver, taker), else FOLLOW, votes for the
    candidate to whom the seat was left. The rest does as the rest of the electorate did: it spreads
    over the other candidates and over staying home in proportion to their votes and to the electors
    who gave none at the base. Where the source has no electors, nobody stays home.
    """
    if not stand_downs:
        return contest
    seats = np.arange(len(contest.numbers))
    gone = np.any([each.candidates for each in stand_downs], axis=0)
    staying = np.where(gone, 0.0, contest.votes)
    votes, rest, abstainers = staying.copy(), contest.rest.copy(), contest.abstainers.copy()
    for each in stand_downs:
        movers = (contest.votes * each.candidates).sum(axis=1)
        follow = given.get((each.giver, each.taker), FOLLOW)
        votes[seats, each.takers] += follow * movers
        others = staying.copy()
        others[seats, each.takers] = 0.0
        weight = others.sum(axis=1) + contest.rest + contest.abstainers
        straying = (1 - follow) * movers
        each_gets = np.divide(straying, weight, out=np.zeros_like(weight), where=weight > 0)
        votes += each_gets[:, None] * others
        rest += each_gets * contest.rest
        abstainers += np.where(weight > 0, each_gets * contest.abstainers, straying)
    return replace(
        contest,
        party=np.where(gone, NOBODY, contest.party),
        votes=votes,
        rest=rest,
        abstainers=abstainers,
    )

"""Notes: what a projection assumes and where it ends, in plain sentences."""

from collections.abc import Iterator
from math import isfinite

from tieup.english import listed
from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats.draws.sizes import share_error
from tieup.seats.errors.errors import ErrorSizes
from tieup.seats.pivots import MOST
from tieup.seats.staging import followers, splits, support
from tieup.seats.staging.stage import Stage

#: The share of a party that is an example of how far shares stray.
TYPICAL = 0.40


def notes(region: Region, stage: Stage, errors: ErrorSizes, *, cut: int) -> tuple[str, ...]:
    """The notes of a projection, most general first; cut as in Pivots."""
    return (
        *_of_width(stage, errors),
        *_of_base(region, stage),
        *support.notes_of(stage.support, stage.home),
        *splits.notes_of(stage.scenario.splits, _absent(stage)),
        *followers.notes_of(stage.followers, stage.downs),
        *_of_structure(stage.scenario),
        *_of_levels(stage.scenario, errors),
        *_of_errors(errors),
        *_of_pivots(cut),
    )


def _of_width(stage: Stage, errors: ErrorSizes) -> Iterator[str]:
    """How wide the draws are by nature, where nobody has said how the state will vote."""
    given, lineup = stage.scenario.shares, stage.lineup
    if not errors.state:
        return
    if not given:
        yield (
            "No statewide shares are given, so that the draws allow for all that may happen in a "
            f"full term, in which a party of {100 * TYPICAL:.0f} percent strays by some "
            f"{100 * share_error(TYPICAL, errors.state):.0f} points: go by the intervals, not by "
            "the means. With shares, or polls, they are much narrower."
        )
        return
    silent = [
        contender
        for bloc in lineup.blocs[: lineup.named]
        for contender in bloc
        if contender not in given and lineup.members[contender]
    ]
    if silent:
        yield (
            f"No statewide share is given of {listed(silent)}: in the draws these may gain or lose "
            "as much as parties did in a full term."
        )


def _of_base(region: Region, stage: Stage) -> Iterator[str]:
    election = region.election(stage.scenario.base)
    lineup = stage.lineup
    yield (
        f"It starts from the votes of {election.id}, seat by seat; a party that did not stand in a "
        "seat then has no votes there now, unless they are said to be restored."
    )
    if election.unopposed:
        yield (
            f"{len(election.unopposed)} seats of {election.id} had one candidate and no poll; they "
            "stay with who won them."
        )
    if election.by_segment:
        yield f"{election.id} filled other seats: its votes are by segment, without postal ones."
    for bloc in lineup.blocs[: lineup.named]:
        others = [c for b in lineup.blocs if b != bloc for c in b if lineup.members[c]]
        for contender in bloc:
            left = [other for other in others if lineup.allied_at_base(contender, other)]
            stood = int(stage.base.of(lineup.members[contender]).any(axis=1).sum())
            if left and contender not in stage.home and 0 < stood < len(stage.base.numbers):
                yield (
                    f"{contender} was allied with {listed(left)} in {election.id} and stood "
                    f"in {stood} of {len(stage.base.numbers)} seats; it has votes in these alone."
                )


def _absent(stage: Stage) -> tuple[str, ...]:
    """Contenders of the structure that have no votes."""
    lineup = stage.lineup
    return tuple(c for c in lineup.contenders if not lineup.members[c])


def _of_structure(scenario: Scenario) -> Iterator[str]:
    if scenario.friendly == "none":
        yield "No two partners stand against each other, not even where they did at the base."
    for who, whom in scenario.support:
        yield f"{who} stands for itself, and its seats count for {whom}'s majority."


def _of_levels(scenario: Scenario, errors: ErrorSizes) -> Iterator[str]:
    if scenario.swing or scenario.shares:
        yield "Swing and shares move a party alike in all its seats, on the scale of root shares."
    known = [party for party in scenario.shares if party in scenario.known]
    if known and errors.state:
        yield f"The statewide shares of {', '.join(known)} are taken as known."
    for party, error in scenario.share_errors.items():
        if error:
            yield (
                f"{party} has {round(scenario.shares[party], 1):g} percent statewide, give or take "
                f"{round(error, 1):g}."
            )


def _of_errors(errors: ErrorSizes) -> Iterator[str]:
    if errors.are_none:
        yield "Nothing is drawn: this is the scenario without any error."
        return
    pairs = ", ".join(f"{one} to {other}" for one, other in errors.pairs)
    yield (
        f"Errors are as large as elections strayed from one to the next: {pairs or 'as given'}"
        f"{' (none is before the base)' if errors.later else ''}."
    )
    if isfinite(errors.tails):
        yield (
            "Large errors are more frequent than the normal law has them: Student's t with "
            f"{errors.tails:g} degrees of freedom."
        )
    if len(errors.pairs) == 1:
        yield "One pair of elections tells little: errors may be far larger than what is drawn."


def _of_pivots(cut: int) -> Iterator[str]:
    if cut:
        yield (
            f"In {cut} hung draws more than {MOST} blocs won seats; power is counted among the "
            f"{MOST} largest."
        )

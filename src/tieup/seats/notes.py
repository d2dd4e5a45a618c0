"""Notes: what a projection assumes and where it ends, in plain sentences."""

from collections.abc import Iterator

from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats.errors import ErrorSizes
from tieup.seats.pivots import MOST
from tieup.seats.stage import Stage
from tieup.seats.followers import FOLLOW


def notes(region: Region, stage: Stage, errors: ErrorSizes, *, cut: int) -> tuple[str, ...]:
    """The notes of a projection, most general first; cut as in Pivots."""
    return (
        *_of_base(region, stage),
        *_of_stand_downs(stage),
        *_of_levels(stage.scenario, errors),
        *_of_errors(stage.scenario, errors),
        *_of_pivots(cut),
    )


def _of_base(region: Region, stage: Stage) -> Iterator[str]:
    election = region.election(stage.scenario.base)
    lineup = stage.lineup
    yield (
        f"It starts from the votes of {election.id}, seat by seat; a party that did not stand in a "
        "seat then has no votes there now."
    )
    if election.kind == "lok-sabha":
        yield f"{election.id} filled other seats: its votes are by segment, without postal ones."
    for contender in lineup.contenders:
        if not lineup.members[contender]:
            yield f"{contender} did not stand in {election.id}: it has no votes, and wins nothing."
    for bloc in lineup.blocs[: lineup.named]:
        others = [c for b in lineup.blocs if b != bloc for c in b if lineup.members[c]]
        for contender in bloc:
            left = [other for other in others if lineup.allied_at_base(contender, other)]
            stood = int(stage.base.of(lineup.members[contender]).any(axis=1).sum())
            if left and 0 < stood < len(stage.base.numbers):
                yield (
                    f"{contender} was allied with {' and '.join(left)} in {election.id} and stood "
                    f"in {stood} of {len(stage.base.numbers)} seats; it has votes in these alone."
                )


def _of_stand_downs(stage: Stage) -> Iterator[str]:
    given = stage.scenario.transfer
    for down in stage.downs:
        pair = (down.giver, down.taker)
        count = int(down.seats.sum())
        yield (
            f"{down.giver} leaves {count} seat{'s' if count > 1 else ''} to {down.taker}, the "
            f"stronger there; {100 * given.get(pair, FOLLOW):.0f} percent of its voters follow"
            f"{'' if pair in given else ' (the default)'}."
        )
    if stage.downs:
        yield (
            "Those who don't follow spread over the other candidates and staying home as the rest "
            "of the electorate did."
        )
    used = {(down.giver, down.taker) for down in stage.downs}
    for giver, taker in given:
        if (giver, taker) not in used:
            yield f"The transfer {giver}:{taker} is not used: {giver} leaves no seat to {taker}."
    if stage.scenario.friendly == "none":
        yield "No two partners stand against each other, not even where they did at the base."


def _of_levels(scenario: Scenario, errors: ErrorSizes) -> Iterator[str]:
    if scenario.swing or scenario.shares:
        yield "Swing and shares move a party alike in all its seats, on the scale of root shares."
    if scenario.shares and errors.state:
        yield f"The statewide shares of {', '.join(scenario.shares)} are taken as known."


def _of_errors(scenario: Scenario, errors: ErrorSizes) -> Iterator[str]:
    if errors.are_none:
        yield "Nothing is drawn: this is the scenario without any error."
        return
    pairs = ", ".join(f"{one} to {other}" for one, other in errors.pairs)
    yield (
        f"Errors are as large as elections strayed from one to the next: {pairs or 'as given'}"
        f"{' (none is before the base)' if errors.later else ''}."
    )
    if len(errors.pairs) == 1:
        yield "One pair of elections tells little: errors may be far larger than what is drawn."
    if not scenario.shares:
        yield (
            "No statewide shares are given, so that the draws allow for all that may happen in a "
            "full term; with shares they are much narrower."
        )


def _of_pivots(cut: int) -> Iterator[str]:
    if cut:
        yield (
            f"In {cut} hung draws more than {MOST} blocs won seats; power is counted among the "
            f"{MOST} largest."
        )

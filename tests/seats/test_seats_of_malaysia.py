"""A second land through the same code: what was allied gives what was won, exactly."""

import pytest

from tieup.regions import Region, load_region
from tieup.scenarios import Scenario, ScenarioError, parse_structure
from tieup.seats import contest, error_sizes, project

#: The coalitions of each election, allies of one region joined as the pack has them.
STRUCTURES = {
    "GE-12": "PR / BN",
    "GE-13": "PR / BN",
    "GE-14": "PH+WARISAN / BN / GS / USA",
    "GE-15": "PH / PN / BN+GRS / GPS / GTA",
}
SEATS = {
    "GE-12": (82, 140),
    "GE-13": (89, 133),
    "GE-14": (121, 79, 18, 1),
    "GE-15": (82, 74, 36, 23, 0),
}


@pytest.fixture(scope="module")
def malaysia() -> Region:
    """The bundled pack."""
    return load_region("malaysia")


def scenario(region: Region, election: str, structure: str, **given: dict[str, float]) -> Scenario:
    """A scenario on an election, as people write it."""
    return Scenario(base=election, blocs=parse_structure(structure, region), **given)  # type: ignore[arg-type] # by name


@pytest.mark.parametrize("election", STRUCTURES)
def test_the_structure_of_the_base_gives_its_result(malaysia: Region, election: str) -> None:
    projection = project(malaysia, scenario(malaysia, election, STRUCTURES[election]), draws=0)
    named = projection.blocs[: len(SEATS[election])]
    assert tuple(bloc.no_error for bloc in named) == SEATS[election]
    returns = malaysia.returns(election)
    won: dict[str, float] = {}
    for contender, spread in projection.seats.items():
        members = projection.members.get(contender, {contender: spread})
        won |= {party: each.mean for party, each in members.items() if each.mean}
    assert won == contest(malaysia, election).seats_won() == returns.seats_won
    for seat in projection.constituencies:
        standing = seat.standing.get(seat.leader, seat.leader)
        assert standing == returns.winners[seat.no].party


def test_a_seat_without_a_poll_stays_with_who_won_it(malaysia: Region) -> None:
    """Nobody knows how its electors would vote: it is no seat that a draw can move."""
    given = scenario(malaysia, "GE-12", "PR / BN", swing={"PR": 10.0})
    projection = project(malaysia, given, draws=200, seed=1)
    found = {seat.no: seat.chances for seat in projection.constituencies}
    for no in malaysia.elections["GE-12"].unopposed:
        assert found[no] == {"BN": 1.0}


def test_errors_come_from_its_own_elections(malaysia: Region) -> None:
    sizes = error_sizes(malaysia, "GE-15")
    assert sizes.pairs == (("GE-12", "GE-13"), ("GE-13", "GE-14"), ("GE-14", "GE-15"))
    assert 0 < sizes.seat < sizes.state < 0.3


def test_draws_add_up_to_the_house(malaysia: Region) -> None:
    given = scenario(malaysia, "GE-15", "PH+BN / PN / GPS+GRS")
    projection = project(malaysia, given, draws=300, seed=2)
    assert projection.majority_mark == 112
    assert sum(spread.mean for spread in projection.seats.values()) == pytest.approx(222)
    for seat in projection.constituencies:
        assert sum(seat.chances.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("structure", "said"),
    [
        ("PH+PKR / BN", "PKR is named beside PH, whose member it is; name one of them"),
        ("PH / BN / PH", "PH is named 2 times"),
    ],
)
def test_errors_say_what_to_do(malaysia: Region, structure: str, said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        project(malaysia, scenario(malaysia, "GE-15", structure), draws=0)

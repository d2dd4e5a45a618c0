"""Each wording of each act, on its own example and against its opposite."""

from datetime import date

import pytest

from tieup.reading.acts import Rule, rules, trigger
from tieup.reading.names import masked, names_of
from tieup.reading.spans import Span
from tieup.regions import Region
from tieup.vocabulary import Act


def act_of(text: str, region: Region) -> Act | None:
    """The act of a clause of ours."""
    blank = masked(text, names_of(region).mentions(text, date(2026, 1, 15)), region)
    found = trigger(blank, Span(0, len(text)), Span(0, len(text)))
    return found.rule.act if found else None


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.act}: {rule.name}")
def test_a_rule_reads_its_own_example(rule: Rule, bengal: Region) -> None:
    assert act_of(rule.example, bengal) is rule.act


def test_every_act_has_rules() -> None:
    assert {rule.act for rule in rules()} == set(Act)


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("he did not rule out an alliance with the Left", Act.WANTS),
        ("he ruled out an alliance with the Left", Act.REFUSES),
        ("the Congress denied that talks on an alliance were held", Act.DENIES),
        ("if our demands are not met, we will contest alone", Act.DEMANDS),
        ("the Congress will contest all 294 seats on its own", Act.REFUSES),
        ("his party never formed an alliance with the ISF", Act.DENIES),
        ("the two had not parted ways", None),
        ("the names had been announced without any negotiation", None),
        ("the ISF does not want to derail the alliance with the Congress", Act.WANTS),
        ("the TMC never wanted an alliance of the Congress and the Left", None),
        ("the party could contest the election on its own", None),
        ("the alliance with the ISF is not settled", None),
        ("the Trinamool Congress is left with 80 seats", None),
        ("the Left Front met voters in Malda", Act.TALKS),
        ("several leaders left the Trinamool Congress", None),
        ("the weather in Kolkata will be fine", None),
    ],
)
def test_negation_and_scope(clause: str, act: Act | None, bengal: Region) -> None:
    assert act_of(clause, bengal) is act


def test_the_left_front_holds_no_verb(bengal: Region) -> None:
    """'Left' in 'Left Front' is a name, so that no rule of leaving may read it."""
    assert act_of("the Left Front and the Congress sealed a pact", bengal) is Act.AGREES

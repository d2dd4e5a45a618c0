"""Each wording of each act, on its own example and against its opposite."""

from datetime import date

import pytest

from tellings import statements
from tieup.reading.acts.acts import Rule, Trigger, rules, triggers
from tieup.reading.names.names import masked, names_of
from tieup.reading.text.spans import Span, lowered
from tieup.regions import Region
from tieup.vocabulary import Act


def found_in(text: str, region: Region) -> tuple[Trigger, ...]:
    """The rules that match a clause of ours."""
    blank = masked(text, names_of(region).mentions(text, date(2026, 1, 15)), region)
    whole = Span(0, len(text))
    return triggers(blank, lowered(blank), whole, whole)


def acts_of(text: str, region: Region) -> set[Act]:
    """The acts of the rules that match a clause of ours in full."""
    return {t.rule.act for t in found_in(text, region) if t.tied and not t.undone}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.act}: {rule.name}")
def test_a_rule_reads_its_own_example(rule: Rule, bengal: Region) -> None:
    own = [t for t in found_in(rule.example, bengal) if t.rule is rule]
    assert [(t.tied, t.undone) for t in own] == [(True, False)]


def test_every_act_has_rules() -> None:
    assert {rule.act for rule in rules()} == set(Act)


def test_no_two_rules_share_a_name() -> None:
    names = [(rule.act, rule.name) for rule in rules()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("he did not rule out an alliance with the Left", Act.WANTS),
        ("he ruled out an alliance with the Left", Act.REFUSES),
        ("the Congress denied that talks on an alliance were held", Act.DENIES),
        ("if our demands are not met, we will contest alone", Act.DEMANDS),
        ("the party will stand alone if it is given fewer seats", Act.DEMANDS),
        ("the Congress will contest all 294 seats on its own", Act.REFUSES),
        ("his party never formed an alliance with the ISF", Act.DENIES),
        ("the ISF does not want to derail the alliance with the Congress", Act.WANTS),
        ("the Left Front met voters in Malda", Act.TALKS),
        ("the Left Front and the Congress sealed a pact", Act.AGREES),
    ],
)
def test_a_rule_of_the_act_matches(clause: str, act: Act, bengal: Region) -> None:
    assert act in acts_of(clause, bengal)


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("the two had not parted ways", Act.ENDS),
        ("the names had been announced without any negotiation", Act.TALKS),
        ("the TMC never wanted an alliance of the Congress and the Left", Act.WANTS),
        ("the party could contest the election on its own", Act.REFUSES),
        ("the party will contest on its own symbol", Act.REFUSES),
        ("the alliance with the ISF is not settled", Act.AGREES),
        ("the Trinamool Congress is left with 80 seats", Act.AGREES),
        ("several leaders left the Trinamool Congress", Act.AGREES),
        ("the Left Front and the Congress sealed a pact", Act.ENDS),
    ],
)
def test_negation_and_scope_keep_a_rule_off(clause: str, act: Act, bengal: Region) -> None:
    assert act not in acts_of(clause, bengal)


def test_no_rule_reads_what_is_no_talk_of_alliances(bengal: Region) -> None:
    assert acts_of("the weather in Kolkata will be fine", bengal) == set()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("ISF leader Karim Sheikh said no discussion had been held with the Congress.", Act.DENIES),
        ("ISF leader Karim Sheikh said he had not ruled out an alliance with the Congress.", Act.WANTS),
        ("The ISF ruled out any alliance with the Congress.", Act.REFUSES),
        ("The Congress and the ISF failed to reach an agreement over seat-sharing.", Act.TALKS),
        ("The Congress has not replied to the letter of the ISF.", Act.WAITS),
        ("The Congress snapped its ties with the Left Front.", Act.ENDS),
        ("The ISF wants at least 20 seats from the Left Front.", Act.DEMANDS),
        ("The Congress and the ISF have come to terms on a majority of the seats.", Act.AGREES),
        ("JUP leader Selim Mondal said the AIMIM had assured him of an alliance.", Act.CLAIMS),
    ],
)  # fmt: skip
def test_the_act_told_of_a_full_sentence(text: str, act: Act, bengal: Region) -> None:
    assert [s.act for s in statements(text, bengal)] == [act]

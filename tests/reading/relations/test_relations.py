"""The relations on offer for a clause."""

from datetime import date

import pytest

from tieup.articles import Article
from tieup.reading.acts.clause import Clause
from tieup.reading.acts.ranking import Likely, ranker
from tieup.reading.reader import Reader
from tieup.reading.relations.relation import Relation
from tieup.reading.relations.setting import Setting
from tieup.regions import Region


class Onlooker(Reader):
    """A reader that keeps what was on offer."""

    def offered(self, clause: Clause, likely: Likely) -> tuple[Setting, list[Relation]]:
        """The relations, each kept."""
        setting, options = super().offered(clause, likely)
        self.seen = [*getattr(self, "seen", ()), *options]
        return setting, options


def offered(text: str, region: Region) -> set[tuple[frozenset[str], str | None]]:
    """All that was on offer in a text: parties and hub."""
    article = Article(id="ours", published=date(2026, 1, 15), text=text)
    reader = Onlooker(article, region, ranker())
    reader.statements()
    return {(frozenset(each.parties), each.hub) for each in reader.seen}


@pytest.mark.parametrize(
    ("text", "parties", "hub"),
    [
        ("Congress leader Dipak Sen ruled out a pact with the CPI. Support has come to him from the ISF and the RSP.", "INC ISF RSP", "INC"),
        ("RSP leader Haru Maity sought an alliance with the CPI. The ISF is angry over his talks with the JUP.", "RSP JUP", None),
        ("The CPI(M) ruled out a pact with the JUP. The ISF and the RSP agreed to an alliance with it.", "CPIM ISF RSP", "CPIM"),
        ('"The Congress must think about an alliance, and we will contest all 42 seats on our own," ISF leader Karim Sheikh said.', "ISF", None),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means_is_on_offer(
    text: str, parties: str, hub: str | None, bengal: Region
) -> None:
    assert (frozenset(parties.split()), hub) in offered(text, bengal)


def test_a_front_with_its_leader_is_not(bengal: Region) -> None:
    found = offered(
        "Left Front chairman Biman Bose met the Congress. The CPI(M) wants an alliance.", bengal
    )
    assert (frozenset({"LF", "CPIM"}), None) not in found
    assert (frozenset({"CPIM", "INC"}), None) in found

"""What the reader is asked for on the annotated articles, to which its weights were fitted."""

from pathlib import Path

import pytest

from tieup.evaluation import Evaluation, evaluate, load_annotations
from tieup.regions import Region

#: What a second annotator reaches, blind.
MARKS = {
    "relation": 0.88, "polarity": 0.82, "act": 0.74, "voiced": 0.66,
    "election_accuracy": 0.95, "date_accuracy": 0.93,
}  # fmt: skip
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def found(bengal: Region, shared: Path) -> Evaluation:
    return evaluate(load_annotations(shared / "gold", [shared / "seeds"]), lambda _: bengal)


def test_they_are_read_as_well_as_a_second_annotator_reads_them(found: Evaluation) -> None:
    told = found.to_json()
    reached = {n: told[n]["f1"] if isinstance(told[n], dict) else told[n] for n in MARKS}
    assert {name: share for name, share in reached.items() if share < MARKS[name]} == {}


def test_a_confidence_means_something(found: Evaluation) -> None:
    bins = found.reliability.bins
    assert len(bins) >= 5
    # What was learnt from is read better than the confidence says, which is that of new articles.
    assert [one for one in bins if one.said > one.interval[1]] == []
    half = len(bins) // 2
    unsure, sure = (
        sum(one.right for one in some) / sum(one.of for one in some)
        for some in (bins[:half], bins[half:])
    )
    assert unsure < sure

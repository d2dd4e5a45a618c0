"""Our own annotated articles: whole, and none of them a text that a test reads."""

from pathlib import Path

import pytest
from test_constructions import ALONE, OTHERS
from test_constructions import CASES as CONSTRUCTIONS
from test_guide import CASES as GUIDE
from test_hard_cases import CASES as HARD
from test_wordings import ACTS

from tieup.evaluation.annotations import Annotations, load_annotations
from tieup.reading.text.sentences import sentences

FOLDER = Path(__file__).parents[2] / "annotations" / "ours"


@pytest.fixture(scope="module")
def ours() -> Annotations:
    """The bundled ones."""
    return load_annotations(FOLDER)


def test_nothing_is_wrong_with_them(ours: Annotations) -> None:
    assert not ours.problems
    assert len(ours.articles) >= 40
    assert all(row.start is not None for row in ours.rows)


def test_every_act_is_in_them_several_times(ours: Annotations) -> None:
    counts = {
        act: sum(row.act is act for row in ours.rows) for row in ours.rows for act in [row.act]
    }
    assert len(counts) == 9
    assert min(counts.values()) >= 5


def test_no_test_reads_what_the_weights_were_fitted_to(ours: Annotations) -> None:
    taught = {s.of(a.text).strip(' "') for a in ours.articles for s in sentences(a.text)}
    read = [case.text for case in (*GUIDE, *HARD, *CONSTRUCTIONS)]
    read += [text for *_, text in (*ACTS, *ALONE, *OTHERS)]
    assert taught.isdisjoint(s.of(text).strip(' "') for text in read for s in sentences(text))

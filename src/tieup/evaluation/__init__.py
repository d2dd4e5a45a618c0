"""Evaluation: how well statements agree with what careful people annotated."""

from tieup.evaluation.annotations import Annotation, Annotations, load_annotations
from tieup.evaluation.differences import Extra, Missed
from tieup.evaluation.evaluation import Evaluation, evaluate, judge
from tieup.evaluation.reliability import Bin, Reliability
from tieup.evaluation.scores import Score, Scores, Share, score
from tieup.evaluation.units import Level, Pair, Row, Unit, Units

__all__ = [
    "Annotation",
    "Annotations",
    "Bin",
    "Evaluation",
    "Extra",
    "Level",
    "Missed",
    "Pair",
    "Reliability",
    "Row",
    "Score",
    "Scores",
    "Share",
    "Unit",
    "Units",
    "evaluate",
    "judge",
    "load_annotations",
    "score",
]

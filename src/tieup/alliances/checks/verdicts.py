"""Verdicts: what the returns say of a claim."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """What the returns say of a claim."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    CONTRADICTED = "contradicted"
    UNCHECKABLE = "uncheckable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The verdict on one statement, with the figures that it rests on, in words."""

    verdict: Verdict
    figures: str

    def to_json(self) -> dict[str, Any]:
        """As published in the contract: the verdict and the figure."""
        return {"verdict": self.verdict.value, "figures": self.figures}


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found of the parts of a claim, one after the other.

    Attributes:
        right: for each part that could be checked, whether it holds.
        told: the figures in words.
    """

    right: list[bool] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def add(self, words: str, *, holds: bool, near: bool = False) -> None:
        """One part of the claim; what is only near is right in part."""
        self.right.extend([True, False] if near and not holds else [holds])
        self.told.append(words)

    def note(self, words: str) -> None:
        """A figure that belongs to it, or a part that cannot be checked."""
        self.told.append(words)

    def check(self) -> Check:
        """Confirmed where all parts hold, contradicted where none does, else partly."""
        if not self.right:
            return uncheckable("; ".join(self.told))
        if all(self.right):
            verdict = Verdict.CONFIRMED
        else:
            verdict = Verdict.PARTLY if any(self.right) else Verdict.CONTRADICTED
        return Check(verdict=verdict, figures="; ".join(self.told))


def uncheckable(reason: str) -> Check:
    """What the returns cannot tell, and why."""
    return Check(verdict=Verdict.UNCHECKABLE, figures=reason)

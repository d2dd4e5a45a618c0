"""Turns: turns of phrase by which a clause points beyond the names in it."""

import re
from dataclasses import dataclass
from functools import cached_property

from tieup.reading.acts.wording import FIRST_PERSON
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span

_THIRD_PERSON = re.compile(
    r"\b(?:he|him|his|she|her|it|its|they|them|their|the\s+party)\b", re.IGNORECASE
)
# The thing talked of before: "such a pact", "the two".
_THOSE = Sought(
    r"\b(?:the\s+two\b|both\b|each\s+other|the\s+(?:alliance|coalition|combine|pact|tie-up|talks|partners|morcha"
    r"|arrangement|understanding|proposal|meeting|discussions?|deal)|this\s+alliance|such\s+(?:a|an|any)?"
    r"|joint\s+\w+|the\s+latter)\b",
    re.IGNORECASE,
)
_ANYBODY = Sought(
    r"\b(?:with|to)\s+any(?:one|body|\s+(?:other\s+)?(?:party|parties|political))\b|\ball\s+\d+\s+seats",
    re.IGNORECASE,
)
_ALL_OF_A_KIND = Sought(
    r"\b(?:all|every|other|like-minded|secular|democratic|opposition|progressive|regional|smaller|anti-\w+|non-\w+)\s+(?:\w+\s+){0,2}?"
    r"(?:party|parties|forces?|fronts?|groups?|outfits?)\b",
    re.IGNORECASE,
)
# "His talks with the ISF" are those of whoever "he" is, whomever else the clause names.
_OWNED = Sought(
    r"\b(?:his|her|its|their|our|my)\s+(?:[\w-]+\s+){0,2}?(?:talks?|discussions?|negotiations?|alliances?|pact|understanding"
    r"|tie-up|efforts?|offer|proposal|overtures?|dialogue|meeting|partnership|ties)\b[^,;]{0,60}?\b(?:with|to)\s+(?:\w+\s+){0,2}?[PFH]_",
    re.IGNORECASE,
)
# "Its old allies", who are not named.
_ITS_ALLIES = Sought(
    r"\b(?:his|her|its|their|our|my)\s+(?:[\w-]+\s+){0,2}?(?:allies|partners)\b(?!,?\s+(?:\w+\s+){0,2}?[PFH]_)",
    re.IGNORECASE,
)
_THE_ALLIANCE = re.compile(r"\W*the\s+(?:alliance|coalition|pact|tie-up)\b", re.IGNORECASE)
# All of them with each other: "the Left-Congress alliance", "an understanding between", "jointly".
_TOGETHER = Sought(
    r"[PF]_+\s?[-–/]\s?[PF]_+|\b(?:alliance|front|combine|coalition|pact|understanding|tie-up|sharing|arrangement|adjustment|talks)\s+"
    r"(?:\w+\s+)?(?:of|between|among|comprising)\b|\b(?:between|among|comprising|jointly|(?:all|the)\s+(?:three|four|five))\b",
    re.IGNORECASE,
)
# Whom a clause goes on about: "we will go alone", "that it was ready", "they will tie up".
_GOES_ON = re.compile(
    r"\W*(?:(?:and|but|that)\s+)*(?:(?P<we>we|I|our\s+party|my\s+party)"
    r"|(?P<they>he|she|it|they|(?:his|her|its|their|the)\s+party))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Turns:
    """The turns of phrase of one clause, each looked for once.

    Attributes:
        masked: the article with its names masked; span: the clause.
        direct: whether somebody says it in his own words.
    """

    masked: str
    span: Span
    direct: bool

    @cached_property
    def of_itself(self) -> bool:
        """Whether a pronoun of the clause may mean the speaker's own side."""
        return self._holds(FIRST_PERSON if self.direct else _THIRD_PERSON)

    @cached_property
    def of_those(self) -> bool:
        """Whether the clause comes back to what was talked of before."""
        return self._holds(_THOSE)

    @cached_property
    def of_anybody(self) -> bool:
        """Whether the clause speaks of any party at all."""
        return self._holds(_ANYBODY)

    @cached_property
    def of_all_of_a_kind(self) -> bool:
        """Whether the clause speaks of parties by their kind: "like-minded parties must unite"."""
        return self._holds(_ALL_OF_A_KIND)

    @cached_property
    def of_owned(self) -> bool:
        """Whether the talks or the alliance are somebody's own: "his talks with the ISF"."""
        return self._holds(_OWNED)

    @cached_property
    def of_allies(self) -> bool:
        """Whether the clause speaks of somebody's allies and names none."""
        return self._holds(_ITS_ALLIES)

    @cached_property
    def of_the_alliance(self) -> bool:
        """Whether the clause is about "the alliance", which the article has told of."""
        return _THE_ALLIANCE.match(self.masked, self.span.start, self.span.end) is not None

    @cached_property
    def of_each_other(self) -> bool:
        """Whether the clause joins several parties each to each."""
        return self._holds(_TOGETHER)

    @cached_property
    def goes_on(self) -> str | None:
        """The pronoun that the clause begins with: "we" for the first person, "they" for the third."""
        found = _GOES_ON.match(self.masked, self.span.start, self.span.end)
        return found.lastgroup if found else None

    def _holds(self, pattern: re.Pattern[str] | Sought) -> bool:
        return pattern.search(self.masked, self.span.start, self.span.end) is not None

"""Company: how often an article names each party, and which it names together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Self

from tieup.reading.names.mention import Mention
from tieup.reading.text.sentences import sentences

#: So many characters hold the headline and what the news is.
_LEAD = 400
#: A sentence that lists more parties says little of any two of them.
_FEW = 6

Pair = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The company that parties keep in an article: a relation named often is likelier meant.

    Attributes:
        prominence: rank of each party by how often it is named, from 0.
        together: in how many sentences both of a pair are named.
        lead: the pairs named together at the head of the article.
    """

    prominence: Mapping[str, int]
    together: Mapping[Pair, int]
    lead: frozenset[Pair]

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention]) -> Self:
        """Count the mentions of an article, given in the order of its text."""
        counts = Counter(mention.party for mention in mentions if mention.party)
        together: Counter[Pair] = Counter()
        lead: set[Pair] = set()
        ahead = 0
        for sentence in sentences(text):
            named = set()
            while ahead < len(mentions) and mentions[ahead].span.start < sentence.end:
                mention = mentions[ahead]
                if mention.party and not mention.attached:
                    named.add(mention.party)
                ahead += 1
            if len(named) <= _FEW:
                pairs = [frozenset(pair) for pair in combinations(named, 2)]
                together.update(pairs)
                lead.update(pairs if sentence.end <= _LEAD else ())
        ranks = {party: rank for rank, (party, _) in enumerate(counts.most_common())}
        return cls(prominence=ranks, together=together, lead=frozenset(lead))

    def sentences_with(self, pairs: Iterable[Pair]) -> int:
        """In how many sentences each of the pairs is named: of the one that is named least."""
        return min((self.together.get(pair, 0) for pair in pairs), default=0)

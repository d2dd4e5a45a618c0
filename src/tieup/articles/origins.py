"""Origins: which articles are copies of one story, trimmed, reworded, reordered or retitled.

Two articles are copies of each other by themselves alone, whatever else was read and in which
order. The copies of copies are one origin, which bears the name of the copy that came first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import groupby, pairwise

from tieup.articles.agencies import UNNAMED, credited
from tieup.articles.article import Article

#: A story is copied within so many days.
WINDOW = timedelta(days=5)
#: Of fewer words nothing is a copy but what equals to the letter: they say too little to tell.
FEWEST_WORDS = 40
#: Below this share of common word triples, of the shorter's, nothing is looked at further. Where 30
#: words of 100 are replaced, a third of the triples is left.
_FLOOR = 0.15
#: A sentence is found in another text where one sentence there has at least this share of its word
#: pairs. Replacing 30 words of 100 leaves half of them; by chance one topic's share about a tenth.
_FOUND = 0.3
#: What has fewer words, or no end mark, is a headline, a caption, a tag or a byline.
_SENTENCE = 6
#: The news is in the first sentences, background below: of so many at least two thirds are found.
_OPENING = 3
#: A copy has at least this share of its words in sentences that are found in the other; less where
#: both credit one agency, more where they credit different ones, who quote the same speaker.
_BAR, _SAME_AGENCY, _OTHER_AGENCY = 0.6, 0.5, 0.8

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
#: The marks beyond ASCII that most texts have, and what stands between words in ASCII.
_TYPOGRAPHY = "“”‘–—…"
_BETWEEN = {mark: " " for mark in range(128) if not (chr(mark).isalnum() or chr(mark) == "'")}
_BREAK = re.compile(r"\s(?:(?<=[.!?]\s)|(?<=[.!?][\"'”’)]\s))\s*|\n+")
_ENDED = re.compile(r"[.!?][\"'”’)]*\s*\Z")


def origin_of(content_id: str) -> str:
    """The name of the origin that a text is the first copy of."""
    return "o_" + content_id.removeprefix("a_")


def are_copies(one: Article, other: Article) -> bool:
    """Whether two articles tell one story in the same words, or nearly the same.

    They were published within WINDOW of each other; most of one stands in the other, sentence by
    sentence, in any order; and the opening of each is in the other, so that a follow-up that
    repeats yesterday's background is no copy of it. Symmetric.
    """
    if one.text == other.text:
        return True
    if abs(one.published - other.published) > WINDOW:
        return False
    a, b = _triples(one.text), _triples(other.text)
    if len(a & b) < max(1, _FLOOR * min(len(a), len(b))):
        return False
    ours, theirs = _sentences(one.text), _sentences(other.text)
    if not (_opens_within(ours, theirs) and _opens_within(theirs, ours)):
        return False
    share = max(_share(ours, _found(ours, theirs)), _share(theirs, _found(theirs, ours)))
    if share >= _OTHER_AGENCY or share < _SAME_AGENCY:  # whoever is credited
        return share >= _OTHER_AGENCY
    return share >= _bar(one, other)


def origins(articles: Iterable[Article]) -> dict[str, str]:
    """The origin of every text, by its content id; in whatever order the articles are given.

    An origin bears the name of its first copy, by day of publication and content id.
    """
    ordered = sorted(set(articles), key=lambda a: (a.published, a.content_id))
    links = (
        (one.content_id, other.content_id)
        for one, other in _candidates(ordered)
        if are_copies(one, other)
    )
    return named((article.content_id for article in ordered), links)


def named(texts: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The origin of each text, where links join copies.

    Args:
        texts: content ids, the first of an origin before its others: it names the origin.
        links: pairs of them that are copies.
    """
    heads: dict[str, str] = {}
    rank = {text: place for place, text in enumerate(dict.fromkeys(texts))}

    def head(text: str) -> str:
        while (above := heads.get(text, text)) != text:
            heads[text] = heads.get(above, above)
            text = above
        return text

    for one, other in links:
        first, later = sorted((head(one), head(other)), key=rank.__getitem__)
        heads[later] = first
    return {text: origin_of(head(text)) for text in rank}


def _candidates(ordered: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    """Articles that may be copies of each other, by their signatures; taken in order of days."""
    from tieup.articles.alike import alike  # noqa: PLC0415 - numpy takes a moment
    from tieup.articles.signatures import signatures_of  # noqa: PLC0415 - as above

    signed = zip(ordered, signatures_of([article.text for article in ordered]), strict=True)
    long = [(article, slots) for article, slots in signed if slots]
    before: list[tuple[Article, bytes]] = []
    for _, days in groupby(long, key=lambda one: one[0].published.toordinal() // WINDOW.days):
        fresh = list(days)
        every = [*before, *fresh]
        pairs = alike([slots for _, slots in before], [slots for _, slots in fresh])
        yield from ((fresh[one][0], every[other][0]) for one, other in pairs)
        before = fresh  # what is older is copied no more


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as it is compared: how many words, which pairs of them, which numbers."""

    words: int
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]


@lru_cache(maxsize=2048)
def _triples(text: str) -> frozenset[int]:
    """The triples of words, hashed; none of a text too short to have copies."""
    words = _words(text)
    if len(words) < FEWEST_WORDS:
        return frozenset()
    return frozenset(map(hash, _in_threes(words)))


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[_Sentence, ...]:
    """The sentences; of a text without end marks its lines."""
    parts = dict.fromkeys(_BREAK.split(text))
    ended = [part for part in parts if _ENDED.search(part)] or [*parts]
    return tuple(said for part in ended if (said := _sentence(part)).words >= _SENTENCE)


@lru_cache(maxsize=4096)
def _sentence(part: str) -> _Sentence:
    """One sentence; a copy has most of another's to the letter."""
    said = _words(part)
    return _Sentence(len(said), frozenset(pairwise(said)), _numbers(said))


def _found(ours: Iterable[_Sentence], theirs: Sequence[_Sentence]) -> tuple[bool, ...]:
    """Of each of our sentences, whether they have it, too; with other numbers it is another."""
    same = set(map(id, theirs))
    return tuple(
        id(said) in same
        or any(
            len(said.pairs & near.pairs) >= _FOUND * len(said.pairs)
            and not (said.numbers and near.numbers and said.numbers.isdisjoint(near.numbers))
            for near in theirs
        )
        for said in ours
    )


def _share(sentences: Sequence[_Sentence], found: Sequence[bool]) -> float:
    """The share of words that stand in sentences found."""
    kept = sum(said.words for said, there in zip(sentences, found, strict=True) if there)
    return kept / max(1, sum(said.words for said in sentences))


def _words(text: str) -> list[str]:
    folded = text.casefold().replace("’", "'")
    plain = folded
    for mark in _TYPOGRAPHY:
        plain = plain.replace(mark, " ")
    if not plain.isascii():
        return _WORD.findall(folded)
    parts = plain.translate(_BETWEEN).split()  # the same in less than half the time
    if "'" not in plain:
        return parts
    return [word for part in parts for word in (_WORD.findall(part) if "'" in part else (part,))]


def _in_threes(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset([word for word in words if word[0].isdigit()])


def _opens_within(ours: Sequence[_Sentence], theirs: Sequence[_Sentence]) -> bool:
    """Whether our opening is found in theirs, but for one sentence in three."""
    found = _found(ours[:_OPENING], theirs)
    return 3 * sum(found) >= 2 * len(found) > 0


def _bar(one: Article, other: Article) -> float:
    ours, theirs = credited(one), credited(other)
    if not ours or not theirs:
        return _BAR
    unnamed = UNNAMED in ours | theirs
    return _SAME_AGENCY if unnamed or not ours.isdisjoint(theirs) else _OTHER_AGENCY

"""Signatures: a few numbers for each text, by which its copies are looked for among many.

A MinHash over triples of words: two texts agree in about the share of slots that their triples
agree in. Many texts are signed at once and from their bytes: with a string for each word and each
triple it took more than twice as long.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from tieup.articles.alike import SLOTS, packed
from tieup.articles.origins import FEWEST_WORDS

#: Names what these are made of. Whatever signs in another way, a release of rensa, too, needs
#: another name: the ledger then signs its texts anew.
SCHEME = "rensa-2 bytes words-3 slots-64"
_SEED = 1

#: The marks beyond ASCII that most texts have; all others there are taken for letters.
_MARKS = "“”‘’–—…"
_GAP = b" "
_ASCII = 128
#: What a byte is taken for: a gap, where it is an ASCII mark.
_LETTERS = bytes(m if m >= _ASCII or chr(m).isalnum() else _GAP[0] for m in range(256))
#: A word is told by so many of its first bytes, so many of its last, and its length.
_ENDS = 8
#: By how many of its bytes are told: which of those from its beginning on are its own, and by how
#: many bits those up to its end are shifted until only its own are left.
_OWN = np.array([(1 << 8 * n) - 1 for n in range(_ENDS + 1)], "<u8")
_SHIFT = np.array([8 * (_ENDS - n) for n in range(_ENDS + 1)], "<u8")
#: Odd numbers without a pattern: what is multiplied by them is spread over all bits.
_ODD = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB], "<u8")
_HALF = np.uint64(32)

_Numbers = NDArray[np.uint64]


def signatures_of(texts: Sequence[str]) -> list[bytes]:
    """The signature of each text, packed; empty for one too short to have copies."""
    words, counts = _words([_folded(text) for text in texts])
    long = counts >= FEWEST_WORDS
    if not long.any():
        return [b""] * len(texts)
    begins = np.repeat(long, counts)  # which words a triple begins with
    last = np.cumsum(counts)[long] - 1
    begins[last] = begins[last - 1] = False
    triples = _spread(_spread(_spread(words[:-2], 0) + words[1:-1], 1) + words[2:], 2)
    rows = np.cumsum(np.append(0, counts[long] - 2)).astype(np.uint64)
    own = triples[begins[:-2]]
    signed = RMinHash.digest_matrix_from_flat_token_hashes(own, rows, SLOTS, _SEED)
    slots = iter(packed(signed.to_rows()))
    return [next(slots) if is_long else b"" for is_long in long]


def _folded(text: str) -> bytes:
    folded = text.casefold()
    if not folded.isascii():
        for mark in _MARKS:
            folded = folded.replace(mark, " ")
    return folded.encode("utf-8", "surrogatepass").translate(_LETTERS)


def _words(folded: Sequence[bytes]) -> tuple[_Numbers, NDArray[np.int64]]:
    """A number for each word of all texts, and how many words each text has."""
    joined = np.frombuffer(_GAP * _ENDS + _GAP.join(folded) + _GAP * _ENDS, np.uint8)
    inside = joined != _GAP[0]
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    begin, end = edges[::2], edges[1::2]
    length = end - begin
    eight: _Numbers = np.ndarray(len(joined) - _ENDS + 1, "<u8", joined, strides=(1,))
    told = np.minimum(length, _ENDS)
    first, last = eight[begin] & _OWN[told], eight[end - _ENDS] >> _SHIFT[told]
    words = _spread(_spread(first, 0) + last, 1) + length.astype(np.uint64)
    until = np.cumsum([len(text) + 1 for text in folded], dtype=np.int64) + _ENDS
    return words, np.diff(np.searchsorted(begin, until), prepend=0)


def _spread(numbers: _Numbers, by: int) -> _Numbers:
    product: _Numbers = numbers * _ODD[by]
    return product ^ (product >> _HALF)

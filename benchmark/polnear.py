"""Who says what, on political news that the reader was not written with: the PolNeAR test articles.

    python benchmark/polnear.py PATH

PATH is a copy of the PolNeAR corpus, or its folder data/test: one with text/ (.txt) and
attributions/ (brat .ann). Nothing of it is shipped with tieup.

The conventions are those of CofeNet's evaluation, so that the figures stand beside the published
ones: each annotator's file counts, a paragraph is one text, spans are compared as token spans, a
span in pieces counts as its pieces, and each token has one label. Exact is the F1 of equal spans.
Overlap is the F1 where sharing one token is enough. Jaccard is CofeNet's mean of the best overlap
of each span.
"""

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from tieup.articles import Article
from tieup.reading import attributions

PARTS = ("source", "cue", "content")
#: The order in which labels are given; a later one replaces an earlier one.
_PAINTED = ("content", "source", "cue")
#: Exact F1 as published for the same articles, in the order of PARTS. All but the rules were
#: trained on the corpus.
PUBLISHED = {
    "rules": (10.7, 22.8, 5.6),
    "CRF": (50.6, 53.4, 28.6),
    "BiLSTM-CRF": (69.6, 66.7, 59.0),
    "CofeNet (BERT)": (83.2, 75.3, 72.9),
}
#: Words, and each mark by itself; an apostrophe begins a token, as in treebanks: "Trump 's".
_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|['’](?:s|re|ve|ll|d|m)\b|''|``|\w+(?:[-.,&]\w+)*|\S")
_LINE = re.compile(r"\S[^\n]*")

Piece = tuple[int, int]


@dataclass(slots=True)
class Tally:
    """What was counted for one part of attributions, over all texts."""

    annotated: int = 0
    found: int = 0
    equal: int = 0
    annotated_met: int = 0
    found_met: int = 0
    overlaps: list[float] = field(default_factory=list)

    def add(self, annotated: set[Piece], found: set[Piece]) -> None:
        """Count one paragraph's token spans."""
        self.annotated += len(annotated)
        self.found += len(found)
        self.equal += len(annotated & found)
        best = {one: max((jaccard(one, two) for two in found), default=0.0) for one in annotated}
        met = {two for two in found if any(jaccard(one, two) > 0 for one in annotated)}
        self.annotated_met += sum(value > 0 for value in best.values())
        self.found_met += len(met)
        self.overlaps += [*best.values(), *(0.0 for _ in found - met)]

    @property
    def exact(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of equal spans, in percent."""
        return scores(self.equal, self.found, self.equal, self.annotated)

    @property
    def overlap(self) -> tuple[float, float, float]:
        """The same where one shared token is enough."""
        return scores(self.found_met, self.found, self.annotated_met, self.annotated)

    @property
    def mean_jaccard(self) -> float:
        """CofeNet's figure, in percent."""
        return 100 * sum(self.overlaps) / len(self.overlaps) if self.overlaps else 0.0


def jaccard(one: Piece, two: Piece) -> float:
    """Shared tokens over all tokens of two spans; 0 where they do not touch."""
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return max(0.0, shared / (max(one[1], two[1]) - min(one[0], two[0])))


def scores(right: int, found: int, met: int, annotated: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    precision = right / found if found else 0.0
    recall = met / annotated if annotated else 0.0
    total = precision + recall
    return 100 * precision, 100 * recall, 200 * precision * recall / total if total else 0.0


def annotated_pieces(path: Path) -> Iterator[tuple[str, Piece]]:
    """Part and character span of each piece in a brat file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("T"):
            continue
        kind, _, places = line.split("\t")[1].partition(" ")
        if kind.casefold() in PARTS:
            for piece in places.split(";"):
                start, end = piece.split()
                yield kind.casefold(), (int(start), int(end))


def found_pieces(text: str) -> Iterator[tuple[str, Piece]]:
    """The same of the reader's attributions."""
    article = Article(id="polnear", published=date(2016, 10, 15), text=text)
    for attribution in attributions(article):
        yield "cue", (attribution.cue.start, attribution.cue.end)
        if attribution.source is not None:
            yield "source", (attribution.source.start, attribution.source.end)
        for content in attribution.contents:
            yield "content", (content.start, content.end)


def paragraphs(text: str, pieces: Iterable[tuple[str, Piece]]) -> Iterator[dict[str, set[Piece]]]:
    """Each paragraph's pieces as token spans, cut at its ends, a token in one piece at most."""
    kept = list(pieces)
    for line in _LINE.finditer(text):
        tokens = [match.span() for match in _TOKEN.finditer(text, line.start(), line.end())]
        spans: list[tuple[str, Piece]] = []
        for part, (start, end) in kept:
            inside = [n for n, (a, b) in enumerate(tokens) if a < end and start < b]
            if inside:
                spans.append((part, (inside[0], inside[-1] + 1)))
        yield labelled(spans, len(tokens))


def labelled(spans: Iterable[tuple[str, Piece]], tokens: int) -> dict[str, set[Piece]]:
    """The spans left where each token has one label: cues cut sources, both cut contents."""
    labels: list[tuple[str, int] | None] = [None] * tokens
    for number, (part, (start, end)) in enumerate(
        sorted(spans, key=lambda span: (_PAINTED.index(span[0]), span[1]))
    ):
        labels[start:end] = [(part, number)] * (end - start)
    found: dict[str, set[Piece]] = {part: set() for part in PARTS}
    seen: set[tuple[str, int]] = set()
    at = 0
    for label, run in groupby(labels):
        end = at + len(list(run))
        if label is not None and label not in seen:
            found[label[0]].add((at, end))
            seen.add(label)
        at = end
    return found


def main() -> None:
    """Score every annotated file, and print the figures beside the published ones."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "path", type=Path, help="PolNeAR, or one of its folders data/test, data/dev"
    )
    folder = parser.parse_args().path
    folder = folder if (folder / "attributions").is_dir() else folder / "data" / "test"
    tallies = {part: Tally() for part in PARTS}
    files = sorted((folder / "attributions").glob("*.ann"))
    if not files:
        parser.error(f"no .ann files in {folder / 'attributions'}: give a copy of PolNeAR")
    for file in files:
        name = file.stem.rpartition("_")[0]  # what follows is the annotator
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        told = paragraphs(text, annotated_pieces(file))
        for annotated, found in zip(told, paragraphs(text, found_pieces(text)), strict=True):
            for part in PARTS:
                tallies[part].add(annotated[part], found[part])
    articles = {file.stem.rpartition("_")[0] for file in files}
    print(f"{len(files)} annotations of {len(articles)} articles")
    print(
        f"{'':8} {'exact P':>8}{'R':>6}{'F1':>6} {'overlap P':>11}{'R':>6}{'F1':>6} {'jaccard':>9}"
    )
    for part, tally in tallies.items():
        exact, overlap = tally.exact, tally.overlap
        print(
            f"{part:8} {exact[0]:8.1f}{exact[1]:6.1f}{exact[2]:6.1f} "
            f"{overlap[0]:11.1f}{overlap[1]:6.1f}{overlap[2]:6.1f} {tally.mean_jaccard:9.1f}"
        )
    print(f"\n{'exact F1':16} source   cue  content")
    own = tuple(tallies[part].exact[2] for part in PARTS)
    for who, figures in {"this reader": own, **PUBLISHED}.items():
        print(f"{who:16} {figures[0]:6.1f}{figures[1]:6.1f}{figures[2]:9.1f}")


if __name__ == "__main__":
    main()

"""Fit the reader's weights to annotated articles, and say how well they do on articles held out.

    python tools/fit_ranking.py DIR... [--articles DIR] [--weigh DIR=3] [--folds 5] [--write]

Each DIR holds annotations as `tieup evaluate` reads them. Scores and the reliability of the
confidence are of statements from held-out folds: no weight has seen the article that it is scored
on (the rules were written by people who had seen some). With --write the weights fitted to all
articles together go to src/tieup/reading/acts/ranking.json.
"""

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lessons import Examinee, Lessons, taught
from weights import fit_acts, fit_confidence, fit_relations

from tieup.evaluation.annotations import Annotations, load_annotations
from tieup.evaluation.reliability import reliability
from tieup.evaluation.scores import score
from tieup.evaluation.units import Level, Units
from tieup.reading.acts.ranking import Ranker
from tieup.regions.choice import RegionChoice
from tieup.statements import Statement

MODEL = Path("src/tieup/reading/acts/ranking.json")
#: The chance from which a statement is told, settled by folds.
THRESHOLD = 0.4
_SEED = 7

Told = list[tuple[Statement, dict[str, float]]]


def main() -> None:
    """Fit, score by folds, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--articles", type=Path, action="append", default=[])
    parser.add_argument("--weigh", action="append", default=[], metavar="DIR=N")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    weigh = {Path(name): int(n) for name, n in (each.split("=") for each in args.weigh)}
    region_of = RegionChoice().of_article
    sets = {folder: load_annotations(folder, args.articles) for folder in args.folders}
    lessons, counts, units = {}, {}, {}
    for folder, annotations in sets.items():
        units[folder] = Units.of(annotations, region_of)
        found = taught(annotations.articles, annotations.rows, units[folder], region_of)
        lessons.update(found)
        counts.update(dict.fromkeys(found, weigh.get(folder, 1)))
        print(f"{folder}: {len(annotations.articles)} articles, {len(annotations.rows)} rows")
    articles = {a.id: a for annotations in sets.values() for a in annotations.articles}
    order = sorted(articles)
    random.Random(_SEED).shuffle(order)
    told: Told = []
    for fold in range(args.folds):
        held_out = order[fold :: args.folds]
        by = _ranker([name for name in order if name not in held_out], lessons, counts)
        for name in held_out:
            reader = Examinee(articles[name], region_of(articles[name]), by)
            reader.statements()
            told += reader.signs
        print(f"fold {fold + 1} of {args.folds} read", flush=True)
    judged: list[tuple[dict[str, float], bool]] = []
    for folder, annotations in sets.items():
        judged += _scored(folder.name, annotations, units[folder], told)
    confidence = fit_confidence([signs for signs, _ in judged], [right for _, right in judged])
    _reliable(judged, confidence)
    if args.write:
        _write(order, lessons, counts, confidence)


def _ranker(names: Sequence[str], lessons: dict[str, Lessons], counts: dict[str, int]) -> Ranker:
    whole = _together(names, lessons, counts)
    return Ranker(fit_acts(whole.clauses), fit_relations(whole.offers), {}, THRESHOLD)


def _together(names: Sequence[str], lessons: dict[str, Lessons], counts: dict[str, int]) -> Lessons:
    """The lessons of some articles, each as often as its folder weighs."""
    whole = Lessons()
    for name in names:
        for _ in range(counts[name]):
            whole.add(lessons[name])
    return whole


def _scored(
    name: str, annotations: Annotations, units: Units, told: Told
) -> Iterator[tuple[dict[str, float], bool]]:
    """Print the scores of a folder's articles; signs and rightness, speaker included, of each."""
    own = {article.id for article in annotations.articles}
    found = [(s, signs) for s, signs in told if s.article in own]
    scores = score(annotations.rows, [s for s, _ in found], units).levels
    print(f"{name:12}", "  ".join(f"{level} {scores[level].f1:.3f}" for level in Level))
    allowed = units.of_rows(annotations.rows, Level.VOICED)
    for statement, signs in found:
        yield signs, allowed.issuperset(units.of_row(statement, Level.VOICED))


def _reliable(
    judged: Sequence[tuple[dict[str, float], bool]], confidence: dict[str, float]
) -> None:
    """Print how often statements were right by the confidence that they would be said with."""
    by = Ranker({}, {}, confidence, THRESHOLD)
    table = reliability((by.trust(signs), right) for signs, right in judged)
    for one in table.bins:
        low, high = one.interval
        print(
            f"said at {one.said:.2f} ({one.low:.1f}-{one.high:.1f}):"
            f" {one.right} of {one.of} right, {one.share:.2f} ({low:.2f}-{high:.2f})"
        )
    print(f"calibration error {table.error:.3f}")


def _write(
    names: Sequence[str],
    lessons: dict[str, Lessons],
    counts: dict[str, int],
    confidence: dict[str, float],
) -> None:
    whole = _together(names, lessons, counts)
    acts, relations = fit_acts(whole.clauses), fit_relations(whole.offers)
    tables = [
        f'"confidence": {_table(confidence)}',
        f'"relations": {_table(relations)}',
        f'"acts": {_table(acts)}',
    ]
    text = ",\n".join([f'"threshold": {THRESHOLD}', *tables])
    MODEL.write_text(f"{{\n{text}\n}}\n", encoding="utf-8")
    print(f"{MODEL}: {len(acts)} features, {len(relations)} traits")


def _table(part: Mapping[str, float] | Mapping[str, list[float]]) -> str:
    """One line a weight, figures as short as they can be."""
    lines = (
        f"{json.dumps(name)}:{_short(w) if isinstance(w, float) else _list(w)}"
        for name, w in part.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}"


def _list(weights: Sequence[float]) -> str:
    return f"[{','.join(map(_short, weights))}]"


def _short(weight: float) -> str:
    return f"{weight:g}" if weight else "0"


if __name__ == "__main__":
    main()

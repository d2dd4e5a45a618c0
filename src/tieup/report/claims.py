"""Claims: what texts say about past elections, each beside what the returns say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tieup.alliances import Verdict
from tieup.articles import Article
from tieup.desk import CheckedClaim
from tieup.english import counted, listed
from tieup.report.naming import Names
from tieup.report.telling import Telling, tell

#: What is wrong comes first: it is why an editor looks.
ORDER = (Verdict.CONTRADICTED, Verdict.PARTLY, Verdict.CONFIRMED, Verdict.UNCHECKABLE)
WORDS = {
    Verdict.CONTRADICTED: "contradicted",
    Verdict.PARTLY: "partly right",
    Verdict.CONFIRMED: "confirmed",
    Verdict.UNCHECKABLE: "can't be checked",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the returns say of a claim, or of one part of it."""

    verdict: Verdict
    word: str
    figures: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One passage, with a finding for each thing that it claims."""

    telling: Telling
    findings: tuple[Finding, ...]


def passages(checked: Iterable[CheckedClaim]) -> Sequence[Sequence[CheckedClaim]]:
    """What each passage claims, together; the contradicted ones first."""
    found: dict[tuple[str, int, int], list[CheckedClaim]] = {}
    for claim in checked:
        s = claim.statement
        found.setdefault((s.content_id, s.start, s.end), []).append(claim)
    return sorted(found.values(), key=lambda together: min(map(_rank, together)))


def claims(
    told: Iterable[Sequence[CheckedClaim]], articles: Mapping[str, Article], names: Names
) -> tuple[Claim, ...]:
    """Passages, as `passages` orders them, to be shown."""
    return tuple(
        Claim(
            telling=tell(together[0].statement, articles, names),
            findings=tuple(
                Finding(
                    verdict=claim.check.verdict,
                    word=WORDS[claim.check.verdict],
                    figures=names.figures(claim.check.figures),
                )
                for claim in sorted(together, key=_rank)
            ),
        )
        for together in told
    )


def tally(checked: Sequence[CheckedClaim]) -> str:
    """The verdicts counted: two contradicted, one partly right and nine confirmed."""
    counts = Counter(claim.check.verdict for claim in checked)
    parts = [counted(counts[v], WORDS[v], WORDS[v]) for v in ORDER if counts[v]]
    told = listed(parts) if parts else ""
    return f"{told[:1].upper()}{told[1:]}."


def _rank(claim: CheckedClaim) -> int:
    return ORDER.index(claim.check.verdict)

"""Bundles: traits that come together, told by a few facts that come again in clause after clause."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import ParamSpec, cast

FactsP = ParamSpec("FactsP")

#: So many bundles of one sort are kept: nearly all that an article has come again in others.
_KEPT = 5000


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """Traits that come together; the same object wherever they come again, as long as it is kept."""

    traits: tuple[str, ...]


def bundled(spelt: Callable[FactsP, Iterator[str]]) -> Callable[FactsP, Bundle]:
    """What spells out traits by plain facts, made to spell out the same ones only once."""

    @wraps(spelt)
    def bundle(*of: FactsP.args, **by: FactsP.kwargs) -> Bundle:
        return Bundle(tuple(spelt(*of, **by)))

    return cast("Callable[FactsP, Bundle]", lru_cache(maxsize=_KEPT)(bundle))

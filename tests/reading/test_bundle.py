"""Bundles of traits are spelt out once."""

from collections.abc import Iterator

from tieup.reading.bundle import bundled

calls: list[tuple[str, int]] = []


@bundled
def named(act: str, count: int) -> Iterator[str]:
    """Two traits."""
    calls.append((act, count))
    yield act
    yield f"{act} of {count}"


def test_the_same_facts_give_the_same_bundle_without_a_second_look() -> None:
    first = named("talks", 2)
    assert first.traits == ("talks", "talks of 2")
    assert named("talks", 2) is first
    assert calls.count(("talks", 2)) == 1


def test_other_facts_give_another() -> None:
    assert named("talks", 3).traits == ("talks", "talks of 3")
    assert named("talks", 3) is not named("waits", 3)

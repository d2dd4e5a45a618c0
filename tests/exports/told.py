"""What the published forms are tried on: the bundled chronicle as read, and a little by hand."""

from functools import cache

from tieup.notation import Entry, loads
from tieup.reading import read
from tieup.regions import Region, load_region

#: Everything that a published form has to cope with.
BY_HAND = """
recorded 2026-01-01T12:00:00+00:00

2025-12-28 article 000_1
  outlet: The Daily
  title: Talks & "talks" <again>
  url: https://example.org/news?id=1
  agency: PTI
  | Bose said: “We talk to them.” The ISF is open to it. Somebody of the LF wants it.

2025-12-28 Biman Bose talks ISF, LF
  | Bose said: “We talk to them.”
  mode: direct
  election: WB-2026
  participants: Nobody Known

2025-12-28 ISF wants ISF, LF, PARTY/NEW
  | The ISF is open to it.

2025-12-28 unnamed:LF wants ISF, LF
  | Somebody of the LF wants it.

2025-12-28 A Stranger claims
  | Bose
  speaker_party: ISF

2025-12-28 article 000_2
  url: javascript:alert(1)
  | The ISF won one seat in 2021. It was nothing.

2025-12-28 report result ISF
  | The ISF won one seat in 2021.
  election: WB-2021
  background: yes
  seats: ISF 1

2025-12-28 report denies ISF, LF
  | It was nothing.

2025-12-30 retraction {content_id}
  by: The Daily
"""


@cache
def bengal_pack() -> Region:
    return load_region("west-bengal")


@cache
def told() -> tuple[Entry, ...]:
    """The chronicle's first dispatches as read, then what is written by hand, with a review."""
    region = bengal_pack()
    entries = []
    for article in region.read_chronicle()[:40]:
        entries.append(Entry(what=article))
        entries += [Entry(what=said) for said in read(article, region).statements]
    by_hand = loads(BY_HAND)
    first = by_hand.articles[0].content_id
    journal = loads(
        BY_HAND.replace("{content_id}", first)
        + f"\nreview {by_hand.statements[0].id} accept\n  reviewer: Asha\n"
    )
    assert not journal.problems
    return (*entries, *journal.entries)

"""Drafting: a statement from the clause that tells it and the voice that speaks it."""

from typing import Any

from tieup.reading.datelines import undated
from tieup.reading.page import Page
from tieup.reading.text.sentences import stated
from tieup.reading.text.spans import Span
from tieup.reading.units import unit_of
from tieup.reading.voices.listener import Segment
from tieup.reading.voices.voices import Voice
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Mode

#: Named in every statement; a new number with every change of what is read.
READER = "ranked/6"


def drafted(
    page: Page,
    clause: Span,
    segment: Segment,
    voice: Voice | None = None,
    **fields: Any,  # noqa: ANN401 - the other fields of a Statement
) -> Statement:
    """The statement of a clause: quote, place, voice and article, and the fields given.

    Args:
        page: the article.
        clause: what tells it; joints at its ends are left out of the quote.
        segment: whose voice and day it has.
        voice: instead of the segment's, where that one tells what somebody else did or said.
        fields: kind, parties, confidence, why, and what else is known.
    """
    speaker = voice or segment.voice
    told = speaker.speaker not in (REPORT, segment.voice.speaker)
    shown = stated(page.text, undated(page, clause))
    return Statement(
        article=page.article.id,
        content_id=page.article.content_id,
        speaker=speaker.speaker,
        speaker_party=speaker.party,
        speaker_role=speaker.role,
        unit=unit_of(page, clause, segment, speaker),
        mode=Mode.INDIRECT if told else segment.mode,
        said_on=segment.said_on,
        published=page.article.published,
        quote=shown.of(page.text),
        start=shown.start,
        end=shown.end,
        outlet=page.article.outlet,
        reader=READER,
        **fields,
    )

"""Agents: who acts in a clause, as its verb has it."""

import re

from tieup.reading.acts.ranking import Likely
from tieup.reading.names.mention import Mention
from tieup.reading.relations.sides import Sides
from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span

# "Was asked for 40 seats by the Congress", "has been ruled out by the ISF".
_DONE_BY = Sought(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+|again\s+)?(?:\w+ed|told|given|left|put|shown|sought|spurned|broken|made|sent|taken)"
    r"\b[^.;,]{0,80}?\bby\s+(?:(?:both|the|its|ally|partner)\s+){0,3}(?:(?:[\w-]+\s+){1,4}of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)


def agent_of(masked: str, clause: Span, likely: Likely, sides: Sides) -> Mention | None:
    """Who acts: named before the act's words, or after them where its rule or a passive says so.

    Args:
        masked: the article's text, its names blanked out.
        clause: a part of it that tells the act.
        likely: the act, with its words.
        sides: whom the clause names as sides, around those words.
    """
    after = [m for m in sides.right if m.span.start >= likely.words.end]
    if likely.rule and likely.rule.agent_after:
        return next(iter(after), None)
    for mention in sides.right:
        done = _DONE_BY.search(masked, clause.start, mention.span.start)
        if done and done.end() == mention.span.start and done.start() <= likely.words.end:
            return mention
    subject = sides.left or sides.subject
    return subject[0] if len({m.party for m in subject}) == 1 else None

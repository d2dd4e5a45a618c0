"""Relations: which parties a clause relates to each other, pronouns and omitted ones included."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tieup.reading.acts import Trigger
from tieup.reading.listener import Segment
from tieup.reading.mention import Mention
from tieup.reading.page import Page
from tieup.reading.spans import Span
from tieup.reading.topics import Topic, Topics
from tieup.reading.voices import Voice
from tieup.vocabulary import Act, Mode

#: A relation has two sides.
_PAIR = 2
#: A bloc of at most so many members is read as its members.
_FEW = 4
#: Acts that a party may well do towards nobody named: it goes alone, it asks for seats.
_LONE = frozenset({Act.REFUSES, Act.DEMANDS})
#: Acts of one side towards others; the rest are of all sides together.
ONE_SIDED = frozenset(
    {Act.WANTS, Act.REFUSES, Act.DEMANDS, Act.DENIES, Act.CLAIMS, Act.ENDS, Act.WAITS}
)
_SELF_DIRECT = re.compile(r"\b(?:we|us|our|ours|I|me|my|mine)\b", re.IGNORECASE)
_SELF_TOLD = re.compile(
    r"\b(?:he|him|his|she|her|it|its|they|them|their|the\s+party)\b", re.IGNORECASE
)
_HIS = re.compile(r"\b(?:he|she|his\s+party|her\s+party|they|we|us)\b", re.IGNORECASE)
_THOSE = re.compile(
    r"\b(?:the\s+two\b|both\b|each\s+other|the\s+(?:alliance|coalition|combine|pact|tie-up|talks|partners|morcha"
    r"|arrangement|understanding|proposal|meeting|discussions?|deal)|this\s+alliance|alliance|such\s+(?:a|an|any)?"
    r"|seat[- ]sharing|joint\s+\w+|them|they|their|the\s+latter|final\s+(?:call|decision)|no\s+(?:word|decision|reply))\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:against|oust(?:ing)?|defeat(?:ing)?|beat(?:ing)?|unseat(?:ing)?|stop(?:ping)?|fight(?:ing)?|outside"
    r"|alternative\s+to|accus(?:ed|ing)|slamm?(?:ed|ing)|attack(?:ed|ing)|oppos(?:e|ed|ing)\s+to|anti|took\s+on"
    r"|(?:leave|leaving|snap|sever|quit|drop|end|break)\s+(?:its|their|the|his|all|with)?\s*(?:\w+\s+)?"
    r"(?:alliance|ties|links|understanding|tie-up)\s+with"
    r"|tak(?:e|ing)\s+on|finish|dislodge|remove|instead\s+of)\s+(?:both\s+)?(?:the\s+)?(?:ruling\s+|rival\s+)?$",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:barring|except(?:ing|\s+for)?|excluding|other\s+than|all\s+but|save)\s+(?:both\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"^(?:\s*\([A-Za-z()]+\))?\s*(?:,|and|or|,\s*and|[-–/&]|as\s+well\s+as|nor)?\s*(?:the|to|with)?\s*$",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:with|to)\s+any(?:one|body|\s+(?:other\s+)?(?:party|parties|political))\b", re.IGNORECASE
)
_HE = re.compile(r"^(?:(?:meanwhile|however|later|earlier),?\s+)?(?:he|she)\b", re.IGNORECASE)
_THEY = re.compile(r"\W*(?:they|he|she)\b", re.IGNORECASE)
_THE_PARTY = re.compile(r"^(?:the\s+party|it)\b", re.IGNORECASE)
_WHO = re.compile(r"^(?:who|which)\b", re.IGNORECASE)
_SHARED_SUBJECT = re.compile(
    r"^(?:who|which|and\s+(?:then|also|therefore|has|have|had|was|were|is)?\s*"
    r"(?:sent|decided|wrote|urged|asked|demanded|ruled|wants?|wanted|sought|contest\w*|interacted|met|held|went"
    r"|denied|refused|rejected|agreed|will|would))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Whose relation a clause is about.

    Attributes:
        parties: ids in order of mention; hub: the one that relates to each other one.
        excluded: parties that an exception ("barring the TMC and the BJP") takes out.
        agent: who acts, where the clause names it before its verb.
        how: how the parties were found; guessed: whether any was taken from outside the clause.
    """

    parties: tuple[str, ...]
    hub: str | None
    excluded: tuple[str, ...]
    agent: Mention | None
    how: str
    guessed: bool


class Relations:
    """Finds the parties of clause after clause, remembering what was talked of before."""

    def __init__(self, page: Page) -> None:
        """Start with the first two parties that the article names as its topic."""
        self._text = page.text
        self._mentions = page.mentions
        self._region = page.region
        self._day = page.article.published
        named = page.mentions.within(Span(0, len(page.text)))
        free = (m.party for m in named if not m.opposed and not m.attached)
        sides = tuple(dict.fromkeys(party for party in free if party))
        self._topics = Topics(Topic(parties=sides[:2]))
        self._agent: Mention | None = None
        self._actor: Mention | None = None

    def heard(self, relation: Relation, act: Act, voice: Voice, *, background: bool) -> None:
        """What the talk is about now."""
        self._topics.add(
            Topic(parties=relation.parties, hub=relation.hub, act=act, background=background)
        )
        self._actor = relation.agent or self._actor
        if voice.person:
            place = Span(0, 0)
            self._agent = Mention(place, "person", voice.speaker, voice.party, how="last speaker")
        elif relation.agent is not None and relation.agent.sort == "person":
            self._agent = relation.agent

    def of(
        self, clause: Span, trigger: Trigger, segment: Segment, *, background: bool
    ) -> Relation | None:
        """The relation that a clause with this trigger is about; None where no party can be found."""
        act, start = trigger.rule.act, trigger.span.start
        named, excluded = self._named(clause)
        speaker = segment.voice.party
        before = [m for m in named if m.span.start < start]
        subject = before or self._subject(clause, segment)
        sides = subject if not before else []
        parties = self._sides(m.party for m in [*sides, *named] if m.party)
        how = "named in the clause" + (", with the sentence's subject" if sides else "")
        guessed = False
        if (
            speaker
            and speaker not in parties
            and self._is_own(
                clause, segment, act, parties, led=bool(before) and len(parties) >= _PAIR
            )
        ):
            parties = self._sides([speaker, *parties])
            how = "named in the clause, with the speaker's own party"
        hub = self._hub(parties, subject, named, speaker, act)
        alone = trigger.rule.alone or _ANY.search(clause.of(self._text)) is not None
        if len(parties) < _PAIR and not (alone and parties):
            completed = self._completed(parties, clause, segment, act, background=background)
            if completed is not None:
                parties, hub, how = completed
                guessed = True
        theirs = segment.mode is Mode.DIRECT and _THEY.match(clause.of(self._text)) is not None
        if theirs and guessed and speaker in parties:
            return None  # "They will tie up": two others, in a rival's words
        if trigger.rule.named and (guessed or len(set(parties)) < _PAIR):
            return None
        parties, hub = self._outward(parties, hub, act, background=background)
        parties = list(self._expanded(parties))
        if not parties:
            return None
        if trigger.rule.agent_after:
            agent = next((m for m in named if m.span.start >= trigger.span.end), None)
        else:
            agent = subject[0] if len({m.party for m in subject}) == 1 else None
        return Relation(
            parties=tuple(parties),
            hub=hub if hub in parties and len(parties) > _PAIR else None,
            excluded=excluded,
            agent=agent,
            how=how,
            guessed=guessed,
        )

    # -- parts of it -----------------------------------------------------------------------------

    def _named(self, clause: Span) -> tuple[list[Mention], tuple[str, ...]]:
        """Mentions of the clause that are sides of it, and the parties that it makes exceptions of."""
        sides: list[Mention] = []
        excepted: list[str] = []
        last: tuple[Mention, str] | None = None
        for mention in self._mentions.within(clause):
            if mention.attached or mention.party is None:
                continue
            before = self._text[clause.start : mention.span.start]
            state = "side"
            if mention.opposed or _AGAINST.search(before):
                state = "against"
            elif _EXCEPT.search(before):
                state = "except"
            elif (
                last
                and last[1] != "side"
                and _AND.match(self._text[last[0].span.end : mention.span.start])
            ):
                state = last[1]
            last = (mention, state)
            if state == "side":
                sides.append(mention)
            elif state == "except":
                excepted.append(mention.party)
        return sides, tuple(dict.fromkeys(excepted))

    def _sides(self, parties: Iterable[str]) -> list[str]:
        """Each party once; the party that leads a front is no side of its own beside the front."""
        found = list(dict.fromkeys(parties))
        leads = {self._region.parties[p].lead for p in found if p in self._region.parties}
        return [p for p in found if p not in leads]

    def _subject(self, clause: Span, segment: Segment) -> list[Mention]:
        """The subject of a clause that names none before its verb.

        That of the sentence for "and sent letters to ...", the antecedent for "who ...", the last one
        who acted for "He ..."; several where they are joined by "and".
        """
        words = clause.of(self._text)
        if segment.mode is not Mode.REPORT:
            return []
        if _HE.match(words):
            return [self._agent] if self._agent else []
        if not _SHARED_SUBJECT.match(words):
            return []
        if _THE_PARTY.match(segment.sentence.of(self._text)):
            return [self._actor] if self._actor else []
        earlier = [m for m in self._earlier(clause, segment) if m.party]
        return self._run(earlier[::-1])[::-1] if _WHO.match(words) else self._run(earlier)

    def _earlier(self, clause: Span, segment: Segment) -> list[Mention]:
        """Names of the sentence before a clause that stand for themselves."""
        before = self._mentions.within(Span(segment.sentence.start, clause.start))
        return [m for m in before if not m.attached]

    def _run(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The first mention, with those that "and" joins to it."""
        run = list(mentions[:1])
        for mention in mentions[1:]:
            first, second = sorted((run[-1].span, mention.span), key=lambda span: span.start)
            if not _AND.match(self._text[first.end : second.start]):
                break
            run.append(mention)
        return run

    def _is_own(
        self, clause: Span, segment: Segment, act: Act, parties: Sequence[str], *, led: bool
    ) -> bool:
        """Whether the clause is about the speaker's own side, though it does not name it.

        Not where two others are named and one of them leads the clause.
        """
        pattern = _SELF_DIRECT if segment.mode is Mode.DIRECT else _SELF_TOLD
        if len(parties) >= _PAIR and segment.mode is Mode.INDIRECT:
            pattern = _HIS  # "its alliance" is then one of theirs
        if pattern.search(self._text, clause.start, clause.end):
            return True
        if segment.mode is Mode.DIRECT and _THEY.match(clause.of(self._text)):
            return False  # "They will tie up with ...", in a rival's words
        return len(parties) == 1 or (act in ONE_SIDED and bool(parties) and not led)

    def _completed(
        self, parties: list[str], clause: Span, segment: Segment, act: Act, *, background: bool
    ) -> tuple[list[str], str | None, str] | None:
        """One party or none: the rest from what stands before, or from the last topic that fits."""
        words = clause.of(self._text)
        alone = parties[0] if parties else None
        wanted = alone or segment.voice.party
        topic = self._topics.find(wanted, act, background=background)
        those = _THOSE.search(words) is not None
        if topic and (alone is None or (alone in topic.parties and (those or act not in _LONE))):
            if alone and topic.hub and alone != topic.hub:
                return [alone, topic.hub], None, "with whom the talk was about last"
            others = [p for p in topic.parties if p != alone]
            parties = [alone, *others] if alone else others
            return parties, topic.hub, "what the talk was about last"
        earlier = [m for m in self._earlier(clause, segment) if not m.opposed and m.party]
        earlier = [m for m in earlier if m.party != alone]
        if earlier and alone and segment.mode is Mode.REPORT:
            return [str(earlier[0].party), alone], None, "the sentence's subject"
        last = self._topics.last
        if alone and those and act is not Act.REFUSES and last.parties:
            other = last.hub or next((p for p in reversed(last.parties) if p != alone), None)
            if other and other != alone:
                return [alone, other], None, "with whom the talk was about last"
        return None

    def _outward(
        self, parties: list[str], hub: str | None, act: Act, *, background: bool
    ) -> tuple[list[str], str | None]:
        """Members of one front ask it for seats, and ally anew with no other member.

        Their demand is on the front; their alliance is with whom the talk was.
        """
        fronts = {self._region.front_of(p, self._day) for p in parties}
        front = next(iter(fronts)) if len(fronts) == 1 else None
        if front is None or act is Act.REFUSES:
            return parties, hub
        if act is Act.DEMANDS:
            return [*parties, front], front
        topic = self._topics.find(None, act, background=background)
        outside = [p for p in topic.parties if p not in {front, *parties}] if topic else []
        outside = [p for p in outside if self._region.front_of(p, self._day) != front]
        if len(parties) < _PAIR or len(outside) != 1:
            return parties, hub
        return [*parties, outside[0]], outside[0]

    def _expanded(self, parties: Sequence[str]) -> tuple[str, ...]:
        """A bloc of few members alone stands for its members; beside others it is only their name."""
        found: list[str] = []
        for party in parties:
            known = self._region.parties.get(party)
            if known is None or known.kind != "bloc":
                found.append(party)
                continue
            members = known.members_on(self._day) or tuple(m.party for m in known.members)
            if set(members) & set(parties):
                continue
            found.extend(members if len(members) <= _FEW else [party])
        return tuple(dict.fromkeys(found))

    def _hub(
        self,
        parties: Sequence[str],
        subject: Sequence[Mention],
        named: Sequence[Mention],
        speaker: str | None,
        act: Act,
    ) -> str | None:
        """Among three and more: the one side that relates to each of the others."""
        left = list(dict.fromkeys(m.party for m in subject if m.party in parties))
        right = [m.party for m in named if m.party in parties and m.party not in left]
        right = list(dict.fromkeys(right))
        if len(left) == 1 and len(right) > 1:
            return left[0]
        if len(right) == 1 and len(left) > 1 and act is not Act.AGREES:
            return right[0]
        if speaker in parties and (act in ONE_SIDED or speaker not in left + right):
            return speaker
        return None

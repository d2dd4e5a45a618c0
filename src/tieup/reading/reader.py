"""The reader: an article in, statements out, each with its quote, its place and its reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tieup.articles import Article
from tieup.problems import Problem
from tieup.reading.acts import Trigger, trigger
from tieup.reading.details import details_of
from tieup.reading.drafting import drafted
from tieup.reading.facts import facts
from tieup.reading.listener import Listener, Segment
from tieup.reading.page import Page
from tieup.reading.relations import ONE_SIDED, Relation, Relations
from tieup.reading.sentences import clauses, sentences
from tieup.reading.spans import Span
from tieup.reading.voices import Voice, voice_of, voice_of_party
from tieup.regions import Election, Region
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind, Mode

#: What follows makes a decision a threat.
_IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
#: What is only asked is no statement.
_WHETHER = re.compile(r"^(?:asked\s+)?(?:about\s+)?whether\b", re.IGNORECASE)
#: Words that point to the other side of a meeting.
_TOGETHER = re.compile(
    r"\b(?:the\s+two|both|they|them|with|between|each\s+other|sides|talks?|discussions?|negotiations?|him|her)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one article, and what could not be."""

    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()


def read(article: Article, region: Region) -> Reading:
    """Statements of an article in the order of the text; the same article gives the same ones."""
    reader = _Reader(article, region)
    found: dict[str, Statement] = {}
    for statement in reader.statements():
        found.setdefault(statement.id, statement)
    ordered = sorted(found.values(), key=lambda s: (s.start, s.end, s.kind, str(s.act)))
    return Reading(tuple(ordered))


class _Reader:
    """One pass over one article."""

    def __init__(self, article: Article, region: Region) -> None:
        page = Page.of(article, region)
        self._page = page
        self._article = article
        self._text = article.text
        self._region = region
        self._listener = Listener(page.text, page.mentions, page.quotations, article.published)
        self._relations = Relations(page)

    def statements(self) -> Iterator[Statement]:
        """Sentence by sentence, voice by voice, clause by clause."""
        for sentence in sentences(self._text):
            segments = self._listener.segments(sentence)
            yield from facts(self._page, sentence, segments)
            for segment in segments:
                for clause in clauses(self._text, segment.span):
                    yield from self._clause(clause, segment)

    def _clause(self, clause: Span, segment: Segment) -> Iterator[Statement]:
        found = trigger(self._page.masked, clause, segment.sentence)
        if found is None or _WHETHER.match(clause.of(self._text)):
            return
        rest = self._text[clause.end : segment.sentence.end]
        threatened = found.rule.alone and _IF.search(rest) is not None
        act = Act.DEMANDS if threatened else found.rule.act
        elections = self._elections(clause, segment)
        told_back = all(background for _, background in elections)
        relation = self._relations.of(clause, found, segment, background=told_back)
        if relation is None:
            return
        if _is_own_meeting(found, relation, clause.of(self._text), segment):
            return
        voice = self._voice(relation, found, segment)
        told = self._statement(clause, segment, found, relation, voice, act)
        for election, background in elections:
            statement = replace(told, election=election.id, background=background)
            yield statement
            if relation.excluded and act is Act.WANTS and voice.party:
                others = tuple(p for p in relation.excluded if p != voice.party)
                yield replace(
                    statement,
                    act=Act.REFUSES,
                    parties=(voice.party, *others),
                    hub=voice.party if len(others) > 1 else None,
                    why=f"{statement.why}; the exception",
                )
        self._relations.heard(relation, act, voice, background=told_back)

    def _elections(self, clause: Span, segment: Segment) -> list[tuple[Election, bool]]:
        named = self._page.polls.all_of(clause)
        past = [e for e in named if e.id != self._page.polls.main.id]
        if len(past) > 1 and len(past) == len(named):
            return [(election, True) for election in past]
        return [self._page.polls.of(clause, segment.sentence)]

    def _voice(self, relation: Relation, found: Trigger, segment: Segment) -> Voice:
        """A one-sided act that the report tells is the word of the one who acts."""
        own = found.rule.act in ONE_SIDED - {Act.WAITS} or found.rule.own_word
        if segment.mode is not Mode.REPORT or not own:
            return segment.voice
        agent = relation.agent
        if agent is None or agent.party is None:
            return segment.voice
        if agent.sort == "person":
            how = f"{agent.name} acts in the clause, by {agent.how}"
            return replace(voice_of(self._text, agent), how=how)
        return voice_of_party(self._region, agent.party)

    def _statement(  # noqa: PLR0913, PLR0917 - what the steps of the reading found, in their order
        self,
        clause: Span,
        segment: Segment,
        found: Trigger,
        relation: Relation,
        voice: Voice,
        act: Act,
    ) -> Statement:
        details = details_of(self._page, clause, segment, relation.parties)
        words = found.span.of(self._text)
        return drafted(
            self._page,
            clause,
            segment,
            voice,
            kind=Kind.ALLIANCE,
            act=act,
            parties=relation.parties,
            hub=relation.hub,
            form=details.form,
            seats=details.seats,
            places=details.places,
            deadline=details.deadline,
            condition=details.condition,
            decider=details.decider if act is Act.WAITS else None,
            participants=details.participants if act is Act.TALKS else (),
            against=details.against,
            confidence=round(found.rule.sure * (0.8 if relation.guessed else 1.0), 2),
            why=f"{found.rule.name}: '{words}'; parties {relation.how}; speaker {voice.how}",
        )


def _is_own_meeting(found: Trigger, relation: Relation, words: str, segment: Segment) -> bool:
    """A party's own meeting: talks told of one side, with no word that points to another."""
    told = segment.mode is not Mode.DIRECT
    return found.rule.act is Act.TALKS and relation.guessed and told and not _TOGETHER.search(words)

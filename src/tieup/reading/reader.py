"""The reader: an article in, statements out, each with its quote, its place and its reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tieup.articles import Article
from tieup.problems import Problem
from tieup.reading.acts.acts import triggers
from tieup.reading.acts.clause import Clause
from tieup.reading.acts.ranking import Likely, Ranker, ranker
from tieup.reading.acts.wording import Features, wording
from tieup.reading.agents import agent_of
from tieup.reading.details.details import details_of
from tieup.reading.drafting import drafted
from tieup.reading.facts import facts, tells_target
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.relations.relation import Relation
from tieup.reading.relations.relations import Relations
from tieup.reading.relations.setting import Setting
from tieup.reading.relations.sides import Sides
from tieup.reading.relations.traits import Traits
from tieup.reading.text.sentences import clauses, sentences
from tieup.reading.text.spans import Span
from tieup.reading.voices.listener import Listener, Segment
from tieup.reading.voices.voices import Voice, voice_of, voice_of_party
from tieup.regions import Election, Region
from tieup.statements import Statement
from tieup.vocabulary import AWAY, TOWARDS, Act, Kind, Mode

#: Acts that the report tells as the word of the one who acts.
_OWN_WORD = frozenset({Act.WANTS, Act.REFUSES, Act.DEMANDS, Act.DENIES, Act.CLAIMS, Act.ENDS})
#: What follows makes a decision a threat.
_IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
_CLAIM = re.compile(r"\bclaim", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one article, and what could not be."""

    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a clause tells: an act of a relation.

    Attributes:
        act: the likely one, or a demand where a threat makes it one.
        share: the relation's, among those on offer.
    """

    likely: Likely
    act: Act
    sides: Sides
    relation: Relation
    share: float

    def contradicts(self, other: "Told") -> bool:
        """Whether it has the same parties move another way: no clause says both of them."""
        acts = {self.act, other.act}
        return self.relation.pairs == other.relation.pairs and bool(acts & TOWARDS and acts & AWAY)


def read(article: Article, region: Region) -> Reading:
    """Statements of an article in the order of the text; the same article gives the same ones."""
    return Reading(Reader(article, region, ranker()).statements())


class Reader:
    """One pass over one article."""

    def __init__(self, article: Article, region: Region, by: Ranker) -> None:
        """Prepare to read an article; what clauses tell is ranked by these weights."""
        page = Page.of(article, region)
        self._page = page
        self._by = by
        self._region = region
        self._listener = Listener(
            page.text, page.everybody, page.quotations, article.published, country=region.country
        )
        self._relations = Relations(page)
        self._told: dict[frozenset[str], set[Act]] = {}
        self._last: Told | None = None

    def statements(self) -> tuple[Statement, ...]:
        """Every statement once, in the order of the text."""
        found: dict[str, Statement] = {}
        for statement in self._statements():
            found.setdefault(statement.id, statement)
        return tuple(sorted(found.values(), key=lambda s: (s.start, s.end, s.kind, str(s.act))))

    def told(self, clause: Clause) -> list[Told]:
        """What a clause tells: each act likely enough, with the relation that it is likeliest about."""
        found: list[Told] = []
        for likely in self._by.likely(self.features(clause), clause.found):
            if likely.rule is None and tells_target(self._page, clause.span):
                continue  # how many seats a party will contest is no word on an alliance
            if _could(clause, likely):
                continue
            told = self.meant(clause, likely)
            if told is None or not self._by.is_enough(likely, told.share, told.relation.pairs):
                continue
            if not any(told.contradicts(other) for other in found):
                found.append(told)
        return sorted(found, key=lambda told: told.likely.words.start)

    def features(self, clause: Clause) -> Features:
        """The features of a clause's words."""
        return wording(self._page, clause, str(self._last.act) if self._last else "none")

    def offered(self, clause: Clause, likely: Likely) -> tuple[Setting, list[Relation]]:
        """The relations that an act of a clause may be about, and what they share."""
        sides = self._relations.sides(clause, likely.words)
        setting = Setting(
            masked=self._page.masked,
            clause=clause,
            likely=likely,
            sides=sides,
            told=self._told,
            company=self._relations.company,
            last=frozenset(self._last.relation.parties if self._last else ()),
            bonds=self._page.bonds,
        )
        options = list(self._relations.options(clause, sides))
        if likely.act is Act.REFUSES and sides.excluded:
            # "Open to all but the TMC" refuses the TMC, and nobody who was talked of before.
            excepted = [
                o for o in options if len(o.parties) == 1 or {*sides.excluded} <= {*o.parties}
            ]
            options = excepted or options
        of_kind = likely.act is Act.WANTS and setting.turns.of_all_of_a_kind
        if of_kind and not (sides.left or sides.right):
            # "Like-minded parties must unite" names the other side, and it is nobody in particular.
            options = [o for o in options if len(o.parties) == 1] or options
        last, named = self._last, sides.left or sides.right or sides.subject
        if last and last.act is Act.AGREES and setting.turns.of_the_alliance and not named:
            # "The alliance fell apart" is of those whom it was just told of.
            options = [o for o in options if o.pairs == last.relation.pairs] or options
        return setting, options

    def meant(self, clause: Clause, likely: Likely) -> Told | None:
        """An act with the likeliest of the relations on offer; None where there is none."""
        setting, options = self.offered(clause, likely)
        if not options:
            return None
        of = Traits(setting).of
        number, share = self._by.meant(
            [of(option) for option in options], [option.pairs for option in options]
        )
        return self.telling(clause, setting, options[number], share)

    def telling(self, clause: Clause, setting: Setting, relation: Relation, share: float) -> Told:
        """A relation taken, and the act told of it.

        "Alone" with an "if" behind it is a threat, and so a demand; talks that one of the two claims
        to be in are a claim.
        """
        likely = setting.likely
        rest = self._page.text[clause.span.end : clause.segment.sentence.end]
        others = [party for party in setting.sides.excluded if party not in relation.parties]
        if likely.act is Act.REFUSES and others and len(relation.parties) == 1:
            relation = relation.except_for(others)
        threatened = likely.rule is not None and likely.rule.alone and _IF.search(rest) is not None
        claimed = likely.act is Act.TALKS and self._is_claimed(clause.segment, relation)
        act = Act.DEMANDS if threatened else Act.CLAIMS if claimed else likely.act
        return Told(
            likely=likely,
            act=act,
            sides=setting.sides,
            relation=relation,
            share=share,
        )

    def _is_claimed(self, segment: Segment, relation: Relation) -> bool:
        """Whether somebody claims what his own party does, and does not only say so."""
        return (
            segment.cue is not None
            and segment.voice.party in relation.parties
            and _CLAIM.search(segment.cue.verb.of(self._page.text)) is not None
        )

    def _statements(self) -> Iterator[Statement]:
        """Sentence by sentence, voice by voice, clause by clause."""
        for sentence in sentences(self._page.text):
            segments = self._listener.segments(sentence)
            parts = [(each, clauses(self._page.text, each.span)) for each in segments]
            yield from facts(self._page, sentence, parts)
            for segment, spans in parts:
                for span in spans:
                    if any(map(str.isalpha, span.of(self._page.text))):
                        yield from self._clause(self._heard(span, segment))

    def _heard(self, span: Span, segment: Segment) -> Clause:
        return Clause(
            span=span,
            segment=segment,
            found=triggers(self._page.masked, self._page.small, span, segment.sentence),
            elections=self._elections(span, segment, span),
        )

    def _clause(self, clause: Clause) -> Iterator[Statement]:
        for told in self.told(clause):
            agent = agent_of(self._page.masked, clause.span, told.likely, told.sides)
            voice = self._voice(agent, told, clause.segment)
            for statement in self.drawn(clause, told, voice):
                yield statement
                yield from _exceptions(told, statement, voice)
            self._relations.heard(
                told.relation, agent, told.act, voice, background=clause.background
            )
            self._told.setdefault(frozenset(told.relation.parties), set()).add(told.act)
            self._last = told

    def _elections(
        self, span: Span, segment: Segment, words: Span
    ) -> Sequence[tuple[Election, bool]]:
        """The elections that some words of a clause are of, each with whether it is background."""
        named = self._page.polls.all_of(span)
        past = [e for e in named if e.id != self._page.polls.main.id]
        if len(past) > 1 and len(past) == len(named):
            return [(election, True) for election in past]
        return [self._page.polls.of(span, segment.sentence, words)]

    def _voice(self, agent: Mention | None, told: Told, segment: Segment) -> Voice:
        """Whose word an act is: a one-sided act that the report tells is that of the one who acts.

        A denial is, too, where somebody else tells of it: "Salim said that the ISF denies a pact".
        """
        if agent is None or agent.party is None or not _is_own_word(agent, told, segment):
            return segment.voice
        if agent.sort == "person":
            how = f"{agent.name} acts in the clause, by {agent.how}"
            voice = replace(voice_of(self._page.text, agent), how=how)
        else:
            voice = voice_of_party(self._region, agent.party)
        if segment.mode is Mode.REPORT:
            return voice
        return replace(voice, how=f"{voice.how}, as {segment.voice.speaker} tells")

    def drawn(self, clause: Clause, told: Told, voice: Voice) -> Iterator[Statement]:
        """The statements of what a clause tells, one for each election that it is about."""
        of_words = self._elections(clause.span, clause.segment, told.likely.words)
        (first, background), *others = of_words
        drawn = self._drawn(clause, told, voice, election=first.id, background=background)
        yield drawn
        for election, past in others:
            yield replace(drawn, election=election.id, background=past)

    def _drawn(
        self, clause: Clause, told: Told, voice: Voice, *, election: str, background: bool
    ) -> Statement:
        span, segment, relation = clause.span, clause.segment, told.relation
        details = details_of(self._page, span, segment, relation.parties, told.act)
        return drafted(
            self._page,
            span,
            segment,
            voice,
            kind=Kind.ALLIANCE,
            act=told.act,
            parties=relation.parties,
            hub=relation.hub,
            election=election,
            background=background,
            form=details.form,
            seats=details.seats,
            places=details.places,
            deadline=details.deadline,
            condition=details.condition,
            decider=details.decider if told.act is Act.WAITS else None,
            participants=details.participants if told.act is Act.TALKS else (),
            against=details.against,
            confidence=round(self._by.confidence(told.likely, told.share, segment), 2),
            why=_why(told, voice, self._page.text),
        )


def _why(told: Told, voice: Voice, text: str) -> str:
    """The rule or the words that tell the act, how the parties and how the speaker were found."""
    words = told.likely.words.of(text)
    act = f"{told.likely.rule.name}: '{words}'" if told.likely.rule else f"words: '{words}'"
    return f"{act}; parties {told.relation.ways[0]}; speaker {voice.how}"


def _could(clause: Clause, likely: Likely) -> bool:
    """Whether going alone is only what a party could do: every rule that tells it is taken back."""
    lone = likely.rule is not None and likely.rule.alone
    return lone and all(t.undone for t in clause.found if t.rule.act is likely.act)


def _is_own_word(agent: Mention, told: Told, segment: Segment) -> bool:
    """Whether what a clause tells is the word of the one who acts in it, and not of who tells it."""
    rule = told.likely.rule
    if segment.mode is Mode.REPORT:
        return told.act in _OWN_WORD or (rule is not None and rule.own_word)
    relayed = rule is not None and rule.relayed and agent.span.end <= told.likely.words.start
    return relayed and agent.party != segment.voice.party


def _exceptions(told: Told, statement: Statement, voice: Voice) -> Iterator[Statement]:
    """Open to all "barring the TMC": a refusal of these."""
    others = tuple(
        p for p in told.sides.excluded if p != voice.party and p not in told.relation.parties
    )
    if told.act is Act.WANTS and voice.party and others:
        yield replace(
            statement,
            act=Act.REFUSES,
            parties=(voice.party, *others),
            hub=voice.party if len(others) > 1 else None,
            why=f"{statement.why}; the exception",
        )

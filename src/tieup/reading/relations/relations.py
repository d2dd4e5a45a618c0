"""Relations: whom a clause may relate to whom, pronouns and omitted parties included.

A clause seldom names both sides. Every way to complete it is offered, with how it was found; which
of them is meant is weighed elsewhere (``traits``, ``ranking``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tieup.reading.acts.clause import Clause
from tieup.reading.names.mention import Mention
from tieup.reading.page import Page
from tieup.reading.relations.company import Company
from tieup.reading.relations.relation import PAIR, Options, Relation
from tieup.reading.relations.sides import Actors, Sides, is_of_others, sides_of
from tieup.reading.relations.topics import Topic, Topics
from tieup.reading.relations.wholes import AS_NAMED, Wholes
from tieup.reading.text.spans import Span
from tieup.reading.voices.voices import Voice
from tieup.vocabulary import Act

#: More parties than this are no group that a sentence speaks of; twice as many no bloc's members.
_FEW = 4
#: So many topics back a party is looked for.
_TOPICS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """The parties that a clause names.

    Attributes:
        parties: left and right together, a front's leading party left out beside the front.
    """

    parties: Sequence[str]
    left: Sequence[str]
    right: Sequence[str]
    subject: Sequence[str]
    sides: Sides


class Relations:
    """Offers the relations of clause after clause, remembering what was talked of before.

    Attributes:
        company: which parties the article names often, and together.
    """

    def __init__(self, page: Page) -> None:
        """Start with the first two parties that the article names as its topic."""
        self._page = page
        self._region = page.region
        self._day = page.article.published
        free = [m for m in page.mentions.within(Span(0, len(page.text))) if m not in page.foes]
        sides = tuple(dict.fromkeys(m.party for m in free if m.party and not m.attached))
        self._wholes = Wholes(page.region, self._day, frozenset(sides))
        self._main = Topic(parties=sides[:PAIR])
        self._topics = Topics(self._main)
        self._actors = Actors()
        self.company = Company.of(page.text, free)

    def heard(
        self, relation: Relation, agent: Mention | None, act: Act, voice: Voice, *, background: bool
    ) -> None:
        """What the talk is about now."""
        self._topics.add(
            Topic(parties=relation.parties, hub=relation.hub, act=act, background=background)
        )
        self._actors.it = agent or self._actors.it
        if voice.person:
            place = Span(0, 0)
            self._actors.he = Mention(
                place, "person", voice.speaker, voice.party, how="last speaker"
            )
        elif agent is not None and agent.sort == "person":
            self._actors.he = agent

    def sides(self, clause: Clause, words: Span) -> Sides:
        """The sides that a clause names around the words that tell its act."""
        return sides_of(self._page, clause, words, self._actors)

    def options(self, clause: Clause, sides: Sides) -> Iterator[Relation]:
        """Every relation that a clause with these sides may be about."""
        left, right = _parties(sides.left), _parties(sides.right)
        named = _Named(
            parties=self._wholes.merged([*left, *right]),
            left=left,
            right=right,
            subject=_parties(sides.subject),
            sides=sides,
        )
        of_others = is_of_others(self._page, clause)
        found = Options(None if of_others else clause.segment.voice.party)
        self._of_named(found, named)
        self._with_subject(found, named)
        self._with_speaker(found, named)
        for base, way in _known(named, found.speaker):
            self._completed(found, base, way, sides, background=clause.background)
        if len(named.parties) >= PAIR:
            self._beyond(found, named, background=clause.background)
        self._of_sentence(found, named)
        self._of_actors(found, named)
        self._of_exception(found, named)
        if not named.parties and not named.subject:
            self._topical(found, sides, background=clause.background)
        absent = clause.segment.voice.party if of_others else None
        for relation in found.found:
            if absent in relation.parties and absent not in named.parties:
                continue
            if not self._wholes.is_one_side(relation):
                yield from self._wholes.spelt_out(relation)

    # -- parts of it -----------------------------------------------------------------------------

    def _of_named(self, found: Options, named: _Named) -> None:
        """Those named, and some of them where there are many."""
        parties, left, right = named.parties, named.left, named.right
        if len(parties) >= PAIR:
            found.add_each("named", parties, left, right)
        plain = list(dict.fromkeys([*left, *right]))
        if len(plain) == PAIR != len(parties):
            found.add(AS_NAMED, plain)
        if left and right and len(parties) > PAIR:
            found.add("nearest", [left[-1], right[0]])
            if len(right) >= PAIR:
                found.add_each("right", self._wholes.merged(right), right=right)
            if len(left) >= PAIR:
                found.add_each("left", self._wholes.merged(left), left)

    def _with_subject(self, found: Options, named: _Named) -> None:
        """Those named with the subject that the clause shares or means."""
        subject = named.subject
        if subject and named.parties:
            whole = self._wholes.merged([*subject, *named.parties])
            found.add_each("subject", whole, subject, named.right)
        if len(subject) >= PAIR:
            found.add_each("subject", self._wholes.merged(subject), subject)

    def _with_speaker(self, found: Options, named: _Named) -> None:
        """Those named with the speaker's own party."""
        speaker = found.speaker
        if not speaker or not named.parties or speaker in named.parties:
            return
        whole = self._wholes.merged([speaker, *named.parties])
        found.add_each("speaker", whole, [speaker], named.parties)
        if named.right and named.left:
            some = self._wholes.merged([speaker, *named.right])
            found.add_each("speaker, right", some, [speaker], named.right)

    def _of_sentence(self, found: Options, named: _Named) -> None:
        """Those named in the sentence so far."""
        before = _parties(named.sides.earlier[::-1])
        whole = self._wholes.merged([*before, *named.parties])
        if PAIR <= len(whole) <= _FEW:
            found.add_each("sentence", whole)
            found.add("sentence, hub first", whole, whole[0])
            if found.speaker and found.speaker not in whole:
                found.add_each("sentence, speaker", [found.speaker, *whole])

    def _of_actors(self, found: Options, named: _Named) -> None:
        """Those named with whoever a pronoun means, "support has come to her"; the speaker by itself."""
        if found.speaker:
            found.add("speaker only", [found.speaker])
        for way, actor in (("he", self._actors.he), ("it", self._actors.it)):
            party = actor.party if actor else None
            if party is None or party in named.parties:
                continue
            found.add(f"actor {way}, alone", [party])
            if named.parties:
                found.add_each(
                    f"actor {way}", self._wholes.merged([party, *named.parties]), [party]
                )
            if named.left and named.right:
                found.add(f"actor {way}, right", self._wholes.merged([party, *named.right]), party)

    def _of_exception(self, found: Options, named: _Named) -> None:
        """Whoever acts with those whom "all except the TMC and the BJP" takes out."""
        for way, agent in (
            ("exception", found.speaker),
            ("exception of subject", next(iter([*named.subject, *named.left]), None)),
        ):
            others = [p for p in named.sides.excluded if p != agent]
            if agent and others:
                found.add(way, [agent, *others], agent)

    def _beyond(self, found: Options, named: _Named, *, background: bool) -> None:
        """More than one is named: one of them alone, or all of them with whom the talk was."""
        parties = named.parties
        if named.left:
            found.add("left, alone", named.left[:1])
        if found.speaker in parties:
            found.add("speaker of several, alone", [str(found.speaker)])
        for number, topic in enumerate(self._topics.of(None, background=background)[:_TOPICS]):
            more = [p for p in topic.parties if p not in parties]
            if len(more) == 1 and set(parties) & set(topic.parties):
                whole = self._wholes.merged([*parties, *more])
                found.add(f"several, topic {number}", whole, more[0])
                found.add(f"several, topic {number} group", whole)
        self._of_front(found, parties, background=background)
        last = self._topics.last.parties[:PAIR]
        if not set(parties) & set(last):
            for number, party in enumerate(last):
                whole = self._wholes.merged([party, *parties])
                found.add(f"several, last topic {number}", whole, party)

    def _of_front(self, found: Options, parties: Sequence[str], *, background: bool) -> None:
        """Members of one front with whom the front was talked of: "two of its allies objected"."""
        fronts = {self._region.front_of(p, self._day) or p for p in parties}
        members = [p for p in parties if p not in fronts]
        if len(fronts) != 1 or not members:
            return
        whole = fronts | {self._region.parties[p].lead for p in fronts if p in self._region.parties}
        for number, topic in enumerate(self._topics.of(None, background=background)[:_TOPICS]):
            others = [p for p in topic.parties if p not in whole and p not in members]
            if others and whole & set(topic.parties):
                hub = others[0] if len(others) == 1 else None
                found.add(f"members of a front, topic {number}", [*members, *others], hub)

    def _completed(
        self, found: Options, base: str, way: str, sides: Sides, *, background: bool
    ) -> None:
        """One party is known: the rest from what stands before it or was talked of."""
        found.add(f"{way}, alone", [base])
        self._from_topics(found, base, way, background=background)
        earlier = next((m.party for m in sides.earlier if m.party and m.party != base), None)
        if earlier:
            found.add(f"{way}, earlier", [base, earlier])
        for number, recent in enumerate(p for p in sides.recent if p != base):
            found.add(f"{way}, recent {number}", [base, recent])
        for whole in self._wholes.of(base):
            found.add(f"{way}, own front", [base, whole])
        if found.speaker and base != found.speaker:
            found.add(f"{way}, speaker", self._wholes.merged([found.speaker, base]))

    def _from_topics(self, found: Options, base: str, way: str, *, background: bool) -> None:
        """One party with those with whom it was talked of, or whom others were."""
        topics = self._topics.of(base, background=background)[:_TOPICS]
        for number, topic in enumerate(topics):
            name = f"{way}, topic {number}"
            others = [p for p in topic.parties if p != base]
            if topic.hub and topic.hub != base:
                found.add(name, [base, topic.hub])
            found.add(name if not topic.hub else f"{name} group", [base, *others], topic.hub)
            if len(others) > 1:
                found.add(f"{name}, hub", [base, *others], base)
                found.add(f"{name}, last of it", [base, others[-1]])
        group = list(dict.fromkeys(p for t in topics for p in t.parties if p != base))
        if PAIR <= len(group) < _FEW:
            found.add(f"{way}, topics", [base, *group], base)
            found.add(f"{way}, topics group", [base, *group])
        every = self._topics.of(None, background=background)
        wide = next((t for t in every if len(t.parties) > PAIR), None)
        if wide is not None and base not in wide.parties:
            found.add(f"{way}, wide topic", [base, *wide.parties], base)
        last = self._topics.last
        if base not in last.parties:
            found.add(f"{way}, joins topic", self._wholes.merged([base, *last.parties]), base)
            found.add(f"{way}, with hub of topic", [base, last.hub or last.parties[-1]])

    def _topical(self, found: Options, sides: Sides, *, background: bool) -> None:
        """Nobody is named: what the talk was about last, and what the article is about."""
        found.add("recent two", sides.recent[:PAIR])
        found.add("recent one, alone", sides.recent[:1])
        for number, topic in enumerate(self._topics.of(None, background=background)[:_TOPICS]):
            found.add(f"topic {number}", topic.parties, topic.hub)
            found.add(f"topic {number}, first alone", topic.parties[:1])
        found.add("article", self._main.parties)


def _parties(mentions: Iterable[Mention]) -> list[str]:
    return list(dict.fromkeys(m.party for m in mentions if m.party))


def _known(named: _Named, speaker: str | None) -> Iterator[tuple[str, str]]:
    """The one party that is known of a relation, with how."""
    if len(named.parties) == 1:
        yield named.parties[0], "one named"
    elif not named.parties and len(named.subject) == 1:
        yield named.subject[0], "subject"
    elif not named.parties and speaker:
        yield speaker, "speaker"

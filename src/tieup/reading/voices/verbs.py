"""Verbs: the words that bring in what somebody says, thinks or wants."""

import re

from tieup.reading.text.sought import Sought
from tieup.reading.text.spans import Span

#: Finite verbs that bring in what somebody says.
SAYS = Sought(
    r"\b(?:sa(?:id|ys?)|told|tells|add(?:ed|s)|state[ds]|claim(?:ed|s)|assert(?:ed|s)|announc(?:ed|es)"
    r"|declare[ds]|alleg(?:ed|es)|clarif(?:ied|ies)|insist(?:ed|s)(?!\s+on\s+(?!\w+day\b))|maintain(?:ed|s)|note[ds]"
    r"|explain(?:ed|s)|disclose[ds]|indicate[ds]|reveal(?:ed|s)|recall(?:ed|s)|quip(?:ped|s)"
    r"|point(?:ed|s)\s+out|hint(?:ed|s)|warn(?:ed|s)|confirm(?:ed|s)|reiterate[ds]|repl(?:ied|ies)"
    r"|admit(?:ted|s)|argue[ds](?!\s+for)|remark(?:ed|s)|wrote(?!\s+(?:\w+\s+){0,3}?(?:to|off)\b)|tweet(?:ed|s)|posted|stress(?:ed|es)"
    r"|suggest(?:ed|s)|predict(?:ed|s)|complain(?:ed|s)|agreed\s+that|feels?|felt|sounding|hit\s+back"
    r"|accuse[ds]|shot\s+back|countered|retorted|observed|conceded|mention(?:ed|s)|respond(?:ed|s)(?!\s+to\b)"
    r"|emphasi[sz]e[ds]|opine[ds]|elaborated|lamented|averred|contend(?:ed|s)|concluded|acknowledge[ds]"
    r"|echoed|continued(?=[,:]?\s*[\"“]|\s*[.]|\s+that\b)|underlined|underscored|asked(?=\s*[.,:]?\s*(?:$|[\"“]))|(?<=[\"”’'] )asked"
    r"|made\s+it\s+(?:\w+\s+)?clear|(?:was|is|were|are)\s+of\s+the\s+(?:view|opinion)|went\s+on\s+to\s+say"
    r"|(?:was|were|been)\s+quoted\s+(?:by\s+(?:[\w.]+\s+){1,5}?)?as\s+saying"
    r"|thanked|wondered|exclaimed|joked|signalled|signaled|affirm(?:ed|s)|cautioned|reasoned|regretted|rued|summed\s+up"
    r"|react(?:ed|s)(?!\s+to\b)|charged(?!\s+(?:with|for)\b)|(?:pledged|vowed|promised|assured)\s+that"
    r"|informed(?=\s+(?:[\w.]+\s+){1,4}?that\b)|let\s+slip(?=\s+that\b)"
    r"|(?:was|is|were|are)\s+(?:adamant|categorical|clear|emphatic|firm|unequivocal)(?=\s+that\b|:)"
    r"|(?:took\s+to\s+(?:\w+\s+){1,3}?|went\s+on\s+record\s+|was\s+quick\s+|went\s+so\s+far\s+as\s+)to\s+(?:add|announce|clarify|claim|declare|say)"
    r"|(?<=statement\s)reads?|(?:(?<=sources\s)|(?<=insiders\s)|(?<=leaders\s)|(?<=observers\s))(?:add|admit|believe|claim|hint|indicate|insist|maintain|point\s+out|suggest)"
    r"|made\s+(?:clear|plain|known)|made\s+it\s+(?:plain|known)|let\s+it\s+be\s+known|put\s+it)\b(?!\s+to\s+be\b)"
)
#: Finite verbs for what somebody thinks, wants or does with words: no speech that the reader follows.
HOLDS = Sought(
    r"\b(?:believe[ds]?|thinks?|thought|wants?|wanted|hope[ds]?|expect(?:ed|s)?|plan(?:ned|s)?|fear(?:ed|s)?"
    r"|worr(?:y|ies|ied)|doubt(?:ed|s)?|knows?|knew|support(?:ed|s)?|oppose[ds]?|endorse[ds]|den(?:y|ies|ied)"
    r"|reject(?:ed|s)|refuse[ds]?|criticiz(?:ed|es)|criticis(?:ed|es)|condemn(?:ed|s)|praise[ds]|attack(?:ed|s)|blast(?:ed|s)"
    r"|slam(?:med|s)|urge[ds]|demand(?:ed|s)|call(?:ed|s)\s+(?:for|on|upon)|calling\s+(?:for|on)|call(?:ed|s)|describe[ds]|cite[ds]|found|finds"
    r"|show(?:s|ed)|report(?:ed|s)|propose[ds]|promise[ds]|pledge[ds]|vow(?:ed|s)|threaten(?:ed|s)|question(?:ed|s)"
    r"|defend(?:ed|s)|discuss(?:ed|es)|estimate[ds]|decide[ds]|intend(?:ed|s)?|accuse[ds]|blame[ds]|mock(?:ed|s)"
    r"|refer(?:red|s)\s+to|point(?:ed|s)\s+to|say|argue|claim|agree[ds]?|noted|learned|concede[ds]?|joke[ds]|ruled|identified|dismiss(?:ed|es)"
    r"|declined|asked|asks|saw|sees|understands?|understood|prefer(?:red|s)?|disputes?|disputed|compare[ds]|likened|characteri[sz]ed|portrayed"
    r"|chant(?:ed|ing)|railed\s+against|spoke\s+of|talked\s+about|testified|speculated|cautioned|applauded|rated)\b"
)
#: Participles that go on with the speech of the sentence's subject.
GOING_ON = Sought(
    r"(?:,\s+|(?<!\s)\s+)?(?<!\w)(?:also\s+)?(?P<verb>saying|adding|claiming|stating|warning|asserting|insisting|suggesting|arguing"
    r"|hinting|noting|stressing|clarifying|declaring|sounding|recalling|reiterating|reaffirming|alleging|emphasi[sz]ing"
    r"|explaining|underscoring|underlining|mentioning|acknowledging|admitting|conceding|revealing|predicting|complaining)\b",
    re.IGNORECASE,
)
#: Prepositions for a source.
ACCORDING = Sought(
    r"\b(?P<verb>[Aa]ccording\s+to|[Aa]s\s+per|[Ii]n\s+the\s+words\s+of|quot(?:ed|es|ing)(?!\s+(?:by|as)\b)"
    r"|(?:[Tt]hat\s+(?:was|is)|(?<=[\"”’']\s)(?:was|is|came))\s+the\s+(?:\w+\s+)?"
    r"(?:word|message|line|answer|reply|response|retort|verdict|view|stand)\s+(?:from|of))\s+"
)
#: A sentence that tells whose word the one before it was: "Salim made the announcement in Malda."
MADE = Sought(
    r"\b(?:made|issued)\s+(?:the|this|these|his|her|their)\s+(?:announcements?|remarks?|comments?|statements?|disclosure|declaration|claims?)\b"
    r"|\b(?:announcements?|remarks?|comments?|statement|disclosure|declaration|claims?)\s+(?:was|were)\s+(?:\w+\s+)?(?P<by>made\s+by)\b"
)
#: What follows the source after "quoted".
AS_SAYING = re.compile(r"\s+as\s+(?:having\s+said|saying)(?:\s+that)?\b")
#: Auxiliaries and adverbs that stand right before a verb and belong to it.
_LEADING = re.compile(
    r"(?:(?:\b(?:has|have|had|also|later|then|once|again|further|earlier|already|now|both|all|often|even|still|just|never|not|did|did\s+not|would|on\s+\w+day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?<![\w])(?!(?:daily|weekly|ally|family|assembly)\b)[a-z]+ly|['’](?:s|ve|d)(?=\s+\w+ed\b))\s+){1,20}$"
)
#: When, where and how often, amid a verb: "had, on Sunday, said", "has time and again said".
_AMID = re.compile(
    r"\b(?:has|have|had),?\s+(?:(?:also|since|only|just|however|too)\s+|however,\s+)?(?:time\s+and\s+(?:time\s+)?again|more\s+than\s+once|however|too"
    r"|(?:an?|one|two|three|several|some|many|\d+|the)\s+(?:\w+\s+)?(?:times?|minute|hour|day|night|evening|morning|week|month|year)s?(?:\s+(?:ago|earlier|before|back))?"
    r"|(?:on|in|at|during|after|before|over|from|through|via|by|for|last|this|earlier|later|early|late|of)\b(?:\s+[\w'’.()-]+){0,9}),?\s+$"
)
#: It is looked for no further before the rest of the verb.
_AMID_FAR = 90
#: What stands before a noun that only looks like a verb: "Salim's remarks", "the claims".
_BEFORE_NOUN = re.compile(
    r"(?:['’]s?|s['’]|\b(?:his|her|its|their|our|my|the|these|those|such|of|with|for|in|by|on|from|about|to|no|any|some"
    r"|many|all|both|several|two|three|United|recent|earlier|similar|public|false))\s+$"
)
#: Auxiliaries stand no further before their verb.
_LEADING_FAR = 45


def is_noun(text: str, verb: Span) -> bool:
    """Whether a word that looks like a verb of saying is a noun there."""
    return text[verb.end - 1] == "s" and bool(
        _BEFORE_NOUN.search(text, max(0, verb.start - 10), verb.start)
    )


def verb_start(text: str, at: int, limit: int) -> int:
    """Where a verb begins with its auxiliaries: "has repeatedly said", "had, on Sunday, said"."""
    start = max(limit, at - _LEADING_FAR)
    found = _LEADING.search(text[start:at])
    begin = start + found.start() if found else at
    for end in (at, begin):
        start = max(limit, end - _AMID_FAR)
        amid = _AMID.search(text[start:end])
        if amid:
            return start + amid.start()
    return begin

"""Whether a text is English, told from its scripts and its function words."""

import re
from collections import Counter

#: As much of a text, in characters, as the judgement needs.
_SAMPLE = 50_000
#: A text with a greater share of letters in other scripts than this is not English.
_OTHER_SCRIPT = 0.4
#: Fewer words than these say too little: a short text is taken for English.
_FEW_WORDS, _MANY_WORDS = 5, 40
#: English prose has about 40 function words in a hundred; even lists of names have some.
_LEAST_ENGLISH, _SURELY_ENGLISH = 0.04, 0.25

_SCRIPTS = (
    ("Bengali", "\u0980-\u09ff"),
    ("Devanagari", "\u0900-\u097f"),
    ("Arabic", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("Gurmukhi", "\u0a00-\u0a7f"),
    ("Gujarati", "\u0a80-\u0aff"),
    ("Odia", "\u0b00-\u0b7f"),
    ("Tamil", "\u0b80-\u0bff"),
    ("Telugu", "\u0c00-\u0c7f"),
    ("Kannada", "\u0c80-\u0cff"),
    ("Malayalam", "\u0d00-\u0d7f"),
    ("Sinhala", "\u0d80-\u0dff"),
    ("Thai", "\u0e00-\u0e7f"),
    ("Greek", "\u0370-\u03ff"),
    ("Cyrillic", "\u0400-\u04ff"),
    ("Hebrew", "\u0590-\u05ff"),
    ("Ol Chiki", "\u1c50-\u1c7f"),
    ("Chinese or Japanese", "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"),
    ("Korean", "\uac00-\ud7af"),
)
_IN_SCRIPT = tuple((name, re.compile(f"[{ranges}]")) for name, ranges in _SCRIPTS)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile("[A-Za-z\u00c0-\u024f]+")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = _listed(
    "the of and to in that is was for with on as has have had said by at from be been not will "
    "would are were his her their its it this they which who but or after before between about "
    "over an also than against during should could there when what he she we no any all"
)
#: Words that are frequent in a language and no English ones. They count in lower case only, for
#: "Das", "De" and "La" are names.
_OTHERS = {
    "Hindi": "hai hain ke ki ka ko se mein nahi nahin aur ne par bhi tha thi kya yeh ye woh ho kar "
    "liye gaya gayi raha rahe rahi unke iske apne saath hoga hogi kaha wale lekin",
    "Bengali": "ar ebong er theke kore hobe hoye ache achhe na ei je jonno sathe songe kintu bole "
    "korte korbe niye amra amader tader noy nei holo hoyeche koreche bolen korche tara tar ke",
    "Urdu": "hai hain ke ki ka ko se mein nahin aur ne bhi unhon kiya jaye",
    "French": "le la les des et est dans pour une un que qui sur avec pas du aux ce cette il elle "
    "ils sont ont ne se sa ses plus par mais leur été",
    "Spanish": "el los las de que y en una un por con del para como su al lo más pero fue han son "
    "se no este esta",
    "Portuguese": "não uma um os em para com que do da dos das ao pelo pela foi são mais como se",
    "Italian": "di che il per una con del della sono non gli nel alla dei le ha si è più",
    "German": "der das und ist nicht mit den von zu ein eine auf für dem des sich auch wird haben "
    "nach wurde bei sind",
    "Dutch": "het een en niet op te zijn met voor dat aan door wordt van de ook naar",
    "Malay or Indonesian": "yang dan di untuk dengan tidak dari ini itu pada akan oleh adalah "
    "dalam telah bahawa bahwa kepada parti",
    "Turkish": "ve bir bu için ile olarak da de çok daha olan gibi kadar sonra",
    "Swahili": "na ya wa kwa ni katika za la kuwa hii ambao",
}
_OTHER_WORDS = {name: _listed(words) - _ENGLISH for name, words in _OTHERS.items()}


def foreign(text: str) -> str | None:
    """What a text that is not English seems to be, such as "Bengali script" or "French"; else None.

    It errs on the side of English: short texts, headlines and lists of names pass.
    """
    sample = text[:_SAMPLE]
    if not sample.isascii() and (script := _other_script(sample)):
        return f"{script} script"
    return _foreign_words(_WORD.findall(sample))


def _other_script(sample: str) -> str | None:
    latin = len(_LATIN.findall(sample))
    scripts = {name: len(pattern.findall(sample)) for name, pattern in _IN_SCRIPT}
    if sum(scripts.values()) > _OTHER_SCRIPT * (latin + sum(scripts.values())):
        return max(scripts, key=lambda name: scripts[name])
    return None


def _foreign_words(words: list[str]) -> str | None:
    if len(words) < _FEW_WORDS:
        return None
    every = Counter(word.lower() for word in words)
    english = _known(every, _ENGLISH)
    if english > _SURELY_ENGLISH * len(words):
        return None
    in_capitals = all(word.isupper() for word in words)
    lower = every if in_capitals else Counter(word for word in words if word.islower())
    nearest = max(_OTHER_WORDS, key=lambda name: _known(lower, _OTHER_WORDS[name]))
    own = _OTHER_WORDS[nearest]
    if _known(lower, own) > english and len(own & lower.keys()) > 1:
        return nearest
    if len(words) >= _MANY_WORDS and english < _LEAST_ENGLISH * len(words):
        return "another language"
    return None


def _known(counts: Counter[str], known: frozenset[str]) -> int:
    """How many of the words are known ones."""
    return sum(counts[word] for word in known)

"""The words of a source taken apart: determiner, description, head, the name that it ends with, what comes after."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.sourcing.names import PARTICLE, UPPER, Name, read_name
from analysis.sourcing.vocabulary import bodies, documents, office_words, plain, roles, small_words, titles

EDGE = re.compile(r",|\s[-–—]{1,3}\s?|[—;:]|\s\(|\s(?:who|whom|whose|which|that)\b")
PARTITIVE = re.compile(
    r"(?:(?:at|more|less|fewer|no)\s(?:least|most|than|fewer\sthan)\s|about\s|nearly\s|almost\s|roughly\s|only\s|just\s|even\s|not\s)*"
    r"(?:(?:an?|the|his|her|their|its)\s)?(?:(?:small|large|growing|big|wide|vast|overwhelming|significant|good|great)\s)?"
    r"(?:numbers?|groups?|handful|majority|couple|pair|trio|dozens?|hundreds|thousands|millions|lots?|scores|plenty|chorus|crowd|array|variety|series|range|panel|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|several|few|all|both|any|none|each|half|[\w.-]+\s(?:percent|per\scent)|[\d.]+%)\sof\s",
    re.IGNORECASE,
)
APPROXIMATE = re.compile(r"(?:at least|more than|less than|fewer than|about|nearly|almost|roughly|only|just|even|not|also|up to|as many as)\s", re.IGNORECASE)
SHARE = re.compile(r"[\d.,]+(?:\s?%|\spercent)?$")
POSSESSIVE = re.compile(r"(?:[’']s|s[’'])$")
NUMBER = re.compile(r"\d[\d,.]*$")
CAPITAL = re.compile(rf"[“\"'‘]?\d*[{UPPER}]")
SMALL_PARTICLE = re.compile(rf"{PARTICLE}$")
MODIFIER = re.compile(r"\w+(?:ing|ed)$")
POSTPOSED = frozenset(("familiar", "close", "aware", "involved", "present", "alike", "alone", "there", "here", "gathered", "elsewhere", "himself", "themselves", "herself", "itself"))


@dataclass(frozen=True, slots=True)
class Description:
    """A source's words. ``determiner``: definite, indefinite, quantifier, possessive or empty; ``words`` the noun
    phrase without it; ``head`` its last word, as lists are keyed; ``name`` the name that it ends with; ``before`` what
    stands before that name; ``owner`` a possessor's words; ``after`` what follows the noun phrase; ``rest`` what
    follows the first comma, bracket or relative pronoun."""

    text: str
    determiner: str
    first: str
    words: tuple[str, ...]
    head: str
    name: Name | None
    before: str
    owner: str
    after: str
    rest: str
    joined: bool

    @property
    def phrase(self) -> str:
        """The noun phrase without its determiner."""
        return " ".join(self.words)

    @property
    def core(self) -> str:
        """The noun phrase with what follows up to the first comma: "people familiar with the matter"."""
        return " ".join(x for x in (self.phrase, self.after) if x)


@lru_cache(maxsize=50_000)
def describe(text: str) -> Description:
    """Take the words of a source apart; an empty one has neither words nor head."""
    whole = " ".join(text.split()).strip(" ,.;:“”\"'‘’-–—")
    edge = _edge(whole)
    main, rest = (whole[:edge].strip(), whole[edge:].strip()) if edge else (whole, "")
    first, determiner, words = _determiner(main)
    size, joined = _phrase_end(words)
    phrase, after = words[:size], " ".join(words[size:])
    owner, phrase_from = _owner(phrase)
    name_from = _name_start(phrase, phrase_from)
    name = read_name(_bare(" ".join(phrase[name_from:]))) if name_from < len(phrase) else None
    if name and name.sort in ("single", "unsure") and name_from == phrase_from and _is_noun(phrase[-1]) and not owner and _is_plain(phrase[name_from:]):
        name, name_from = None, len(phrase)
    before = " ".join(phrase[phrase_from:name_from])
    head = plain(_bare(phrase[-1])).strip("“”\"'‘’") if phrase else ""
    return Description(whole, determiner, first, tuple(phrase), head, name if name and name.sort else None, before, owner, after, rest, joined)


def _is_plain(words: list[str]) -> bool:
    """Whether all but the last of these are adjectives that no name begins with: "New (Poll)"."""
    return all(plain(w) in office_words() or plain(w) in small_words("adjective") for w in words[:-1])


def _is_noun(word: str) -> bool:
    """`Video`, `New Poll`: a common noun with the capital of a sentence's or headline's beginning."""
    key = plain(_bare(word))
    return key in documents() or key in bodies("word") or key in roles()


def _edge(whole: str) -> int:
    """Where the noun phrase's first addition begins: not before a "Jr." or "Inc."."""
    for edge in EDGE.finditer(whole):
        if edge.start() and not re.match(r",\s(?:Jr|Sr|Inc|LLC|Ltd|II|III)\b", whole[edge.start() :]):
            return edge.start()
    return 0


def _bare(words: str) -> str:
    return re.sub(r"[’']s?$", "", words) if POSSESSIVE.search(words) else words


def _determiner(main: str) -> tuple[str, str, list[str]]:
    """Cut off articles, numbers and partitives: the first word, its class, and the words that are left."""
    kind, first = "", main.split(" ")[0].lower() if main else ""
    if partitive := PARTITIVE.match(main):
        kind, main = ("indefinite" if re.match(r"(?:.*\s)?(?:one|each|none)\sof", partitive.group(), re.I) else "quantifier"), main[partitive.end() :]
        if kind == "indefinite":
            return "one", kind, [w for w in main.split() if plain(w) not in ("the", "these", "those", "his", "her", "their", "its")]
    if approximate := APPROXIMATE.match(main):
        main, kind = main[approximate.end() :], "quantifier"
    words = main.split()
    if words and plain(words[0]) in small_words("somebody"):
        return first, "somebody", [words[0].lower()]
    while words:
        word = plain(words[0])
        if word in small_words("possessive") or word in ("his", "her", "its", "their", "my", "our", "your"):
            kind = "possessive"
        elif word in small_words("indefinite") and (kind != "quantifier" or len(words) > 1):
            kind = "indefinite"
        elif word in small_words("definite"):
            kind = kind or "definite"
        elif word in small_words("quantifier") or NUMBER.match(word):
            kind = "quantifier" if kind != "definite" else kind
        else:
            break
        words = words[1:]
    return first, kind, words


def _phrase_end(words: list[str]) -> tuple[int, bool]:
    """How many words the noun phrase has, and whether "and" goes on after it."""
    at = 1
    while at < len(words):
        word, previous = plain(words[at]), plain(words[at - 1])
        if word in ("and", "or", "&"):
            if not (_is_capital(words[at - 1]) and _is_capital(words[min(at + 1, len(words) - 1)]) and _in_body(words[:at])):
                if previous in roles() or previous in documents() or previous in bodies("word") or _is_capital(words[at - 1]):
                    return at, True
        elif word in small_words("preposition"):
            if not (word in ("of", "for", "on", "against") and at + 1 < len(words) and (_in_body(words[:at]) or _is_title(words[at - 1])) and _starts_capital(words[at + 1 :])):
                return at, False
        elif word in small_words("time") and (previous in roles() or previous in documents()):
            return at, False
        elif word in POSTPOSED or (MODIFIER.match(word) and words[at].islower() and not POSSESSIVE.search(words[at - 1])):
            if word in POSTPOSED or previous in roles() or previous in documents() or previous in bodies("word"):
                return at, False
        elif previous in roles() and roles()[previous].plural and words[at].islower() and word not in roles() and not POSSESSIVE.search(words[at - 1]):
            return at, False
        at += 1
    return len(words), False


def _in_body(words: list[str]) -> bool:
    """Whether a body's name is going on: "Department (of Justice)"."""
    return any(_is_capital(w) and (plain(w) in bodies("word") or plain(w) in bodies("suffix")) for w in words)


def _is_title(word: str) -> bool:
    """Whether a title is going on: "Secretary (of Defense)", "then-Secretary (of State)"."""
    return word.split("-")[-1][:1].isupper() and plain(word.split("-")[-1]) in titles()


def _starts_capital(words: list[str]) -> bool:
    return _is_capital(words[1] if words[0] == "the" and len(words) > 1 else words[0])


def _is_capital(word: str) -> bool:
    return bool(CAPITAL.match(word))


def _owner(phrase: list[str]) -> tuple[str, int]:
    """A possessor inside the phrase and where the phrase goes on: "Fox News' | Megyn Kelly"."""
    for at in range(len(phrase) - 1, 0, -1):
        if POSSESSIVE.search(phrase[at - 1]) and not (_is_capital(phrase[at]) and plain(" ".join(phrase[at - 1 : at + 1])) in bodies("name")):
            return _bare(" ".join(phrase[:at])), at
    return "", 0


def _name_start(phrase: list[str], first: int) -> int:
    """Where the run of capitalised words begins that the phrase ends with; its length where it ends with none."""
    at = len(phrase)
    while at > first:
        word = phrase[at - 1]
        small = word in ("of", "for", "on", "the", "and", "&", "against") or SMALL_PARTICLE.match(word)
        if not (_is_capital(word) or (small and at < len(phrase) and at - 1 > first and (_is_capital(phrase[at - 2]) or (at - 2 > first and _is_capital(phrase[at - 3]))))):
            break
        at -= 1
    while at < len(phrase) and not _is_capital(phrase[at]):
        at += 1
    return at

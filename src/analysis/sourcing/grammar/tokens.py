"""One fast pass over a paragraph: its tokens, with a coarse set of possible word classes each.

A word may belong to several classes ("report" is a noun and a verb): classes are bits, and it is for the matchers to
look at the neighbours. Tables of words decide first, then endings and capitals.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from functools import cache
from itertools import compress, count, product
from operator import itemgetter

from analysis.lexicon import read_lexicon
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.closed_classes import PLAIN, group
from analysis.sourcing.model import Sentence
from analysis.spans import Span

CLITIC = r"[’'](?:s|m|d|ve|re|ll)\b"
TOKEN = re.compile(
    rf"\s?(\w++(?![’'.&/\-‐‑,]\w)|(?:[Ii]|[Ss]?[Hh]e|[Ww]e|[Tt]hey|[Yy]ou)(?={CLITIC})"
    rf"|\w+(?:[’'.&/\-‐‑]\w+|(?<=\.\w)\.(?=[’']s\b)|(?<=\d),\d{{3}}(?!\d))*|(?<=[IiEeYyUu]){CLITIC}"
    r"""|--|''|``|[^\w\s.]|\.(?=["”’') ]*\Z))"""
)
"""A word or a mark; the verb of "he's" and "they've" is a word of its own, a full stop within a sentence no token.

The space before a token and the plain word, as most are, stand first, so that the rest is seldom tried.
"""

CLASSES = {
    "determiner": c.DET, "possessive": c.POSS, "preposition": c.PREP, "conjunction": c.CONJ, "subordinator": c.SUB,
    "pronoun": c.PRON, "object_pronoun": c.OBJ, "relative": c.REL, "auxiliary": c.AUX, "negation": c.NEG | c.ADV,
    "adverb": c.ADV, "time": c.TIME, "number": c.NUM, "noun": c.NOUN,
}  # fmt: skip
DASHES = frozenset(("—", "–", "--", "-"))
MARKS = {
    **dict.fromkeys(".!?…;•|", c.STOP), **dict.fromkeys("()[]", c.BRACKET),
    **dict.fromkeys(DASHES, c.DASH), ",": c.COMMA, ":": c.COLON,
}  # fmt: skip

SHAPES = (
    (re.compile(r"\W"), c.MARK),
    (re.compile(r".*ly$"), c.ADV),  # "quietly"
    (re.compile(r"..+ing$"), c.ING | c.NOUN),  # "whispering", not "king"
    (re.compile(r"..+ed$"), c.PAST | c.DONE),  # "whispered", not "red"
)
"""What a word may be that no table has, by its shape; a noun where none of them fits."""

SHOUTED = re.compile(r"[^\W\d_a-z]{2,}$")

MOST_KEPT = 200_000
MARGIN = 16
"""How many words that are none stand behind the last one, and so before the first: no matcher looks farther."""
LONG = 400
"""A sentence of more tokens is read in pieces of this length, so that the work grows with the length of the text."""


THIRD_PERSON = (
    (re.compile(r"(?<![aeiou])y$"), "ies"),  # denies
    (re.compile(r"(?<=[sxzo])$|(?<=[sc]h)$"), "es"),  # pushes
    (re.compile(r"$"), "s"),
)
PAST = (
    (re.compile(r"(?<![aeiou])y$"), "ied"),  # denied
    (re.compile(r"e?$"), "ed"),  # argued, called
)
ING = (
    (re.compile(r"ie$"), "ying"),  # lying
    (re.compile(r"(?<=..)(?<![eoy])e$"), "ing"),  # arguing, but seeing
    (re.compile(r"$"), "ing"),
)
"""What an ending becomes: the first that a verb has decides."""


def inflect(lemma: str, past: str = "", participle: str = "") -> dict[str, int]:
    """Return the forms of a verb and the classes of each: BASE, VERB (-s), PAST and DONE (-ed), ING."""
    past = past or _ended(lemma, PAST)
    doubled = past == lemma + lemma[-1] + "ed"  # stopped, stopping
    forms: dict[str, int] = defaultdict(int)
    for form, classes in (
        (lemma, c.BASE), (_ended(lemma, THIRD_PERSON), c.VERB), (past, c.PAST), (participle or past, c.PAST | c.DONE),
        (lemma + lemma[-1] + "ing" if doubled else _ended(lemma, ING), c.ING),
    ):  # fmt: skip
        forms[form] |= classes
    return dict(forms)


def _ended(lemma: str, endings: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """Return a verb with another ending."""
    for ending, becomes in endings:
        if ending.search(lemma):
            return ending.sub(becomes, lemma, count=1)
    return lemma


@cache
def word_classes() -> dict[str, int]:
    """Return the classes of all words of the tables, lower case."""
    classes = _verb_forms()
    for row in read_lexicon("closed_classes", "word", "class"):
        if bit := CLASSES.get(row["class"], 0):
            keep = (c.CLOSED | c.NUM) if bit & c.CLOSED else ~0
            classes[row["word"]] = bit | (classes[row["word"]] & keep)
    classes["to"] = c.TO | c.PREP
    return dict(classes)


def _verb_forms() -> defaultdict[str, int]:
    """Return the classes of the forms of all verbs of one word; NOUN, too, for the forms that may be nouns."""
    classes: defaultdict[str, int] = defaultdict(int)
    for row in (*read_lexicon("verbs", "lemma"), *read_lexicon("cues", "lemma")):
        if " " not in row["lemma"]:
            for form, bits in inflect(row["lemma"], row["past"], row["participle"]).items():
                noun = c.NOUN if row["noun"] and bits & (c.BASE | c.VERB) else 0
                classes[form] |= bits | noun
    return classes


class _WordsRead(dict[str, tuple[str, int]]):
    """What `read_word` says of each word, worked out once: looking it up here is half the price of a cached call."""

    def __missing__(self, word: str) -> tuple[str, int]:
        if len(self) >= MOST_KEPT:
            self.clear()
        known = self[word] = read_word(word)
        return known


WORDS_READ = _WordsRead()


@cache
def acronyms() -> frozenset[str]:
    """Return what is another word in lower case, as it is printed: "US", "WHO’s"."""
    known = map(str.upper, group("acronym"))
    return frozenset(map("".join, product(known, ("", "'s", "’s"))))


def read_word(word: str) -> tuple[str, int]:
    """Return a word in lower case with straight apostrophes, and the classes that it may have.

    They come from the tables, from its ending and its capital. What is an acronym only in capitals keeps these, since
    the word in lower case is another one: "the US" is not "us".
    """
    if word in acronyms():
        return word.replace("’", "'"), c.NAME
    lower = word.lower().translate(PLAIN)
    known = word_classes().get(lower, 0)
    if word == "may":
        return lower, known & ~c.TIME
    if word[0].isupper() and not known & (c.CLOSED & ~c.TIME):
        return lower, known | c.NAME
    return lower, known or MARKS.get(word, 0) or _guess(word, lower)


def _guess(word: str, lower: str) -> int:
    """Return the class of a word that no table has."""
    if word[0].isdigit():
        return c.NUM
    return next((classes for shape, classes in SHAPES if shape.match(lower)), c.NOUN)


def _is_shouted(words: Sequence[str]) -> bool:
    """Tell whether a paragraph is printed in capitals, as old wire copy is."""
    return "".join(words).isupper()


def _as_printed(words: Sequence[str]) -> Sequence[str]:
    """Return words as they are read: in lower case what is no acronym, since it is shouted: "WHO SAID IT?"."""
    printed = list(words)
    for at in compress(count(), map(acronyms().__contains__, words)):
        if _is_loud(words[max(0, at - 1) : at + 2]):
            printed[at] = printed[at].lower()
    return printed


def _is_loud(words: Sequence[str]) -> bool:
    """Tell whether one of these words is an everyday one in capitals: "SAID", and neither "FBI" nor "WHO"."""
    loud = set(filter(SHOUTED.match, words)).difference(acronyms())
    return not word_classes().keys().isdisjoint(map(str.lower, loud))


Quote = tuple[int, int]
LOWER: Callable[[tuple[str, int]], str] = itemgetter(0)
CLASSES_OF: Callable[[tuple[str, int]], int] = itemgetter(1)
NO_WORDS, NO_CLASSES = ("",) * MARGIN, (0,) * MARGIN


class Tokens:
    """A paragraph as the matchers see it: parallel lists of its tokens' words, places, classes and sentences.

    ``quotes`` are the quotations (first token, end), ``quoted`` tells for each token whether it stands in one.
    ``shouted`` tells that all its letters are capitals, which then tell nothing; ``capital`` is the class of words that
    a capital makes names within a sentence: none in a headline, nor where all is shouted.
    ``subjects`` and ``finite`` remember what has been found out about its verbs.
    """

    __slots__ = (
        "capital", "classes", "finite", "lower", "number", "part", "quote_of", "quoted", "quotes", "sentence_of",
        "sentences", "shouted", "starts", "subjects", "words",
    )  # fmt: skip

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.number, self.part = sentences[0].paragraph, sentences[0].part
        self.words: list[str] = []
        self.starts: list[int] = []
        self.sentences: list[tuple[int, int, int]] = []
        self.sentence_of: list[int] = []
        for sentence in sentences:
            self._read(sentence)
        self.shouted = _is_shouted(self.words)
        self.capital = 0 if self.shouted or self.part == "headline" else c.NAME
        words = map(str.lower, self.words) if self.shouted else _as_printed(self.words)
        known = list(map(WORDS_READ.__getitem__, words))
        # Beyond both ends stand words that are none, so that a matcher may look past them: -1 is the last of these.
        self.lower = [*map(LOWER, known), *NO_WORDS]
        self.classes = [*map(CLASSES_OF, known), *NO_CLASSES]
        for _, start, _ in self.sentences:
            self.classes[start] |= c.FIRST
        self.quotes: list[Quote] = []
        self.quoted = bytearray(len(self.words) + MARGIN)
        self.quote_of: dict[int, Quote] = {}
        self.subjects: dict[int, object] = {}
        self.finite: dict[int, bool] = {}

    def _read(self, sentence: Sentence) -> None:
        """Add the tokens of a sentence."""
        words, starts, offset = self.words, self.starts, sentence.start
        first = len(words)
        found = list(TOKEN.finditer(sentence.text))
        words += [token[1] for token in found]
        starts += [offset + token.start(1) for token in found]
        for start in range(first, len(words), LONG):
            end = min(start + LONG, len(words))
            self.sentence_of += [len(self.sentences)] * (end - start)
            self.sentences.append((sentence.number, start, end))

    def __len__(self) -> int:
        return len(self.words)

    def add_quote(self, start: int, end: int) -> None:
        """Note a quotation."""
        self.quotes.append((start, end))
        self.quoted[start:end] = b"\1" * (end - start)
        self.quote_of |= dict.fromkeys(range(start, end), (start, end))

    def begin_at(self, at: int) -> None:
        """Let the first sentence begin at token ``at``: what stands before it belongs to no sentence."""
        number, start, end = self.sentences[0]
        self.sentences[0] = number, at, end
        self.classes[start] &= ~c.FIRST
        self.classes[at] |= c.FIRST

    def end(self, at: int) -> int:
        """Return where token ``at`` ends in the article."""
        return self.starts[at] + len(self.words[at])

    def span(self, start: int, end: int) -> Span:
        """Return the place in the article of tokens ``start`` to ``end``, end exclusive."""
        return Span(self.starts[start], self.starts[end - 1] + len(self.words[end - 1]))

    def bounds(self, at: int) -> tuple[int, int]:
        """Return the first token and the end of the sentence in which token ``at`` stands."""
        _, start, end = self.sentences[self.sentence_of[at]]
        return start, end

    def is_(self, at: int, classes: int, none: int = 0) -> bool:
        """Tell whether token ``at`` is there and may be of one of these classes, and of ``none`` of those."""
        found = self.classes[at]
        return found & classes != 0 and found & none == 0

    def is_plain(self, at: int, classes: int) -> bool:
        """Tell whether token ``at`` may be of one of these classes and stands outside of quotation marks."""
        return self.classes[at] & classes != 0 and not self.quoted[at]

    def skip(self, at: int, last: int, classes: int, none: int = 0) -> int:
        """Return the first token from ``at`` on that is not of these classes, at most ``last``."""
        found = self.classes
        while at < last and found[at] & classes and not found[at] & none:
            at += 1
        return at

    def skip_back(self, at: int, first: int, classes: int, none: int = 0) -> int:
        """Return the last token up to ``at`` that is not of these classes, at least ``first``."""
        found = self.classes
        while at > first and found[at] & classes and not found[at] & none:
            at -= 1
        return at

    def find(self, words: Set[str]) -> list[int]:
        """Return where one of these words stands outside of quotation marks."""
        return [at for at in compress(count(), map(words.__contains__, self.lower[:-MARGIN])) if not self.quoted[at]]

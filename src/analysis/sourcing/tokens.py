"""One fast pass over a paragraph: its tokens, with a coarse set of possible word classes each.

A word may belong to several classes ("report" is a noun and a verb): classes are bits, and it is for the matchers to
look at the neighbours. Tables of words decide first, then endings and capitals.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from analysis.lexicon import read_lexicon
from analysis.sourcing.model import Sentence
from analysis.spans import Span

TOKEN = re.compile(r"\w+(?:[’'.&/\-]\w+)*|--|''|``|[^\w\s]")

DET, POSS, PREP, CONJ, SUB, PRON, OBJ, REL, AUX, NEG, ADV, TIME, NUM = (1 << n for n in range(13))
NAME, NOUN, VERB, PAST, ING, BASE, TO = (1 << n for n in range(13, 20))
COMMA, STOP, COLON, DASH, OPEN, CLOSE, BRACKET, MARK = (1 << n for n in range(20, 28))

CLASSES = {
    "determiner": DET, "possessive": POSS, "preposition": PREP, "conjunction": CONJ, "subordinator": SUB,
    "pronoun": PRON, "object_pronoun": OBJ, "relative": REL, "auxiliary": AUX, "negation": NEG | ADV, "adverb": ADV,
    "time": TIME, "number": NUM, "noun": NOUN,
}  # fmt: skip
MARKS = {
    ",": COMMA, ".": STOP, "!": STOP, "?": STOP, "…": STOP, ";": STOP, ":": COLON, "—": DASH, "–": DASH, "--": DASH,
    "-": DASH, "(": BRACKET, ")": BRACKET, "[": BRACKET, "]": BRACKET, "•": STOP, "|": STOP,
}  # fmt: skip
NOUNISH = NAME | NOUN | NUM
PUNCTUATION = COMMA | STOP | COLON | DASH | OPEN | CLOSE | BRACKET | MARK
CLOSED = DET | POSS | PREP | CONJ | SUB | PRON | OBJ | REL | AUX | ADV | TO
FINITE = VERB | PAST | AUX


def inflect(lemma: str, past: str = "", participle: str = "") -> dict[str, int]:
    """Return the forms of a verb and the bit of each: BASE, VERB (-s), PAST (past and participle), ING."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    doubled = past.endswith(lemma[-1] * 2 + "ed")
    y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    s = lemma[:-1] + "ies" if y else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    past = past or (lemma[:-1] + "ied" if y else lemma + "d" if lemma.endswith("e") else lemma + "ed")
    forms: dict[str, int] = defaultdict(int)
    for form, bit in (
        (lemma, BASE), (s, VERB), (past, PAST), (participle or past, PAST),
        ((lemma + lemma[-1] if doubled else "dying" if lemma == "die" else "lying" if lemma == "lie" else stem) + ("" if lemma in ("die", "lie") else "ing"), ING),
    ):  # fmt: skip
        forms[form] |= bit
    return forms


@cache
def word_classes() -> dict[str, int]:
    """Return the classes of all words of the tables, lower case."""
    classes: dict[str, int] = defaultdict(int)
    for name in ("verbs", "cues"):
        for row in read_lexicon(name, "lemma"):
            if " " in row["lemma"]:
                continue
            for form, bit in inflect(row["lemma"], row["past"], row["participle"]).items():
                classes[form] |= bit | (NOUN if row["noun"] and bit & (BASE | VERB) else 0)
    for row in read_lexicon("grammar", "word", "class"):
        bit = CLASSES[row["class"]]
        classes[row["word"]] = bit | (classes[row["word"]] & (CLOSED | NUM) if bit & CLOSED else classes[row["word"]])
    classes["to"] = TO | PREP
    return dict(classes)


def classify(word: str) -> int:
    """Return the classes that a word may have, from the tables, its ending and its capital."""
    lower = word.lower().replace("’", "'")
    known = word_classes().get(lower, 0)
    if word[0].isupper() and not known & (CLOSED & ~TIME):
        return known | NAME
    if known:
        return known
    if word in MARKS:
        return MARKS[word]
    if not (word[0].isalnum() or word[0] == "_"):
        return MARK
    if word[0].isdigit():
        return NUM
    if lower.endswith("ly"):
        return ADV
    if lower.endswith("ing") and len(lower) > 4:
        return ING | NOUN
    if lower.endswith("ed") and len(lower) > 3:
        return PAST
    return NOUN


_memo: dict[str, int] = {}


class Line:
    """A paragraph as the matchers see it: parallel lists of its tokens' words, places, classes and sentences."""

    __slots__ = ("classes", "ends", "lower", "number", "part", "quotes", "quoted", "sentence_of", "sentences", "starts", "words")

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.number, self.part = sentences[0].paragraph, sentences[0].part
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[tuple[int, int, int]] = []
        self.sentence_of: list[int] = []
        for index, sentence in enumerate(sentences):
            self._read(index, sentence)
        self.lower = [w.lower().replace("’", "'") for w in self.words]
        self.classes = [_memo.get(w) or _memo.setdefault(w, classify(w)) for w in self.words]
        self.quotes: list[tuple[int, int]] = []
        self.quoted = bytearray(len(self.words))

    def _read(self, index: int, sentence: Sentence) -> None:
        first, text, base = len(self.words), sentence.text, sentence.start
        last = len(text.rstrip("\"”’') "))
        for match in TOKEN.finditer(text):
            word = match.group()
            if word == "." and match.end() < last:
                continue
            self.words.append(word)
            self.starts.append(base + match.start())
            self.ends.append(base + match.end())
        self.sentence_of += [index] * (len(self.words) - first)
        self.sentences.append((sentence.number, first, len(self.words)))

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Return the place in the article of tokens ``start`` to ``end``, end exclusive."""
        return Span(self.starts[start], self.ends[end - 1])

    def bounds(self, at: int) -> tuple[int, int]:
        """Return the first token and the end of the sentence in which token ``at`` stands."""
        _, start, end = self.sentences[self.sentence_of[at]]
        return start, end

    def is_(self, at: int, bits: int) -> bool:
        """Tell whether token ``at`` is there and may be of one of these classes."""
        return 0 <= at < len(self.words) and bool(self.classes[at] & bits)

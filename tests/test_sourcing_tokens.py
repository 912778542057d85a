import pytest

from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import LONG, Tokens, inflect, read_word
from analysis.sourcing.model import Sentence


@pytest.mark.parametrize(
    ("lemma", "past", "participle", "forms"),
    [
        ("call", "", "", {"call", "calls", "called", "calling"}),
        ("deny", "", "", {"deny", "denies", "denied", "denying"}),
        ("say", "said", "", {"say", "says", "said", "saying"}),
        ("admit", "admitted", "", {"admit", "admits", "admitted", "admitting"}),
        ("agree", "", "", {"agree", "agrees", "agreed", "agreeing"}),
        ("argue", "", "", {"argue", "argues", "argued", "arguing"}),
        ("lie", "", "", {"lie", "lies", "lied", "lying"}),
        ("push", "", "", {"push", "pushes", "pushed", "pushing"}),
        ("write", "wrote", "written", {"write", "writes", "wrote", "written", "writing"}),
    ],
)
def test_inflection(lemma, past, participle, forms):
    assert set(inflect(lemma, past, participle)) == forms


def test_participle_is_told_from_past():
    forms = inflect("know", "knew", "known")
    assert not forms["knew"] & c.DONE and forms["known"] & c.DONE


@pytest.mark.parametrize(
    ("word", "bit"),
    [
        ("the", c.DET), ("said", c.PAST), ("report", c.NOUN | c.BASE), ("Lee", c.NAME), ("quickly", c.ADV),
        ("1,200", c.NUM),
        ("who", c.REL), ("Tuesday", c.TIME), ("ally", c.NOUN), ("whispering", c.ING), ("—", c.DASH), ("isn’t", c.AUX),
    ],
)  # fmt: skip
def test_classes(word, bit):
    assert read_word(word)[1] & bit


def test_a_full_stop_within_a_sentence_is_no_token():
    line = Tokens([Sentence(1, 1, "body", 10, "Sen. Lee of the U.S. Senate left.")])
    assert line.words == ["Sen", "Lee", "of", "the", "U.S", "Senate", "left", "."]
    assert line.span(0, 2) == (10, 18)


def test_a_very_long_sentence_is_read_in_pieces():
    line = Tokens([Sentence(1, 7, "body", 0, "word " * (LONG * 2 + 5))])
    assert [number for number, _, _ in line.sentences] == [7, 7, 7]
    assert line.bounds(LONG) == (LONG, 2 * LONG)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He’s late,  she\u00a0said.", ["He", "’s", "late", ",", "she", "said", "."]),
        ("\tThey’ve it’s 1,250 or AT&T’s . . .", ["They", "’ve", "it’s", "1,250", "or", "AT&T’s", "."]),
        ("the co-op--and/or 'it' ... (no.) ", ["the", "co-op", "--", "and/or", "'", "it", "'", "(", "no", ".", ")"]),
        ("A.K.’s e\u2011mail to A.K. ", ["A.K.’s", "e\u2011mail", "to", "A.K", "."]),
        (" ", []),
    ],
)
def test_tokens_and_their_places(text, words):
    line = Tokens([Sentence(1, 1, "body", 7, text), Sentence(1, 2, "body", 100, text)])
    assert line.words == words * 2
    assert [text[start - 7 : line.end(at) - 7] for at, start in enumerate(line.starts[: len(words)])] == words
    assert [start - 93 for start in line.starts[len(words) :]] == line.starts[: len(words)]


@pytest.mark.parametrize(
    ("text", "shouted"),
    [("LEE SAYS NO.", True), ("LEE SAYS No.", False), ("3, 4.", False), ("A 3.", True), ("", False)],
)
def test_a_paragraph_in_capitals_is_shouted(text, shouted):
    assert Tokens([Sentence(1, 1, "body", 0, text)]).shouted == shouted

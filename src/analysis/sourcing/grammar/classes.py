"""The classes that a word or a mark may belong to, as bits: a word may be of several ("report": NOUN and BASE)."""

DET, POSS, PREP, CONJ, SUB, PRON, OBJ, REL, AUX, NEG, ADV, TIME, NUM = (1 << n for n in range(13))
NAME, NOUN, VERB, PAST, ING, BASE, TO = (1 << n for n in range(13, 20))
COMMA, STOP, COLON, DASH, OPEN, CLOSE, BRACKET, MARK = (1 << n for n in range(20, 28))
DONE = 1 << 28
"""A past participle; PAST is the past tense and, with regular verbs, the participle, too."""

FIRST = 1 << 29
"""The first token of a sentence, whatever else it is."""

NOUNISH = NAME | NOUN | NUM
PUNCTUATION = COMMA | STOP | COLON | DASH | OPEN | CLOSE | BRACKET
CLOSED = DET | POSS | PREP | CONJ | SUB | PRON | OBJ | REL | AUX | ADV | TO

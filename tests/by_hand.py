"""Tables made by hand, for several test modules."""

from analysis.tables import SENTENCES


def sentences(*articles):
    """A table of sentences: each article a list of paragraphs, each a list of sentences; a headline before each."""
    rows = []
    for i, paragraphs in enumerate(articles):
        rows.append((f"a{i}", 0, 0, "headline", 0, 9, 2, "Dog bites."))
        number, at = 0, 10
        for p, texts in enumerate(paragraphs, 1):
            for text in texts:
                number += 1
                rows.append((f"a{i}", p, number, "body", at, at + len(text), len(text.split()), text))
                at += len(text) + 1
    return SENTENCES.frame(rows)

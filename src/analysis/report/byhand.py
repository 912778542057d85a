"""What people have corrected by hand, in a sentence or two."""

from collections import Counter

from analysis.annotated.terms import say_paragraph, words_for
from analysis.report.facts import Facts
from analysis.sourcing.correcting.reading import ACTIONS
from analysis.tables import rows_of
from analysis.wording import count_of, listing


def say_corrections(facts: Facts) -> str:
    """Return which statements were corrected by hand, by what was done; empty where nobody has corrected any.

    Corrections that no longer fit are counted, for they changed nothing.
    """
    done: dict[str, list[int]] = {action: [] for action in ACTIONS}
    misfits = 0
    for action, paragraph, message in rows_of(facts.told, "action", "paragraph", "message"):
        if message:
            misfits += 1
        else:
            done[action].append(paragraph)
    parts = [f"{words_for('correction', action)} in {_list(found)}" for action, found in done.items() if found]
    said = [f"{words_for('correction', 'by hand')}: {'; '.join(parts)}."] if parts else []
    unused = [f"{count_of(misfits, 'correction')} {words_for('correction', 'misfit')}."] if misfits else []
    return " ".join(said + unused)


def _list(paragraphs: list[int]) -> str:
    """Return ``¶1 and ¶4 (3 times)``: each paragraph once, in their order, with how often where it is more."""
    counts = Counter(map(say_paragraph, sorted(paragraphs)))
    return listing(place if n == 1 else f"{place} ({n} times)" for place, n in counts.items())

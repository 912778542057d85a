"""Edits of a dictionary that are tried before the file is changed."""

from collections.abc import Iterable

from analysis.errors import TopicsError, ask_for
from analysis.topics.dictionary import Topics, check_topics, choose_topics, make_topic

EDITS = ("terms", "ambiguous", "exceptions", "without")


def edit_topics(
    topics: Topics, topic: str, *, terms: Iterable[str] = (), ambiguous: Iterable[str] = (),
    exceptions: Iterable[str] = (), without: Iterable[str] = (),
) -> Topics:  # fmt: skip
    """Return the topics with more in the lists of one of them and less of ``without``, to try an edit of the file.

    All are written in the notation of the file and validated as `read_topics` does; what a list has already it keeps
    once. Raises TopicsError, too, for an unknown topic and for something to leave out that the topic has not.
    """
    for name, list_ in {"terms": terms, "ambiguous": ambiguous, "exceptions": exceptions, "without": without}.items():
        many = () if isinstance(list_, str) else Iterable
        ask_for(list_, many, f"a list of {name}", 'write it like ["bus", "light rail"]', error=TopicsError)
    (old,) = choose_topics(topics).only(topic)
    given = {"terms": terms, "ambiguous": ambiguous, "except": exceptions}
    kept = {"terms": old.terms, "ambiguous": old.ambiguous, "except": old.exceptions}
    unwanted = set(without)
    for unknown in unwanted - {t.text for list_ in kept.values() for t in list_}:
        raise TopicsError(f"topic {topic!r} has no term {unknown!r} to leave out: name one as the file writes it")
    lists = {k: list(dict.fromkeys([*(t.text for t in kept[k] if t.text not in unwanted), *given[k]])) for k in kept}
    table = {"label": old.label, "note": old.note, "forms": old.forms, **lists}
    new = make_topic(topics.source, topic, table)
    return check_topics(Topics(topics.source, tuple(new if t.id == topic else t for t in topics)))


def check_edit(edit: object) -> dict[str, Iterable[str]]:
    """Return the options of `edit_topics`, as a notebook's EDIT gives them; raise TopicsError on any other."""
    remedy = 'write it like {"terms": ["envoy*"]}, with ' + ", ".join(EDITS)
    ask_for(edit, dict, "an edit", remedy, error=TopicsError)
    options: dict[str, Iterable[str]] = dict(edit)  # type: ignore[call-overload]
    for unknown in (key for key in options if key not in EDITS):
        raise TopicsError(f"an edit has no {unknown!r}: {remedy}")
    return options

"""The schemas of all tables, declared once: what the functions return and what the files hold.

Offsets are code points into the article's text, end exclusive. Counting begins with the body: paragraph 1 and sentence
1 are the body's first; a headline stands at 0 and below. A text cell that says nothing is empty (never missing), an
undefined number is NaN, an offset that does not exist is missing.
"""

import pandas as pd

from analysis.tables.table import Table

KINDS = ("named", "organization", "document", "anonymous", "unattributed")
PARTS = ("headline", "byline", "body", "credit", "boilerplate")


TEXT, COUNT, OFFSET, NUMBER, FLAG = "str", "int64", "Int64", "float64", "bool"
TYPES = {"text": TEXT, "count": COUNT, "offset": OFFSET, "number": NUMBER, "flag": FLAG}


def _table(name: str, columns: str, *, first: str = "article", quoting: str = "", chances: str = "") -> Table:
    """Declare a table: ``columns`` are ``name`` or ``name:type`` words, type text unless told otherwise."""
    pairs = (column.partition(":") for column in f"{first} {columns}".split())
    types = {column: TYPES[type_ or "text"] for column, _, type_ in pairs}
    return Table(name, types, frozenset(quoting.split()), frozenset(chances.split()))


_PLACE = "paragraph:count sentence:count start:count end:count"

# The files: one a table, in this order. Each but the last begins with the article's name.
ARTICLES = _table(
    "articles",
    "path title byline dateline n_characters:count n_words:count n_sentences:count n_paragraphs:count "
    "n_anomalies:count sha256",
    quoting="path title byline dateline",
)
PARAGRAPHS = _table("paragraphs", "paragraph:count part start:count end:count n_words:count")
SENTENCES = _table(
    "sentences", "paragraph:count sentence:count part start:count end:count n_words:count text", quoting="text"
)
ANOMALIES = _table("anomalies", "rule start:count end:count text note", quoting="text note")
COUNTS = _table(
    "counts",
    "scope paragraph:offset sentence:offset n_sentences:count n_words:count n_letters:count n_characters:count "
    "n_syllables:count n_monosyllables:count n_polysyllables:count n_complex:count n_long:count n_unfamiliar:count "
    "n_content:count n_figures:count n_the_of:count n_rare:count n_unlisted:count "
    "n_new_words:count n_late_words:count sum_zipf:number",
)
READABILITY = _table(
    "readability", "scope paragraph:offset sentence:offset measure value:number low:number high:number note"
)
ATTRIBUTIONS = _table(
    "attributions",
    "attribution:count paragraph:count sentence:count source_start:offset source_end:offset source_text "
    "cue_start:offset cue_end:offset cue_text content_start:offset content_end:offset content_spans "
    "source kind anonymity official:flag quote speech:flag rule marker role anonymity_reason n_words:count "
    "confidence:number",
    quoting="source_text cue_text marker role anonymity_reason",
    chances="confidence",
)
SOURCES = _table(
    "sources",
    "source name kind anonymity official:flag role n_attributions:count n_words:count first_sentence:count "
    "anonymity_reason description detail n_quotes:count share:number sector pronoun",
    quoting="role anonymity_reason description",
)
SOURCING = _table("sourcing", "measure value:number low:number high:number note")
MENTIONS = _table("mentions", f"topic term {_PLACE}")
TOPICS = _table(
    "topics",
    "topic n_mentions:count per_1000_words:number n_sentences:count n_paragraphs:count first_sentence:offset "
    "in_headline:flag dispersion:number in_lead:flag of_paragraphs:count",
)
TOPICS_BY_SOURCE = _table(
    "topics_by_source",
    "topic kind n_sentences:count n_words:count share:number n_mentions:count n_official:count",
)
WORDS_BY_KIND = _table("words_by_kind", "kind n_sentences:count n_words:count n_official:count share:number")
ERRORS = _table("errors", "error message", first="path")

TABLES = {
    t.name: t
    for t in (
        ARTICLES, PARAGRAPHS, SENTENCES, ANOMALIES, COUNTS, READABILITY, ATTRIBUTIONS, SOURCES, SOURCING, WORDS_BY_KIND,
        MENTIONS, TOPICS, TOPICS_BY_SOURCE, ERRORS,
    )
}  # fmt: skip

# What people write, and what became of it. ``official`` is true, false, or empty where it is left as it was found.
CORRECTIONS = _table(
    "corrections", "start:offset end:offset text action source kind official sector note", quoting="text source note"
)
CORRECTED = _table("corrected", "row action paragraph:offset message", quoting="message")
REVIEW_SCORES = _table("review_scores", "n:count n_right:count share:number low:number high:number", first="rule")

# What else functions return.
EASE_PARTS = _table(
    "ease_parts",
    "value:number coefficient:number standard_error:number part:number low:number high:number note",
    first="predictor",
)
STATEMENTS = _table("statements", "attribution:count paragraph:count source kind statement")
HITS = _table("hits", f"topic term form {_PLACE} dropped_by", quoting="form")
AUDITED_MENTIONS = _table("audited_mentions", f"topic term {_PLACE} dropped_by")
CHANGED_MENTIONS = _table("changed_mentions", f"topic term {_PLACE} change")
TERMS = _table("terms", "topic term n_hits:count forms", quoting="forms")
CONTEXTS = _table("contexts", "topic paragraph:count sentence:count left text right", quoting="left text right")
TOGETHER = _table("together", "other n_topic:count n_other:count n_together:count", first="topic")
DISPERSION = _table("dispersion", "n_mentions:count n_articles:count dp:number dp_norm:number", first="topic")
UNCOVERED = _table(
    "uncovered",
    "text n:count log_likelihood:number log_ratio:number suggestion",
    first="what",
    quoting="text suggestion",
)
MENTIONS_BY_SOURCE = _table("mentions_by_source", f"topic term {_PLACE} attribution:offset source kind official:flag")
MENTIONS_BY_SPEAKER = _table(
    "mentions_by_speaker", "topic source kind official:flag n_mentions:count n_sentences:count"
)
TOPICS_ON_UNNAMED = _table("topics_on_unnamed", "topic n_anonymous:count n_official:count n_unattributed:count")
SPANS_BY_KIND = _table("spans_by_kind", f"{_PLACE} n_words:count kind source official:flag")
UNNAMED = _table(
    "unnamed",
    "source description anonymity official:flag reason detail n_quotes:count n_words:count share:number",
    quoting="description reason",
)
CHECKS = _table("checks", "rule text verdict sentences note origin", quoting="note")
MEASURES = _table("measures", "measure label unit digits:count value:number low:number high:number")
APART = _table("apart", "measure value:number low:number high:number beside note")
REFERENCE = _table(
    "reference",
    "label unit direction quantile:number value:number below:number up_to:number n:count provenance",
    first="measure",
)
PLACES = _table("places", "label unit value:number below:number above:number n:count place", first="measure")

_EVERY = tuple(t for t in list(globals().values()) if isinstance(t, Table))


def name_of(frame: pd.DataFrame) -> str:
    """Return the name of the table whose columns these are, all of them or all that do not quote; "" of no table's."""
    have = set(frame.columns)
    return next((t.name for t in _EVERY if have in (set(t.columns), set(t.columns) - t.quoting)), "")

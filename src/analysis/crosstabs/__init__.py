"""Topics and words joined with the attributions in whose content they stand: on whose word."""

from analysis.crosstabs.kinds import spans_by_kind, words_by_kind
from analysis.crosstabs.mentions import mentions_by_source, mentions_by_speaker, topics_by_source, topics_on_unnamed

__all__ = [
    "mentions_by_source",
    "mentions_by_speaker",
    "spans_by_kind",
    "topics_by_source",
    "topics_on_unnamed",
    "words_by_kind",
]

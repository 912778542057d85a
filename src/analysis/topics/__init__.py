"""What an article is about: a dictionary of topics, their mentions in the text, and counts of them."""

from analysis.topics.counting import count_terms, count_topics, measure_dispersion
from analysis.topics.dictionary import Topic, Topics, choose_topics, find_topics_file, read_topics
from analysis.topics.edits import check_edit, edit_topics
from analysis.topics.exploring import compare_mentions, count_together, show_in_context
from analysis.topics.matching import find_terms, find_topics
from analysis.topics.uncovered import list_uncovered

__all__ = [
    "Topic",
    "Topics",
    "check_edit",
    "choose_topics",
    "compare_mentions",
    "count_terms",
    "count_together",
    "count_topics",
    "edit_topics",
    "find_terms",
    "find_topics",
    "find_topics_file",
    "list_uncovered",
    "measure_dispersion",
    "read_topics",
    "show_in_context",
]

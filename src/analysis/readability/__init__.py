"""How hard an article is to read: counts, formulas with their uncertainty, and what other tools print.

`count_units` counts, `measure_readability` applies every formula of `FORMULAS` to the counts; `hardest_sentences`,
`hardest_words`, `grade_in_words`, `answer_ease` and `explain_ease` put the figures in words; and
`compare_with_textstat` sets another tool's figures beside ours.
"""

from analysis.readability.counts import count_units
from analysis.readability.explain import answer_ease, explain_ease, include_error
from analysis.readability.facts import list_facts
from analysis.readability.formulas import FORMULAS, Formula, describe_measure, list_formulas
from analysis.readability.hardest import grade_in_words, hardest_sentences, hardest_words
from analysis.readability.measure import count_and_measure, measure_readability
from analysis.readability.peers import compare_with_textstat, use_own_dictionary

__all__ = [
    "FORMULAS",
    "Formula",
    "answer_ease",
    "compare_with_textstat",
    "count_and_measure",
    "count_units",
    "describe_measure",
    "explain_ease",
    "grade_in_words",
    "hardest_sentences",
    "hardest_words",
    "include_error",
    "list_facts",
    "list_formulas",
    "measure_readability",
    "use_own_dictionary",
]

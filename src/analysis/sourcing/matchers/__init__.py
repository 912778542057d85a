"""The constructions in which newspapers say who says what: one small matcher each.

A matcher proposes; it never deletes, ranks or classifies. Of two candidates with one cue the one of the earlier
matcher stands (see `resolve`).
"""

from collections.abc import Callable, Iterator

from analysis.sourcing.candidates import Candidate
from analysis.sourcing.matchers.after import as_said, as_said_by, content_cue_source, content_source_cue
from analysis.sourcing.matchers.before import (
    gerund,
    infinitive,
    issued_statement,
    participle,
    passive_by,
    source_before,
)
from analysis.sourcing.matchers.lines import according_to, headline_colon, in_poll, reportedly, under_law
from analysis.sourcing.matchers.minds import noun_of_saying, state_of_mind
from analysis.sourcing.matchers.unnamed import passive_as, seems, was_judged, was_told, when_asked
from analysis.sourcing.tokens import Line
from analysis.sourcing.verbs import FORMS, Verb

LINE_MATCHERS: tuple[Callable[[Line], Iterator[Candidate]], ...] = (
    headline_colon, according_to, under_law, in_poll, reportedly, noun_of_saying, state_of_mind,
)  # fmt: skip
# The forms of the verbs that each looks at. What names nobody comes first, since "asked whether ..." looks like "Lee
# asked whether ..." to the others; then what stands behind its content, since "..., Lee said" begins like "Lee said
# ..."; what is seldom right comes last.
VERB_MATCHERS: dict[Callable[[Verb], Iterator[Candidate]], tuple[str, ...]] = {
    when_asked: FORMS,
    was_told: ("passive",),
    passive_as: ("passive", "finite"),
    as_said: ("finite",),
    as_said_by: ("passive",),
    seems: ("passive", "finite"),
    issued_statement: ("participle",),
    content_source_cue: ("finite",),
    content_cue_source: ("finite",),
    source_before: ("finite",),
    participle: ("participle",),
    gerund: ("gerund",),
    passive_by: ("passive",),
    infinitive: ("infinitive",),
    was_judged: ("passive",),
}

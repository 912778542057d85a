"""An article laid against the published rules on unnamed sources: a verdict a rule, with its sentences."""

from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.editing.desk import Desk, in_order, lay_out
from analysis.editing.rules import BROKEN, FINDERS, KEPT, LOOK, Finding
from analysis.lexicon import read_lexicon
from analysis.tables import ATTRIBUTIONS, CHECKS, SOURCES

NOT_APPLICABLE = "not applicable"
VERDICTS = (KEPT, BROKEN, LOOK, NOT_APPLICABLE)


def check_sourcing(sources: pd.DataFrame, attributions: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return how each article keeps the rules on unnamed sources: one row an article and rule.

    ``verdict``: kept; broken, where the text itself shows it and all statements of the source are sure (confidence .8
    or more, its words read whole); look, where an editor must judge, since the text cannot show it or a rule may have
    misread it; not applicable, where nothing falls under the rule. ``sentences`` ("0, 1, 25"; 0 and below is the
    headline) and ``note`` (whom, where, what) are those that decided it. ``text`` puts the rule in our words,
    ``origin`` says who published it. Unnamed voices of named bodies ("a ministry spokesman") fall under no rule,
    groups without office ("critics") need no reason and may hold opinions. Raises TableError where an argument is not
    its table.
    """
    SOURCES.check(sources)
    ATTRIBUTIONS.check(attributions)
    return CHECKS.frame(row for desk in lay_out(attributions, sentences, sources=sources) for row in _rows(desk))


def _rows(desk: Desk) -> Iterator[tuple[str, ...]]:
    for rule in read_lexicon("sourcing_rules", "id"):
        yield (desk.article, rule["id"], rule["rule"], *_verdict(_find(desk, rule["id"])), rule["provenance"])


def _find(desk: Desk, rule: str) -> Iterator[Finding]:
    """Yield what a rule finds; what rests on a statement that is not sure is for an editor to look at."""
    for finding in FINDERS[rule](desk):
        if finding.verdict == BROKEN and not desk.is_sure(finding.source):
            yield finding._replace(verdict=LOOK, what=f"{finding.what}, by a statement that is not sure")
        else:
            yield finding


def _verdict(findings: Iterable[Finding]) -> tuple[str, str, str]:
    """Return the gravest verdict, and sentences and note of all that is not kept; of all where everything is."""
    found = list(findings)
    verdict = next((v for v in (BROKEN, LOOK, KEPT) if any(f.verdict == v for f in found)), NOT_APPLICABLE)
    graver = [f for v in (BROKEN, LOOK) for f in found if f.verdict == v] or found
    return verdict, in_order(n for f in graver for n in f.sentences), _note(graver)


def _note(findings: list[Finding]) -> str:
    """Write what was found, of whom and where: "no reason given: official (25, 26), aide (11); ..."."""
    places: dict[str, dict[str, list[int]]] = {}
    for finding in findings:
        places.setdefault(finding.what, {}).setdefault(finding.source, []).extend(finding.sentences)
    return "; ".join(_phrase(what, people) for what, people in places.items())


def _phrase(what: str, people: dict[str, list[int]]) -> str:
    named = [f"{source} ({in_order(numbers)})" for source, numbers in people.items() if source]
    return f"{what}: {', '.join(named)}" if named else what

"""The editor's desk: how an article uses sources that it does not name, laid against the rules of the trade."""

from analysis.editing.answer import answer_anonymity, answer_reliance
from analysis.editing.checks import check_sourcing
from analysis.editing.measure import measure_sourcing
from analysis.editing.unnamed import list_unnamed

__all__ = ["answer_anonymity", "answer_reliance", "check_sourcing", "list_unnamed", "measure_sourcing"]

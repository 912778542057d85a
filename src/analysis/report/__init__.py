"""One page about one article, made from its tables; the executed notebooks on it as another (`report.notebooks`)."""

from analysis.report.build import write_report

__all__ = ["write_report"]

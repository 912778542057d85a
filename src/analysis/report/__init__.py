"""The notebooks run on one article, as one self-contained HTML page that asks nothing of the network."""

from analysis.report.build import write_report
from analysis.report.copies import copy_notebooks
from analysis.report.parameters import ParameterError

__all__ = ["ParameterError", "copy_notebooks", "write_report"]

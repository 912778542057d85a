"""What several benchmarks share: reading a folder of articles."""

import sys
from collections.abc import Iterable
from pathlib import Path

from analysis.article import Article, read_article
from analysis.errors import AnalysisError


def read_readable(paths: Iterable[Path]) -> Iterable[Article]:
    """Yield the articles that can be read; say of the others why not."""
    for path in paths:
        try:
            yield read_article(path)
        except AnalysisError as error:
            print(f"left out: {error}", file=sys.stderr)

"""Many articles at once: the same steps over files, folders and corpora, in batches that Dask spreads out."""

from analysis.corpus.catalogue import measure_catalogue, read_beside_catalogue, read_catalogue
from analysis.corpus.files import Summary, measure_files
from analysis.corpus.lazy import measure_lazily
from analysis.corpus.steps import measure

__all__ = [
    "Summary",
    "measure",
    "measure_catalogue",
    "measure_files",
    "measure_lazily",
    "read_beside_catalogue",
    "read_catalogue",
]

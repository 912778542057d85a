"""The words of a source where they stand in their article, as those get them who tell whom they mean."""

from typing import NamedTuple

from analysis.sourcing.entities.descriptions import Description


class SourceWords(NamedTuple):
    """The words of a source taken apart, and the offsets between which they stand."""

    description: Description
    start: int
    end: int

"""Templates that escape whatever they are given; a name that is missing is an error, never an empty place."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment(*folders: Path) -> Environment:
    """Return the environment of the templates in these folders and in our own."""
    searched: Sequence[Path] = (*folders, TEMPLATES)
    return Environment(
        loader=FileSystemLoader(searched),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

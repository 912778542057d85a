"""What travels with the package: topics, the reference, the samples and the notebooks, from whatever folder one works.

What the functions cannot do without lies in ``analysis/data``. The samples and the notebooks are for people, too, and
stand once, at the top of the repository; the wheel carries them inside the package (``pyproject.toml`` says as what).
"""

from importlib.resources import files
from pathlib import Path

PACKAGE = Path(str(files("analysis")))
REPOSITORY = PACKAGE.parents[1]


def find_resource(path: str) -> Path:
    """Return where ``data/...`` or ``notebooks`` is: inside the package, else at the top of the repository.

    The file may be missing; who reads it says so.
    """
    inside = PACKAGE / path
    return inside if inside.exists() else REPOSITORY / path

"""Write the reference of all functions, from their docstrings, into a folder; nothing is fetched.

    python docs/build.py build/docs

Exit status 1, with the reason, where a public name has no entry.
"""

import sys
import warnings
from pathlib import Path

import pdoc

import analysis

# The package, then its parts in the order of the way through.
PARTS = (
    "article", "sentences", "readability", "sourcing", "topics", "crosstabs", "comparison", "reference", "editing",
    "plots", "corpus", "report", "tables", "errors",
)  # fmt: skip


def main(folder: Path) -> None:
    """Write the pages; a warning of pdoc's, such as of a name that it cannot find, is an error."""
    warnings.simplefilter("error", UserWarning)
    names = list(analysis.__all__)
    for name in names:  # the pictures are loaded when they are asked for, and pdoc does not ask
        setattr(analysis, name, getattr(analysis, name))
    analysis.__all__ += PARTS  # pdoc documents the modules that are named there, too
    pdoc.render.configure(docformat="markdown", show_source=False, footer_text="Who says so?")
    pdoc.pdoc("analysis", output_directory=folder)
    page = (folder / "analysis.html").read_text(encoding="utf-8")
    for name in names:
        if f'id="{name}"' not in page:
            sys.exit(f"{name} is public and has no entry: give it a docstring")
    for part in PARTS:
        if not (folder / "analysis" / f"{part}.html").is_file():
            sys.exit(f"analysis.{part} has no page: name the parts that there are")
    print(f"{len(names)} names and {len(PARTS)} parts: read {folder / 'index.html'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

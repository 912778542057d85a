"""The notebooks and the topics in a folder of one's own, to explore and to edit."""

from pathlib import Path
from shutil import copyfile

from analysis.errors import OutputError
from analysis.report.execute import find_notebooks
from analysis.resources import find_resource


def copy_notebooks(folder: str | Path) -> list[Path]:
    """Copy the notebooks, then ``topics.toml``, into a folder, which is made; return where they are.

    The notebooks find that ``topics.toml``, since it stands beside them. Raises OutputError, and copies nothing, where
    a file of such a name is there already or the folder cannot be written.
    """
    folder = Path(folder)
    sources = [*find_notebooks(find_resource("notebooks")), find_resource("data/topics.toml")]
    copies = {folder / source.name: source for source in sources}
    for taken in filter(Path.exists, copies):
        raise OutputError(f"{taken} is there already and would be lost: name another folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [copyfile(source, copy) for copy, source in copies.items()]
    except OSError as error:
        raise OutputError(f"{folder} cannot be written ({error.strerror}): name a folder you may write to") from error

"""Files that appear whole or not at all: written aside, then put in place, and one error for what cannot be written."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analysis.errors import OutputError


@contextmanager
def naming(path: str | Path) -> Iterator[None]:
    """Turn what the system says against writing, while this lasts, into the OutputError that names ``path``."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{path} cannot be written ({reason}): choose a folder you may write to") from error


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give the hidden file beside ``path`` to write to; at the end it takes the place of ``path``.

    Any exception leaves what was there before and nothing half-written. Raises OutputError where it cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with naming(path):
            yield part
            part.replace(path)
    finally:
        with suppress(OSError):  # its folder may be none, which was said above
            part.unlink()


def write_whole(content: bytes, path: Path) -> Path:
    """Write a file, its folder made where it is missing; return where it is. Raises OutputError where that fails."""
    with naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as part:
        part.write_bytes(content)
    return path


def try_to_write(path: Path) -> Path:
    """Return a path where a file can be written, its folder made; what is there stays. Raises OutputError elsewhere."""
    with naming(path), suppress(_OnlyTriedError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as part:
            part.touch()
            raise _OnlyTriedError
    return path


class _OnlyTriedError(Exception):
    """Leaves `written_whole` before the file is put in place."""

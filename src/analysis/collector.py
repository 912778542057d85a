"""Python's search for rings of dead objects, put off while many objects are made and few such rings."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep Python from searching all objects for rings of dead ones while this lasts: each search takes long.

    Serves as a decorator, too. What holds no ring is freed as ever; it is left on or off as it was found.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

"""What a process of its own says, in which nothing was loaded before: several tests ask the one that runs this file.

The order matters: no step may load what a later one wants to see unloaded.
"""

import importlib
import json
import pkgutil
import socket
import sys

HEAVY = {"matplotlib", "dask", "nltk", "textstat", "trafilatura", "nbclient"}


def refuse(*_, **__):
    raise OSError("no network here")


def count_word_lists() -> int:
    """How many the modules of the grammar read when they are loaded, which is done anew: most are there already."""
    lexicon = importlib.import_module("analysis.lexicon")
    grammar = importlib.import_module("analysis.sourcing.grammar")
    lexicon.read_lexicon.cache_clear()
    for module in pkgutil.iter_modules(grammar.__path__):
        importlib.reload(importlib.import_module(f"{grammar.__name__}.{module.name}"))
    return lexicon.read_lexicon.cache_info().currsize


def list_heavy() -> list[str]:
    """The packages that are loaded with the command though it does not need them at once."""
    importlib.import_module("analysis.__main__")
    importlib.import_module("analysis.corpus.files")
    return sorted(sys.modules.keys() & HEAVY)


def load_pictures() -> list[bool]:
    """Whether matplotlib is there before ``show`` is asked for, and after; and whether it is one ``show``."""
    an = importlib.import_module("analysis")
    early = "matplotlib" in sys.modules
    from analysis import show

    return [early, "matplotlib" in sys.modules, an.plots.show is an.show is show]


def read_out_offline() -> int:
    """The syllables that textstat counts where there is no network."""
    socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
    from analysis.readability import use_own_dictionary

    assert "textstat" not in sys.modules, "textstat is loaded before it is wanted"
    import nltk

    nltk.download = refuse
    return use_own_dictionary().syllable_count("the government of California")


if __name__ == "__main__":
    steps = (count_word_lists, list_heavy, load_pictures, read_out_offline)
    print(json.dumps({step.__name__: step() for step in steps}))

"""What `import analysis as an` offers: what every analysis begins with, and rooms with the rest."""

import sys
from types import ModuleType

import pytest

import analysis as an

NAMES = """
    AnalysisError Article TABLES article_from_text check_sourcing count_topics find_article find_attributions
    find_topics list_sources measure measure_files measure_lazily measure_readability measure_sourcing place_article
    read_article read_articles read_catalogue read_reference read_topics say show show_article show_table
    split_sentences topics_by_source
""".split()  # noqa: SIM905 - one name a line would be a page
ROOMS = ("answers", "comparison", "crosstabs", "editing", "plots", "readability", "sourcing", "tables", "topics")


def test_the_top_level_has_these_names_and_these_rooms():
    assert sorted(an.__all__) == sorted([*NAMES, *ROOMS])
    assert {name for name in an.__all__ if isinstance(getattr(an, name), ModuleType)} == set(ROOMS)
    assert set(an.__all__) <= set(dir(an))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_has(room):
    module = getattr(an, room)
    assert module.__doc__ and module is sys.modules[f"analysis.{room}"]
    assert all(hasattr(module, name) for name in getattr(module, "__all__", ()))


@pytest.mark.parametrize("name", [n for n in NAMES if n != "TABLES"])
def test_every_name_is_explained(name):
    assert getattr(an, name).__doc__


def test_a_name_that_is_not_here_is_looked_for_in_the_rooms():
    with pytest.raises(AttributeError, match=r"no analysis\.plot_x: look for it in answers, .*topics or plots"):
        _ = an.plot_x
    with pytest.raises(ImportError):
        exec("from analysis import plot_x")


def test_pictures_are_loaded_when_they_are_asked_for(fresh):
    assert fresh["load_pictures"] == [False, True, True]

from analysis.plots import alternative_text, plot_paragraphs
from analysis.tables import PARAGRAPHS

ROWS = [
    ("a", 0, "headline", 0, 9, 7),
    ("a", 1, "body", 10, 50, 30),
    ("a", 2, "body", 51, 90, 12),
    ("a", 3, "credit", 91, 99, 5),
]


def test_bars_are_as_long_as_the_paragraphs():
    ax = plot_paragraphs(PARAGRAPHS.frame(ROWS))
    assert [bar.get_width() for bar in ax.patches] == [7, 30, 12, 5]


def test_only_the_body_is_filled():
    fills = [bar.get_facecolor() for bar in plot_paragraphs(PARAGRAPHS.frame(ROWS)).patches]
    assert fills[1] == fills[2]
    assert fills[0] == fills[3] == (1, 1, 1, 1)


def test_the_words_say_what_is_drawn():
    said = alternative_text(plot_paragraphs(PARAGRAPHS.frame(ROWS)))
    assert said == (
        "The body has 42 words in 2 paragraphs; 1 paragraph of the file is left aside. "
        "Words by paragraph: headline 7, ¶1 30, ¶2 12, credit 5."
    )


def test_nothing_is_drawn_of_nothing():
    assert not plot_paragraphs(PARAGRAPHS.empty()).patches
    assert "none" in alternative_text(plot_paragraphs(PARAGRAPHS.empty()))

"""The text of an article from a page of HTML, by trafilatura; nothing is downloaded."""

import logging

# trafilatura's log tells developers what a page lacks; what a user must know stands in our errors.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def extract_text(page: str) -> str:
    """Return the page's title and article as text, with a blank line between paragraphs; empty where there is none.

    Reader comments and tables are left out. The title is the page's own metadata, or its first heading; it is not
    repeated where the article begins with it.
    """
    # Loaded here, since it takes half a second that readers of text files need not wait.
    from trafilatura import extract

    body = extract(page, include_comments=False, include_tables=False) or ""
    paragraphs = [line.strip() for line in body.splitlines() if line.strip()]
    title = _title(page)
    if title and (not paragraphs or paragraphs[0] != title):
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _title(page: str) -> str:
    """Return the title that the page's metadata give, on one line."""
    from trafilatura.metadata import extract_metadata

    metadata = extract_metadata(page)
    return " ".join((metadata.title or "").split()) if metadata else ""

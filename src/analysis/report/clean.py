"""HTML made harmless: only what is on a list passes, whoever wrote it; everything else loses its tag or vanishes.

The notebooks escape an article's words themselves; this is the second wall, and the page's policy is the third.
"""

import re
from html import escape
from html.parser import HTMLParser

VOID = frozenset({"br", "hr"})
TAGS = VOID | {
    "a", "abbr", "b", "blockquote", "caption", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4",
    "h5", "h6", "i", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "section", "small", "span", "strong", "sub",
    "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = frozenset({"colspan", "rowspan", "scope", "start", "class", "title", "lang"})
DROPPED = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "textarea", "head"}
)
NOTEBOOK_LINK = re.compile(r"(?:\./)?(\d\d_\w+)\.ipynb(?:#.*)?")


# What moves a terminal's cursor, or turns the order of the letters around it: C0, DEL, C1, the bidi controls.
HIDDEN = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
SIGNS = {n: chr(0x2400 + n) if n < 0x20 else "\u2421" if n == 0x7F else f"[U+{n:04X}]" for n in HIDDEN} | {
    ord(space): space for space in "\t\n\r"
}


def make_visible(text: str) -> str:
    """Return the text with a sign in the place of each control character, so that it is seen and does nothing."""
    return text.translate(SIGNS)


def clean_html(html: str, *, deeper: int = 0) -> str:
    """Return the HTML with listed tags and attributes only, headings ``deeper`` levels down (h1 to h2), and balanced.

    Links lead to https addresses or to another notebook's section (``#03_sourcing``); other links lose their target.
    """
    cleaner = _Cleaner(deeper)
    cleaner.feed(html)
    cleaner.close()
    return cleaner.finish()


class _Cleaner(HTMLParser):
    def __init__(self, deeper: int) -> None:
        super().__init__(convert_charrefs=True)
        self.deeper = deeper
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.dropping: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.dropping or tag in DROPPED:
            self.dropping = self.dropping or tag
        elif tag in TAGS:
            self._add_start(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID and not self.dropping:
            self._add_start(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.dropping:
            self.dropping = None if tag == self.dropping else self.dropping
        elif tag in self.open:
            while (last := self.open.pop()) != tag:
                self._add_end(last)
            self._add_end(tag)

    def handle_data(self, data: str) -> None:
        if not self.dropping:
            self.pieces.append(escape(data, quote=False))

    def finish(self) -> str:
        """Close what is still open and return everything."""
        while self.open:
            self._add_end(self.open.pop())
        return "".join(self.pieces)

    def _add_start(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [(k, v or "") for k, v in attrs if k in ATTRIBUTES]
        if tag == "a":
            kept += [("href", target) for k, v in attrs if k == "href" and (target := _target(v or ""))]
        if tag == "table":
            self.pieces.append('<div class="table">')
        self.pieces.append(f"<{self._name(tag)}{''.join(map(_attribute, kept))}>")
        if tag not in VOID:
            self.open.append(tag)

    def _add_end(self, tag: str) -> None:
        self.pieces.append(f"</{self._name(tag)}>" + ("</div>" if tag == "table" else ""))

    def _name(self, tag: str) -> str:
        heading = re.fullmatch(r"h([1-6])", tag)
        return f"h{min(int(heading[1]) + self.deeper, 6)}" if heading else tag


def _attribute(pair: tuple[str, str]) -> str:
    return f' {pair[0]}="{escape(pair[1])}"'


def _target(href: str) -> str:
    """Return where a link may lead: an https address, or the section of another notebook; else nothing."""
    if href.startswith("https://"):
        return href
    link = NOTEBOOK_LINK.fullmatch(href)
    return f"#{link[1]}" if link else ""

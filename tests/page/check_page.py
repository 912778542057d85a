"""Open the report on a sample in a real browser, as readers do: on a screen and a phone, light and dark, and on paper.

    python tests/page/check_page.py [ARTICLE] [--axe axe.min.js] [--shots DIR]

Wants: nothing wider than the window, no request, no message of the browser, the four answers on the first screen, the
whole text, and the heights, bytes and sheets of a sample. With axe-core (``npm pack axe-core``) it wants no violation,
folded and open. Prints one line a view; exit status 0 is good, 1 is not, 3 where there is no Chromium. pytest does not
collect this file.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from analysis import find_article, read_article
from analysis.report import write_report

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VIEWS = {(1280, 800): 7_000, (390, 844): 13_000}  # a window, and how high the page of a sample may be in it
MOST_BYTES, MOST_SHEETS = 300_000, 6
WIDER = """[...document.querySelectorAll('body *')].filter(
    e => !e.closest('.scroll, svg, .vh, .skip') && e.getBoundingClientRect().right > innerWidth + 1).length"""
ANSWERS = (
    "[...document.querySelectorAll('.tile .num')].filter(e => e.getBoundingClientRect().bottom <= innerHeight).length"
)
TEXT = """[...document.querySelectorAll('.txt')].map(p => {
    const copy = p.cloneNode(true); copy.querySelectorAll('sup').forEach(s => s.remove()); return copy.textContent })"""
OPEN = """document.querySelectorAll('details').forEach(d => d.open = true);
    document.querySelectorAll('input[type=checkbox]').forEach(i => i.checked = true)"""


def main() -> int:
    """Check the page in each view."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("article", nargs="?", default="austin-wei-call")
    parser.add_argument("--axe", type=Path)
    parser.add_argument("--shots", type=Path)
    options = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        print("there is no Chromium here: install it, and the page is looked at")
        return 3
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page = write_report(options.article, out=Path(folder) / "page.html")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        faults = [*_look(browser, page, options), *_print(browser, page)]
        if page.stat().st_size > MOST_BYTES:
            faults.append(f"the page has {page.stat().st_size:,} bytes, and {MOST_BYTES:,} are allowed")
        browser.close()
    print("\n".join(faults) or f"the page on {options.article} is as it should be")
    return 1 if faults else 0


def _look(browser: Browser, path: Path, options: argparse.Namespace) -> Iterator[str]:
    for (width, height), most in VIEWS.items():
        for scheme in ("light", "dark"):
            where = f"{width} {scheme}"
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=bool(options.axe)
            )
            page = context.new_page()
            heard: list[str] = []
            page.on("request", lambda request, heard=heard: heard.append(f"asks for {request.url}"))
            page.on("console", lambda message, heard=heard: heard.append(f"says {message.text}"))
            page.goto(path.as_uri())
            yield from (f"{where}: {fault}" for fault in heard[1:])
            yield from (f"{where}: {fault}" for fault in _faults(page, most, options.article))
            if options.shots:
                options.shots.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=options.shots / f"page-{width}-{scheme}.png", full_page=True)
            if options.axe:
                yield from (f"{where}: {fault}" for fault in _axe(page, options.axe.read_text(encoding="utf-8")))
            context.close()


def _faults(page: Page, most: int, article: str) -> Iterator[str]:
    height = page.evaluate("document.documentElement.scrollHeight")
    print(f"{page.viewport_size['width']} px wide: {height:,} px high")
    if height > most:
        yield f"{height:,} px high, and {most:,} are allowed"
    if wider := page.evaluate(WIDER):
        yield f"{wider} elements are wider than the window"
    if (n := page.evaluate(ANSWERS)) != 4:
        yield f"{n} of four answers on the first screen"
    known = read_article(find_article(article))
    if page.evaluate(TEXT) != [known.text[p.start : p.end] for p in known.paragraphs]:
        yield "the text is not the file's"


def _axe(page: Page, source: str) -> Iterator[str]:
    page.evaluate(source)
    for state in ("", OPEN):
        if state:
            page.evaluate(state)
        for found in page.evaluate("axe.run()")["violations"]:
            yield f"axe: {found['id']} at {found['nodes'][0]['html'][:100]}{', open' if state else ''}"


def _print(browser: Browser, path: Path) -> Iterator[str]:
    page = browser.new_page()
    page.goto(path.as_uri())
    sheets = len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", print_background=True)))
    print(f"paper: {sheets} sheets of A4")
    if sheets > MOST_SHEETS:
        yield f"{sheets} sheets of A4, and {MOST_SHEETS} are allowed"


if __name__ == "__main__":
    sys.exit(main())

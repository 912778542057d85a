"""From a file's bytes to its text: UTF-8, or an error that names the likely encoding and the remedy."""

import codecs
from pathlib import Path
from shlex import quote

from charset_normalizer import from_bytes

from analysis.errors import ArticleError

# A longer mark comes first: UTF-32 begins with the mark of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
BINARIES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"{\\rtf", "a rich-text (RTF) file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
SAMPLE = 65_536
# Printable bytes that pass for text at least this often do not make a file binary.
ODD_SHARE = 0.1
ODD_BYTES = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))


def read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises ArticleError where there is no file, a folder, or no permission."""
    try:
        return path.read_bytes()
    except IsADirectoryError as error:
        raise ArticleError(f"{path} is a folder: name one text or HTML file in it") from error
    except FileNotFoundError as error:
        raise ArticleError(f"there is no file {path}: check the name and the folder") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"{path} cannot be read ({reason}): check that it is a file you may read") from error


def decode(raw: bytes, path: Path) -> str:
    """Return a file's text, its newlines untouched, without a leading byte-order mark.

    Raises ArticleError where the file is empty or blank, binary, or in another encoding than UTF-8.
    """
    if not raw:
        raise ArticleError(f"{path} is empty: save the article's text in it")
    _refuse_binary(raw, path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(_broken(raw, path) or _other_encoding(path, _guess(raw))) from error
    if not text.strip():
        raise ArticleError(f"{path} is blank: save the article's text in it")
    return text


def _refuse_binary(raw: bytes, path: Path) -> None:
    """Raise ArticleError where the bytes are no text, or text with two or four bytes a character."""
    sample = raw[:SAMPLE]
    kind = next((kind for magic, kind in BINARIES if raw.startswith(magic)), "")
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), "")
    if not kind and (encoding := encoding or _wide(sample)):
        raise ArticleError(_other_encoding(path, encoding))
    if kind or _is_binary(sample):
        kind = kind or "a binary file"
        raise ArticleError(f"{path} is {kind}, not text: open it in its program and save it as plain text (UTF-8)")


def _is_binary(sample: bytes) -> bool:
    """Tell whether bytes are no text: a zero among them, or too many that no text holds."""
    return b"\0" in sample or len(sample.translate(None, ODD_BYTES)) < (1 - ODD_SHARE) * len(sample)


def _broken(raw: bytes, path: Path) -> str:
    """Return the message on UTF-8 with broken characters; empty where less than half of its special ones are sound."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(not c.isascii() for c in text) < 3 * broken:
        return ""
    line = len(text[: text.index("\ufffd")].splitlines())
    name, clean = quote(str(path)), quote(str(path.with_stem(f"{path.stem}-clean")))
    return (
        f"{path} is UTF-8 with broken characters in it ({broken}, the first in line {line}): mend them, or leave them "
        f"out with: iconv -c -f UTF-8 -t UTF-8 {name} > {clean}"
    )


def _wide(sample: bytes) -> str:
    """Return UTF-16's name where every second byte of mostly Latin text is zero; empty otherwise."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if even < 0.1 * half and odd > 0.6 * half:
        return "UTF-16LE"
    return "UTF-16BE" if odd < 0.1 * half and even > 0.6 * half else ""


def _guess(raw: bytes) -> str:
    """Return the likely encoding of bytes that are not UTF-8, or an empty text.

    Windows-1252 is tried before the guess by frequency: it is what English text is in when it is not UTF-8, and on
    short texts frequencies mislead.
    """
    at = next((i for i, byte in enumerate(raw) if byte > 127), 0)
    sample = raw[max(0, at - 200) : at + SAMPLE]
    if sum(byte > 127 for byte in sample) < 0.2 * len(sample):
        try:
            sample.decode("cp1252")
            return "WINDOWS-1252"
        except UnicodeDecodeError:
            pass
    best = from_bytes(sample).best()
    return best.encoding.upper().replace("_", "-") if best and best.encoding != "utf_8" else ""


def _other_encoding(path: Path, encoding: str) -> str:
    """Return the message on a file in another encoding: what it probably is, and what makes it UTF-8."""
    if not encoding:
        return f"{path} is not UTF-8 text, and no other encoding is likely: open it in its program and save it as UTF-8"
    clean = path.with_stem(f"{path.stem}-utf8")
    remedy = f"iconv -f {encoding} -t UTF-8 {quote(str(path))} > {quote(str(clean))}"
    return f"{path} is not UTF-8 but probably {encoding}: save it as UTF-8, for example with: {remedy}"

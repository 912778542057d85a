"""What an article calls a person: the title before the name, the words after it, "X, who is ..."."""

import re

from analysis.sourcing.describe import describe
from analysis.sourcing.mentions import Entity, Mentions
from analysis.sourcing.names import UPPER
from analysis.sourcing.offices import SEAT
from analysis.sourcing.vocabulary import adjectives, plain, places, roles, small_words, titles

AGED = re.compile(r",\s(?:aged?\s)?\d{1,3}(?=,)")
APPOSED = re.compile(r"\s?(?:,|[-–—]{1,2})\s(?:(?:himself|herself|who|also)\s)?(?:(?:is|serves\sas|works\sas|was\sappointed)\s)?([^,.;:()“”\"—]{3,140}(?:\b[A-Z][\w]{0,3}\.[^,.;:()“”\"—]{0,100})*)")
LATER = re.compile(r",\s([^,.;:()“”\"—]{3,80})")
PLAIN_IS = re.compile(r"\s(?:(?:is|serves|remains|sits|stands)\b[^.;:,“”\"()]{0,70}?\sas|is(?:\s(?:now|currently|also))?|works\sas)\s((?:an?|the)\s[^,.;:()“”\"—]{3,120})")
WHO = re.compile(r",?\swho\s(runs|heads|leads|directs|chairs|represents|oversees|founded|teaches|studies|owns|manages)\s([^,.;:“”\"—]{3,100})")
INTRODUCED = re.compile(rf"(?:^|[\s“\"(])((?:an?|the|its|his|her|their|our|another|one\sof|[{UPPER}][\w.’'-]+)\s[^,.;:“”\"()]{{2,90}}),\s$")
STOP = re.compile(r"\s(?:who|whom|which|that|whose|where|when|and\s(?:he|she|has|is|was|said)|said|says|told|wrote|added|tweeted|argued|explained|noted|testified|announced|believes|has|had|is|was|will|would|also)\b.*$", re.DOTALL)
ONE_OF = re.compile(r"one\sof\s(?:the|its|his|her|their)?\s?(?:(\S+)[’']s?\s)?", re.IGNORECASE)
BACK = 8


def find_roles(person: Entity, mentions: Mentions) -> list[str]:
    """Return the descriptions of a person in the article's order, each as printed, courtesy titles left out."""
    found: list[str] = []
    for title in person.titles:
        _keep(found, _as_title(title))
    for start, end in person.places:
        sentence = mentions.sentences[mentions.sentence_of(start)]
        text, start, end = sentence.text, start - sentence.start, end - sentence.start
        full = " " in text[start:end] or len(person.places) == 1
        if full:
            _keep(found, _before(text, start))
            _keep(found, _introduced(text, start))
        _keep(found, _after(text, end))
        if is_ := PLAIN_IS.match(text, end):
            _keep(found, _human(is_.group(1)))
    return found


def _keep(found: list[str], role: str) -> None:
    key = set(plain(role).split())
    if role and not any(key <= set(plain(r).split()) for r in found):
        found.append(role)


def _as_title(title: str) -> str:
    """A title before a name; a courtesy, a party's or a people's adjective is none."""
    words = title.split()
    while words and ((t := titles().get(plain(words[0]))) and t["office"] == "courtesy" and t["gender"]):
        words = words[1:]
    if all(plain(w) in adjectives() or plain(w) in ("republican", "democrat", "democratic", "gop") or plain(w) in places() for w in words):
        return ""
    return " ".join(words)


def _before(text: str, start: int) -> str:
    """`Public Works spokesperson Rachel Lee`: the words before a name whose last is a role."""
    words = text[max(0, start - 110) : start].split()
    if not words or not text[start - 1 : start].isspace():
        return ""
    last = plain(words[-1]).strip("“”\"")
    if not ((noun := roles().get(last)) and not noun.plural) and last not in titles():
        return ""
    taken = [words[-1]]
    for word in reversed(words[-BACK:-1]):
        key = plain(word).strip("“\"")
        if key == "of" and taken[-1][0].isupper():
            taken.append(word)
            continue
        if word[-1] in ",;:.—”\"" and not re.match(r"[A-Z]\w{0,3}\.$|(?:[A-Z]\.)+$", word) or _stops(key):
            break
        taken.append(word)
    while taken and taken[-1] == "of":
        taken.pop()
    return " ".join(reversed(taken)).strip("“”\"")


def _stops(key: str) -> bool:
    return key in small_words("opener") and key not in ("first", "second", "past") or key in small_words("preposition") or key in (
        "his", "her", "its", "their", "told", "friend", "called") and key != "friend"


def _introduced(text: str, start: int) -> str:
    """`the county registrar, Tim Lee,`: a role, a comma, and the name."""
    introduced = INTRODUCED.search(text[max(0, start - 110) : start])
    return _human(introduced.group(1), closed=True) if introduced else ""


def _after(text: str, end: int) -> str:
    """`Ann Lee, a professor at Yale University,`, `(D-Oakland)`, `, R-Texas`, `, who runs a charity`."""
    parts = []
    if seat := SEAT.match(text.replace("\n", " "), _skip(text, end)):
        parts.append(seat.group().strip(" ()"))
        end = seat.end()
    if age := AGED.match(text, end):
        end = age.end()
    if apposed := APPOSED.match(text, end):
        if role := _human(apposed.group(1)):
            later = LATER.match(text, apposed.end())
            if later and re.match(rf"(?:the\s)?[{UPPER}]", later.group(1)) and not STOP.search(apposed.group(1)):
                body = describe(STOP.sub("", later.group(1)))
                if body.name and body.name.sort in ("body", "unsure") and body.phrase == body.name.text:
                    role = f"{role}, {later.group(1)}" if not STOP.search(later.group(1)) else role
            parts.append(role)
    elif who := WHO.match(text, end):
        parts.append(f"{who.group(1)} {STOP.sub('', who.group(2))}")
    return ", ".join(parts)


def _skip(text: str, end: int) -> int:
    """Where a seat may begin: after ", ", " (" or a space."""
    while end < len(text) and text[end] in ", (":
        end += 1
    return end


def _human(words: str, closed: bool = False) -> str:
    """Return a description without its article if it is one of a human being, else nothing."""
    words = STOP.sub("", " ".join(words.split())).strip()
    described = describe(words)
    if described.name and described.name.sort in ("person", "titled") or not described.words:
        return ""
    nouns = [plain(w) for w in described.words]
    if words.startswith("as ") or (closed and described.after and plain(described.after.split()[0]) not in small_words("preposition")):
        return ""
    if not any(w in roles() or w in titles() for w in (nouns[-1], " ".join(nouns[-2:]), " ".join(nouns[-3:]))):
        return ""
    if one_of := ONE_OF.match(words):
        noun = roles().get(plain(described.words[-1]))
        return f"{one_of.group(1) or ''} {noun.singular}".strip() if noun and len(described.words) < 4 and not described.after else ""
    return re.sub(r"^(?:an?|the|its|his|her|their|our|another|one\sof(?:\sthe)?)\s", "", words, flags=re.IGNORECASE)

"""What an article calls a person: the title before the name, the words after it, "X, who is ..."."""

import re
from collections.abc import Iterator

from analysis.sourcing.entities.descriptions import describe
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_shapes import RUN, UPPER, is_capital
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.entities.register import Names
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import WORDS_READ
from analysis.sourcing.grammar.vocabulary import adjectives, places, plain, roles, small_words, titles
from analysis.sourcing.judgement.offices import PREPOSITIONS, SEAT

BACK = 8
REACH = 110
DOTTED = "".join(rf"|(?<=\b{word})\." for word in ("[A-Z]", "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St"))
CHUNK = rf"(?:[^,.;:()“”\"—]{DOTTED})"
OF_BODY = re.compile(rf"\s(?:of|with|from)\s(?:the\s)?({RUN.pattern})")
# What stands behind a name where any of the patterns for a description may match.
BEHIND = re.compile(r"\s?[,\-–—]|\s(?:who|of|with|from)\s|[, (]*[DRI]")
AGED = re.compile(r",\s(?:aged?\s)?\d{1,3}(?=,)")
IS = r"who\s(?:is|serves\sas|works\sas)\s"
APPOSED = re.compile(rf"\s?(?:,|[-–—]{{1,2}})\s(?:(?:himself|herself|also)\s)?(?:{IS})?({CHUNK}{{3,140}})")
LATER = re.compile(rf",\s({CHUNK}{{3,80}})")
SERVES = r"(?:is|serves|remains|sits|stands)\b[^.;:,“”\"()]{0,70}?\sas"
PLAIN_IS = re.compile(rf"\s(?:{SERVES}|is(?:\s(?:now|currently|also))?|works\sas)\s((?:an?|the)\s{CHUNK}{{3,120}})")
DOES = r"ran|led|headed|runs|heads|leads|directs|chairs|represents|oversees|founded|teaches|studies|owns|manages"
TOOK = r"took\sover\sas|became|was\s(?:named|appointed)(?:\sas)?"
TAKEN = re.compile(rf",?\swho\s(?:{TOOK})\s({CHUNK}{{3,100}})")
WHO = re.compile(rf",?\swho\s({DOES})\s({CHUNK}{{3,100}})")
OPENER = rf"an?|the|its|his|her|their|our|another|one\sof|[{UPPER}][\w.’'-]+"
INTRODUCED = re.compile(rf"(?:^|[\s“\"(])((?:{OPENER})\s[^,.;:“”\"()]{{2,90}}),\s$")
OPENING = re.compile(rf"(?:Now\s)?([Aa]n?\s{CHUNK}{{3,100}}|[Tt]he\s{CHUNK}{{3,100}}),\s$")
ENDS = (
    "who|whom|which|that|whose|where|when|said|says|told|wrote|added|tweeted|argued|explained|noted|testified|"
    "announced|believes"
)
STOP = re.compile(rf"\s(?:{ENDS}|and\s(?:he|she|has|is|was|said)|has|had|is|was|will|would|also)\b.*$", re.DOTALL)
ITS = re.compile(r"(?:[Ii]ts|[Tt]heir)\s")
ARTICLE = re.compile(r"^(?:an?|the|one|his|her|our|another)\s", re.IGNORECASE)
LOOSE = re.compile(r"(?:as|and|but)\s", re.IGNORECASE)
ONE_OF = re.compile(r"one\sof\s(?:the|its|his|her|their)?\s?(?:(\S+)[’']s?\s)?", re.IGNORECASE)
INSERTED = re.compile(r"\s(?:said|says|told|added|argued|noted|explained|wrote)(?:\s\w+){0,3}$")
SHORT_TITLE = re.compile(r"[A-Z]\w{0,3}\.$|(?:[A-Z]\.)+$")
GOES_ON = re.compile(rf"(?:the\s)?[{UPPER}]")


def find_roles(person: Entity, names: Names) -> list[str]:
    """Return the descriptions of a person in the article's order, each as printed, courtesy titles left out."""
    found: list[str] = []
    for role in filter(None, _roles(person, names)):
        words = set(plain(role).split())
        if not any(words <= set(plain(known).split()) for known in found):
            found.append(role)
    return found


def _roles(person: Entity, names: Names) -> Iterator[str]:
    yield from (_as_title(title) for title in person.titles if plain(title) != person.last)
    for start, end in person.places:
        sentence = names.document.sentences[names.document.sentence_of(start)]
        text, start, end = sentence.text, start - sentence.start, end - sentence.start
        full = " " in text[start:end] or len(person.places) == 1
        if full:
            yield _before(text, start)
        if text[start - 2 : start] == ", ":
            yield _owned(_introduced(text, start, full), names, start + sentence.start)
        if BEHIND.match(text, end):
            yield _owned(_after(text, end), names, start + sentence.start)
        if is_ := PLAIN_IS.match(text, end):
            yield _human(is_.group(1))


def _owned(role: str, names: Names, offset: int) -> str:
    """`its director`: the role with the body that "its" means, the last one named before: "director, Water Agency"."""
    its = ITS.match(role)
    if its is None:
        return role
    bodies = (m.entity for m in names.before(offset) if m.entity.sort == "body" and m.entity.kind)
    body = next(bodies, None)
    return f"{role[its.end() :]}, {body.label}" if body else role[its.end() :]


def _as_title(title: str) -> str:
    """A title before a name; a courtesy, a party's or a people's adjective is none."""
    words = title.split()
    while words and (row := titles().get(plain(words[0]))) and row["office"] == "courtesy" and row["gender"]:
        words = words[1:]
    parties = ("republican", "democrat", "democratic", "gop")
    mere = all(plain(w) in adjectives() or plain(w) in parties or plain(w) in places() for w in words)
    return "" if mere else " ".join([*words[:-1], _one(words[-1])])


def _one(word: str) -> str:
    """`Senators`: the title of one of them."""
    single = word.removesuffix("s")
    return single if plain(single) in titles() else word


def _before(text: str, start: int) -> str:
    """`the city spokesperson Ann Lee`: the words before a name whose last is a role."""
    words = text[max(0, start - REACH) : start].split()
    if not words or not text[start - 1].isspace() or not _is_role(plain(words[-1]).strip('“”"')):
        return ""
    taken = [words[-1]]
    for word in reversed(words[-BACK:-1]):
        within = word == "of" and is_capital(taken[-1])
        if not within and (_closes(word) or _stops(plain(word).strip('“"'))):
            break
        taken.append(word)
    while taken[-1] == "of":
        taken.pop()
    return " ".join(reversed(taken)).strip('“”"')


def _is_role(key: str) -> bool:
    return key in titles() or (key in roles() and not roles()[key].plural)


def _closes(word: str) -> bool:
    """Whether a word ends with a mark that no description goes over; "Gov." ends with none."""
    return word[-1] in ',;:.—”"' and not SHORT_TITLE.match(word)


def _stops(key: str) -> bool:
    """Whether a word cannot be part of a description before a name."""
    if key in ("first", "second", "past"):
        return False
    return key in small_words("opener") or key in small_words("preposition") or key in small_words("pronoun")


def _introduced(text: str, start: int, full: bool) -> str:
    """`the county registrar, Tim Lee,`: a role, a comma, and the name; before a surname only as a sentence begins."""
    if full:
        introduced = INTRODUCED.search(text[max(0, start - REACH) : start])
    else:
        introduced = OPENING.match(text[:start]) if start < REACH else None
    words = introduced.group(1) if introduced else ""
    first, _, last = words.rpartition(" and ")
    named = any(read_name(run.group()).sort in ("person", "titled", "unsure") for run in RUN.finditer(first))
    return _human(last if named else words, closed=True) if words else ""


def _after(text: str, end: int) -> str:
    """`Ann Lee, a professor at Yale University,`, `(D-Oakland)`, `, R-Texas`, `, who runs a charity`."""
    parts = []
    if seat := SEAT.match(text, _skip(text, end)):
        parts.append(" ".join(seat.group().split()).strip(" ()"))
        end = seat.end()
    if age := AGED.match(text, end):
        end = age.end()
    if taken := TAKEN.match(text, end):
        parts.append(_human(taken.group(1)))
    elif who := WHO.match(text, end):
        parts.append(f"{who.group(1)} {STOP.sub('', who.group(2))}")
    elif apposed := APPOSED.match(text, end):
        parts.append(_with_body(apposed, text))
    elif of_body := OF_BODY.match(text, end):
        parts.append(of_body.group(1) if read_name(of_body.group(1)).sort in ("body", "document") else "")
    return ", ".join(p for p in parts if p)


def _with_body(apposed: re.Match[str], text: str) -> str:
    """`policy manager, African Communities Together`: a role, and the body that a second comma adds."""
    role = "" if INSERTED.search(apposed.group(1)) else _human(apposed.group(1))
    later = LATER.match(text, apposed.end())
    if not role or not later or not GOES_ON.match(later.group(1)) or STOP.search(apposed.group(1) + later.group(1)):
        return role
    body = describe(later.group(1))
    alone = " ".join(body.words) == body.name.text
    return f"{role}, {later.group(1)}" if alone and body.sort in ("body", "unsure") else role


def _skip(text: str, end: int) -> int:
    """Where a seat may begin: after ", ", " (" or a space."""
    while end < len(text) and text[end] in ", (":
        end += 1
    return end


def _human(words: str, closed: bool = False) -> str:
    """Return a description without its article if it is one of one human being, else nothing."""
    words = STOP.sub("", " ".join(words.split())).strip()
    described = describe(words)
    if not described.words or described.sort in ("person", "titled") or LOOSE.match(words) or _is_verb(words):
        return ""
    if described.after and not _belongs(plain(described.after.split()[0]), closed):
        if plain(described.after.split()[0]) not in small_words("time"):
            return ""
        words = words[: len(words) - len(described.after)].rstrip()
    end = next((i for i, w in enumerate(described.words) if w in PREPOSITIONS and i), len(described.words))
    nouns = [plain(w) for w in described.words[:end]]  # "Director of Rights Policy": a director
    if not any(" ".join(nouns[-size:]) in roles() or " ".join(nouns[-size:]) in titles() for size in (1, 2, 3)):
        return ""
    noun = roles().get(nouns[-1])
    if one_of := ONE_OF.match(words):
        alone = noun is not None and len(nouns) < 4 and not described.after
        return f"{one_of.group(1) or ''} {noun.singular}".strip() if noun and alone else ""
    return "" if noun and noun.plural and noun.singular != nouns[-1] else ARTICLE.sub("", words)


def _is_verb(words: str) -> bool:
    """`Ann Lee, 52, regrets`: whether a verb comes first."""
    classes = WORDS_READ[words.split()[0]][1]
    return bool(classes & c.VERB) and not classes & (c.NOUN | c.NAME)


def _belongs(word: str, closed: bool) -> bool:
    """Whether a word after a noun goes on with its description: "of", and where that need not close, "specializing"."""
    more = word in ("and", "&") or word.endswith(("ing", "ed", "based", "born"))
    return word in small_words("preposition") or (more and not closed)

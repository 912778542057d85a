"""What an article calls a person: the title before the name, the words after it, "X, who is ..."."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import dropwhile, takewhile

from analysis.sourcing.entities.descriptions import describe
from analysis.sourcing.entities.entity import Entity
from analysis.sourcing.entities.name_context import PREPOSITIONS, SEAT
from analysis.sourcing.entities.name_shapes import RUN, UPPER, is_capital
from analysis.sourcing.entities.names import read_name
from analysis.sourcing.entities.register import Names
from analysis.sourcing.entities.word_kinds import ADJECTIVE, PLACE, kinds_of
from analysis.sourcing.grammar import classes as c
from analysis.sourcing.grammar.tokens import WORDS_READ
from analysis.sourcing.grammar.vocabulary import plain, roles, small_words, titles

PARTIES = ("republican", "democrat", "democratic", "gop")
NO_TITLE = {"office": "", "gender": ""}
BACK = 8
REACH = 110
DOTTED = "".join(rf"|(?<=\b{word})\." for word in ("[A-Z]", "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St"))
CHUNK = rf"(?:[^,.;:()“”\"—]{DOTTED})"
OF_BODY = re.compile(rf"\s(?:of|with|from)\s(?:the\s)?({RUN.pattern})")
# What stands behind a name where any of the patterns for a description may match.
BEHIND = re.compile(r"\s?[,\-–—]|\s(?:who|of|with|from)\s|[, (]*[DRI]")
AGED = re.compile(r"(?:,\s(?:aged?\s)?\d{1,3}(?=,))?")
BEHIND_COMMA = re.compile(rf"[, (]*+({SEAT.pattern})")
SOMEBODY = ("person", "titled", "unsure")
MORE = ("ing", "ed", "based", "born")
IS = r"who\s(?:is|serves\sas|works\sas)\s"
APPOSED = re.compile(rf"\s?(?:,|[-–—]{{1,2}})\s(?:(?:himself|herself|also)\s)?(?:{IS})?({CHUNK}{{3,140}})")
LATER = re.compile(rf",\s((?=(?:the\s)?[{UPPER}]){CHUNK}{{3,80}})")
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
    words = [*dropwhile(_is_courtesy, title.split())]
    mere = all(kinds_of(w) & (ADJECTIVE | PLACE) or plain(w) in PARTIES for w in words)
    return "" if mere else " ".join([*words[:-1], _one(words[-1])])


def _is_courtesy(word: str) -> bool:
    """`Mr.`, `Mrs.`: a title that tells nothing but a gender."""
    row = titles().get(plain(word), NO_TITLE)
    return row["office"] == "courtesy" and row["gender"] != ""


def _one(word: str) -> str:
    """`Senators`: the title of one of them."""
    single = word.removesuffix("s")
    return single if plain(single) in titles() else word


def _before(text: str, start: int) -> str:
    """`the city spokesperson Ann Lee`: the words before a name whose last is a role."""
    words = text[max(0, start - REACH) : start].split()[-BACK:]
    if not words or not text[start - 1].isspace() or not _is_role(plain(words[-1]).strip('“”"')):
        return ""
    first = len(words) - 1
    while first > 0 and _goes_before(words[first - 1], words[first]):
        first -= 1
    return " ".join(dropwhile("of".__eq__, words[first:])).strip('“”"')


def _goes_before(word: str, following: str) -> bool:
    """Whether a word belongs to a description that goes on with the following one: "spokesperson (of) Acme"."""
    if word == "of" and is_capital(following):
        return True
    return not _closes(word) and not _stops(plain(word).strip('“"'))


def _is_role(key: str) -> bool:
    return key in titles() or (key in roles() and not roles()[key].plural)


def _closes(word: str) -> bool:
    """Whether a word ends with a mark that no description goes over; "Gov." ends with none."""
    return word[-1] in ',;:.—”"' and not SHORT_TITLE.match(word)


def _stops(key: str) -> bool:
    """Whether a word cannot be part of a description before a name."""
    return key in _stopping_words() and key not in ("first", "second", "past")


@cache
def _stopping_words() -> frozenset[str]:
    return small_words("opener") | small_words("preposition") | small_words("pronoun")


# ---------------------------------------------------------------- before a comma
def _introduced(text: str, start: int, full: bool) -> str:
    """`the county registrar, Tim Lee,`: a role, a comma, and the name; before a surname only as a sentence begins."""
    before = text[max(0, start - REACH) : start]
    opens = OPENING.match(before) if start < REACH else None
    introduced = INTRODUCED.search(before) if full else opens
    return _human(_last_of_two(introduced[1]), closed=True) if introduced else ""


def _last_of_two(words: str) -> str:
    """`Judge Mary Smith and city clerk`: what stands behind a person, who has a name of its own."""
    first, _, last = words.rpartition(" and ")
    named = any(read_name(run.group()).sort in SOMEBODY for run in RUN.finditer(first))
    return last if named else words


# ---------------------------------------------------------------- behind the name
def _after(text: str, end: int) -> str:
    """`Ann Lee, a professor at Yale University,`, `(D-Oakland)`, `, R-Texas`, `, who runs a charity`."""
    seat = BEHIND_COMMA.match(text, end)
    aged = AGED.match(text, seat.end() if seat else end)
    said = " ".join(seat[1].split()).strip(" ()") if seat else ""
    return ", ".join(filter(None, (said, _added(text, aged.end() if aged else end))))


def _added(text: str, at: int) -> str:
    """What the first pattern says that fits behind a name."""
    found = ((read, pattern.match(text, at)) for pattern, read in ADDITIONS)
    return next((read(match) for read, match in found if match), "")


def _taken(match: re.Match[str]) -> str:
    """`Ann Lee, who took over as mayor last year`."""
    return _human(match[1])


def _doing(match: re.Match[str]) -> str:
    """`Ann Lee, who runs a charity`."""
    return f"{match[1]} {STOP.sub('', match[2])}"


def _of_body(match: re.Match[str]) -> str:
    """`Ann Lee of Marsh Lane Research`."""
    return match[1] if read_name(match[1]).sort in ("body", "document") else ""


def _apposed(match: re.Match[str]) -> str:
    """`policy manager, African Communities Together`: a role, and the body that a second comma adds."""
    role = "" if INSERTED.search(match[1]) else _human(match[1])
    later = LATER.match(match.string, match.end())
    if not role or not later or STOP.search(match[1] + later[1]):
        return role
    body = describe(later[1])
    alone = " ".join(body.words) == body.name.text
    return f"{role}, {later[1]}" if alone and body.sort in ("body", "unsure") else role


ADDITIONS = ((TAKEN, _taken), (WHO, _doing), (APPOSED, _apposed), (OF_BODY, _of_body))


# ---------------------------------------------------------------- a human being
def _human(words: str, closed: bool = False) -> str:
    """Return a description without its article if it is one of one human being, else nothing."""
    words = STOP.sub("", " ".join(words.split())).strip()
    described = describe(words)
    if not described.words or described.sort in ("person", "titled") or LOOSE.match(words) or _is_verb(words):
        return ""
    words = _without_time(words, described.after, closed)
    nouns = [
        plain(w) for w in takewhile(_is_no_preposition, described.words)
    ]  # "Director of Rights Policy": a director
    return _single(words, nouns, alone=not described.after) if words and _is_calling(nouns) else ""


def _without_time(words: str, after: str, closed: bool) -> str:
    """`mayor (last year)`: words without a time at their end; nothing where what follows the noun belongs elsewhere."""
    following = plain(after.partition(" ")[0])
    if not after or _belongs(following, closed):
        return words
    return words.removesuffix(after).rstrip() if following in small_words("time") else ""


def _is_no_preposition(word: str) -> bool:
    return word not in PREPOSITIONS


def _is_calling(nouns: list[str]) -> bool:
    """Whether the last word, two or three are a role or a title: "lawyer", "attorney general"."""
    return any(" ".join(nouns[-size:]) in known() for size in (1, 2, 3) for known in (roles, titles))


def _single(words: str, nouns: list[str], *, alone: bool) -> str:
    """`one of the city's lawyers`: one of them; several people are none."""
    noun = roles().get(nouns[-1])
    one_of = ONE_OF.match(words)
    if one_of is None:
        return "" if noun and noun.plural and noun.singular != nouns[-1] else ARTICLE.sub("", words)
    return f"{one_of[1] or ''} {noun.singular}".strip() if noun and alone and len(nouns) < 4 else ""


def _is_verb(words: str) -> bool:
    """`Ann Lee, 52, regrets`: whether a verb comes first."""
    classes = WORDS_READ[words.split()[0]][1]
    return bool(classes & c.VERB) and not classes & (c.NOUN | c.NAME)


def _belongs(word: str, closed: bool) -> bool:
    """Whether a word after a noun goes on with its description: "of", and where that need not close, "specializing"."""
    more = word in ("and", "&") or word.endswith(MORE)
    return word in small_words("preposition") or (more and not closed)

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
from analysis.spans import Span

PARTIES = ("republican", "democrat", "democratic", "gop")
NO_TITLE = {"office": "", "gender": ""}
BACK = 8
MOST_NOUNS = 3
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
    told: list[set[str]] = []
    for role in filter(None, _roles(person, names)):
        words = set(plain(role).split())
        if not any(map(words.issubset, told)):
            found.append(role)
            told.append(words)
    return found


def _roles(person: Entity, names: Names) -> Iterator[str]:
    for title in person.titles:
        if plain(title) != person.last:
            yield _as_title(title)
    for span in person.places:
        yield from _roles_at(span, names, alone=len(person.places) == 1)


def _roles_at(span: Span, names: Names, *, alone: bool) -> Iterator[str]:
    """Yield what stands before and behind a name; before a surname only where it is all that the article gives."""
    sentence = names.document.sentences[names.document.sentence_of(span.start)]
    text, start, end = sentence.text, span.start - sentence.start, span.end - sentence.start
    full = alone or " " in text[start:end]
    if full:
        yield _before(text, start)
    if text.startswith(", ", max(0, start - 2), start):
        yield _owned(_introduced(text, start, full), names, span.start)
    if BEHIND.match(text, end):
        yield _owned(_after(text, end), names, span.start)
    is_ = PLAIN_IS.match(text, end)
    if is_:
        yield _human(is_[1])


def _owned(role: str, names: Names, offset: int) -> str:
    """`its director`: the role with the body that "its" means, the last one named before: "director, Water Agency"."""
    its = ITS.match(role)
    if its is None:
        return role
    body = _last_body(names, offset)
    return f"{role[its.end() :]}, {body.label}" if body else role[its.end() :]


def _last_body(names: Names, offset: int) -> Entity | None:
    """The last body of a known kind that an article names before an offset."""
    for mention in names.before(offset):
        if mention.entity.sort == "body" and mention.entity.kind:
            return mention.entity
    return None


def _as_title(title: str) -> str:
    """A title before a name; a courtesy, a party's or a people's adjective is none."""
    words = [*dropwhile(_is_courtesy, title.split())]
    if all(map(_is_adjective, words)):
        return ""
    return " ".join([*words[:-1], _one(words[-1])])


def _is_adjective(word: str) -> bool:
    """`Russian`, `Ohio`, `Republican`: whether a word before a name tells of no office."""
    return bool(kinds_of(word) & (ADJECTIVE | PLACE)) or plain(word) in PARTIES


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
    if not words or not text[start - 1].isspace():
        return ""
    if not _is_role(plain(words[-1]).strip('“”"')):
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
    if key in titles():
        return True
    return key in roles() and not roles()[key].plural


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
    introduced = INTRODUCED.search(text[max(0, start - REACH) : start]) if full else _opening(text, start)
    return _human(_last_of_two(introduced[1]), closed=True) if introduced else ""


def _opening(text: str, start: int) -> re.Match[str] | None:
    """`A mother of two, Lee,`: what a sentence begins with, as far as a description is that long."""
    return OPENING.match(text, 0, start) if start < REACH else None


def _last_of_two(words: str) -> str:
    """`Judge Mary Smith and city clerk`: what stands behind a person, who has a name of its own."""
    first, _, last = words.rpartition(" and ")
    for run in RUN.finditer(first):
        if read_name(run[0]).sort in SOMEBODY:
            return last
    return words


# ---------------------------------------------------------------- behind the name
def _after(text: str, end: int) -> str:
    """`Ann Lee, a professor at Yale University,`, `(D-Oakland)`, `, R-Texas`, `, who runs a charity`."""
    seat = BEHIND_COMMA.match(text, end)
    aged = AGED.match(text, seat.end() if seat else end)
    said = " ".join(seat[1].split()).strip(" ()") if seat else ""
    return ", ".join(filter(None, (said, _added(text, aged.end() if aged else end))))


def _added(text: str, at: int) -> str:
    """What the first pattern says that fits behind a name."""
    for pattern, read in ADDITIONS:
        match = pattern.match(text, at)
        if match:
            return read(match)
    return ""


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
    if INSERTED.search(match[1]):
        return ""
    role = _human(match[1])
    later = LATER.match(match.string, match.end())
    if not role or not later:
        return role
    if STOP.search(match[1] + later[1]):
        return role
    return f"{role}, {later[1]}" if _is_body(later[1]) else role


def _is_body(words: str) -> bool:
    """Whether words are the name of a body and nothing else."""
    body = describe(words)
    return body.sort in ("body", "unsure") and " ".join(body.words) == body.name.text


ADDITIONS = ((TAKEN, _taken), (WHO, _doing), (APPOSED, _apposed), (OF_BODY, _of_body))


# ---------------------------------------------------------------- a human being
def _human(words: str, closed: bool = False) -> str:
    """Return a description without its article if it is one of one human being, else nothing."""
    words = STOP.sub("", " ".join(words.split())).strip()
    described = describe(words)
    if not described.words or described.sort in ("person", "titled"):
        return ""
    if LOOSE.match(words) or _is_verb(words):
        return ""
    words = _without_time(words, described.after, closed)
    nouns = [*map(plain, takewhile(_is_no_preposition, described.words))]  # "Director of Rights Policy": a director
    if not words or not _is_calling(nouns):
        return ""
    return _single(words, nouns, alone=not described.after)


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
    for size in (1, 2, 3):
        key = " ".join(nouns[-size:])
        if key in roles() or key in titles():
            return True
    return False


def _single(words: str, nouns: list[str], *, alone: bool) -> str:
    """`one of the city's lawyers`: one of them; several people are none."""
    noun = roles().get(nouns[-1])
    one_of = ONE_OF.match(words)
    if one_of is None:
        return "" if _is_several(nouns[-1]) else ARTICLE.sub("", words)
    if noun is None or not alone:
        return ""
    if len(nouns) > MOST_NOUNS:
        return ""
    return " ".join(filter(None, (one_of[1], noun.singular)))


def _is_several(key: str) -> bool:
    """`lawyers`, but not `staff`: whether a noun means more than one human being."""
    noun = roles().get(key)
    if noun is None or not noun.plural:
        return False
    return noun.singular != key


def _is_verb(words: str) -> bool:
    """`Ann Lee, 52, regrets`: whether a verb comes first."""
    classes = WORDS_READ[words.split()[0]][1]
    return bool(classes & c.VERB) and not classes & (c.NOUN | c.NAME)


def _belongs(word: str, closed: bool) -> bool:
    """Whether a word after a noun goes on with its description: "of", and where that need not close, "specializing"."""
    if word in small_words("preposition"):
        return True
    if closed:
        return False
    return word in ("and", "&") or word.endswith(MORE)

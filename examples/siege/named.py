"""What a text names: every person, group, place and rank leaves a mark, and the marks become rows of the truth."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from examples.siege.text import Composer, Fact, Mark, Text
from examples.siege.world import Term

PERSON, GROUP, PLACE, ROLE, CODE = "PER", "ORG", "LOC", "ROLE", "CODE"
_PARTICLES = "وفبلك"
_DIWAN = "ديوان "


@dataclass(frozen=True, slots=True)
class Thing:
    """A place, a unit, a group, a road, a code name.

    Attributes:
        id: Stable in every leak that has it.
        type: "ORG", "LOC" or "CODE".
        term: What it is called first.
        spellings: Language -> every way to write it there; where there is none, the term is all.
        optional: Why nobody is wrong who does not take it for a name, or "".
    """

    id: str
    type: str
    term: Term
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    optional: str = ""

    @property
    def arabic(self) -> str:
        """What it is called first in Arabic."""
        return self.term.arabic

    @property
    def english(self) -> str:
        """What it is called first in English."""
        return self.term.english

    def write(self, composer: Composer, rng: Random, language: str) -> None:
        """Append the name as somebody writes it in that language, and mark it; a leading English article is not marked."""
        spellings = self.spellings.get(language, ())
        words = rng.choice(spellings) if spellings else self.arabic if language == "ar" else self.english
        if words.startswith("the "):
            composer.add("the ")
            words = words.removeprefix("the ")
        mark_name(composer, words, self.type, self.id, script=script_of(language), optional=self.optional)

    def text(self, rng: Random, language: str) -> Text:
        """Return the name alone."""
        composer = Composer()
        self.write(composer, rng, language)
        return composer.text()


def things(kind: str, type_: str, terms: Iterable[Term], *, optional: str = "") -> tuple[Thing, ...]:
    """Return terms that have one way to be written, under ids such as "unit/Amber Brigade"."""
    return tuple(Thing(f"{kind}/{term.english.removeprefix('the ')}", type_, term, optional=optional) for term in terms)


def script_of(language: str) -> str:
    """Return the ISO 15924 code of the letters a language is written in."""
    return "Arab" if language == "ar" else "Latn"


def mark_name(composer: Composer, words: str, type_: str, entity: str | None, **facts: Fact) -> None:
    """Append a name and mark it; `facts` are script and, where they apply, clitic, part and optional."""
    composer.mark(words, "name", type=type_, entity=entity, **{key: value for key, value in facts.items() if value})


def add_title(composer: Composer, words: str, *, language: str, clitic: str = "", entity: str = "") -> None:
    """Append a title or a rank and the blank after it; a leading French article is not marked."""
    article = "le " if words.startswith("le ") else ""
    bare = words.removeprefix(article)
    composer.add(article)
    mark_name(composer, bare, ROLE, entity or f"role/{bare}", script=script_of(language), clitic=clitic)
    composer.add(" ")


class _Standing(NamedTuple):
    """A name that a template spells out."""

    words: str
    type: str
    entity: str
    optional: str = ""


_STANDING = (
    _Standing("كتيبة الحراسة", GROUP, "unit/guard battalion"),
    _Standing("مفرزة المعابر", GROUP, "unit/crossings detachment"),
    _Standing("فصيل الهندسة", GROUP, "unit/engineer platoon"),
    _Standing("dam garrison", GROUP, "unit/dam garrison"),
    _Standing("لجنة الإعاشة", GROUP, "unit/rations committee", "standing"),
    _Standing("لجنة الإيواء", GROUP, "unit/shelter committee", "standing"),
    _Standing("بوابة السد", PLACE, "place/dam gate", "standing"),
)
_STANDING_AT = re.compile("|".join(rf"(?P<s{number}>\b[{_PARTICLES}]?{one.words}\b)" for number, one in enumerate(_STANDING)))
#: How a planted mention of the wanted man or of somebody like him counts as a name.
_PLANTED = {"full", "partial", "other_man"}


def name_marks(page: Text) -> Iterator[Mark]:
    """Yield a mark of what "name" for every name on the page, in the order of their beginnings, particles written onto it included."""
    marks = sorted((mark for mark in _all_marks(page)), key=lambda mark: (mark.start, -mark.end))
    yield from (_with_particle(page.words, mark) for mark in marks)


def _all_marks(page: Text) -> Iterator[Mark]:
    firm = []
    for mark in page.marks:
        facts = dict(mark.facts)
        if mark.what == "mention" and facts["kind"] in _PLANTED:
            kept = _kept(facts, "entity", "script", "clitic", "part", "cell")
            firm.append(Mark(mark.start, mark.end, "name", (("type", PERSON), *kept)))
        elif mark.what == "name":
            firm.append(mark)
    for mark in firm:
        yield from _with_diwan(page.words, mark)
    for found in _STANDING_AT.finditer(page.words):
        one = _STANDING[int((found.lastgroup or "s0")[1:])]
        if not any(mark.start < found.end() and found.start() < mark.end and mark.facts[0][1] in {GROUP, PLACE} for mark in firm):
            yield _name(found.end() - len(one.words), found.end(), one)


def _kept(facts: Mapping[str, Fact], *keys: str) -> Iterator[tuple[str, Fact]]:
    return ((key, facts[key]) for key in keys if facts.get(key))


def _name(start: int, end: int, one: _Standing) -> Mark:
    script = "Latn" if one.words.isascii() else "Arab"
    facts = {"type": one.type, "entity": one.entity, "script": script, "optional": one.optional}
    return Mark(start, end, "name", tuple(_kept(facts, *facts)))


def _with_diwan(words: str, mark: Mark) -> Iterator[Mark]:
    """Yield the mark; of a place whose diwan is meant, first the diwan, and then the place within its name, which is optional."""
    facts, before = dict(mark.facts), mark.start - len(_DIWAN)
    if facts["type"] != PLACE or before < 0 or words[before : mark.start] != _DIWAN:
        yield mark
        return
    place = str(facts["entity"]).removeprefix("place/")
    yield _name(before, mark.end, _Standing(words[before : mark.end], GROUP, f"group/Diwan of {place}"))
    yield Mark(mark.start, mark.end, "name", (*mark.facts, ("optional", "within")))


def _with_particle(words: str, mark: Mark) -> Mark:
    """Return the mark with the particle that a template has written onto it."""
    at = mark.start - 1
    if at < 0 or words[at] not in _PARTICLES or (at > 0 and (words[at - 1].isalnum() or words[at - 1] == "\u0640")):
        return mark
    return Mark(at, mark.end, "name", (*mark.facts, ("clitic", words[at])))

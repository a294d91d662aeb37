"""Fills the slots of a template: {person:li}, {place}, {date} and so on, and takes one of `<a|b>`."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from random import Random

from examples.siege import phrases_ar_daily, phrases_latin, world
from examples.siege.cast import CODE_NAMES, ROADS, Cast
from examples.siege.dates import EASTERN_DIGITS, write_arabic_date, write_latin_date
from examples.siege.named import PLACE, Thing, script_of
from examples.siege.people import Asked, Name, Somebody
from examples.siege.text import Composer, Text

_TOKEN = re.compile(r"\{(?P<slot>\w+)(?::(?P<wanted>\w+))?\}|<(?P<choices>[^<>]+)>|(?P<words>[^{<]+)")

#: How often somebody named before is named by half his name, in casts that do so.
PARTLY = 0.15


@dataclass(frozen=True, slots=True)
class Fixed:
    """What an operation lays down and its letters must agree on: {the_place}, {the_unit}, {the_code}, {the_ref}, {the_day}, {the_end}."""

    place: Thing
    unit: Thing
    code: Thing
    reference: int
    day: dt.date
    end: dt.date


@dataclass(slots=True)
class Filler:
    """Writes sentences of one document.

    Attributes:
        rng: All chance comes from here.
        cast: Whom {person} may name when nobody is planted.
        language: "ar", "en", "fr", "de" or "tr".
        today: The document's day; {date} lies within six weeks of it.
        eastern: Whether Arabic text has Arabic-Indic digits.
        fixed: For the letters of an operation.
        named: Whom of the cast it has named so far.
    """

    rng: Random
    cast: Cast
    language: str
    today: dt.date
    eastern: bool = False
    fixed: Fixed | None = None
    named: list[Somebody] = field(default_factory=list)
    _slots: dict[str, Callable[[Composer], None]] = field(init=False)

    def __post_init__(self) -> None:
        self._slots = {
            "arms": self._arms,
            "code": lambda composer: self._thing(composer, CODE_NAMES),
            "count": lambda composer: composer.add(self.digits(self.rng.randrange(3, 97))),
            "date": lambda composer: self.day(composer, self.today + dt.timedelta(days=self.rng.randrange(-42, 43))),
            "goods": lambda composer: self._term(composer, world.GOODS),
            "group": lambda composer: self._thing(composer, self.cast.groups),
            "hour": lambda composer: composer.add(self.digits(f"{self.rng.randrange(24):02}:{self.rng.randrange(0, 60, 5):02}")),
            "hundreds": lambda composer: composer.add(self.digits(self.rng.randrange(101, 990))),
            "money": self._money,
            "north": self._north,
            "place": lambda composer: self._thing(composer, self._places()),
            "ref": lambda composer: composer.add(self.digits(self.rng.randrange(100, 4000))),
            "road": lambda composer: self._thing(composer, ROADS),
            "unit": lambda composer: self._thing(composer, self.cast.units),
        }
        if self.fixed:
            self._slots |= self._fixed_slots(self.fixed)

    def sentence(self, template: str, name: Name | None = None) -> Text:
        """Return the template filled; a planted `name` takes the first {person}, everybody else comes from the cast."""
        composer = Composer()
        for token in tokens(template):
            if token.lastgroup == "words":
                composer.add(token["words"])
            elif token.lastgroup == "choices":
                composer.add(self.rng.choice(token["choices"].split("|")))
            elif token["slot"] == "person":
                self._person(composer, Asked(token["wanted"] or "", self.language), name)
                name = None
            else:
                self._slots[token["slot"]](composer)
        return _without_stop_after_digit(composer.text()) if self.language == "ar" else composer.text()

    def day(self, composer: Composer, day: dt.date) -> None:
        """Append a day as this document writes days."""
        if self.language == "ar":
            write_arabic_date(composer, self.rng, day=day, eastern=self.eastern)
        else:
            write_latin_date(composer, self.rng, day=day, language=self.language)

    def digits(self, number: int | str) -> str:
        """Return a number in this document's digits."""
        return str(number).translate(EASTERN_DIGITS) if self.eastern else str(number)

    def term(self, term: world.Term) -> str:
        """Return the word for it in this document's language."""
        return term.arabic if self.language == "ar" else term.english

    def _person(self, composer: Composer, asked: Asked, planted: Name | None) -> None:
        """Append whoever is planted here, or somebody of the cast: one who was named before perhaps by half his name."""
        if planted:
            planted.write(composer, self.rng, asked)
            return
        if self.cast.number and self.named and self.rng.random() < PARTLY and self.rng.choice(self.named).partly(composer, self.rng, asked):
            return
        somebody = self.rng.choice(self.cast.people)
        somebody.write(composer, self.rng, asked)
        self.named.append(somebody)

    def _places(self) -> tuple[Thing, ...]:
        return self.cast.places if self.language in {"ar", "en"} else self.cast.latin_places

    def _thing(self, composer: Composer, choices: tuple[Thing, ...]) -> None:
        self.rng.choice(choices).write(composer, self.rng, self.language)

    def _term(self, composer: Composer, choices: tuple[world.Term, ...]) -> None:
        composer.add(self.term(self.rng.choice(choices)))

    def _arms(self, composer: Composer) -> None:
        item, quantity = self.rng.choice(world.ARMS), self.rng.randrange(2, 40)
        words = f"{item.arabic} عدد {self.digits(quantity)}" if self.language == "ar" else f"{quantity} x {item.english}"
        composer.mark(words, "arms", item=item.english, quantity=quantity)

    def _money(self, composer: Composer) -> None:
        value = self.rng.choice((50, 100, 250)) * self.rng.randrange(2, 200)
        code = "NHD" if self.rng.random() < 0.7 else "USD"
        composer.mark(f"{self.digits(value)} {world.CURRENCIES[code][self.language]}", "amount", value=value, currency=code)

    def _north(self, composer: Composer) -> None:
        arabic = self.language == "ar"
        before, word, after = self.rng.choice(phrases_ar_daily.NORTH_PHRASES if arabic else phrases_latin.NORTH_PHRASES[self.language])
        start = composer.length
        composer.add(before)
        composer.mark(word, "mention", kind="not_a_name", script=script_of(self.language), clitic=None, part=None, entity=None)
        composer.add(after)
        composer.mark_since(start, "name", type=PLACE, entity=None, script=script_of(self.language), optional="north")

    def _fixed_slots(self, fixed: Fixed) -> Mapping[str, Callable[[Composer], None]]:
        return {
            "the_place": lambda composer: fixed.place.write(composer, self.rng, self.language),
            "the_unit": lambda composer: fixed.unit.write(composer, self.rng, self.language),
            "the_code": lambda composer: fixed.code.write(composer, self.rng, self.language),
            "the_ref": lambda composer: composer.add(self.digits(fixed.reference)),
            "the_day": lambda composer: self.day(composer, fixed.day),
            "the_end": lambda composer: self.day(composer, fixed.end),
        }


def _without_stop_after_digit(text: Text) -> Text:
    """Return the text without a full stop behind a number: in an Arabic PDF, PDFium would take it for the number's beginning."""
    end = len(text.words)
    return text.with_replaced(end - 1, end, "") if text.words.endswith(".") and text.words[-2:-1].isdigit() else text


@cache
def tokens(template: str) -> tuple[re.Match[str], ...]:
    """Return the pieces of a template: words, choices and slots."""
    found = tuple(_TOKEN.finditer(template))
    if "".join(token.group() for token in found) != template:
        raise ValueError("a template has a brace or angle that is not closed")
    return found


@cache
def naming(templates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the templates that have room for a name."""
    return tuple(template for template in templates if "{person" in template)

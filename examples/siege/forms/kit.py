"""What a haul is worded with: templates in editions, languages, pools of names. Another kit makes other forms by the same code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

#: A part of a name: in Arabic, and in the letters of scholars (see `siege.spelling`).
Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """What a template asks for.

    Attributes:
        name: The same in all editions, languages and templates that ask for the same.
        kind: Says how it is filled in: a key of `values.WRITERS`.
        label: As printed.
        place: "head", "body" or "foot" of the form; numbers count the fields of the body.
        lines: More than 1 for what may take several lines.
        style: How a choice is printed: "words" to be written, "tick" and "bracket" before each answer, "strike" what is not so.
        parts: A label that asks for two things has them here, and its own name and kind say nothing.
    """

    name: str
    kind: str
    label: str
    place: str = "body"
    lines: int = 1
    style: str = "words"
    parts: tuple["Field", ...] = ()

    @property
    def asked(self) -> tuple["Field", ...]:
        """The things it asks for, one or two."""
        return self.parts or (self,)


class Printing(NamedTuple):
    """How an edition is printed.

    Attributes:
        arrangement: "lines", "pairs" (two on a line), "above" and "below" (where the label stands), "after" (label after the value),
            "grid" (a table of two columns), "grid3" (with one for numbers) or "grid4" (two pairs a row).
        number: "{}- " and the like, or "" for none.
        separator: Between label and value.
        filler: What a line to be filled in is made of, or "".
        eastern: Whether printed numbers are ١٢٣.
    """

    arrangement: str
    number: str
    separator: str
    filler: str = ""
    eastern: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a template, in one language.

    Attributes:
        weight: How many of the family's forms are on it, in proportion.
        head: Lines above the title.
        code: What stands at the foot of the page.
        printings: Of these, a form has one that its format can show.
    """

    language: str
    weight: int
    title: str
    head: tuple[str, ...]
    code: str
    fields: tuple[Field, ...]
    printings: tuple[Printing, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A template with its editions; of kind "register" it has columns for fields and a row a person."""

    name: str
    kind: str
    share: int
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody whom many forms name: a go-between, a guarantor, an official.

    Attributes:
        key: What he is called in the truth.
        parts: Of his name.
        spellings: Language -> how he is written, where the rules for spelling do not do.
    """

    key: str
    parts: tuple[Part, ...]
    spellings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Language:
    """How forms are filled in by those who write a language.

    Attributes:
        rtl: Whether it is written from right to left.
        digits: Ten digits of each kind in use.
        spell: Returns the parts of a name as written; plainly without a generator.
        nothing: What is written where there is nothing to say; `unknown` where it is not known, `unread` where a copyist could not read.
        answers: "yes" and "no", each with its wordings.
        months: Sets of twelve names.
        date_styles: With {d}, {m}, {y}, {month}; `both` joins a day in two calendars, {other} and {day}.
        other_calendar: "hijri", "solar" or "" for a language that has no other; with its own months and styles.
        page: With two numbers.
        stamps: Words in a stamp.
        notes: Added by another hand, {n} being a number.
        closings: Sentences at the end that no label asks for.
        remarks: Sentences of free text.
        choices: Field -> choice -> wordings.
        skills: Skill -> wordings.
        countries: Code -> wordings.
        places: Place -> wordings.
        relations: Relation -> wordings; a relative is written as "{relation} {name}".
        called: Name and kunya in one field, as some write them.
        via: Around the name of a go-between, now and then.
    """

    rtl: bool
    digits: tuple[str, ...]
    spell: Callable[[tuple[Part, ...], Random | None], str]
    nothing: tuple[str, ...]
    unknown: tuple[str, ...]
    unread: tuple[str, ...]
    answers: Mapping[str, tuple[str, ...]]
    months: tuple[tuple[str, ...], ...]
    date_styles: tuple[str, ...]
    other_calendar: str
    other_months: tuple[str, ...]
    other_styles: tuple[str, ...]
    both: str
    page: str
    stamps: tuple[str, ...]
    notes: tuple[str, ...]
    closings: tuple[str, ...]
    remarks: tuple[str, ...]
    choices: Mapping[str, Mapping[str, tuple[str, ...]]]
    skills: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, ...]]
    relations: Mapping[str, tuple[str, ...]]
    called: tuple[str, ...]
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """All that a haul is made of.

    Attributes:
        wanted: The go-between whom the story is about; every fifteenth entry form names him.
        wanted_countries: Where three in five of his people come from, and one in fifty of the others.
        countries: Code -> weight.
        choices: Field -> choice -> weight; most fields have one answer that nearly everybody gives.
        yes_shares: Field -> share of "yes".
        numbers: Field -> from which number to below which.
        folders: Where files lie; `stems` what they are called, with {n} and {name}.
    """

    families: tuple[Family, ...]
    languages: Mapping[str, Language]
    given: tuple[Part, ...]
    family_names: tuple[Part, ...]
    women: tuple[Part, ...]
    wanted: Figure
    wanted_countries: tuple[str, ...]
    go_betweens: tuple[Figure, ...]
    guarantors: tuple[Figure, ...]
    signers: tuple[Figure, ...]
    countries: Mapping[str, int]
    choices: Mapping[str, Mapping[str, int]]
    yes_shares: Mapping[str, float]
    numbers: Mapping[str, tuple[int, int]]
    folders: tuple[str, ...]
    stems: tuple[str, ...]

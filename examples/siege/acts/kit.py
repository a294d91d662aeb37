"""What letters are worded with. A kit is a value, so that there can be one that whoever writes a reader has not seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Choices = tuple[str, ...]
#: Wordings with their weights.
Weighted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DateWords:
    """How days are written in a language.

    Templates have {d} {m} {y}, with leading zeros {dd} {mm}, {yy} for the last two digits, {month}, {ordinal} (the day in words) and
    {weekday}.

    Attributes:
        digits: Ten digits, as often as they are taken.
        gregorian, hijri: Whole days. `solar` is for languages that have that calendar.
        months: Sets of twelve names; `hijri_months` and `solar_months` likewise.
        weekdays: From Monday.
        ordinals: The days of a month in words, from the first; empty where nobody writes them.
        pair: Around {first} and {second}, days in two calendars.
        blank_pair: Around {first}, the second calendar being left blank.
        weekday: Around {weekday} and {date}.
        no_year, no_day, unreadable, blank: What is written of a Gregorian (0) or Hijri (1) day of which not all is there.
        on: Around {date}, the day of an event.
        bracket: A translator's conversion, {date} being Gregorian.
        range: Around {first} and {last}.
        form: On printed forms, decades and all: a Hijri day, a Gregorian one ({last} is the last digit), what joins them.
    """

    digits: Choices
    gregorian: Weighted
    hijri: Weighted
    months: tuple[Choices, ...]
    hijri_months: tuple[Choices, ...]
    weekdays: Choices
    pair: Choices
    blank_pair: Choices
    weekday: Choices
    no_year: tuple[Choices, Choices]
    no_day: tuple[Choices, Choices]
    unreadable: tuple[Choices, Choices]
    blank: tuple[Choices, Choices]
    on: str
    bracket: str
    range: str
    form: Choices = ()
    ordinals: Choices = ()
    solar: Weighted = ()
    solar_months: tuple[Choices, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """How letters are worded in one language.

    A template has {slots}; a part in [square brackets] is left out unless all of its slots are filled; of "a|b" in a deed the first is the
    noun, the second the infinitive, the third the passive ("_" stands for a blank).

    Attributes:
        heads: Orders of what stands above the body: org, mark, number, date, numberdate, from, to, subject, place, title, greeting, class.
        labels: What is printed before a field: number, date, numberdate ({number}, {date}), from, to, subject, place, copy, enclosure,
            class, second; post_of ({post}, {office}); alone: honorifics that stand for a man.
        no_number: A printed label with nothing behind it.
        marks: Invocations or mottos.
        titles: Speech act -> what the paper calls itself, or nothing.
        openings: Direction -> sentences before the matter; `items` before numbered ones, `items_told` where they only tell or ask;
            `operation` around {code} behind a deed, `operation_subject` in a subject line.
        reasons: Kind of deed or "any" -> why, a sentence or half of one.
        deeds: Kind of deed -> templates over {items} {persons} {post} {place} {from} {to} {sum} {topic} {code}.
        frames: Force, or force and ":agent" -> templates around {m} (noun), {v} (infinitive), {p} (passive), {agent}.
        numerals: Of items of an order.
        item: Around {numeral} and {words}.
        executor: The last item, around {agent}.
        articles: Around {numeral} and {words}, for what has paragraphs.
        refs: Around {refs}, by what a letter does with them: "alone" as a sentence, "per" before a deed.
        ref: A cited paper, around [{kind}] [{author}] [{number}] [{date}] [{matter}].
        shared: Further ones under the head of the one before, around [{number}] [{date}].
        quotes: How an order is passed on, around {ref} and {words}.
        levels: Joins the steps of a chain that one sentence recites.
        paper_kinds: Speech act -> what it is called when cited.
        when: Rule of a deadline -> templates around {n} {date} {day}.
        validity: Of permits, around {n}.
        topics: What reports and lists are about.
        items: Thing -> templates around {n}.
        money: Around {n}.
        places: Kinds of phrase around {place}.
        classes: Class of addressees -> wordings. `honorific` stands before a person, `to_office` before an office.
        posts: Post -> wording.
        purposes: Why a copy goes out -> wordings.
        closings, greetings, drafts, file_copies: Lines.
        received: What the receiving office stamps, around {number} and {date}.
        hands: What a second hand adds -> templates around {date} {agent} {m}.
        papers: Speech act -> sentences of which papers of that kind are made, over the slots of deeds and {person} {date}.
        ticks: A label with choices.
        stamps: Around {office}.
        mails: What stands in a mail to which the letter is attached.
        rule_first: Whether by when stands before what is to be done.
        register: Names of the columns number, date, to, subject, remarks, or of incoming ones; `register_titles` above them.
    """

    language: str
    dates: DateWords
    heads: tuple[Choices, ...]
    labels: Mapping[str, Choices]
    no_number: Choices
    marks: Choices
    titles: Mapping[str, Choices]
    openings: Mapping[str, Choices]
    reasons: Mapping[str, Choices]
    deeds: Mapping[str, Choices]
    frames: Mapping[str, Choices]
    numerals: Choices
    item: Choices
    executor: Choices
    articles: Choices
    refs: Mapping[str, Choices]
    ref: Choices
    shared: Choices
    quotes: Choices
    levels: str
    paper_kinds: Mapping[str, str]
    when: Mapping[str, Choices]
    validity: Choices
    topics: Mapping[str, str]
    items: Mapping[str, str]
    money: Choices
    classes: Mapping[str, str]
    posts: Mapping[str, str]
    purposes: Mapping[str, Choices]
    honorific: Choices
    closings: Choices
    greetings: Choices
    enclosures: Choices
    copy_line: str
    matters: Mapping[str, str]
    stamps: Choices
    drafts: Choices = ()
    file_copies: Choices = ()
    received: Choices = ()
    hands: Mapping[str, Choices] = field(default_factory=dict)
    papers: Mapping[str, Choices] = field(default_factory=dict)
    ticks: tuple[tuple[str, Choices], ...] = ()
    mails: Choices = ()
    register: Mapping[str, Choices] = field(default_factory=dict)
    comma: str = ", "
    conjunction: str = " "
    rtl: bool = False
    rule_first: bool = False


class OfficeWords(NamedTuple):
    """An office.

    Attributes:
        side: "group" or "state".
        parent: Key of the one above, or "".
        names: Language -> its own line of a letterhead.
        post: Who signs for it; `second` may sign for him.
        code: What stands for it in numbers.
        schemes: Number as written, over {n} {y} {yy} {code} {a} {b}; the first is its own, another is for circulars.
        foreign: The language it writes in, where that is not Arabic.
    """

    key: str
    side: str
    parent: str
    names: Mapping[str, str]
    post: str
    second: str
    code: str
    schemes: Choices
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class ActsKit:
    """All that a pile of letters is made of.

    Attributes:
        name: What the truth calls it.
        half: Which half of the pools of people and places is taken, 0 or 1.
        old_names: Office -> a name that it no longer bears: what a forger writes.
        operations: Code names by language.
        fonts: Typefaces of Typst for Arabic; `latin_fonts` for the rest.
        outsiders: Offices of which there are no papers, by language.
    """

    name: str
    half: int
    offices: tuple[OfficeWords, ...]
    books: Mapping[str, Book]
    old_names: Mapping[str, Mapping[str, str]]
    operations: tuple[Mapping[str, str], ...]
    outsiders: tuple[Mapping[str, str], ...]
    fonts: Choices
    latin_fonts: Choices
    folders: Choices
    stems: Choices

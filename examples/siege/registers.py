"""Registers: personnel, stores, payments and permits, in Arabic or English."""

from random import Random
from typing import NamedTuple

from examples.siege.cast import Cast
from examples.siege.dates import any_day
from examples.siege.document import Table
from examples.siege.fill import Filler
from examples.siege.letters import Brief
from examples.siege.people import Asked, Name
from examples.siege.text import Composer, Text
from examples.siege.world import Term


class Column(NamedTuple):
    """A column's heading and the template of its cells; "#" counts the rows, "@" is the person of the row."""

    heading: Term
    template: str


class Register(NamedTuple):
    """One kind of table."""

    title: Term
    columns: tuple[Column, ...]


_NUMBER = Column(Term("ت", "No."), "#")
_NAME = Column(Term("الاسم", "Name"), "@")
_PLACE = Column(Term("المكان", "Place"), "{place}")
REGISTERS = (
    Register(
        Term("سجل العناصر", "Personnel register"),
        (_NUMBER, _NAME, Column(Term("الوحدة", "Unit"), "{unit}"), Column(Term("تاريخ الالتحاق", "Joined"), "{date}"), _PLACE),
    ),
    Register(
        Term("سجل العهدة", "Stores register"),
        (_NUMBER, Column(Term("المادة", "Item"), "{arms}"), _NAME, _PLACE, Column(Term("التاريخ", "Date"), "{date}")),
    ),
    Register(
        Term("كشف الرواتب", "Payments"),
        (_NUMBER, _NAME, Column(Term("المبلغ", "Amount"), "{money}"), Column(Term("الوحدة", "Unit"), "{unit}"), _PLACE),
    ),
    Register(
        Term("سجل أذونات المرور", "Permits"),
        (_NUMBER, Column(Term("رقم الإذن", "Permit"), "{ref}"), _NAME, Column(Term("الحمولة", "Load"), "{goods}"), _PLACE),
    ),
)


def make_register(rng: Random, cast: Cast, brief: Brief, *, language: str) -> Table:
    """Return a table with a row for each planted name and `brief.sentences` others, shuffled."""
    day = any_day(rng)
    filler = Filler(rng, cast, language, day)
    register = rng.choice(REGISTERS)
    names: list[Name] = [*brief.plants, *(rng.choice(cast.people) for _ in range(brief.sentences))]
    rng.shuffle(names)
    heading = tuple(Text(filler.term(column.heading)) for column in register.columns)
    rows = (tuple(_cell(filler, column, number=number, name=name) for column in register.columns) for number, name in enumerate(names, 1))
    return Table((heading, *rows), language, title=filler.term(register.title), day=day)


def _cell(filler: Filler, column: Column, *, number: int, name: Name) -> Text:
    if column.template == "#":
        return Text(str(number))
    if column.template != "@":
        return filler.sentence(column.template)
    composer = Composer()
    name.write(composer, filler.rng, Asked("cell", filler.language))
    return composer.text()

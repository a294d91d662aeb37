"""What a field of a form asks, and what can stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType, Self

#: Folded words of a field's label without its number, joined by single spaces; of two fields of one label the second has " #2" behind it.
FieldKey = NewType("FieldKey", str)
#: Stands behind the key of a field whose label asks several things, with the kind of one of them behind it.
PART: Final = " #"


class ValueType(StrEnum):
    """How what stands in a field is read."""

    NAME = "name"
    DATE = "date"
    PLACE = "place"
    NATION = "nation"
    PHONE = "phone"
    NUMBER = "number"
    YES_NO = "yes-no"
    #: One or several of a few words, as skills.
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class FieldTraits:
    """What is done with the values of fields of one kind.

    Args:
        type: How they are read.
        is_role: Whether they name somebody else than whom the form is about, in a role that can be counted.
        is_kin: Whether they name kin, who lead no list of people.
        is_sealed: Whether they are hidden unless somebody asks with a reason.
        is_identifying: Whether they tell who it is that a form is about, so that they are hidden where that is somebody under 18.
    """

    type: ValueType = ValueType.TEXT
    is_role: bool = False
    is_kin: bool = False
    is_sealed: bool = False
    is_identifying: bool = False


_KIN: Final = FieldTraits(ValueType.NAME, is_role=True, is_kin=True, is_sealed=True, is_identifying=True)


class FieldKind(StrEnum):
    """What a field asks. A kind is one row here and its words under `field_kind` in both wordings."""

    traits: FieldTraits

    def __new__(cls, code: str, traits: FieldTraits = FieldTraits()) -> Self:
        """Make a kind of its code and traits."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.traits = traits
        return member

    #: Whom the form is about.
    NAME = "name", FieldTraits(ValueType.NAME, is_identifying=True)
    KUNYA = "kunya", FieldTraits(ValueType.NAME, is_identifying=True)
    MOTHER = "mother", _KIN
    RELATIVE = "relative", _KIN
    BIRTH = "birth", FieldTraits(ValueType.DATE, is_identifying=True)
    NATIONALITY = "nationality", FieldTraits(ValueType.NATION)
    #: When the form was filled in, where it says so.
    WRITTEN = "written", FieldTraits(ValueType.DATE)
    DATE = "date", FieldTraits(ValueType.DATE)
    PLACE = "place", FieldTraits(ValueType.PLACE, is_identifying=True)
    GO_BETWEEN = "go-between", FieldTraits(ValueType.NAME, is_role=True)
    GUARANTOR = "guarantor", FieldTraits(ValueType.NAME, is_role=True)
    SIGNER = "signer", FieldTraits(ValueType.NAME, is_role=True)
    #: Somebody else in a role of no kind of its own: a commander, a doctor.
    PERSON = "person", FieldTraits(ValueType.NAME, is_role=True)
    SKILLS = "skills", FieldTraits(ValueType.CHOICE)
    CHOICE = "choice", FieldTraits(ValueType.CHOICE)
    PHONE = "phone", FieldTraits(ValueType.PHONE, is_sealed=True, is_identifying=True)
    NUMBER = "number", FieldTraits(ValueType.NUMBER, is_identifying=True)
    YES_NO = "yes-no", FieldTraits(ValueType.YES_NO)
    BLOOD = "blood", FieldTraits(ValueType.CHOICE, is_sealed=True, is_identifying=True)
    #: Whatever else a person wrote, which may say anything.
    FREE = "free", FieldTraits(is_identifying=True)


class FieldState(StrEnum):
    """What became of a field on one form. Each is counted by itself; none is taken for another."""

    FILLED = "filled"
    #: Asked, and nothing stands there.
    BLANK = "blank"
    #: Somebody wrote that there is none: "لا يوجد", a dash.
    NONE = "none"
    #: Something stands there that no reading is sure enough of.
    UNREADABLE = "unreadable"
    #: The edition asks it, and its label was not found on this form: misread, torn off, on a missing page.
    NOT_FOUND = "not-found"
    #: This edition does not ask it.
    NOT_ASKED = "not-asked"


#: States in which the answer is known, so that the form belongs to the denominator of a share.
ANSWERED = frozenset({FieldState.FILLED, FieldState.NONE})


def own_key(key: FieldKey) -> FieldKey:
    """Return the key under which a field stands on the form, of which a key may name a part.

    >>> own_key(FieldKey("entry and guide #place")), own_key(FieldKey("name #2"))
    ('entry and guide', 'name #2')
    """
    own, _, kind = key.rpartition(PART)
    return FieldKey(own) if own and kind in _KINDS else key


_KINDS: Final = frozenset(kind.value for kind in FieldKind)

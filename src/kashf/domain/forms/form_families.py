"""Forms that share a template: what is printed on all of them, in one edition or several, and what each of them has filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NewType

from kashf.domain.document import Span
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ids import DocumentId, Json

#: A short hash of the labels of the edition that the most forms have: 12 hex digits.
FamilyId = NewType("FamilyId", str)


class FamilyKind(StrEnum):
    """How a record lies on paper."""

    #: A form for each record.
    FORM = "form"
    #: A row of a table or a list for each record.
    REGISTER = "register"


class FormDoubt(StrEnum):
    """Why documents that are laid out alike may be no forms."""

    #: Hardly a label says what it asks.
    NO_KNOWN_FIELD = "no-known-field"
    #: Its labels are written as programs and settings write them, or its documents are files of such.
    CODE = "code"
    #: Its labels are those above mails and letters.
    MAIL = "mail"
    #: Its documents are letters of one layout, which tell people to do something.
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field that a template asks.

    Args:
        key: By which it is known, in all editions of the family.
        label: As it is printed most often, without its number and what stands between it and the value.
        number: Its number in the edition that the most forms have, in ASCII digits; "" without one.
        wordings: Other labels of it, as other editions print them, the most frequent first.
    """

    key: FieldKey
    label: str
    number: str = ""
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One printing of a template.

    Args:
        number: From 1, the one with the most records first.
        fields: What it asks, in order.
        records: How many were filled in.
    """

    number: int
    fields: tuple[FieldKey, ...]
    records: int


@dataclass(frozen=True, slots=True)
class Family:
    """Records that share a template.

    Args:
        id: Its id.
        kind: Forms, or rows of a register.
        title: What is printed at the top of most; "" for nothing.
        fields: All that any edition asks, in the order of the first edition.
        editions: The one with the most records first.
        records: How many there are.
        documents: In how many documents.
        doubtful: Records of which a fourth or more of the fields were not found.
        doubt: Why they may be no forms; None where nothing says so.
        titles: Those that exclude each other, each with on how many forms it stood when they were found; they may be of several templates.
    """

    id: FamilyId
    kind: FamilyKind
    title: str
    fields: tuple[TemplateField, ...]
    editions: tuple[Edition, ...]
    records: int
    documents: int
    doubtful: int = 0
    doubt: FormDoubt | None = None
    titles: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class RecordId:
    """A form that was filled in, or a row: the n-th of a document.

    >>> str(RecordId(DocumentId("3f"), 2))
    '3f/2'
    """

    document: DocumentId
    nth: int = 1

    def __str__(self) -> str:
        """Return it as it is cited."""
        return f"{self.document}/{self.nth}"


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What one form has in one field.

    Args:
        field: Which field.
        state: What became of it.
        text: Verbatim, as the page has it; "" where nothing was read.
        span: Where that stands; where nothing does, the empty place behind the label; None for what was not found or not asked.
        is_unseen: Whether a machine read it from a picture and nobody looked at it yet.
        notes: What stands there besides, in words of `FieldNote`.
    """

    field: FieldKey
    state: FieldState
    text: str = ""
    span: Span | None = None
    is_unseen: bool = False
    notes: tuple[str, ...] = ()


class FieldNote(StrEnum):
    """What a person should look at before she counts on a value."""

    #: Written beside or below the value by another hand.
    ADDED = "added"
    STRUCK = "struck"
    #: The label was read otherwise than it is printed and matched by what is near it.
    LABEL_MISREAD = "label-misread"
    #: The label could not be read; that it is the only one which is missing where it stands tells which field it is.
    LABEL_PLACED = "label-placed"
    #: Fields stand in another order than on the template.
    OUT_OF_ORDER = "out-of-order"
    #: A word of it was read with little confidence, left out as a stray, or does not suit what is asked.
    UNSURE = "unsure"
    #: More of its row stands on a further line, as rows of lists that were broken have it.
    GOES_ON = "goes-on"


@dataclass(frozen=True, slots=True)
class FormRecord:
    """One filled-in form, or one row.

    Args:
        id: Which.
        family: Of which template.
        edition: Number of the edition.
        pages: On which pages of the document it stands, in the order of the form.
        values: One for each field of the family, in its order.
    """

    id: RecordId
    family: FamilyId
    edition: int
    pages: tuple[int, ...]
    values: tuple[FieldValue, ...]


_NOTHING: Final[Mapping[str, Json]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadValue:
    """What a value says, so that values which say one thing are counted as one.

    Args:
        key: The same for two values exactly when they say the same without anybody deciding it: an ISO country code, the key of a name,
            the EDTF of a date, "yes", the folded words. "" where that cannot be told.
        label: How it is called in a table, in the writing of the form or a language of the case.
        value: What it says beside its words, as `Mention.value` has it.
        is_doubtful: Whether a person should decide before it is joined with others.
    """

    key: str
    label: str
    value: Mapping[str, Json] = field(default_factory=lambda: _NOTHING, hash=False)
    is_doubtful: bool = False

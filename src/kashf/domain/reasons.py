"""Why names are, or are not, one: codes with what they are about. The sentences are made at the doors, and nothing hangs on them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple, Self

from kashf.domain.ids import Json


class ReasonCode(StrEnum):
    """What is said; the doors have a sentence for each in every language."""

    # Of two words.
    SAME_WORD = "same-word"
    DIFFERENT_WORDS = "different-words"
    TWO_SPELLINGS = "two-spellings"
    TWO_SCRIPTS = "two-scripts"
    TWO_ROMANISATIONS = "two-romanisations"
    READ_AS = "read-as"
    NO_COUNTERPART = "no-counterpart"
    WITHOUT_ARTICLE = "without-article"
    MISREAD = "misread"
    ONE_LETTER_APART = "one-letter-apart"
    INITIAL_FITS = "initial-fits"
    ANOTHER_INITIAL = "another-initial"
    ANOTHER_NUMBER = "another-number"
    # Of the parts of two names.
    ANOTHER = "another"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"
    TOGETHER_AND_APART = "together-and-apart"
    NO_COMMON_PART = "no-common-part"
    # Of a name and a place in a text.
    AS_ASKED = "as-asked"
    EVERY_PART = "every-part"
    FAMILY_NAME_FIRST = "family-name-first"
    WRITTEN_TOGETHER = "written-together"
    WITHOUT_BIN = "without-bin"
    NAMES_BETWEEN = "names-between"
    WITHOUT = "without"
    ADJECTIVE = "adjective"
    DIRECTION = "direction"
    PREPOSITION = "preposition"
    IN_KUNYA = "in-kunya"
    FATHERS_NAME = "fathers-name"
    BEHIND_ANOTHER_NAME = "behind-another-name"
    # Of people's decisions.
    DECIDED = "decided"
    DECIDED_WITH_REASON = "decided-with-reason"
    # What may mislead.
    ANOTHER_MAN = "another-man"
    ANOTHER_GROUP = "another-group"
    GROUP_OR_PERSON = "group-or-person"
    FATHER_AND_SON = "father-and-son"
    KNOWN_NAMES = "known-names"
    TWO_READINGS = "two-readings"
    ANOTHER_SEX = "another-sex"
    PARENT_AND_CHILD = "parent-and-child"
    RELATIVE = "relative"
    ANOTHER_ORDER = "another-order"
    TITLE_OR_NAME = "title-or-name"
    ANOTHER_RANK = "another-rank"
    WITH_ARTICLE = "with-article"
    PART_MISSING = "part-missing"
    ONE_PART = "one-part"
    NO_NAME = "no-name"
    CUT = "cut"
    NO_WORD = "no-word"
    #: A sentence that an earlier kashf kept.
    IN_WORDS = "in-words"


class NameReason(NamedTuple):
    """One reason.

    Attributes:
        code: What is said.
        part: The kind of part of a name that it is about; "" for none, or for that of the reason before it.
        left: What it says of the first of two: letters, a kind of part, who decided; "" for nothing.
        right: The same of the second.
        details: What it rests on.
    """

    code: ReasonCode
    part: str = ""
    left: str = ""
    right: str = ""
    details: tuple[NameReason, ...] = ()


class Reasons(tuple[NameReason, ...]):
    """Reasons in the order in which they are told; one that is about a part of a name begins what is said of that part."""

    __slots__ = ()

    @classmethod
    def of(cls, code: ReasonCode, left: str = "", right: str = "", *, details: Iterable[NameReason] = ()) -> Self:
        """Return a single reason."""
        return cls((NameReason(code, "", left, right, tuple(details)),))

    def about(self, part: str) -> Self:
        """Return the same reasons, about a kind of part."""
        return type(self)((*(reason._replace(part=part) for reason in self[:1]), *self[1:]))


NO_REASONS: Final = Reasons()


def as_values(reasons: Iterable[NameReason]) -> list[Json]:
    """Return reasons as values to be kept; `from_values` reads them back.

    >>> as_values(Reasons.of(ReasonCode.SAME_WORD).about("kunya"))
    [['same-word', 'kunya']]
    """
    return [_as_value(reason) for reason in reasons]


def from_values(values: Json) -> Reasons:
    """Return reasons that were kept.

    Raises:
        ValueError: They are none.
    """
    if not isinstance(values, list):
        raise ValueError("reasons are a list")
    return Reasons(map(_from_value, values))


def _as_value(reason: NameReason) -> Json:
    fields: list[Json] = [reason.code.value, reason.part, reason.left, reason.right, as_values(reason.details)]
    while not fields[-1]:
        fields.pop()
    return fields


def _from_value(value: Json) -> NameReason:
    if not isinstance(value, list) or not 1 <= len(value) <= len(NameReason._fields):
        raise ValueError("a reason is a list of up to five fields")
    texts = [text for text in value[:4] if isinstance(text, str)]
    if len(texts) < min(len(value), 4):
        raise ValueError("a reason's fields are texts")
    code, *rest = texts
    details = from_values(value[4]) if len(value) == len(NameReason._fields) else ()
    part, left, right = (*rest, *[""] * (3 - len(rest)))
    return NameReason(ReasonCode(code), part, left, right, tuple(details))

"""In which roles somebody is named: in a field of a form, in the head of a mail, or in other words; each with what it is out of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from kashf.domain.document import Span
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import ANSWERED, FieldKind, FieldState, ValueType
from kashf.domain.ids import DocumentId
from kashf.entities.counting.appearances import Appearance, Appearances
from kashf.language.marks.quoted_mail import head_line
from kashf.ports.stages import MAIL
from kashf.ports.views import CaseView
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.forms.naming.asked_places import OWN_KINDS, AskedPlaces, families_in


class RoleKind(StrEnum):
    """How it is known in what role somebody is named."""

    #: By the field of a form.
    FIELD = "field"
    #: By the head of a mail.
    MAIL = "mail"
    #: Nothing says it.
    TEXT = "text"


class Role(NamedTuple):
    """A role in which somebody is named.

    Args:
        kind: How it is known.
        code: Which: "own" for whom a form is about, else the kind of the field; "sender", "recipient"; "mentioned".
    """

    kind: RoleKind
    code: str


OWN: Final = Role(RoleKind.FIELD, "own")
SENDER: Final = Role(RoleKind.MAIL, "sender")
RECIPIENT: Final = Role(RoleKind.MAIL, "recipient")
MENTIONED: Final = Role(RoleKind.TEXT, "mentioned")


@dataclass(frozen=True, slots=True)
class RoleBase:
    """What a number of forms, mails or documents is out of.

    Args:
        asked: Forms that ask for such a role; mails; documents with text.
        answered: Of these forms those with an answer, "none" among them; of mails and documents all.
        blank: Forms on which nothing stands there.
        unread: Forms on which it was not found or not read surely enough.
    """

    asked: int
    answered: int
    blank: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How often somebody is named in a role.

    Args:
        role: Which.
        labels: What the fields are called, the one that names him most often first.
        number: Forms, mails or documents that name him so.
        documents: Documents in which these are.
        without_copies: The same number, those in copies of a document counted once.
        mentions: Places.
        undecided: Further forms, mails or documents that may name him so, for a person to decide.
        base: What the number is out of.
        is_sealed: Whether a field is sealed that names him so.
        places: The places, in order.
        undecided_places: Those that are undecided.
    """

    role: Role
    labels: tuple[str, ...]
    number: int
    documents: int
    without_copies: int
    mentions: int
    undecided: int
    base: RoleBase
    is_sealed: bool
    places: tuple[Appearance, ...]
    undecided_places: tuple[Appearance, ...]


class _Named(NamedTuple):
    """A place with the form, mail or document that it is counted by."""

    place: Appearance
    unit: RecordId
    label: str = ""
    is_sealed: bool = False


class Roles:
    """Tells in what role places name whoever they name.

    Args:
        view: Of which case.
        documents: In which places are.
    """

    def __init__(self, view: CaseView, documents: Iterable[DocumentId]) -> None:
        self._fields = AskedPlaces(view, documents)
        self._heads = _heads(view, sorted(set(documents)))

    def of(self, place: Span) -> Role:
        """Return in what role a place names whoever it names."""
        return self.told(place)[0]

    def told(self, place: Span) -> tuple[Role, RecordId, str, bool]:
        """Return the role with the form, or else the document, what its field is called, and whether it is sealed."""
        asked = self._fields.at(place)
        if asked and asked.field.kind.traits.type is ValueType.NAME:
            kind = asked.field.kind
            role = OWN if kind in OWN_KINDS else Role(RoleKind.FIELD, kind.value)
            return role, asked.record, asked.field.name or asked.field.field.label, asked.field.is_sealed
        return self._in_head(place), RecordId(place.document), "", False

    def _in_head(self, place: Span) -> Role:
        head = self._heads.get(place.document) if place.page == 1 else None
        if head is None or place.end > len(head):
            return MENTIONED
        line = head[head.rfind("\n", 0, place.start) + 1 :].partition("\n")[0]
        told = head_line(line)
        return _OF_HEAD.get(told[0], MENTIONED) if told else MENTIONED


_OF_HEAD: Final[Mapping[str, Role]] = {"from": SENDER, "sender": SENDER, "to": RECIPIENT, "cc": RECIPIENT, "bcc": RECIPIENT}


def count_by_role(view: CaseView, counted: Appearances) -> tuple[RoleCount, ...]:
    """Return in what roles somebody is named, the most frequent first and mere mentions last.

    Args:
        view: The case, narrowed as the count was.
        counted: Where he is named, and may be.
    """
    roles = Roles(view, {place.document for place in (*counted.spans, *counted.undecided_spans)})
    found: dict[Role, tuple[list[_Named], list[_Named]]] = {}
    for at, places in enumerate((counted.spans, counted.undecided_spans)):
        for place in places:
            role, unit, label, is_sealed = roles.told(place.span)
            found.setdefault(role, ([], []))[at].append(_Named(place, unit, label, is_sealed))
    leaders = witnesses(view, {place.document for place in counted.spans})
    bases = _Bases(view)
    counts = (_counted(role, *named, base=bases.of(role), leaders=leaders) for role, named in found.items())
    return tuple(sorted(counts, key=lambda each: (each.role == MENTIONED, -each.number, -each.undecided, each.role)))


def _counted(
    role: Role, sure: Sequence[_Named], unsure: Sequence[_Named], *, base: RoleBase, leaders: Mapping[DocumentId, DocumentId]
) -> RoleCount:
    units = {each.unit for each in sure}
    labels = Counter(each.label for each in (*sure, *unsure) if each.label)
    return RoleCount(
        role,
        tuple(label for label, _ in sorted(labels.items(), key=lambda item: (-item[1], item[0]))),
        number=len(units),
        documents=len({unit.document for unit in units}),
        without_copies=len({(leaders.get(unit.document, unit.document), unit.nth) for unit in units}),
        mentions=len(sure),
        undecided=len({each.unit for each in unsure} - units),
        base=base,
        is_sealed=any(each.is_sealed for each in (*sure, *unsure)),
        places=tuple(each.place for each in sure),
        undecided_places=tuple(each.place for each in unsure),
    )


class _Bases:
    """What numbers of roles are out of."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._families = tuple(each for each in families_in(view) if each.doubt is None)

    def of(self, role: Role) -> RoleBase:
        """Return what a role is out of."""
        if role.kind is RoleKind.FIELD:
            return self._forms(OWN_KINDS if role == OWN else frozenset({FieldKind(role.code)}))
        number = len(self._view.stage_rows(MAIL)) if role.kind is RoleKind.MAIL else len(self._view.page_counts())
        return RoleBase(number, number)

    def _forms(self, kinds: frozenset[FieldKind]) -> RoleBase:
        """Return how many forms have what in fields of some kinds, each by the best of its fields."""
        best: dict[tuple[DocumentId, int], int] = {}
        columns = (column for family in self._families for field in family.fields if field.kind in kinds for column in field.columns)
        for family, key in columns:
            for cell in self._view.value_cells(family, key):
                rank = _RANKS[cell.state]
                best[cell.document, cell.nth] = min(rank, best.get((cell.document, cell.nth), rank))
        states = Counter(_BEST_FIRST[rank] for rank in best.values())
        unread = states[FieldState.UNREADABLE] + states[FieldState.NOT_FOUND]
        asked = len(best) - states[FieldState.NOT_ASKED]
        return RoleBase(asked, sum(states[state] for state in ANSWERED), states[FieldState.BLANK], unread)


#: Of two fields of a form that ask one thing the better counts.
_BEST_FIRST: Final = (
    *(FieldState.FILLED, FieldState.NONE, FieldState.UNREADABLE),
    *(FieldState.NOT_FOUND, FieldState.BLANK, FieldState.NOT_ASKED),
)
_RANKS: Final = {state: rank for rank, state in enumerate(_BEST_FIRST)}


def _heads(view: CaseView, documents: Sequence[DocumentId]) -> Mapping[DocumentId, str]:
    """Return the header lines of those documents that are mails."""
    mails = [document for document, _ in view.stage_rows(MAIL, documents)]
    return {document: text.partition("\n\n")[0] for (document, _), text in view.texts_at([(each, 1) for each in mails]).items()}

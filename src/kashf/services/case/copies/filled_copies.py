"""Which documents are copies by what their forms were filled in with, whatever template they share and however alike they look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from rapidfuzz.fuzz import ratio

from kashf.domain.forms.form_decisions import FORM_DECISIONS, form_decisions_of, sure_families
from kashf.domain.forms.form_families import FamilyId, FamilyKind
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState, own_key
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.language.words.tokens import folded_words
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.forms import KeptFamily, ValueCell
from kashf.ports.views import CaseView

#: What a form has in each field that tells anything, by the place of the field in its family.
Answers = Mapping[int, ValueCell]

#: States that tell what a form was filled in with.
TELLING: Final = frozenset({FieldState.FILLED, FieldState.BLANK, FieldState.NONE})
#: Forms in a document from which on it is left to its words, as registers are.
MOST_FORMS: Final = 12
#: Records of a family, and share of them, with one value up to which that tells who filled a form in.
_FEW, _FEW_SHARE = 3, 0.03
#: Values that tell so much of which two copies have the same at least; and where OCR read one of them.
_LEAST_SAME, _LEAST_SAME_READ = 2, 3
#: So many more for each field that differs, since a man fills in a form twice.
_FOR_EACH_CHANGE: Final = 2
#: Fields that both have filled in, from which on it is known that two are no copies.
_LEAST_COMPARED: Final = 3
#: How alike in [0..100] two values are of which OCR read one, that may be one.
_ALIKE: Final = 70
#: Fields that differ on two copies, of those that both have filled in: as typed, and the share of them where OCR read one.
_MOST_CHANGED, _MOST_CHANGED_SHARE = 1, 0.1
#: Documents with one value that are held against each other because of it.
_MOST_MET: Final = 40


@dataclass(frozen=True, slots=True)
class FilledFields:
    """What two forms of a family have.

    Args:
        same: Places of fields in which both say the same, or perhaps so where OCR read one.
        changed: Places of those in which they do not.
    """

    same: tuple[int, ...]
    changed: tuple[int, ...]


@dataclass(slots=True)
class FilledCopies:
    """What the forms of all documents were filled in with.

    Args:
        view: Of a case in which families were found.
    """

    view: CaseView
    forms: dict[DocumentId, list[tuple[FamilyId, dict[int, ValueCell]]]] = field(default_factory=dict)
    _kinds: dict[FamilyId, tuple[FieldKind, ...]] = field(default_factory=dict)
    _frequent: dict[FamilyId, Counter[tuple[int, str]]] = field(default_factory=dict)
    _most: dict[FamilyId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        places: dict[tuple[DocumentId, int], dict[int, ValueCell]] = {}
        families = _kept_families(self.view)
        sure = sure_families([kept.family for kept in families], form_decisions_of(self.view.entries(kinds=sorted(FORM_DECISIONS.kinds))))
        for kept in families:
            id = kept.family.id
            if kept.family.kind is not FamilyKind.FORM or id not in sure:
                continue
            self._kinds[id] = kept.kinds
            self._most[id] = max(_FEW, int(_FEW_SHARE * kept.family.records))
            for head in self.view.record_heads(id):
                mine: dict[int, ValueCell] = {}
                places[head.document, head.nth] = mine
                self.forms.setdefault(head.document, []).append((id, mine))
            counts = self._frequent[id] = Counter()
            for at, asked in enumerate(kept.family.fields):
                for cell in self._cells(id, asked.key):
                    places[cell.document, cell.nth][at] = cell
                    counts[at, told(cell)] += 1

    def _cells(self, family: FamilyId, key: FieldKey) -> Iterator[ValueCell]:
        """Yield what is filled in or left blank in a field; of one of several things that a label asks, nothing: the whole answer tells."""
        if own_key(key) == key:
            yield from (cell for cell in self.view.value_cells(family, key) if cell.state in TELLING)

    def are_copies(self, left: DocumentId, right: DocumentId) -> bool | None:
        """Return whether two documents are copies by what is filled in; None where that does not tell."""
        here, there = self.forms.get(left, ()), self.forms.get(right, ())
        if not here or not there or max(len(here), len(there)) > MOST_FORMS:
            return None
        if {family for family, _ in here} != {family for family, _ in there}:
            return None
        if [family for family, _ in here] != [family for family, _ in there]:
            return False
        said = [self._is_copy(family, one, other) for (family, one), (_, other) in zip(here, there, strict=True)]
        return False if False in said else None if None in said else True

    def links(self, known: set[DocumentId]) -> Iterator[CopyLink]:
        """Yield which documents are copies by what is filled in, each of the first of its kind; what is known to be a copy is left out."""
        met = self._met()
        copies = set(known)
        for document in sorted(met):
            if document in copies:
                continue
            for other in sorted(met[document], key=lambda id: (-met[document][id], id)):
                if other > document and other not in copies and self.are_copies(document, other):
                    copies.add(other)
                    yield CopyLink(CopyKind.NEAR, other, document, self._share(document, other))

    def _is_copy(self, family: FamilyId, left: Answers, right: Answers) -> bool | None:
        fields = filled_fields(left, right)
        compared = len(fields.same) + len(fields.changed)
        if compared < _LEAST_COMPARED:
            return None
        if any(self._kinds[family][at] is FieldKind.NAME for at in fields.changed):
            return False
        is_read = any(cell.is_unseen for answers in (left, right) for cell in answers.values())
        most = max(_MOST_CHANGED, int(_MOST_CHANGED_SHARE * compared)) if is_read else _MOST_CHANGED
        if len(fields.changed) > most:
            return False
        telling = sum(self._tells(family, at, left[at]) for at in fields.same)
        if telling >= (_LEAST_SAME_READ if is_read else _LEAST_SAME) + _FOR_EACH_CHANGE * len(fields.changed):
            return True
        return False if fields.changed else None

    def _tells(self, family: FamilyId, at: int, cell: ValueCell) -> bool:
        return cell.state is FieldState.FILLED and self._frequent[family][at, told(cell)] <= self._most[family]

    def _met(self) -> dict[DocumentId, Counter[DocumentId]]:
        """Return which documents have values alike that tell something, and how many."""
        having: dict[tuple[FamilyId, int, str], list[DocumentId]] = {}
        for document, some in self.forms.items():
            for family, answers in some[:MOST_FORMS]:
                for at, cell in answers.items():
                    if self._tells(family, at, cell):
                        having.setdefault((family, at, told(cell)), []).append(document)
        met: dict[DocumentId, Counter[DocumentId]] = {}
        for documents in having.values():
            for one, other in combinations(sorted(set(documents))[:_MOST_MET], 2):
                met.setdefault(one, Counter())[other] += 1
        return met

    def _share(self, left: DocumentId, right: DocumentId) -> float:
        pairs = [filled_fields(one, other) for (_, one), (_, other) in zip(self.forms[left], self.forms[right], strict=True)]
        same, changed = sum(len(each.same) for each in pairs), sum(len(each.changed) for each in pairs)
        return round(same / (same + changed), 3)


def _kept_families(view: CaseView) -> Sequence[KeptFamily]:
    try:
        return view.kept_families()
    except UnfinishedError:  # A case of an earlier kashf, which looked for no forms.
        return ()


def filled_fields(left: Answers, right: Answers) -> FilledFields:
    """Return in which fields two forms say the same, of those that at least one has filled in and both answer or leave blank."""
    same: list[int] = []
    changed: list[int] = []
    for at in sorted(left.keys() & right.keys()):
        one, other = left[at], right[at]
        if FieldState.FILLED in {one.state, other.state}:
            is_doubtful = one.is_unseen or other.is_unseen
            if one.state is other.state:
                (same if is_same(one, other) else changed).append(at)
            elif not is_doubtful:
                changed.append(at)
    return FilledFields(tuple(same), tuple(changed))


def is_same(one: ValueCell, other: ValueCell) -> bool:
    """Return whether two values say the same, or perhaps so, where OCR read one of them and they look alike."""
    if told(one) == told(other) or words(one) == words(other):
        return True
    return (one.is_unseen or other.is_unseen) and ratio(words(one), words(other)) >= _ALIKE


def told(cell: ValueCell) -> str:
    """Return by what a value is known: its key, or its words where that cannot be told."""
    return cell.key or words(cell)


def words(cell: ValueCell) -> str:
    """Return the folded words of a value."""
    return " ".join(folded_words(cell.label)) or cell.label

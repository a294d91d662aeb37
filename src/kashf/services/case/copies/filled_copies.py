"""Which documents are copies by what their forms were filled in with, whatever template they share and however alike they look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import combinations
from typing import Final, NamedTuple

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


class SaidValue(NamedTuple):
    """What a form says in a field, as far as copies are told by it.

    Args:
        state: What became of the field.
        told: By what it is known: its key, or its words where that cannot be told.
        words: Its folded words.
        is_unseen: Whether a machine read it from a picture and nobody looked at it yet.
        records: How many of the family say the same there; 0 where they were not counted.
    """

    state: FieldState
    told: str
    words: str
    is_unseen: bool
    records: int = 0


#: What a form says in each field of its family, in their order; None where that tells nothing.
Answers = Sequence[SaidValue | None]

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
#: Values of a form by which its copies are found: the rarest. Of those two copies have at least two in common, as one value may differ.
_RAREST: Final = 4
#: Documents that are held against one another because of what they have in common; of more, each against so many that say the likest.
_MOST_MET: Final = 40
#: Characters of a value that are kept; of what is longer the rest is known by its digest.
_MOST_CHARACTERS: Final = 400


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
    forms: dict[DocumentId, list[tuple[FamilyId, Answers]]] = field(default_factory=dict)
    _kinds: dict[FamilyId, tuple[FieldKind, ...]] = field(default_factory=dict)
    _most: dict[FamilyId, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        families = _kept_families(self.view)
        sure = sure_families([kept.family for kept in families], form_decisions_of(self.view.entries(kinds=sorted(FORM_DECISIONS.kinds))))
        for kept in families:
            id = kept.family.id
            if kept.family.kind is not FamilyKind.FORM or id not in sure:
                continue
            self._kinds[id] = kept.kinds
            self._most[id] = max(_FEW, int(_FEW_SHARE * kept.family.records))
            places: dict[tuple[DocumentId, int], list[SaidValue | None]] = {}
            for head in self.view.record_heads(id):
                mine = places[head.document, head.nth] = [None] * len(kept.family.fields)
                self.forms.setdefault(head.document, []).append((id, mine))
            for at, asked in enumerate(kept.family.fields):
                for (document, nth), value in said_values(self._cells(id, asked.key)):
                    places[document, nth][at] = value

    def _cells(self, family: FamilyId, key: FieldKey) -> Sequence[ValueCell]:
        """Return what is filled in or left blank in a field; of one of several things that a label asks, nothing: all of it tells."""
        if own_key(key) != key:
            return ()
        return [cell for cell in self.view.value_cells(family, key) if cell.state in TELLING]

    def settled(self) -> dict[str, int]:
        """Return the documents whose copies among their like are all told by what is filled in, with a number for each kind of them.

        Of two with one number `are_copies` and `links` say all there is to say, so that their texts need not be compared. They are typed,
        and say enough, also of what few say.
        """
        kinds: dict[frozenset[FamilyId], int] = {}
        found: dict[str, int] = {}
        for document, some in self.forms.items():
            if len(some) <= MOST_FORMS and all(self._is_settled(family, answers) for family, answers in some):
                found[document] = kinds.setdefault(frozenset(family for family, _ in some), len(kinds) + 1)
        return found

    def _is_settled(self, family: FamilyId, answers: Answers) -> bool:
        said = [value for value in answers if value]
        filled = sum(value.state is FieldState.FILLED for value in said)
        return filled >= _LEAST_COMPARED and sum(self._tells(family, value) for value in said) >= _LEAST_SAME and not _is_read(answers)

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
            for other in sorted(met[document]):
                if other not in copies and self.are_copies(document, other):
                    copies.add(other)
                    yield CopyLink(CopyKind.NEAR, other, document, self._share(document, other))

    def _is_copy(self, family: FamilyId, left: Answers, right: Answers) -> bool | None:
        fields = filled_fields(left, right)
        compared = len(fields.same) + len(fields.changed)
        if compared < _LEAST_COMPARED:
            return None
        if any(self._kinds[family][at] is FieldKind.NAME for at in fields.changed):
            return False
        is_read = _is_read(left) or _is_read(right)
        most = max(_MOST_CHANGED, int(_MOST_CHANGED_SHARE * compared)) if is_read else _MOST_CHANGED
        if len(fields.changed) > most:
            return False
        telling = sum(self._tells(family, left[at]) for at in fields.same)
        if telling >= (_LEAST_SAME_READ if is_read else _LEAST_SAME) + _FOR_EACH_CHANGE * len(fields.changed):
            return True
        return False if fields.changed else None

    def _tells(self, family: FamilyId, value: SaidValue | None) -> bool:
        return value is not None and value.state is FieldState.FILLED and value.records <= self._most[family]

    def _met(self) -> dict[DocumentId, set[DocumentId]]:
        """Return which documents have values alike that tell something, each with those that come behind it."""
        met: dict[DocumentId, set[DocumentId]] = {}
        for documents in self._sharing():
            order = sorted(documents) if len(documents) <= _MOST_MET else sorted(documents, key=self._in_words)
            for at, one in enumerate(order):
                for other in order[at + 1 : at + 1 + _MOST_MET]:
                    met.setdefault(min(one, other), set()).add(max(one, other))
        return met

    def _sharing(self) -> Iterator[set[DocumentId]]:
        """Yield documents that share two of their rarest values; where OCR read one of them, any that tells, with a few others."""
        typed: dict[int, list[DocumentId]] = {}
        read: dict[int, list[DocumentId]] = {}
        for document, some in self.forms.items():
            if len(some) <= MOST_FORMS:
                if any(_is_read(answers) for _, answers in some):
                    for key in {key for family, answers in some for key in self._telling(family, answers)}:
                        read.setdefault(key, []).append(document)
                    continue
                for two in combinations(self._telling(*some[0])[:_RAREST], 2):
                    typed.setdefault(hash(two), []).append(document)
        yield from (set(documents) for documents in typed.values() if len(documents) > 1)
        beside: dict[int, list[DocumentId]] = {}
        for document, some in self.forms.items() if read else ():
            if len(some) <= MOST_FORMS and not any(_is_read(answers) for _, answers in some):
                for key in {key for family, answers in some for key in self._telling(family, answers)} & read.keys():
                    beside.setdefault(key, []).append(document)
        for key, documents in read.items():
            yield {*sorted(documents)[:_MOST_MET], *sorted(beside.get(key, ()))[:_MOST_MET]}

    def _telling(self, family: FamilyId, answers: Answers) -> list[int]:
        """Return the values of a form that tell something, the rarest first, each as a number."""
        said = sorted((value.records, at, value.told) for at, value in enumerate(answers) if value and self._tells(family, value))
        return [hash((family, at, told)) for _, at, told in said]

    def _in_words(self, document: DocumentId) -> tuple[list[str], DocumentId]:
        return [value.told if value else "" for _, answers in self.forms[document] for value in answers], document

    def _share(self, left: DocumentId, right: DocumentId) -> float:
        pairs = [filled_fields(one, other) for (_, one), (_, other) in zip(self.forms[left], self.forms[right], strict=True)]
        same, changed = sum(len(each.same) for each in pairs), sum(len(each.changed) for each in pairs)
        return round(same / (same + changed), 3)


def _kept_families(view: CaseView) -> Sequence[KeptFamily]:
    try:
        return view.kept_families()
    except UnfinishedError:  # A case of an earlier kashf, which looked for no forms.
        return ()


def said_values(cells: Iterable[ValueCell]) -> Iterator[tuple[tuple[DocumentId, int], SaidValue]]:
    """Yield what forms say in one field, by document and place; what several say is held once."""
    cells = tuple(cells)
    known: dict[ValueCell, SaidValue] = {}
    for cell in cells:
        bare = _bare(cell)
        if bare not in known:
            known[bare] = said_value(cell)
    counts = Counter(known[_bare(cell)].told for cell in cells)
    for bare, value in known.items():
        known[bare] = value._replace(records=counts[value.told])
    yield from (((cell.document, cell.nth), known[_bare(cell)]) for cell in cells)


def _bare(cell: ValueCell) -> ValueCell:
    return cell._replace(document=DocumentId(""), nth=0)


def said_value(cell: ValueCell) -> SaidValue:
    """Return what a form says in a field, as far as copies are told by it."""
    words = " ".join(folded_words(cell.label)) or cell.label
    return SaidValue(cell.state, _short(cell.key or words), _short(words), cell.is_unseen)


def _short(told: str) -> str:
    """Return a text, with a digest for the rest where it is long."""
    if len(told) <= _MOST_CHARACTERS:
        return told
    rest = told[_MOST_CHARACTERS:].encode("utf-8", "surrogatepass")
    return f"{told[:_MOST_CHARACTERS]} {blake2b(rest, digest_size=16).hexdigest()}"


def _is_read(answers: Answers) -> bool:
    return any(value.is_unseen for value in answers if value)


def filled_fields(left: Answers, right: Answers) -> FilledFields:
    """Return in which fields two forms say the same, of those that at least one has filled in and both answer or leave blank."""
    same: list[int] = []
    changed: list[int] = []
    for at, (one, other) in enumerate(zip(left, right, strict=False)):
        if one and other and FieldState.FILLED in {one.state, other.state}:
            is_doubtful = one.is_unseen or other.is_unseen
            if one.state is other.state:
                (same if is_same(one, other) else changed).append(at)
            elif not is_doubtful:
                changed.append(at)
    return FilledFields(tuple(same), tuple(changed))


def is_same(one: SaidValue, other: SaidValue) -> bool:
    """Return whether two values say the same, or perhaps so, where OCR read one of them and they look alike."""
    if one.told == other.told or one.words == other.words:
        return True
    return (one.is_unseen or other.is_unseen) and ratio(one.words, other.words) >= _ALIKE

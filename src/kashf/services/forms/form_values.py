"""What the forms of a family have in a field: values that say one thing as one, with what people decided about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_decisions import FormDecision, ValuesJoined, family_named
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldState, ValueType
from kashf.domain.ids import DocumentId
from kashf.domain.pages.masked import BLOCK
from kashf.errors import NotFoundError
from kashf.evidence.cross_tabs.given_answers import Step, given_answers
from kashf.language.words.tokens import folded_words
from kashf.ports.forms import ValueCell
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField, form_decisions
from kashf.services.forms.sealed.shown_value import is_hidden
from kashf.services.forms.sealed.under_age import forms_of_minors
from kashf.services.forms.told_families import FormFamily

_BY_DOCUMENT: Final = itemgetter(0, 1)
#: What the key of a value begins with of which it cannot be told what it says: its words stand behind it.
_UNTOLD: Final = "?"
#: The key of all that tells who somebody under 18 is, and how that is called: no answer that could go with another.
SEALED_ANSWER: Final = BLOCK * 5


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """Values that say one thing.

    Args:
        key: The key that the most of them have.
        label: How the most of them are called.
        records: Forms that have it.
        without_copies: The same, those in copies of a document counted once.
        keys: All keys that people joined, its own first.
        labels: All that they are called, the most frequent first.
        is_undecided: Whether a person should decide before it is joined with others or counted apart.
    """

    key: str
    label: str
    records: int
    without_copies: int
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    is_undecided: bool


@dataclass(frozen=True, slots=True)
class FieldValues:
    """What forms have in a field.

    Args:
        field: Which.
        groups: The one that the most forms have first.
        states: Forms by what became of the field.
        undecided: Forms with a value that a person should decide on.
        unseen: Forms with a value that a machine read from a picture and nobody looked at.
    """

    field: AskedField
    groups: tuple[ValueGroup, ...]
    states: Mapping[FieldState, int]
    undecided: int
    unseen: int


def values_of(
    case: OpenCase,
    family: FormFamily,
    field: AskedField,
    *,
    scope: Scope = Scope.LEAK,
    joined: bool = True,
    opened: Collection[FieldKey] = (),
) -> FieldValues:
    """Return what the forms of a family have in a field, values that say one thing together, with counts.

    Args:
        case: Which case.
        family: Which family.
        field: Which field.
        scope: Which collection.
        joined: Whether values that people joined are together too.
        opened: Keys of the fields that somebody opened; of others the values of people under 18 are one, without words.
    """
    view = narrow(case, scope).case.view
    decided = _Joins.of(form_decisions(case.view) if joined else (), family, field)
    cells = list(_shown(view, family, field, opened))
    filled = [cell for cell in cells if cell.state is FieldState.FILLED]
    homes = decided.homes(Counter(cell.key for cell in filled))
    leaders = witnesses(view, {cell.document for cell in filled})
    mine: dict[str, list[ValueCell]] = {}
    for cell in filled:
        mine.setdefault(homes[cell.key], []).append(cell)
    groups = [_group(key, some, leaders=leaders, decided=decided) for key, some in mine.items()]
    return FieldValues(
        field,
        tuple(sorted(groups, key=lambda each: (-each.records, each.key))),
        Counter(cell.state for cell in cells),
        undecided=sum(each.records for each in groups if each.is_undecided),
        unseen=sum(cell.is_unseen for cell in cells),
    )


def cells_of(
    case: OpenCase, family: FormFamily, field: AskedField, *, scope: Scope = Scope.LEAK, opened: Collection[FieldKey] = ()
) -> tuple[ValueCell, ...]:
    """Return the least of the value that each form of a family has in a field, by document and place, for tables.

    Values that people joined have one key and one label; of a doubtful one nobody has decided yet. A form of a family that does not ask
    the field has it as not asked. What tells who somebody under 18 is has one key and no words, unless its field is `opened`.
    """
    view = narrow(case, scope).case.view
    decided = _Joins.of(form_decisions(case.view), family, field)
    cells = list(_shown(view, family, field, opened))
    filled = [cell for cell in cells if cell.state is FieldState.FILLED]
    homes = decided.homes(Counter(cell.key for cell in filled))
    labels: dict[str, Counter[str]] = {}
    for cell in filled:
        labels.setdefault(homes[cell.key], Counter())[cell.label] += 1
    called = {key: _most(some) for key, some in labels.items()}
    told = [_told(cell, homes[cell.key], called, decided) if cell.state is FieldState.FILLED else cell for cell in cells]
    return tuple(sorted(told, key=_BY_DOCUMENT) if len(family.members) > 1 else told)


def records(
    case: OpenCase, family: FormFamily, where: Sequence[tuple[AskedField, str]] = (), *, scope: Scope = Scope.LEAK, step: Step = Step.DAY
) -> tuple[RecordId, ...]:
    """Return the forms of a family, by document and place.

    Args:
        case: Which case.
        family: Which family.
        where: Fields with the keys of values, as `values_of` or a table has them, or states: only forms that have all of these.
        scope: Which collection.
        step: By what the table counts dates.
    """
    view = narrow(case, scope).case.view
    found = {head[:2] for member in family.members for head in view.record_heads(member.id)}
    for field, key in where:
        type = field.kind.traits.type
        found &= {cell[:2] for cell in cells_of(case, family, field, scope=scope) if _has(cell, type, key, step)}
    return tuple(RecordId(document, nth) for document, nth in sorted(found))


def _has(cell: ValueCell, type: ValueType, key: str, step: Step) -> bool:
    """Return whether a value has a key or a state, or gives an answer of that key."""
    is_filled = cell.state is FieldState.FILLED
    return key in {cell.key or None, cell.state} or (is_filled and any(each.key == key for each in given_answers(type, cell.key, "", step)))


def joined_values(decisions: Iterable[FormDecision], family: FormFamily, field: AskedField) -> tuple[frozenset[str], ...]:
    """Return the keys of values of a field that people joined, in sets apart."""
    return _Joins.of(decisions, family, field).same


def judged_values(
    decisions: Iterable[FormDecision], family: FormFamily, field: AskedField
) -> Mapping[frozenset[str], Sequence[tuple[FormDecision, Verdict]]]:
    """Return what people said of two values of a field and did not take back, oldest first, by the keys of the two."""
    said: dict[frozenset[str], list[tuple[FormDecision, Verdict]]] = {}
    for each in decisions:
        told = each.told
        if each.undone is None and isinstance(told, ValuesJoined) and _is_about(each, told, family, field):
            said.setdefault(frozenset({told.left, told.right}), []).append((each, told.verdict))
    return said


def value_named(values: FieldValues, asked: str) -> str:
    """Return the key of the value that somebody names: by its key, what it is called, or a beginning of that.

    Of values that people joined it is that of the most frequent one.

    Raises:
        NotFoundError: There is none, or more than one.
    """
    words = " ".join(folded_words(asked))
    ways = (
        [each for each in values.groups if asked in each.keys],
        [each for each in values.groups if words and words in _called(each)],
        [each for each in values.groups if words and any(label.startswith(words) for label in _called(each))],
    )
    found = next((some for some in ways if some), [])
    if len(found) != 1:
        raise NotFoundError(f"{len(found)} values of this field are {asked}", code="no-such-value", count=len(found), value=asked)
    return found[0].key


@dataclass(frozen=True, slots=True)
class _Joins:
    """What people decided about the values of a field.

    Args:
        same: Keys that they joined, in sets apart.
        told: All keys that stand in a decision.
    """

    same: tuple[frozenset[str], ...]
    told: frozenset[str]

    @classmethod
    def of(cls, decisions: Iterable[FormDecision], family: FormFamily, field: AskedField) -> _Joins:
        """Return what stands of decisions; what two people contradict each other about is not followed, nor what crosses a "different"."""
        said = {pair: {each.person: verdict for each, verdict in by} for pair, by in judged_values(decisions, family, field).items()}
        agreed = {pair: next(iter(set(by.values()))) for pair, by in said.items() if len(set(by.values())) == 1}
        apart = [pair for pair, verdict in agreed.items() if verdict is Verdict.DIFFERENT]
        same: list[frozenset[str]] = []
        for pair in (pair for pair, verdict in agreed.items() if verdict is Verdict.SAME):
            joined = pair.union(*(some for some in same if some & pair))
            if not any(two <= joined for two in apart):
                same = [*(some for some in same if not some & pair), joined]
        return cls(tuple(same), frozenset(key for pair in agreed for key in pair))

    def homes(self, counts: Mapping[str, int]) -> Mapping[str, str]:
        """Return under which key each is counted: of those that were joined, the most frequent one."""
        homes = {key: key for key in counts}
        for some in self.same:
            here = sorted((key for key in some if key in counts), key=lambda key: (-counts[key], key))
            homes |= dict.fromkeys(here, here[0] if here else "")
        return homes

    def joined(self, key: str) -> tuple[str, ...]:
        """Return all keys that are one with a key, itself first."""
        others = next((some for some in self.same if key in some), frozenset())
        return key, *sorted(others - {key})


def _is_about(decision: FormDecision, told: ValuesJoined, family: FormFamily, field: AskedField) -> bool:
    about = family_named(decision.labels, family.members)
    return about is not None and (about.id, told.field) in field.columns


def _shown(view: CaseView, family: FormFamily, field: AskedField, opened: Collection[FieldKey] = ()) -> Iterator[ValueCell]:
    """Yield the values of a field, without what tells who somebody under 18 is."""
    is_apart = field.kind.traits.is_identifying and field.key not in opened and not is_hidden(field)
    minors = forms_of_minors(view, [family.joined]) if is_apart else frozenset[tuple[DocumentId, int]]()
    if not minors:
        yield from _cells(view, family, field)
        return
    for cell in _cells(view, family, field):
        is_sealed = cell.state is FieldState.FILLED and (cell.document, cell.nth) in minors
        yield cell._replace(key=SEALED_ANSWER, label=SEALED_ANSWER, is_doubtful=False) if is_sealed else cell


def _cells(view: CaseView, family: FormFamily, field: AskedField) -> Iterator[ValueCell]:
    """Yield the values of a field in all families that are one; what cannot be told has its words as its key."""
    columns = dict(field.columns)
    for member in family.members:
        if member.id in columns:
            for cell in view.value_cells(member.id, columns[member.id]):
                is_untold = cell.state is FieldState.FILLED and not cell.key
                yield cell._replace(key=_UNTOLD + (" ".join(folded_words(cell.label)) or cell.label)) if is_untold else cell
        else:
            for head in view.record_heads(member.id):
                yield ValueCell(head.document, head.nth, FieldState.NOT_ASKED, "", "", is_doubtful=False, is_unseen=False)


def _group(key: str, cells: Sequence[ValueCell], *, leaders: Mapping[DocumentId, DocumentId], decided: _Joins) -> ValueGroup:
    labels = Counter(cell.label for cell in cells)
    names = tuple(sorted(labels, key=lambda label: (-labels[label], label)))
    without_copies = len({(leaders[cell.document], cell.nth) for cell in cells})
    undecided = any(cell.is_doubtful and cell.key not in decided.told for cell in cells)
    return ValueGroup(key, names[0], len(cells), without_copies, decided.joined(key), names, undecided)


def _told(cell: ValueCell, key: str, called: Mapping[str, str], decided: _Joins) -> ValueCell:
    label, is_doubtful = called[key], cell.is_doubtful and cell.key not in decided.told
    is_so = cell.key == key and cell.label == label and cell.is_doubtful is is_doubtful
    return cell if is_so else cell._replace(key=key, label=label, is_doubtful=is_doubtful)


def _most(labels: Counter[str]) -> str:
    return min(labels, key=lambda label: (-labels[label], label))


def _called(group: ValueGroup) -> frozenset[str]:
    return frozenset(" ".join(folded_words(label)) for label in group.labels)

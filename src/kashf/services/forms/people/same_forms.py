"""Which forms are another one again: copied, typed anew, or with one value changed that does not tell men apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import ANSWERED, FieldKey, FieldKind
from kashf.entities.form_people.compare_people import Agreement, PeopleCompared, PersonTrait
from kashf.entities.form_people.people_pairs import Pair, PeoplePairs
from kashf.entities.form_people.told_person import ToldPerson
from kashf.ports.forms import KeptRecord
from kashf.ports.views import CaseView
from kashf.services.forms.told_families import FormFamily

#: Fields beside the name that two forms have answered alike, so that they are one form and not two men who left most of it blank.
_FEWEST_ALIKE: Final = 4
#: Answers in which a form and its copy may differ.
_MOST_CHANGED: Final = 1
#: Fields in which men differ, which are looked at first.
_TELLING: Final = frozenset({FieldKind.BIRTH, FieldKind.MOTHER, FieldKind.PHONE, FieldKind.KUNYA, FieldKind.DATE})
#: Pairs that are read whole.
_FEW_PAIRS: Final = 200


def same_forms(view: CaseView, people: Sequence[ToldPerson], pairs: Mapping[Pair, PeopleCompared]) -> tuple[Pair, ...]:
    """Return the pairs of forms that are one form twice, of those that may be one man's.

    Two forms of one man filled in on different days are none: they differ in more than one answer.

    Args:
        view: Of which case.
        people: Whom each form is about.
        pairs: Places of forms with what a machine says of the two.
    """
    return _again(view, people, [pair for pair, compared in pairs.items() if _agree(compared)])


def changed_forms(view: CaseView, families: Sequence[FormFamily], people: Sequence[ToldPerson], told: PeoplePairs) -> tuple[Pair, ...]:
    """Return the pairs of forms that are one form twice but for the very value that tells two men of one name apart.

    A copyist may have slipped there, so a person is asked.

    Args:
        view: Of which case.
        families: Of which families the forms are.
        people: Whom each form is about.
        told: What is known of them two by two.
    """
    return _again(view, people, [pair for pair in _little_changed(view, families, people, told.namesakes) if pair not in told.open])


def _little_changed(
    view: CaseView, families: Sequence[FormFamily], people: Sequence[ToldPerson], namesakes: Iterable[Sequence[int]]
) -> Iterator[Pair]:
    """Yield pairs of namesakes whose answers differ little, as far as that is seen without reading the forms whole.

    Field after field is read of all forms at once, those first in which men differ, until few pairs are left.
    """
    import numpy as np  # Takes a tenth of a second to load.

    pairs = np.array([pair for some in namesakes for pair in combinations(some, 2)], dtype=np.int64).reshape(-1, 2)
    changed = np.zeros(len(pairs), dtype=np.int64)
    places = {each.record: at for at, each in enumerate(people)}
    fields = [field for family in families for field in family.fields]
    for field in sorted(fields, key=lambda field: field.kind not in _TELLING):
        for id, key in field.columns:
            if len(pairs) <= _FEW_PAIRS:
                break
            numbers: dict[str, int] = {}
            answers = np.zeros(len(people), dtype=np.int64)
            for cell in view.value_cells(id, key):
                at = places.get(RecordId(cell.document, cell.nth))
                if at is not None and cell.state in ANSWERED:
                    answers[at] = numbers.setdefault(cell.key or cell.label, len(numbers) + 1)
            changed += answers[pairs[:, 0]] != answers[pairs[:, 1]]
            pairs, changed = pairs[changed <= _MOST_CHANGED], changed[changed <= _MOST_CHANGED]
    yield from ((left, right) for left, right in pairs.tolist())


def _again(view: CaseView, people: Sequence[ToldPerson], worth: Sequence[Pair]) -> tuple[Pair, ...]:
    ids = sorted({people[at].record for pair in worth for at in pair})
    answers = {each.form.id: _Answers(each) for each in view.form_records(ids)}
    return tuple(pair for pair in worth if _is_again(*(answers.get(people[at].record) for at in pair)))


class _Answers:
    """What a form answers, by field."""

    def __init__(self, record: KeptRecord) -> None:
        self.edition = record.form.family, record.form.edition
        self.told: dict[FieldKey, str] = {}
        for each in record.values():
            if each.value.state in ANSWERED:
                self.told[each.value.field] = each.read.key or " ".join(each.value.text.split()).casefold()


def _agree(compared: PeopleCompared) -> bool:
    """Return whether all that tells men apart is alike, as far as it is there."""
    alike = {Agreement.AGREES, Agreement.SILENT}
    return compared.traits[PersonTrait.NAME] is Agreement.AGREES and alike.issuperset(compared.traits.values())


def _is_again(left: _Answers | None, right: _Answers | None) -> bool:
    if left is None or right is None or left.edition != right.edition:
        return False
    fields = left.told.keys() | right.told.keys()
    changed = [field for field in fields if left.told.get(field) != right.told.get(field)]
    return len(changed) <= _MOST_CHANGED and len(fields) - len(changed) > _FEWEST_ALIKE

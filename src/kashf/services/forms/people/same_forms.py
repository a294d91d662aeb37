"""Which forms are another one again: copied, typed anew, or with one value changed that does not tell men apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kashf.domain.forms.template_fields import ANSWERED, FieldKey
from kashf.entities.form_people.compare_people import Agreement, PeopleCompared, PersonTrait
from kashf.entities.form_people.people_pairs import Pair
from kashf.entities.form_people.told_person import ToldPerson
from kashf.ports.forms import KeptRecord
from kashf.ports.views import CaseView

#: Fields beside the name that two forms have answered alike, so that they are one form and not two men who left most of it blank.
_FEWEST_ALIKE: Final = 4
#: Answers in which a form and its copy may differ.
_MOST_CHANGED: Final = 1


def same_forms(view: CaseView, people: Sequence[ToldPerson], pairs: Mapping[Pair, PeopleCompared]) -> tuple[Pair, ...]:
    """Return the pairs of forms that are one form twice, of those that may be one man's.

    Two forms of one man filled in on different days are none: they differ in more than one answer.

    Args:
        view: Of which case.
        people: Whom each form is about.
        pairs: Places of forms with what a machine says of the two.
    """
    return _again(view, people, [pair for pair, compared in pairs.items() if _agree(compared)])


def changed_forms(view: CaseView, people: Sequence[ToldPerson], namesakes: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the pairs of forms that are one form twice but for the very value that tells two men of one name apart.

    A copyist may have slipped there, so a person is asked.
    """
    return _again(view, people, list(namesakes))


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

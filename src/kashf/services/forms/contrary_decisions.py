"""Where persons contradict each other about forms: what a field asks, or whether two of its values are one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from kashf.domain.forms.form_decisions import FieldMapped, FormDecision
from kashf.ports.views import CaseView
from kashf.services.forms.form_values import judged_values
from kashf.services.forms.joined_families import AskedField, form_decisions, mappings_of
from kashf.services.forms.told_families import FormFamily


@dataclass(frozen=True, slots=True)
class FormConflict:
    """What persons say otherwise about one thing.

    Args:
        field: About which field.
        said: What each of them said last, the latest first.
        stands: The one of these that is followed; None where none is.
        values: The keys of the two values that it is about; () where it is about what the field asks.
    """

    field: AskedField
    said: tuple[FormDecision, ...]
    stands: FormDecision | None
    values: tuple[str, ...] = ()


def form_conflicts(view: CaseView, family: FormFamily) -> tuple[FormConflict, ...]:
    """Return where persons contradict each other about a family, in the order of its fields.

    Of what a field asks the last word stands, whoever said it; of two values that one person calls one, and another does not, neither word
    is followed. It is settled when one of them takes his word back, or says what the other says.
    """
    decisions = form_decisions(view)
    families = [each.family for each in view.kept_families()]
    mapped = ((field, mappings_of(field, decisions, families)) for field in family.fields)
    return tuple(conflict for field, told in mapped for conflict in _about(field, family, decisions, told))


def _about(
    field: AskedField, family: FormFamily, decisions: tuple[FormDecision, ...], mapped: tuple[FormDecision, ...]
) -> Iterator[FormConflict]:
    asked = _last_words((each, _asks(each)) for each in reversed(mapped))
    if asked:
        yield FormConflict(field, asked, mapped[0])
    for pair, said in sorted(judged_values(decisions, family, field).items(), key=lambda each: sorted(each[0])):
        if told := _last_words(said):
            yield FormConflict(field, told, None, tuple(sorted(pair)))


def _asks(decision: FormDecision) -> Hashable:
    told = decision.told
    return (told.kind, told.is_sealed) if isinstance(told, FieldMapped) else None


def _last_words(said: Iterable[tuple[FormDecision, Hashable]]) -> tuple[FormDecision, ...]:
    """Return the last word of each person, the latest first, where they are not the same; else nothing.

    Args:
        said: What was said, oldest first, with what it comes to.
    """
    last: dict[str, tuple[FormDecision, Hashable]] = {}
    for each, what in said:
        last.pop(each.person or each.who, None)
        last[each.person or each.who] = each, what
    differs = len({what for _, what in last.values()}) > 1
    return tuple(each for each, _ in reversed(last.values())) if differs else ()

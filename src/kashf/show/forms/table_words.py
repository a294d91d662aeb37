"""Tables of forms in words, in the language of a wording: fields, answers, and the sentence for a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.evidence.cross_tabs.cross_tab import FieldAnswer
from kashf.language.words.visible import isolate
from kashf.services.forms.tables.form_tables import is_untold
from kashf.show.wording import Wording

if TYPE_CHECKING:
    from kashf.evidence.cross_tabs.associations import ShareComparison
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.tables.compared_answers import ComparedAnswers
    from kashf.services.forms.tables.form_tables import AskedTable

#: Kinds of which a form may ask several, so that the label tells more than the kind.
_GENERAL: Final = frozenset(
    {FieldKind.DATE, FieldKind.PLACE, FieldKind.PERSON, FieldKind.CHOICE, FieldKind.NUMBER, FieldKind.YES_NO, FieldKind.FREE}
)


def field_words(say: Wording, field: AskedField) -> str:
    """Return what a field is called: as a person named it, else by what it asks, else as it is printed."""
    if field.name:
        return isolate(field.name)
    return isolate(field.field.label) if field.kind in _GENERAL and "#" not in field.key else str(say(f"field_kind.{field.kind}"))


def answer_words(say: Wording, answer: FieldAnswer) -> str:
    """Return what an answer is called; of a date that may lie in several months, that it cannot be told."""
    if is_untold(answer):
        return str(say("table.untold_time"))
    return isolate(answer.label)


def part_words(say: Wording, asked: AskedTable) -> tuple[str, ...]:
    """Return for each field whose label asks several things which of them is counted."""
    found = []
    for field in (asked.rows, asked.columns):
        if others := asked.beside(field):
            taken, rest = say(f"field_kind.{field.kind}"), _marked(", ".join(str(say(f"field_kind.{each.kind}")) for each in others))
            found.append(say("table.part", label=_marked(isolate(field.field.label)), taken=taken, others=rest).unescape())
    return tuple(found)


def state_words(say: Wording, states: Mapping[FieldState, int]) -> str:
    """Return how many forms have which state; how many are blank is always said."""
    told = (state for state in FieldState if states.get(state) or state is FieldState.BLANK)
    return f"{say('table.comma')} ".join(f"{say.number(states.get(state, 0))} {say(f'field_state.{state}')}" for state in told)


def sentences(say: Wording, asked: AskedTable, compared: ComparedAnswers) -> tuple[str, ...]:
    """Return a comparison in sentences for a report: the numbers, the interval, and among how many looks."""
    looks = say.many("table.looks", compared.comparisons) if compared.comparisons else say("table.no_looks")
    if compared.found is None:
        return say("table.no_comparison").unescape(), looks.unescape()
    return _numbers(say, asked, compared, compared.found), _interval(say, compared.found), looks.unescape()


def _numbers(say: Wording, asked: AskedTable, compared: ComparedAnswers, found: ShareComparison) -> str:
    part, overall, rest = (say.number(share.part) for share in (found.within, found.overall, found.without))
    told = say.many(
        "table.compared",
        found.within.of,
        part=part,
        overall=overall,
        rest=rest,
        both=say.number(found.overall.of),
        others=say.number(found.without.of),
        given=_marked(_any_of(say, compared.columns)),
        looked_for=_marked(_any_of(say, compared.rows)),
        column=_marked(field_words(say, asked.columns)),
        row=_marked(field_words(say, asked.rows)),
        blank=say.number(compared.blank),
        records=say.number(compared.records),
    )
    untold = say.many("table.untold", compared.untold).unescape() if compared.untold else ""
    return f"{told.unescape()}{untold}."


def _interval(say: Wording, found: ShareComparison) -> str:
    points = [round(100 * share) for share in (found.within.value - found.without.value, *found.interval)]
    difference, low, high = map(say.number, points)
    return say("table.interval", difference=difference, low=low, high=high, chance=say.chance(found.chance)).unescape()


def _any_of(say: Wording, answers: Sequence[FieldAnswer]) -> str:
    *first, last = (answer_words(say, each) for each in answers)
    return say("table.or", first=_marked(f"{say('table.comma')} ".join(first)), last=_marked(last)).unescape() if first else last


def _marked(words: str) -> Markup:
    """Return words that were made visible, escaped, so that a wording takes them as they are."""
    return escape(words)

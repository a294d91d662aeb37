"""What the doors answer about whom forms are about, as one shape for JSON; no names of kin, and no word of what is sealed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.template_fields import FieldKey
from kashf.entities.form_people.compare_people import Agreement, PersonVerdict
from kashf.language.words.visible import isolate
from kashf.services.forms.sealed.shown_value import shown_value
from kashf.show.counted import many
from kashf.show.plain import Answer

if TYPE_CHECKING:
    from kashf.ports.forms import KeptValue
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.people.forms_beside import FormsBeside
    from kashf.services.forms.people.told_people import FormPeople, PeopleQuestion
    from kashf.services.forms.sealed.minors import Minority

_SEALED: Final = "(sealed)"
_VERDICTS: Final[Mapping[PersonVerdict, str]] = {PersonVerdict.PROPOSED: "likely one man", PersonVerdict.ASKED: "one man or two?"}


def people_answer(people: FormPeople, minors: Mapping[Minority, int], *, scope: Scope) -> Answer:
    """Return how many men forms are about, and what is open."""
    bounds = {"least": people.bounds.least, "most": people.bounds.most, "proposed": people.bounds.proposed}
    counts = {"copies": people.copies, "nameless": people.nameless, "crowded": people.crowded}
    decided = {"joined": people.joined, "parted": people.parted}
    questions = [question_answer(each) for each in people.questions]
    groups = [[str(id) for id in some] for some in people.groups]
    told = {"questions": questions, "groups": groups, "minors": minors, "collection": scope}
    return {"records": people.records, "people": bounds, **counts, **decided, **told}


def question_answer(question: PeopleQuestion) -> Answer:
    """Return two forms of which it is asked whether they are about one man, without words of names, which may be a minor's."""
    compared = question.compared
    traits = {trait.value: agreement for trait, agreement in compared.traits.items()}
    return {
        "left": str(question.left),
        "right": str(question.right),
        "verdict": compared.verdict,
        "traits": traits,
    }


def beside_answer(beside: FormsBeside, *, opened: Collection[FieldKey] = ()) -> Answer:
    """Return forms side by side, with the fields in which they differ."""
    forms = [{"record": str(each.form.id), "path": each.path, "family": each.form.family} for each in beside.forms]
    return {"forms": forms, "fields": list(_fields(beside, opened))}


def people_lines(people: FormPeople, minors: Mapping[Minority, int]) -> Iterator[str]:
    """Yield how many men forms are about, and each question in a line."""
    bounds = people.bounds
    forms = many(people.records, "form")
    number = f"{bounds.least}" if bounds.least == bounds.most else f"{bounds.least} to {bounds.most}"
    yield f"{forms}: {number} {'person' if number == '1' else 'people'}; {bounds.proposed} if all that is likely one man is"
    yield (
        f"{many(people.copies, 'is', 'are')} another form again; {people.nameless} without a name; "
        f"{people.crowded} not compared, too many have their name; decided: {people.joined} one man, {people.parted} two"
    )
    yield "under 18 on the day of the form: " + ", ".join(f"{count} {each.value}" for each, count in minors.items())
    yield from map(people_question_line, people.questions)


def people_question_line(question: PeopleQuestion) -> str:
    """Return two forms of which it is asked whether they are about one man in one line, with what each trait says."""
    said = (f"{trait.value} {told.value}" for trait, told in question.compared.traits.items() if told is not Agreement.SILENT)
    forms = f"{_short(str(question.left))}  {_short(str(question.right))}"
    return f"{forms}  {_VERDICTS[question.compared.verdict]}  ({', '.join(said)})"


def beside_lines(beside: FormsBeside, *, opened: Collection[FieldKey] = ()) -> Iterator[str]:
    """Yield forms side by side: each form, then each field, "!" before one in which they differ."""
    for each in beside.forms:
        yield f"   {each.form.id.document[:12]}/{each.form.id.nth}  {isolate(each.path)}"
    for field in beside.fields:
        told = (shown_value(value, field.field, opened) if value else None for value in field.values)
        words = [_SEALED if one and one.is_hidden else isolate(" ".join(one.text.split())) if one and one.text else "-" for one in told]
        yield f"{'!' if field.differs else ' '}  {isolate(field.field.field.label)}: {'  |  '.join(words)}"


def _fields(beside: FormsBeside, opened: Collection[FieldKey]) -> Iterator[Answer]:
    for each in beside.fields:
        values = [_value(value, each.field, opened) if value else None for value in each.values]
        yield {"field": each.field.key, "asks": each.field.field.label, "kind": each.field.kind, "differs": each.differs, "values": values}


def _value(value: KeptValue, field: AskedField, opened: Collection[FieldKey]) -> Answer:
    shown = shown_value(value, field, opened)
    return {"text": shown.text, "state": value.value.state, "unseen": value.value.is_unseen, "hidden": shown.is_hidden}


def _short(record: str) -> str:
    document, _, nth = record.partition("/")
    return f"{document[:12]}/{nth}"

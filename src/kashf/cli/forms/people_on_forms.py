"""What `kashf forms` does with whom forms are about, and with values that nobody looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.cli.common import acting, checked_words
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError

if TYPE_CHECKING:
    from kashf.domain.forms.form_families import RecordId
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.forms.told_families import FormFamily


@dataclass(frozen=True, slots=True)
class PeopleAsked:
    """What is asked or decided about single forms, as it was typed.

    Args:
        one_man: Two forms that are about one man, or about two.
        different: That they are about two.
        seen: Fields of a form that somebody looked at.
        typed: FIELD=TEXT: what a field says instead.
        why: Why.
    """

    one_man: tuple[str, str] | None
    different: bool
    seen: tuple[str, ...]
    typed: str
    why: str

    def is_decision(self, record: str) -> bool:
        """Return whether anything is to be written down.

        Raises:
            UsageError: The options do not go together.
        """
        if sum(map(bool, (self.one_man, self.seen, self.typed))) > 1:
            raise UsageError("one decision at a time: --one-man, --seen or --typed")
        if (self.seen or self.typed) and not record:
            raise UsageError("a value is one form's: kashf forms CASE FAMILY RECORD --seen FIELD")
        return bool(self.one_man or self.seen or self.typed)


def decide(path: Path, family: str, record: str, asked: PeopleAsked, *, as_person: str | None) -> None:
    """Write down what was asked."""
    from kashf.bootstrap import open_to_decide

    with open_to_decide(path, settings=acting(path, as_person)) as case:
        for id in _write(case, family, record, asked):
            say(f"written down; `--undo {id[:12]}` takes it back" if id else "typed; `kashf process` reads the forms again")


def tell_people(case: OpenCase, family: str, record: str, scope: Scope, *, as_json: bool, as_jsonl: bool) -> int:
    """Tell how many men forms are about and what is open; of one form all that its man filled in."""
    from collections import Counter

    from kashf.services.forms.people.forms_beside import forms_of_man, side_by_side
    from kashf.services.forms.people.told_people import form_people
    from kashf.services.forms.sealed.minors import Minority, minors
    from kashf.services.forms.told_families import families
    from kashf.services.forms.told_families import family as one_family
    from kashf.show.forms.people_answers import beside_answer, beside_lines, people_answer, people_lines

    some = [one_family(case, family, scope=scope)] if family else list(families(case, scope=scope).families)
    people = form_people(case, some, scope=scope)
    if record:
        id = find_form(case, some, record)
        beside = side_by_side(case, some, forms_of_man(people, id))
        answer, lines = beside_answer(beside), beside_lines(beside)
    else:
        counts = Counter(each for one in some for each in minors(case, one, scope=scope).values())
        told = {each: counts[each] for each in Minority}
        answer, lines = people_answer(people, told, scope=scope), people_lines(people, told)
    if as_json:
        emit_json(answer)
    elif as_jsonl:
        emit_jsonl(answer["fields"] if record else answer["questions"])
    else:
        for line in lines:
            emit(line)
    return 0 if people.records else 1


def _write(case: WritableCase, family: str, record: str, asked: PeopleAsked) -> list[str]:
    from kashf.domain.entity import Verdict
    from kashf.services.forms.people.decide_people import join_people, mark_seen
    from kashf.services.forms.people.value_line import value_line
    from kashf.services.forms.told_families import families, field_named
    from kashf.services.forms.told_families import family as one_family
    from kashf.services.forms.told_records import record as find_record
    from kashf.services.transcription.keying import key_line

    if asked.one_man:
        every = families(case.reading, scope=Scope.ALL).families
        left, right = (find_form(case.reading, every, checked_words(each, what="--one-man")) for each in asked.one_man)
        return [join_people(case, left, right, verdict=Verdict.DIFFERENT if asked.different else Verdict.SAME, why=asked.why).id]
    found = one_family(case.reading, family, scope=Scope.ALL)
    told = find_record(case.reading, found, record)
    if asked.seen:
        return [each.id for each in mark_seen(case, told, [field_named(found, each) for each in asked.seen], why=asked.why)]
    field, sign, text = asked.typed.partition("=")
    if not (sign and field.strip()):
        raise UsageError("--typed FIELD=TEXT: the field, = and what stands there")
    line = value_line(case.reading, told, field_named(found, field.strip()), text.strip())
    key_line(case, line.place, line.region, line.typed, field=line.field)
    return [""]


def find_form(case: OpenCase, families: Sequence[FormFamily], asked: str) -> RecordId:
    """Return the form that somebody names, of whatever family: DOCUMENT, or DOCUMENT/NUMBER.

    Raises:
        NotFoundError: There is none, or more than one.
    """
    from kashf.errors import NotFoundError
    from kashf.services.forms.told_records import record as find_record

    for family in families:
        try:
            return find_record(case, family, asked).form.id
        except NotFoundError:
            if family is families[-1]:
                raise
    raise NotFoundError(f"there are no forms in this case, and so not {asked}", code="no-such-form", count=0, document=asked[:12])

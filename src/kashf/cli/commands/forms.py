"""`kashf forms`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, InCollection, acting, checked_record, checked_words, more_elsewhere, opened, tell_left_out
from kashf.cli.forms import opened_forms
from kashf.cli.forms.compared_lists import ComparedWith, ComparisonAsked, KnownBy, tell_compared
from kashf.cli.forms.people_on_forms import PeopleAsked, tell_people
from kashf.cli.forms.people_on_forms import decide as decide_people
from kashf.cli.forms.written_files import FileAsked, Protect, let_out, write_forms
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.template_fields import FieldKind
from kashf.errors import UsageError
from kashf.language.words.visible import shell_word
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.forms.form_decisions import FormDecision
    from kashf.domain.forms.template_fields import FieldKey
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.told_families import FormFamily

EPILOG = (
    "Example: kashf forms leak.case; kashf forms leak.case c1d70e --map 7=go-between --why 'the label says so'; "
    "kashf forms leak.case c1d70e --values nationality; kashf forms leak.case c1d70e --join nationality Swedish Sweden; "
    "kashf forms leak.case c1d70e 3f09a1 --open mother --why 'to tell two men of one name apart'; "
    "kashf forms leak.case c1d70e --people; kashf forms leak.case c1d70e 3f2a --seen name --seen birth; "
    "kashf forms leak.case 5eac2a/3f2a --compare 5eac2a/91c0"
)

_Joined = Annotated[tuple[str, str, str] | None, typer.Option("--join", metavar="FIELD VALUE VALUE", help="Say that two values are one.")]
_People = Annotated[bool, typer.Option("--people", help="How many people, at least and at most; with RECORD, all forms of its man.")]
_Opens = Annotated[
    list[str] | None, typer.Option("--open", metavar="FIELD", help="Show a sealed field of a form, or of --values; all is every one.")
]
_OneMan = Annotated[tuple[str, str] | None, typer.Option("--one-man", metavar="RECORD RECORD", help="Say that two forms are one man's.")]


@dataclass(frozen=True, slots=True)
class _Deciding:
    """What is to be decided, as it was typed."""

    mapped: str
    name: str
    sealed: bool | None
    joined: tuple[str, str, str] | None
    different: bool
    edition_of: str
    pairs: tuple[str, ...]
    why: str
    undo: str

    def check(self, family: str) -> bool:
        """Return whether anything is to be decided.

        Raises:
            UsageError: The options do not go together.
        """
        asked = [self.mapped, self.joined, self.edition_of, self.undo]
        if sum(map(bool, asked)) > 1:
            raise UsageError("one decision at a time: --map, --join, --edition-of or --undo")
        if any(asked[:3]) and not family:
            raise UsageError("a decision is about a family: kashf forms CASE FAMILY --map FIELD=KIND")
        if (self.name or self.sealed is not None) and not self.mapped:
            raise UsageError("--name and --sealed say more of --map")
        if (self.different and not self.joined) or (self.pairs and not self.edition_of) or (self.why and not any(asked[:3])):
            raise UsageError("--different belongs to --join, --pair to --edition-of, and --why to what is decided")
        return any(asked)


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    family: Annotated[str, typer.Argument(metavar="[FAMILY]", help="Beginning of a family's id: what it asks.")] = "",
    record: Annotated[str, typer.Argument(metavar="[RECORD]", help="Beginning of a document's id: all a form has.")] = "",
    values: Annotated[str, typer.Option("--values", metavar="FIELD", help="What forms have in a field, and how many have it.")] = "",
    mapped: Annotated[str, typer.Option("--map", metavar="FIELD=KIND", help="Say what a field asks, such as 7=go-between.")] = "",
    name: Annotated[str, typer.Option(help="For --map: what you call the field.")] = "",
    sealed: Annotated[bool | None, typer.Option("--sealed/--not-sealed", help="For --map: whether its values are hidden.")] = None,
    joined: _Joined = None,
    different: Annotated[bool, typer.Option("--different", help="For --join and --one-man: that they are not.")] = False,
    edition_of: Annotated[str, typer.Option("--edition-of", metavar="FAMILY", help="Say that both are editions of one template.")] = "",
    pairs: Annotated[list[str] | None, typer.Option("--pair", metavar="FIELD=FIELD", help="For --edition-of: fields that are one.")] = None,
    people: _People = False,
    one_man: _OneMan = None,
    seen: Annotated[list[str] | None, typer.Option("--seen", metavar="FIELD", help="Say that a machine read a field right.")] = None,
    typed: Annotated[str, typer.Option("--typed", metavar="FIELD=TEXT", help="Type what a field says on its picture.")] = "",
    compare: ComparedWith = "",
    number: KnownBy = "",
    why: Annotated[str, typer.Option(help="Why; it stays on record.")] = "",
    undo: Annotated[str, typer.Option("--undo", metavar="ENTRY", help="Take a decision back, by the beginning of its ledger entry.")] = "",
    opens: _Opens = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all forms, or --compare, to FILE.csv or .xlsx.")] = None,
    protect: Protect = None,
    sealed_too: Annotated[bool, typer.Option("--sealed-too", help="For --out: hold what is sealed too; needs --why.")] = False,
    looked: Annotated[bool, typer.Option("--opened", help="List who looked at what is sealed, and why.")] = False,
    as_person: AsPerson = None,
    collection: InCollection = Scope.LEAK,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a family, a field, or a value.")] = False,
) -> int:
    """Filled-in forms by template: how many, what each asks, and what stands there; exits with 1 when there are none."""
    reason = checked_record(why, what="--why")
    called = checked_record(name, what="--name")
    others = (record, values, mapped, joined, edition_of, people, one_man, seen, typed, undo, opens, sealed_too, looked)
    if (lists := ComparisonAsked(family, compare, pairs or (), number, out, protect, is_alone=not any(others))).check():
        return tell_compared(case, lists, collection, as_json=as_json, as_jsonl=as_jsonl)
    why_decided = "" if opens or sealed_too else reason
    decide = _Deciding(mapped, called, sealed, joined, different, edition_of, tuple(pairs or ()), why_decided, undo)
    asked, record = checked_words(family, what="FAMILY"), checked_words(record, what="RECORD")
    values = checked_words(values, what="--values")
    file = FileAsked(out, sealed_too, reason, as_person, protect).checked()
    of_people = PeopleAsked(one_man, different, tuple(seen or ()), typed, reason)
    if of_people.is_decision(record):
        decide_people(case, asked, record, of_people, as_person=as_person)
    elif decide.check(asked):
        if opens:
            raise UsageError("--open shows, and --map, --join, --edition-of and --undo decide: one at a time")
        _decide(case, asked, decide, as_person=as_person)
    if out:
        if not asked or record or values or people or opens:
            raise UsageError("--out writes all forms of a family: kashf forms CASE FAMILY --out FILE")
        return _write_file(case, asked, file, collection)
    if looked:
        return opened_forms.list_opened(case, as_json=as_json, as_jsonl=as_jsonl)
    keys = opened_forms.open_asked(case, asked, record=record, values=values, fields=opens or (), why=reason, as_person=as_person)
    with opened(case) as open_case:
        if people:
            return tell_people(open_case, asked, record, collection, as_json=as_json, as_jsonl=as_jsonl)
        if asked and (values or record):
            return _said(open_case, asked, record, values, collection, keys, as_json=as_json, as_jsonl=as_jsonl)
        return _templates(open_case, case, asked, collection, as_json=as_json, as_jsonl=as_jsonl)


def _templates(case: OpenCase, path: Path, asked: str, scope: Scope, *, as_json: bool, as_jsonl: bool) -> int:
    if asked:
        return _family(case, path, asked, scope, as_json=as_json, as_jsonl=as_jsonl)
    return _list(case, path, scope, as_json=as_json, as_jsonl=as_jsonl)


def _write_file(case: Path, asked: str, file: FileAsked, scope: Scope) -> int:
    from kashf.services.forms.told_families import family

    unsealed = let_out(case, asked, file, fields=(), leaves="forms")
    with opened(case) as open_case, open_case.view.snapshot():
        found = family(open_case, asked, scope=scope)
        write_forms(open_case, found, file, scope=scope, opened=unsealed)
        if found.elsewhere:
            say(f"forms: {more_elsewhere(found.elsewhere)}")
    return 0 if found.records else 1


def _list(case: OpenCase, path: Path, scope: Scope, *, as_json: bool, as_jsonl: bool) -> int:
    from kashf.services.forms.told_families import families
    from kashf.services.search.count_left_out import left_out
    from kashf.show.forms.form_answers import families_answer, family_head
    from kashf.show.forms.told_forms import doubted_line, family_line

    told, unsaid = families(case, scope=scope), left_out(case, of_names=False)
    if as_json:
        emit_json(families_answer(told, unsaid, scope=scope))
    elif as_jsonl:
        emit_jsonl(family_head(each) for each in told.families)
    else:
        for each in told.families:
            more = f"  ({more_elsewhere(each.elsewhere)})" if each.elsewhere else ""
            emit(f"{family_line(each)}{more}")
        if doubted := doubted_line(told.families):
            say(doubted)
    if told.is_behind:
        say(f"documents came or left since forms were looked for; `kashf process {shell_word(str(path))}` looks again")
    tell_left_out(unsaid, path)
    return 0 if told.families else 1


def _family(case: OpenCase, path: Path, asked: str, scope: Scope, *, as_json: bool, as_jsonl: bool) -> int:
    from kashf.services.forms.contrary_decisions import form_conflicts
    from kashf.services.forms.lists.rows_left_out import rows_left_out
    from kashf.services.forms.told_families import count_states, family
    from kashf.services.search.count_left_out import left_out
    from kashf.show.forms.form_answers import family_answer
    from kashf.show.forms.told_forms import conflict_lines, decision_line, family_line, field_line, left_out_rows_line

    found = family(case, asked, scope=scope)
    states, unsaid = count_states(case, found, scope=scope), left_out(case, of_names=False)
    rows = rows_left_out(case, found, scope=scope)
    contrary = form_conflicts(case.view, found)
    answer = family_answer(found, states, unsaid, rows=rows, conflicts=contrary, scope=scope)
    if as_json:
        emit_json(answer)
    elif as_jsonl:
        emit_jsonl(answer["fields"])
    else:
        emit(family_line(found))
        for field in found.fields:
            emit(field_line(field, states[field.key]))
            if field.decided:
                emit(decision_line(field))
    for line in (line for each in contrary for line in conflict_lines(each)):
        say(line)
    if rows.counts:
        say(left_out_rows_line(rows.counts))
    tell_left_out(unsaid, path)
    return 0


def _said(
    case: OpenCase, asked: str, record: str, field: str, scope: Scope, keys: frozenset[FieldKey], *, as_json: bool, as_jsonl: bool
) -> int:
    if not field:
        return _record(case, asked, record, keys, as_json=as_json, as_jsonl=as_jsonl)
    from kashf.services.forms.form_values import values_of
    from kashf.services.forms.told_families import family, field_named
    from kashf.show.forms.form_answers import values_answer
    from kashf.show.forms.told_forms import field_line, value_lines

    found = family(case, asked, scope=scope)
    told = values_of(case, found, field_named(found, field), scope=scope, opened=keys)
    if as_json:
        emit_json(values_answer(told, scope=scope, opened=keys))
    elif as_jsonl:
        emit_jsonl(values_answer(told, scope=scope, opened=keys)["values"])
    else:
        emit(field_line(told.field, told.states))
        for line in value_lines(told, opened=keys):
            emit(line)
    if told.undecided:
        say(f"{many(told.undecided, 'form')} with a value that a person should decide on: --join FIELD VALUE VALUE, or --different")
    return 0


def _record(case: OpenCase, asked: str, record: str, keys: frozenset[FieldKey], *, as_json: bool, as_jsonl: bool) -> int:
    from kashf.services.forms.told_families import family
    from kashf.services.forms.told_records import record as find_record
    from kashf.show.forms.form_answers import record_answer
    from kashf.show.forms.told_forms import record_lines

    told = find_record(case, family(case, asked, scope=Scope.ALL), record)
    if as_json:
        emit_json(record_answer(told, opened=keys))
    elif as_jsonl:
        emit_jsonl(record_answer(told, opened=keys)["values"])
    else:
        for line in record_lines(told, opened=keys):
            emit(line)
    return 0


def _decide(path: Path, family: str, asked: _Deciding, *, as_person: str | None) -> None:
    from kashf.bootstrap import open_to_decide

    with open_to_decide(path, settings=acting(path, as_person)) as case:
        if asked.undo:
            say(f"taken back: {_take_back(case, checked_words(asked.undo, what='--undo').lower())[:12]}")
        else:
            say(f"written down; `--undo {_write(case, family, asked).id[:12]}` takes it back")


def _take_back(case: WritableCase, entry: str) -> str:
    from kashf.services.forms.decide_forms import take_back
    from kashf.services.forms.people.agreed_people import record_decisions
    from kashf.services.forms.people.decide_people import take_back_record

    is_of_record = any(each.id.startswith(entry) and each.undone is None for each in record_decisions(case.reading.view))
    return (take_back_record if is_of_record else take_back)(case, entry).id


def _write(case: WritableCase, beginning: str, asked: _Deciding) -> FormDecision:
    from kashf.domain.entity import Verdict
    from kashf.services.forms.decide_forms import join_families, join_values
    from kashf.services.forms.told_families import family, field_named

    found = family(case.reading, beginning, scope=Scope.ALL)
    if asked.mapped:
        return _map(case, found, asked)
    if asked.joined:
        field, *values = (checked_words(each, what="--join") for each in asked.joined)
        verdict = Verdict.DIFFERENT if asked.different else Verdict.SAME
        return join_values(case, found, field_named(found, field), (values[0], values[1]), verdict=verdict, why=asked.why)
    other = family(case.reading, checked_words(asked.edition_of, what="--edition-of"), scope=Scope.ALL)
    return join_families(case, found, other, [_pair(found, other, each) for each in asked.pairs], why=asked.why)


def _map(case: WritableCase, family: FormFamily, asked: _Deciding) -> FormDecision:
    from kashf.domain.forms.form_decisions import FieldMapped
    from kashf.services.forms.decide_forms import map_field
    from kashf.services.forms.told_families import field_named

    named, word = _two(asked.mapped, what="--map FIELD=KIND")
    if word not in {kind.value for kind in FieldKind}:
        raise UsageError(f"{word} is nothing that a field asks: {', '.join(kind.value for kind in FieldKind)}")
    field, kind = field_named(family, named), FieldKind(word)
    sealed = kind.traits.is_sealed if asked.sealed is None else asked.sealed
    return map_field(case, family, field, FieldMapped(field.key, kind, asked.name, sealed), why=asked.why)


def _pair(left: FormFamily, right: FormFamily, asked: str) -> tuple[AskedField, AskedField]:
    from kashf.services.forms.told_families import field_named

    one, other = _two(asked, what="--pair FIELD=FIELD")
    return field_named(left, one), field_named(right, other)


def _two(asked: str, *, what: str) -> tuple[str, str]:
    """Return what stands before and behind the last equals sign."""
    before, sign, behind = checked_words(asked, what=what).rpartition("=")
    if not (sign and before.strip() and behind.strip()):
        raise UsageError(f"{what}: two words with = between them")
    return before.strip(), behind.strip()

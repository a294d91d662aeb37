"""`kashf forms --open` and `--opened`: sealed fields for one answer, and who looked at what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.cli.common import acting, checked_words, opened
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.forms.template_fields import FieldKey


def open_asked(
    case: Path, family: str, *, record: str, values: str, fields: Sequence[str], why: str, as_person: str | None
) -> frozenset[FieldKey]:
    """Write down who looks at which sealed fields and why, and return their keys; nothing where none are asked for.

    Raises:
        UsageError: It is not said of which form, or of which values.
    """
    if not fields:
        return frozenset()
    if not family or bool(record) == bool(values):
        raise UsageError("--open goes with a form, kashf forms CASE FAMILY RECORD --open FIELD --why TEXT, or with --values FIELD")
    from kashf.bootstrap import open_to_decide
    from kashf.services.forms.sealed.open_fields import AskedOpening, fields_to_open, open_fields
    from kashf.services.forms.told_families import family as find_family
    from kashf.services.forms.told_families import field_named
    from kashf.services.forms.told_records import record as find_record

    words = [checked_words(each, what="--open") for each in fields]
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        found = find_family(writable.reading, family, scope=Scope.ALL)
        if record:
            told = find_record(writable.reading, found, record)
            asked = AskedOpening(fields_to_open(found, words, [field for field, _ in told.values]), told.form.id, why)
        else:
            asked = AskedOpening((field_named(found, values),), None, why)
        keys = open_fields(writable, found, asked)
    say(f"opened: {many(len(keys), 'field')}; who, when and why is written down, `kashf forms CASE --opened` lists it")
    return keys


def list_opened(path: Path, *, as_json: bool, as_jsonl: bool) -> int:
    """Print who looked at which sealed fields, oldest first; returns 1 when nobody did."""
    from kashf.services.forms.sealed.open_fields import opened_fields
    from kashf.show.forms.form_answers import opened_answer, opened_line

    with opened(path) as case:
        told = opened_fields(case.view)
    answers = [opened_answer(each) for each in told]
    if as_json:
        emit_json({"opened": answers})
    elif as_jsonl:
        emit_jsonl(answers)
    else:
        for each in told:
            emit(opened_line(each))
    return 0 if told else 1

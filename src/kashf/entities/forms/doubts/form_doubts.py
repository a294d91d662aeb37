"""Documents that are laid out alike and may be no forms all the same: settings, programs, mails, and what asks nothing that forms ask."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from kashf.domain.forms.form_families import FormDoubt, TemplateField
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.language.field_values.field_kinds import propose_kind
from kashf.language.tables.field_words.code_signs import MEDIA_TYPES, NAME, SUFFIXES
from kashf.language.tables.mail_phrases import LABELS
from kashf.language.words.tokens import folded_words

#: Fields of a form of which it must be known what they ask, at least, and as a share of all.
_LEAST_KNOWN: Final = 2
_KNOWN: Final = 0.25
#: And from which on it is one however its labels are written: what a program wrote of people asks what forms ask.
_LEAST_SURELY: Final = 4
_SURELY: Final = 0.5
#: Score in [0..1] from which on it is known.
_SURE: Final = 0.5
#: Share of the labels that are written as programs write names, or have an equals sign behind them, from which on they are such names.
_CODE: Final = 0.3
#: Share of the labels that stand above mails.
_MAIL: Final = 0.6
_NAME: Final = re.compile(NAME)
_SUFFIXES: Final = frozenset(SUFFIXES.split())
_MAIL_LABELS: Final = {" ".join(folded_words(label)): role for role, labels in LABELS.items() for label in labels.split("|")}


def doubt_of(fields: Sequence[TemplateField], assigned: Collection[str] = ()) -> FormDoubt | None:
    """Return why what asks some fields may be no form; None where nothing says so.

    Args:
        fields: All that any edition asks.
        assigned: Keys of those that mostly have an equals sign between them and what stands behind them.

    >>> from kashf.domain.forms.template_fields import FieldKey
    >>> labels = ("Started", "Kernel", "Uptime", "Disk used")
    >>> doubt_of([TemplateField(FieldKey(label.lower()), label) for label in labels]).value
    'no-known-field'
    """
    known = _known(fields)
    if _asks_much(known, fields):
        return None
    code = sum(each.key in assigned or _NAME.search(each.label.strip()) is not None for each in fields)
    if code >= _CODE * len(fields):
        return FormDoubt.CODE
    roles = [_MAIL_LABELS.get(" ".join(folded_words(each.label)), "") for each in fields]
    if len(set(roles) & {"from", "to", "subject"}) > 1 and sum(map(bool, roles)) >= _MAIL * len(fields):
        return FormDoubt.MAIL
    return FormDoubt.NO_KNOWN_FIELD if known < max(_LEAST_KNOWN, _KNOWN * len(fields)) else None


def doubt_of_files(fields: Sequence[TemplateField]) -> FormDoubt | None:
    """Return why what stands mostly in programs and settings may be no form; None where nothing says so."""
    return None if _asks_much(_known(fields), fields) else FormDoubt.CODE


def mail_fields(fields: Sequence[TemplateField]) -> frozenset[FieldKey]:
    """Return those whose labels stand above mails."""
    return frozenset(each.key for each in fields if " ".join(folded_words(each.label)) in _MAIL_LABELS)


def is_code_file(name: str, type: str) -> bool:
    """Return whether a file is a program, settings, or a record of a machine, by its name and media type.

    >>> is_code_file("etc/app.INI", "text/plain"), is_code_file("letter.txt", "text/plain")
    (True, False)
    """
    _, sign, suffix = name.rpartition(".")
    return bool(sign and suffix.casefold() in _SUFFIXES) or type.startswith(MEDIA_TYPES)


def _known(fields: Sequence[TemplateField]) -> int:
    asked = (propose_kind(each.label) for each in fields)
    return sum(each.score >= _SURE and each.kind is not FieldKind.FREE for each in asked)


def _asks_much(known: int, fields: Sequence[TemplateField]) -> bool:
    return known >= max(_LEAST_SURELY, _SURELY * len(fields))

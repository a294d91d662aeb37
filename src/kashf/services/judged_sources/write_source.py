"""Writes down what people say about sources, each as one signed entry, and takes it back."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.persons import as_called
from kashf.domain.ids import EntryId, Json
from kashf.domain.judged_sources.source_entries import SOURCE_ENTRIES, CheckOutcome, SourceEntry, source_body, source_bytes
from kashf.domain.ledger import EntryKind
from kashf.errors import NotFoundError, UsageError
from kashf.evidence.reliability.admiralty import SourceLetter
from kashf.language.recognising.as_seen import says_something
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.code_names import enter_source, find_source, list_sources
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.standing.taking_back import take_back_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt

#: Code points of a batch's name or a kind of material, and of whatever else is typed about a source.
LONGEST_NAME: Final = 100
LONGEST_REMARK: Final = 2000


@dataclass(frozen=True, slots=True)
class CheckOfBatch:
    """What somebody writes down of a check.

    Args:
        batch: Which hand-over; the same name is the same.
        outcome: What came of it.
        kind: What kind of material it was.
        how: How it was checked.
        chosen_by: Who chose it for the check; "source" or its code name where the source itself did.
        checked_by: Who checked it.
        on: The day; None for today.
    """

    batch: str
    outcome: CheckOutcome
    kind: str
    how: str
    chosen_by: str
    checked_by: str
    on: dt.date | None = None


def check_batch(case: WritableCase, source: str, check: CheckOfBatch) -> EntryId:
    """Write down that a batch of a source was checked, and return the entry.

    Raises:
        UsageError: Something is not said, or is too long, or the day lies ahead.
        NotFoundError: No such source.
    """
    short, long = {"batch": check.batch, "kind": check.kind, "chosen_by": check.chosen_by, "checked_by": check.checked_by}, check.how
    texts = {name: _typed(text, what=name, most=LONGEST_NAME) for name, text in short.items()}
    texts["how"] = _typed(long, what="how", most=LONGEST_REMARK)
    today = case.clock.now().date()
    if (on := check.on or today) > today:
        raise UsageError("a check lies in the past", code="check-ahead")
    told: Mapping[str, Json] = {"outcome": check.outcome.value, "on": on.isoformat()}
    return _write(case, EntryKind.SOURCE_CHECKED, source, texts, told)


def name_parent(case: WritableCase, source: str, parent: str) -> EntryId:
    """Write down from whom a source has what it delivers, and return the entry; who is not a source yet becomes one.

    Raises:
        UsageError: It is the source itself, or a new name that may tell who somebody is.
        NotFoundError: No such source.
    """
    if _code_name(case.reading, parent) == known_source(case.reading, source):
        raise UsageError("nobody has it from himself", code="own-parent")
    return _write(case, EntryKind.SOURCE_PARENT, source, {}, parent=parent)


def say_kinds(case: WritableCase, source: str, kinds: Sequence[str]) -> EntryId:
    """Write down for which kinds of material it is a source, in place of what was said before, and return the entry.

    Raises:
        UsageError: A kind is empty or too long.
        NotFoundError: No such source.
    """
    typed = [_typed(kind, what="kind", most=LONGEST_NAME) for kind in kinds]
    if not typed:
        raise UsageError("which kinds of material?", code="no-kind")
    return _write(case, EntryKind.SOURCE_KINDS, source, {"kinds": "\n".join(dict.fromkeys(typed))})


def grade_source(case: WritableCase, source: str, letter: str, why: str) -> EntryId:
    """Set a letter by hand, which stands beside the derived one, and return the entry.

    Raises:
        UsageError: It is no letter from A to F, or there is no reason.
        NotFoundError: No such source.
    """
    if letter not in set(SourceLetter):
        raise UsageError("the letter is one of A, B, C, D, E and F", code="no-source-letter")
    if not says_something(why):
        raise UsageError("a letter is set by hand with a reason, or it stays the derived one", code="letter-without-reason")
    return _write(case, EntryKind.SOURCE_GRADED, source, {"why": _typed(why, what="why", most=LONGEST_REMARK)}, {"letter": letter})


def describe_witness(case: WritableCase, source: str, *, gains: str, access: str) -> EntryId:
    """Write down what a witness gains by being believed, and how they could know, in place of what was said before; return the entry.

    Raises:
        UsageError: One of the two is not said, or is too long.
        NotFoundError: No such source.
    """
    texts = {name: _typed(text, what=name, most=LONGEST_REMARK) for name, text in {"gains": gains, "access": access}.items()}
    return _write(case, EntryKind.SOURCE_WITNESS, source, texts)


def take_back_about_source(case: WritableCase, beginning: str) -> SourceEntry:
    """Take back what somebody wrote about a source, by the beginning of its entry.

    Raises:
        NotFoundError: Nothing that stands begins so, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        told, _ = take_back_entry(case, uow, source_entries(case.reading).values(), beginning, what="entries about sources")
        uow.commit()
    return told


def source_entries(case: OpenCase) -> dict[EntryId, SourceEntry]:
    """Return what people wrote about sources, by entry, oldest first, with what was taken back."""
    return SOURCE_ENTRIES.fold(case.view.entries(kinds=sorted(SOURCE_ENTRIES.kinds)))


def known_source(case: OpenCase, name: str) -> str:
    """Return the code name of a source of a case.

    Raises:
        NotFoundError: There is none.
    """
    found = find_source(list_sources(case), name) if as_called(name) else None
    if found is None:
        raise NotFoundError("no source of that code name is in this case; `kashf source CASE list` lists them", code="no-such-source")
    return found.code_name


def _write(
    case: WritableCase, kind: EntryKind, source: str, texts: Mapping[str, str], told: Mapping[str, Json] | None = None, *, parent: str = ""
) -> EntryId:
    known = known_source(case.reading, source)
    with case.store.unit() as uow:
        of = {"parent": enter_source(case, uow, _code_name(case.reading, parent)).code_name} if parent else {}
        blob = keep_words(case, source_bytes(texts, salt=new_salt()))
        entry = record_entry(case, uow, kind, source_body(known, blob, {**(told or {}), **of}))
        uow.commit()
    return entry.id


def _code_name(case: OpenCase, name: str) -> str:
    """Return the code name of a source as the case has it, so that no second one differs from it by a sign."""
    known = find_source(list_sources(case), name)
    return known.code_name if known else " ".join(name.split())


def _typed(text: str, *, what: str, most: int) -> str:
    typed = " ".join(text.split())
    if not says_something(typed) or len(typed) > most:
        raise UsageError(f"{what} has 1 to {most} characters", code="badly-typed-of-source", most=most)
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in typed):
        raise UsageError("what was typed holds control characters", code="control-characters")
    return typed

"""`kashf find --save`, `--saved`, `--run` and `--forget`: searches that are saved under a name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kashf.cli.common import acting, checked_record
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.language.words.visible import isolate
from kashf.show.counted import one_or_more
from kashf.show.question_answers import saved_answer

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase
    from kashf.services.questions.saved import SavedTally
    from kashf.services.search.faceted import Search


def save(case: Path, name: str, asked: Search, *, as_person: str | None) -> int:
    """Save a search under a name, and say how many documents answer."""
    from kashf.bootstrap import open_to_decide
    from kashf.services.questions.saved import save_search

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        saved = save_search(writable, checked_record(name, what="--save"), asked)
    say(f"saved: {isolate(saved.name)}, {_documents(saved.saved.documents)} now; `--run` looks it up, `--forget` takes it back")
    return 0


def forget(case: Path, name: str, *, as_person: str | None) -> int:
    """Take back that a search was saved."""
    from kashf.bootstrap import open_to_decide
    from kashf.services.questions.saved import forget_search

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        say(f"forgotten: {isolate(forget_search(writable, name).name)}; that it was saved stays on record")
    return 0


def see(case: Path, name: str, *, as_person: str | None) -> None:
    """Write down that somebody saw what a saved search finds."""
    from kashf.bootstrap import open_to_decide
    from kashf.services.questions.saved import mark_seen

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        say(f"seen: {_documents(mark_seen(writable, name))}; what comes from now on is new")


def list_saved(case: OpenCase, *, as_person: str | None, as_json: bool, as_jsonl: bool) -> int:
    """Print what is saved, each with how many documents answer and how many of them are new; exit code 1 when nothing is."""
    from kashf.services.questions.saved import tally

    found = list(tally(case, who=_who(as_person)))
    if as_jsonl:
        emit_jsonl(map(saved_answer, found))
    elif as_json:
        emit_json({"saved": [saved_answer(each) for each in found]})
    else:
        for each in found:
            _print(each)
    if not found:
        say("no search is saved; `kashf find CASE --save NAME QUERY` saves one")
    return 0 if found else 1


def tally_of(case: OpenCase, name: str, *, as_person: str | None) -> SavedTally:
    """Return one saved search with what it finds now.

    Raises:
        NotFoundError: None is called so.
    """
    from kashf.services.questions.saved import find_saved, tally_one

    return tally_one(case, find_saved(case, name), who=_who(as_person))


def tell_new(found: SavedTally) -> None:
    """Say how much of an answer is new, and what has changed otherwise."""
    say(f"{len(found.new)} of {_documents(found.documents)} came since {found.since.when:%Y-%m-%d %H:%M} UTC, when you last looked")
    if found.otherwise:
        say(f"{found.otherwise:+} for other reasons: read or indexed since, or anew")


def _print(each: SavedTally) -> None:
    documents = f"{each.documents:8} {one_or_more(each.documents, 'document'):9}"
    emit(f"{documents}  {len(each.new):6} new since {each.since.when:%Y-%m-%d %H:%M}  {isolate(each.search.name)}")
    kept = "".join(f" {name}: {value}" for name, value in each.search.filters.items())
    how = ", ".join(told for told, holds in (("exact", each.search.exact), ("all text", each.search.all_text)) if holds)
    emit(f"    {isolate(each.search.query + kept)}{f'  ({how})' if how else ''}")
    if each.fault:
        emit(f"    cannot be understood any more: {isolate(str(each.fault))}")
    elif each.otherwise:
        emit(f"    {each.otherwise:+} for other reasons: read or indexed since, or anew")


def _who(as_person: str | None) -> str:
    from kashf.settings import load_settings

    return as_person or load_settings().actor


def _documents(count: int) -> str:
    return f"{count} {'document' if count == 1 else 'documents'}"

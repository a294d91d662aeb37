"""What `kashf review` does with whom forms are about: pairs that may be one man's, what is said of them, and taking that back."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final

from kashf.cli.common import checked_record
from kashf.cli.forms.people_on_forms import find_form
from kashf.cli.output import emit, say
from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.ids import EntryId
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.forms.people.told_people import PeopleQuestion

#: A form as it is named: the beginning of its document's id, and its number there.
_FORM: Final = re.compile(r"[0-9a-f]{4,64}/[1-9]\d{0,7}")
_VERDICTS: Final = {"y": Verdict.SAME, "n": Verdict.DIFFERENT}
_ANSWERS: Final = ("y", "n", "s", "z", "q")


def are_forms(names: tuple[str, str]) -> bool:
    """Return whether two names are names of forms."""
    return all(map(_FORM.fullmatch, names))


def judge_forms(writing: Callable[[], AbstractContextManager[WritableCase]], names: tuple[str, str], verdict: Verdict, *, why: str) -> int:
    """Write down whether two forms are one man's, and print the ledger entry."""
    from kashf.services.forms.people.decide_people import join_people
    from kashf.services.forms.told_families import families

    with writing() as case:
        every = families(case.reading, scope=Scope.ALL).families
        left, right = (find_form(case.reading, every, each) for each in names)
        entry = join_people(case, left, right, verdict=verdict, why=why).id
    say(f"written down; take back with --undo {entry[:12]}")
    emit(entry)
    return 0


def undo_forms(writing: Callable[[], AbstractContextManager[WritableCase]], entry: str) -> EntryId | None:
    """Take back what was said of two forms, and return its entry; None where the entry is of no such decision."""
    from kashf.services.forms.people.decide_people import take_back_record
    from kashf.services.forms.people.people_queue import people_decisions

    with writing() as case:
        standing = (each for each in people_decisions(case.reading.view) if each.undone is None)
        return take_back_record(case, entry).id if any(each.id.startswith(entry) for each in standing) else None


def ask_people(
    case: OpenCase, writing: Callable[[], AbstractContextManager[WritableCase]], line: Callable[[str], str], *, limit: int
) -> int:
    """Ask about one pair of forms after the other until the person stops, and return how many there are; each answer is kept at once."""
    from kashf.services.forms.people.decide_people import join_people, take_back_record
    from kashf.services.forms.people.people_queue import people_queue

    waiting = people_queue(case)[:limit]
    done: list[tuple[int, EntryId]] = []
    at = 0
    while at < len(waiting):
        answer = _ask_one(case, waiting[at], line, number=f"{at + 1}/{len(waiting)}")
        if answer == "q":
            break
        if answer == "z" and done:
            at, entry = done.pop()
            with writing() as writable:
                take_back_record(writable, entry)
        elif answer == "z":
            say("nothing was decided of forms here yet; --undo ENTRY takes back what was decided before")
        elif answer == "s":
            at += 1
        else:
            why = checked_record(line("why (may be empty): "), what="the reason")
            with writing() as writable:
                told = join_people(writable, waiting[at].left, waiting[at].right, verdict=_VERDICTS[answer], why=why)
            done.append((at, told.id))
            at += 1
    if waiting:
        say(f"{len(done)} decided of {many(len(waiting), 'pair')} of forms")
    return len(waiting)


def _ask_one(case: OpenCase, question: PeopleQuestion, line: Callable[[str], str], *, number: str) -> str:
    from kashf.services.forms.people.people_queue import pair_beside
    from kashf.show.forms.people_answers import beside_lines, people_question_line

    emit(f"\n{number}  {people_question_line(question)}")
    for each in beside_lines(pair_beside(case, question)):
        emit(f"  {each}")
    while (answer := line("one man? y one, n two, s skip, z undo, q quit: ").lower()) not in _ANSWERS:
        say(f"one of {' '.join(_ANSWERS)}")
    return answer

"""`kashf review`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, answering, checked_record, checked_words, cited, with_brackets
from kashf.cli.forms.review_people import are_forms, ask_people, judge_forms, undo_forms
from kashf.cli.output import emit, emit_json, emit_jsonl, say, warn
from kashf.cli.review_lines import list_joined, list_places, posts_line, question_line, say_one_man
from kashf.domain.entity import RESOLVED, MentionType, Verdict
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.answers import review_answer
from kashf.show.counted import many
from kashf.show.explain import in_english

if TYPE_CHECKING:
    from kashf.domain.decisions import Conflict
    from kashf.domain.entity import Judgement
    from kashf.domain.ids import EntryId
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.names.review import DecisionOutcome
    from kashf.services.names.reviewing.questions import Question, Side
    from kashf.settings import Settings

EPILOG = "Example: kashf review leak.case --judge 'Abu Omar al-Wardi' 'أبو عمر الوردي' same --why 'same signature, order 114'"

_VERDICTS = {"y": Verdict.SAME, "n": Verdict.DIFFERENT, "u": Verdict.UNSURE}
_SKIP, _UNDO, _QUIT, _ALONE = "s", "z", "q", "o"
#: The first of the two, or the second, is no name.
_NO_NAME = frozenset({"1", "2"})
_ANSWERS = frozenset({*_VERDICTS, *_NO_NAME, _SKIP, _UNDO, _QUIT, _ALONE})

#: Opens the case for one decision.
_Writing = Callable[[], AbstractContextManager["WritableCase"]]


class _Decider:
    """Opens a case for one decision after the other; who decides is settled with the first.

    Args:
        case: Its folder.
        name: Who decides, or None for whom the settings name.
    """

    def __init__(self, case: Path, name: str | None) -> None:
        self._case = case
        self._name = name
        self._settings: Settings | None = None

    def __call__(self) -> AbstractContextManager[WritableCase]:
        """Return the case, opened."""
        from kashf.bootstrap import open_to_decide

        self._settings = self._settings or acting(self._case, self._name)
        return open_to_decide(self._case, settings=self._settings)


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    judge: Annotated[
        tuple[str, str, Verdict] | None, typer.Option(metavar="LEFT RIGHT VERDICT", help="Decide on two names or forms.")
    ] = None,
    undo: Annotated[str, typer.Option(metavar="ENTRY", help="Take a decision back, by its ledger entry or the beginning of it.")] = "",
    history: Annotated[str, typer.Option(metavar="NAME", help="List what was decided on a name.")] = "",
    not_a_name: Annotated[list[str] | None, typer.Option(metavar="TERM", help="Say that a term is no name: nothing tells of it.")] = None,
    places: Annotated[
        bool, typer.Option(help="List decisions on single places that moved, or need a look, since their page was read anew.")
    ] = False,
    one_man: Annotated[str, typer.Option(metavar="NAME", help="Say that a name is one man's, with all posts asked about.")] = "",
    joined: Annotated[bool, typer.Option("--joined", help="List what was joined by machine, the weakest evidence first.")] = False,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="List decisions that contradict each other.")] = False,
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason for --judge or --not-a-name.")] = "",
    as_person: AsPerson = None,
    type: Annotated[list[MentionType] | None, typer.Option(help="Only people (PER), groups (ORG) or places (LOC).")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many questions at most.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object; ask nothing.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line; ask nothing.")] = False,
) -> int:
    """Decide which names are one, or forms one man's: asks at a terminal, lists what to decide elsewhere; exits with 1 for nothing."""
    types = _checked_types(type)
    if sum(map(bool, (judge, undo, not_a_name, one_man, history, conflicts, places, joined))) > 1:
        every = "--judge, --undo, --not-a-name, --one-man, --history, --conflicts, --places and --joined"
        raise UsageError(f"{every} are eight commands; give one of them")
    writing = _Decider(case, as_person)

    if judge:
        left, right, verdict = judge
        names = (checked_words(left, what="the first name"), checked_words(right, what="the second name"))
        reason = checked_record(why, what="--why")
        return judge_forms(writing, names, verdict, why=reason) if are_forms(names) else _judge(writing, names, verdict, types, why=reason)
    if undo or not_a_name or one_man:
        terms = [checked_words(term, what="the term") for term in not_a_name or ()]
        reason = checked_record(why, what="--why")
        decide = partial(_not_a_name, terms=terms, types=types, why=reason) if terms else partial(_of_one, one_man=one_man, undo=undo)
        return decide(writing)
    with answering(case) as reading:
        if history:
            return _history(reading, checked_words(history, what="--history"), types, as_json=as_json or as_jsonl)
        if places or conflicts or joined:
            listing = partial(list_joined, types=types, limit=limit) if joined else list_places if places else _list_conflicts
            return listing(reading, as_json=as_json or as_jsonl)
        if sys.stdin.isatty() and sys.stdout.isatty() and not (as_json or as_jsonl):
            return _ask(reading, writing, types, limit=limit)
        return _list(reading, types, limit=limit, as_json=as_json, as_jsonl=as_jsonl)


def _checked_types(types: list[MentionType] | None) -> tuple[MentionType, ...]:
    asked = tuple(sorted(types or RESOLVED))
    if not set(asked) <= RESOLVED:
        raise UsageError("only people (PER), groups (ORG) and places (LOC) go by several names")
    return asked


def _judge(writing: _Writing, names: tuple[str, str], verdict: Verdict, types: tuple[MentionType, ...], *, why: str) -> int:
    from kashf.services.names.review import find_key, judge

    with writing() as case:
        kind, left = find_key(case.reading, names[0], types)
        _, right = find_key(case.reading, names[1], (kind,))
        outcome = judge(case, left, right, verdict, type=kind, why=why)
    _tell(outcome)
    emit(outcome.entry)
    return 0


def _of_one(writing: _Writing, *, one_man: str, undo: str) -> int:
    """Say that a name is one man's, or take a decision back."""
    return say_one_man(writing, checked_words(one_man, what="--one-man")) if one_man else _undo(writing, checked_words(undo, what="--undo"))


def _undo(writing: _Writing, entry: str) -> int:
    from kashf.services.names.review import undo

    if taken := undo_forms(writing, entry):
        emit(taken)
        return 0
    with writing() as case:
        outcome = undo(case, entry)
    _tell(outcome)
    emit(outcome.entry)
    return 0


def _not_a_name(writing: _Writing, terms: list[str], *, types: tuple[MentionType, ...], why: str) -> int:
    from kashf.services.names.review import find_key
    from kashf.services.names.reviewing.at_once import call_no_names

    with writing() as case:
        kind, first = find_key(case.reading, terms[0], types)
        keys = [first, *(find_key(case.reading, term, (kind,))[1] for term in terms[1:])]
        outcome = call_no_names(case, keys, type=kind, why=why)
    say(f"{many(len(keys), 'term is', 'terms are')} told of nowhere from now on; take back with --undo {outcome.entry[:12]}")
    emit(outcome.entry)
    return 0


def _history(case: OpenCase, name: str, types: tuple[MentionType, ...], *, as_json: bool) -> int:
    from kashf.domain.decisions import signers
    from kashf.services.names.review import history_of

    found = history_of(case, name, types)
    persons = len(signers(found))
    if as_json:
        emit_json({"decisions": found, "persons": persons})
        return 0 if found else 1
    for each in found:
        judgement, undone = each.judgement, each.undone
        back = f"  taken back by {isolate(undone.who)} on {undone.when:%Y-%m-%d}" if undone else ""
        why = f"  {isolate(judgement.why)}" if judgement.why else ""
        pair = _pair(judgement)
        emit(f"{judgement.id[:12]}  {judgement.when:%Y-%m-%d}  {_who(judgement)}  {judgement.verdict}: {pair}{why}{back}")
    say(f"what stands is signed by {many(persons, 'person')} of this case")
    return 0 if found else 1


def _list(case: OpenCase, types: tuple[MentionType, ...], *, limit: int, as_json: bool, as_jsonl: bool) -> int:
    from kashf.services.forms.people.people_queue import people_queue
    from kashf.services.names.review import conflicts
    from kashf.services.names.reviewing.posts import posts_asked
    from kashf.services.names.reviewing.questions import queue
    from kashf.show.forms.people_answers import people_question_line, question_answer

    questions, contrary = queue(case, limit=limit, types=types), conflicts(case)
    posts = posts_asked(case)[:limit] if MentionType.PERSON in types else ()
    people = people_queue(case)[:limit] if MentionType.PERSON in types else ()
    pairs = [question_answer(each) for each in people]
    if as_json:
        emit_json(review_answer(questions, posts, contrary, people=pairs, set_aside=case.view.count_set_aside()))
    elif as_jsonl:
        emit_jsonl([*questions, *posts, *pairs])
    else:
        for question in questions:
            emit(question_line(question))
        for each in posts:
            emit(posts_line(each))
        for pair in people:
            emit(people_question_line(pair))
    _tell_conflicts(contrary)
    return 0 if questions or posts or people or contrary else 1


def _ask(case: OpenCase, writing: _Writing, types: tuple[MentionType, ...], *, limit: int) -> int:
    """Ask about one pair after the other until the person stops; each answer is kept at once."""
    from kashf.services.names.review import conflicts, undo
    from kashf.services.names.reviewing.posts import posts_asked
    from kashf.services.names.reviewing.questions import is_open, patterns, queue

    _tell_conflicts(conflicts(case))
    waiting = patterns(queue(case, limit=limit, types=types))
    done: list[tuple[int, EntryId]] = []
    at = 0
    while at < len(waiting):
        asked = [question for question in waiting[at] if is_open(case, question)]
        if not asked:
            at += 1
            continue
        answer = _ask_one(case, asked, number=f"{at + 1}/{len(waiting)}")
        if answer == _QUIT:
            break
        if answer == _UNDO and done:
            at, entry = done.pop()
            with writing() as writable:
                _tell(undo(writable, entry))
        elif answer == _UNDO:
            say("nothing was decided here yet; --undo ENTRY takes back what was decided before")
        elif answer == _SKIP:
            at += 1
        elif answer == _ALONE:
            waiting = (*waiting[:at], *((each,) for each in asked), *waiting[at + 1 :])
        else:
            with writing() as writable:
                outcome = _answer(writable, asked, answer)
            done.append((at, outcome.entry))
            _tell(outcome)
    say(f"{len(done)} decided of {len(waiting)}" if waiting else "no two names to decide on")
    posts = posts_asked(case)[:limit] if MentionType.PERSON in types else ()
    for each in posts:
        emit(posts_line(each))
    is_going_on = at == len(waiting) and MentionType.PERSON in types
    people = ask_people(case, writing, _line, limit=limit) if is_going_on else 0
    return 0 if waiting or posts or people else 1


def _answer(case: WritableCase, asked: Sequence[Question], answer: str) -> DecisionOutcome:
    """Write down what was answered: of several questions of one kind with one signature."""
    from kashf.services.names.review import judge
    from kashf.services.names.reviewing.at_once import call_no_names, judge_together

    why, first = checked_record(_line("why (may be empty): "), what="the reason"), asked[0]
    if answer in _NO_NAME:
        terms = list(dict.fromkeys((each.left if answer == "1" else each.right).key for each in asked))
        return call_no_names(case, terms, type=first.type, why=why)
    if len(asked) == 1:
        return judge(case, first.left.key, first.right.key, _VERDICTS[answer], type=first.type, why=why)
    pairs = [(each.left.key, each.right.key) for each in asked]
    return judge_together(case, pairs, _VERDICTS[answer], type=first.type, why=why)


def _ask_one(case: OpenCase, asked: Sequence[Question], *, number: str) -> str:
    from kashf.services.names.reviewing.questions import parts

    question = asked[0]
    emit(f"\n{number}  {question.type}  score {question.score:.2f}; {many(question.moves, 'mention')} would move")
    if len(asked) > 1:
        emit(f"  {many(len(asked), 'question')} of one kind, one answer; o asks them one by one")
        for each in asked:
            emit(f"    {isolate(each.left.text)} / {isolate(each.right.text)}  {many(each.moves, 'mention')}")
    for side in (question.left, question.right):
        _show(case, question, side)
    for part in parts(question):
        emit(f"    {part.name}: {isolate(part.left or '-')} / {isolate(part.right or '-')}  {part.score:.2f}  {in_english(part.why)}")
    if question.warning:
        emit(f"    beware: {in_english(question.warning)}")
    known = _ANSWERS if len(asked) > 1 else _ANSWERS - {_ALONE}
    while (answer := _line("one? y same, n different, u unsure, 1 or 2 no name, s skip, z undo, q quit: ").lower()) not in known:
        say(f"one of {' '.join(sorted(known))}")
    return answer


def _show(case: OpenCase, question: Question, side: Side) -> None:
    from kashf.services.names.review import examples

    entity = f", with all its names {side.entity_mentions}" if side.entity_mentions != side.mentions else ""
    emit(f"  {isolate(side.text)}  {many(side.mentions, 'mention')}{entity}")
    for example in examples(case, question.type, side.key):
        emit(f"    {cited(example)}  {isolate(with_brackets(example))}")


def _line(question: str) -> str:
    """Return what the person types, without blanks around it; the end of the input quits."""
    warn(question, end="")
    line = sys.stdin.readline()
    return line.strip() if line else _QUIT


def _tell(outcome: DecisionOutcome) -> None:
    moved = len(outcome.moved)
    say(
        f"{many(moved, 'name changed its', 'names changed their')} entity; take back with --undo {outcome.entry[:12]}"
        if moved
        else "no name changed its entity"
    )
    _tell_conflicts(outcome.conflicts)


def _list_conflicts(case: OpenCase, *, as_json: bool) -> int:
    from kashf.services.names.review import conflicts

    found = conflicts(case)
    if as_json:
        emit_json({"conflicts": found})
    else:
        for line in map(_describe, found):
            emit(line)
    return 0 if found else 1


def _tell_conflicts(found: tuple[Conflict, ...]) -> None:
    for line in map(_describe, found):
        say(line)


def _describe(conflict: Conflict) -> str:
    same = conflict.judgement
    against = ", ".join(f"{other.id[:12]} ({_who(other)})" for other in conflict.against)
    says = f"decisions contradict: {same.id[:12]} ({_who(same)}) says same of {_pair(same)}, which {against} forbids"
    return f"{says}; it is not followed until one is taken back, or one of them says what the other says"


def _who(judgement: Judgement) -> str:
    return isolate(judgement.who) + ("" if judgement.person else " (no person of this case)")


def _pair(judgement: Judgement) -> str:
    left = judgement.left
    place = left if isinstance(left, str) else cited(left)
    return f"{isolate(place)} / {isolate(judgement.right)}"

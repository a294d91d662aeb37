"""Lines of `kashf review`: questions about names, names that may be two men's, and what was joined by machine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from kashf.cli.common import cited, with_brackets
from kashf.cli.output import emit, emit_json, say
from kashf.domain.document import Span
from kashf.domain.entity import MentionType
from kashf.language.words.visible import isolate
from kashf.show.answers import place_answers
from kashf.show.counted import many
from kashf.show.explain import in_english

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.names.reviewing.posts import PostsQuestion
    from kashf.services.names.reviewing.questions import Question


def question_line(question: Question, moves: str = "move") -> str:
    """Return a question about two names in one line."""
    sides = "  /  ".join(f"{isolate(side.text)} ({side.mentions})" for side in (question.left, question.right))
    return f"{question.moves:6} {moves}  {question.score:.2f}  {question.type}  {sides}  {in_english(question.warning or question.why)}"


def posts_line(question: PostsQuestion) -> str:
    """Return the question whether a name is one man's, with how to answer it and the places of each post."""
    told = ", ".join(f"{isolate(post.text)} ({many(len(post.places), 'place')})" for post in question.posts)
    where = "".join(f"\n    {isolate(post.text)}: {' '.join(map(cited, post.places))}" for post in question.posts)
    advice = "    one: --one-man NAME; two: kashf reassign CASE PLACE... --new LABEL, with the places of one post"
    return f"one man or two?  {isolate(question.text)}: {told}{where}\n{advice}"


def say_one_man(writing: Callable[[], AbstractContextManager[WritableCase]], name: str) -> int:
    """Write down that a name is one man's, and print the ledger entries."""
    from kashf.services.names.entity import entity_with
    from kashf.services.names.review import find_key
    from kashf.services.names.reviewing.posts import call_one_man

    with writing() as case:
        key = find_key(case.reading, name, (MentionType.PERSON,))[1]
        entries = call_one_man(case, entity_with(case.reading, MentionType.PERSON, key).leader)
    say("not asked again unless the name comes with another post; take each back with --undo ENTRY")
    for entry in entries:
        emit(entry)
    return 0


def list_joined(case: OpenCase, types: tuple[MentionType, ...], *, limit: int, as_json: bool) -> int:
    """Print what was joined by machine, the weakest evidence first; exits with 1 when nothing was."""
    from kashf.services.names.reviewing.questions import joined

    found = joined(case, limit=limit, types=types)
    if as_json:
        emit_json({"joined": found})
        return 0 if found else 1
    for each in found:
        emit(question_line(each, "joined"))
    say("joined by machine; right? answer with --judge LEFT RIGHT same, or different")
    return 0 if found else 1


def list_places(case: OpenCase, *, as_json: bool) -> int:
    """Print decisions on single places whose page was read anew: where they are now, or that they need a look; 1 for none."""
    from kashf.services.ledger.place_decisions import reread_places

    found = reread_places(case.view)
    if as_json:
        emit_json({"places": place_answers(found)})
        return 0 if found else 1
    for each in found:
        judgement, words = each.judgement, each.judgement.quote
        was, now = judgement.left, f"now at {each.place.start}-{each.place.end}" if each.place else "needs a look"
        if words and isinstance(was, Span):
            told = f"{judgement.verdict}: {isolate(judgement.right)}  {cited(was)}"
            emit(f"{judgement.id[:12]}  {told}  {now}  {isolate(with_brackets(words))}")
    return 0 if found else 1

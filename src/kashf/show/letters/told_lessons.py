"""What corrections of letters teach, as lines of text and as JSON."""

from __future__ import annotations

from typing import Any, Final

from kashf.language.words.visible import isolate
from kashf.services.correcting.learn_letters import Taught
from kashf.services.correcting.lessons import Lesson
from kashf.show.counted import many
from kashf.show.plain import plain

_PARTS: Final = {"labels": "label of {}", "titles": "title of {}", "openers": "opens an act: {}"}


def lesson_line(lesson: Lesson, stands_in: int) -> str:
    """Return a phrase that could be learnt in one line: what it is, how often it was right and contradicted, where it stands."""
    what = _PARTS[lesson.part].format(lesson.code)
    verdict = "to be learnt" if lesson.is_learnt else "not learnt"
    judged = f"right {lesson.right}, contradicted {lesson.contradicted}, in {many(stands_in, 'document')}"
    return f"{what}: {isolate(lesson.phrase)}  {judged}; {verdict}"


def taught_answer(taught: Taught) -> dict[str, Any]:
    """Return what corrections teach as JSON values."""
    lessons = [{**plain(each), "is_learnt": each.is_learnt, "stands_in": taught.stands_in.get(each.phrase, 0)} for each in taught.lessons]
    return {"lessons": lessons, "judged": taught.judged, "lexicon": plain(taught.lexicon)}

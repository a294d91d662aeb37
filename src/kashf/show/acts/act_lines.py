"""Acts as lines of text, as JSON and as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from kashf.domain.acts.act import Act, ActOrigin, ActWords, DayRule, Sight, WhoRule
from kashf.domain.ids import short_id
from kashf.language.words.visible import isolate
from kashf.services.acts.list_acts import ActList
from kashf.show.counted import many
from kashf.show.forms.spreadsheets import Cell
from kashf.show.letters.letter_lines import not_letters
from kashf.show.plain import plain

#: Columns of the table of acts.
HEADER: Final = (
    *(
        "id",
        "origin",
        "basis",
        "kind",
        "force",
        "earliest",
        "latest",
        "day_rule",
        "written",
        "due_rule",
        "due",
        "office",
        "who",
        "who_rule",
    ),
    *("whom", "author", "things", "from", "to", "place", "said", "path", "page", "start", "end"),
)


#: Of acts that no letter of an office tells of, what does.
_SOURCES: Final = {ActOrigin.REGISTER: "in a register", ActOrigin.TESTIMONY: "a witness told"}


#: How a witness knows what he tells, as he says himself.
_SIGHTS: Final = {Sight.OWN: "saw it", Sight.HEARD: "heard of it"}


def acts_answer(found: ActList, acts: Sequence[Act]) -> dict[str, Any]:
    """Return some of the acts of a list as JSON values, with what was left out."""
    return {"acts": [act_answer(act, found) for act in acts], **counts_of_acts(found)}


def counts_of_acts(found: ActList) -> dict[str, Any]:
    """Return as JSON values how many acts and letters there are, and how many were left out or not looked at."""
    return dict(plain({name: getattr(found, name) for name in found.__slots__ if name not in {"acts", "paths", "offices"}}))


def act_answer(act: Act, found: ActList) -> dict[str, Any]:
    """Return one act as JSON values."""
    told = dict(plain(act))
    told["from"], told["to"] = told.pop("start"), told.pop("goal")
    return {"id": act.id, "path": found.paths.get(act.document, ""), **told}


def act_rows(found: ActList) -> Iterator[Sequence[Cell]]:
    """Yield acts as rows under `HEADER`."""
    for act in found.acts:
        yield _row(act, found.paths.get(act.document, ""))


def act_line(act: Act) -> str:
    """Return one act as a line: its days, what it is, by whom and to whom, and where that stands."""
    said = (
        ("of", "" if act.author or act.who_rule is WhoRule.WRITER else _one(act.office)),
        ("who", _all(act.who)),
        ("whom", _all(act.whom)),
        ("on the order of", _all([act.author] if act.author else ())),
        ("with", ", ".join(isolate(each.said.text) for each in act.things)),
        ("from", _one(act.start)),
        ("to", _one(act.goal)),
        ("at", _one(act.place)),
        ("until", _due(act)),
        ("told by", _one(act.source)),
        ("who", _SIGHTS.get(act.sight, "")),
    )
    told = "; ".join(f"{label} {words}" for label, words in said if words)
    force = f"{act.force.value}: " if act.force else ""
    force = f"{_SOURCES[act.origin]}: {force}" if act.origin in _SOURCES else force
    return f"{days_of(act):24}  {force}{act.kind}{'; ' + told if told else ''}  {_cited(act)}"


def days_of(act: Act) -> str:
    """Return the days of an act as a line has them, with a mark where they follow from the day of writing alone."""
    bounded = {DayRule.BEFORE_WRITING: "told of as done, ", DayRule.AFTER_WRITING: "planned, "}
    return f"{bounded.get(act.when.rule, '')}{act.when.date.edtf()}" if act.is_dated else "no date"


def left_out_of_acts(found: ActList) -> str:
    """Return in one line what the list of acts leaves out."""
    here, again = found.rows_of_letters, found.rows_again
    rows = f", {found.rows} rows of registers ({here} of letters here, {again} named twice)" if found.rows else ""
    return (
        f"{many(found.total, 'act')} of {many(found.letters, 'letter')}{rows} and {many(found.events, 'outside event')}; "
        f"{found.undated} without a day that anything bounds; "
        f"{many(found.copies, 'copy')} counted once, {not_letters(found.no_letters, found.unsure, found.partly_read, found.beyond)}"
    )


def _row(act: Act, path: str) -> Sequence[Cell]:
    date, span = act.when.date, act.said.span
    return (
        *(act.id, act.origin.value, act.basis.value, act.kind, act.force.value if act.force else ""),
        *(_iso(date.earliest), _iso(date.latest), act.when.rule.value, act.written.edtf()),
        *((act.due.rule, act.due.date.edtf() or act.due.said.text) if act.due else ("", "")),
        *(_text(act.office), _texts(act.who), act.who_rule.value, _texts(act.whom), _text(act.author)),
        "; ".join(each.said.text for each in act.things),
        *(_text(act.start), _text(act.goal), _text(act.place), act.said.text, path),
        *((span.page, span.start, span.end) if span else ("", "", "")),
    )


def _cited(act: Act) -> str:
    span = act.said.span
    place = f"#{span.page}:{span.start}-{span.end}" if span else f" line {act.nth}"
    return f"[{isolate(act.said.text)}] {short_id(act.document)}{place}"


def _due(act: Act) -> str:
    if not act.due:
        return ""
    days = act.due.date.edtf()
    return f"{isolate(act.due.said.text)}{f' = {days}' if days else ''}"


def _iso(day: object) -> str:
    return str(day) if day else ""


def _one(words: ActWords | None) -> str:
    return isolate(words.text) if words else ""


def _all(words: Iterable[ActWords]) -> str:
    return "; ".join(map(_one, words))


def _text(words: ActWords | None) -> str:
    return words.text if words else ""


def _texts(words: Iterable[ActWords]) -> str:
    return "; ".join(each.text for each in words)

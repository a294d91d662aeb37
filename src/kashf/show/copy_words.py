"""What copies differ in: its JSON, and the lines of the command line."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import TYPE_CHECKING, Any, Final

from kashf.language.words.visible import isolate
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.show.plain import plain

if TYPE_CHECKING:
    from kashf.services.case.copies.word_differences import Differing, DocumentComparison, TextDifference
    from kashf.services.forms.sealed.shown_value import ShownValue
    from kashf.services.twins.changed_fields import ChangedField
    from kashf.services.twins.twins import TwinPair, Twins

Answer = dict[str, Any]

#: Differences that are told in one line about a document.
_MOST_IN_LINE: Final = 3
_WHY: Final = {
    "revision": "by the revisions that the program counted",
    "modified": "by the time of last change that the files give",
    "date": "by the days that the files give",
    "name": "by their names",
    "tracked": "as the other has its tracked changes no more",
    "contained": "as the other has all of it and more",
}


def twins_answer(found: Twins) -> Answer:
    """Return a document with its copies and what differs."""
    return {
        "document": found.document,
        "ways": found.group.ways,
        "documents": found.group.documents,
        "compared": [compared_answer(each) for each in found.compared],
        "more": found.more,
    }


def compared_answer(each: TwinPair) -> Answer:
    """Return two documents with what differs."""
    comparison: Answer = plain(each.comparison)
    return comparison | {
        "left_path": each.left.name,
        "right_path": each.right.name,
        "maybe_misread": each.comparison.maybe_misread,
        "part": each.comparison.is_part,
        "order": each.order,
        "links": each.links,
        "fields": plain(each.fields),
    }


def ways_line(each: TwinPair) -> str:
    """Return why two documents are copies: "text", "near .93"."""
    return ", ".join(_way(link) for link in each.links)


def _way(link: CopyLink) -> str:
    if link.kind not in {CopyKind.NEAR, CopyKind.PICTURE}:
        return link.kind.value
    graded = f"{link.kind.value} {floor(100 * link.score) / 100:.2f}"
    return f"same {graded}; nobody compared the words" if link.kind is CopyKind.PICTURE else graded


def difference_line(each: TextDifference) -> str:
    """Return one difference with the words around it: "[number] p. 1: … on [20 -> 23] Muharram …"."""
    left, right = _said(each.left), _said(each.right)
    around = each.left if each.left.before or each.left.after else each.right
    doubt = " (perhaps misread)" if each.is_maybe_misread else ""
    place = f"p. {each.left.page}" if each.left.page == each.right.page else f"p. {each.left.page} / {each.right.page}"
    before, after = (isolate(" ".join(words.split())) for words in (around.before, around.after))
    return f"[{each.about.value}] {place}: {left} -> {right}{doubt}    in: {before} ... {after}"


def field_line(each: ChangedField) -> str:
    """Return a field in which two forms differ, with both values: "field 4 Date of birth: 1987 -> 1989"."""
    doubt = " (perhaps misread)" if each.is_maybe_misread else ""
    number = f" {each.number}" if each.number else ""
    return f"field{number} {isolate(each.label)}: {_value(each.left)} -> {_value(each.right)}{doubt}"


def _value(each: ShownValue) -> str:
    return "sealed" if each.is_hidden else isolate(" ".join(each.text.split())) if each.text.strip() else "nothing"


def order_line(each: TwinPair) -> Iterator[str]:
    """Yield how much differs, and which was there first, as far as that is known."""
    yield summary(each.comparison)
    order = each.order
    if order.first is None:
        yield "order not known"
    else:
        grade = "the files say so" if order.known.value == "metadata" else "inferred"
        yield f"{order.first[:12]} was there first, {_WHY[order.why]} ({grade})"
    if each.comparison.is_part:
        part, whole = (each.left, each.right) if each.comparison.is_part == "left" else (each.right, each.left)
        yield f"{part.id[:12]} is contained in {whole.id[:12]}"
    missing = [len(pages) for pages in each.comparison.not_compared]
    if any(missing) and not each.comparison.is_bare:
        yield f"not compared: {missing[0]} pages of the first, {missing[1]} of the second"


def summary(found: DocumentComparison) -> str:
    """Return how much two documents differ, with the first differences: "differs at 2 places: 20 -> 23, 3 -> 5"."""
    if found.is_bare:
        return "not compared: no words of one of them, or of both, were read"
    if not found.total:
        return "the same words" if not any(found.not_compared) else "the same words in what was compared"
    told = ", ".join(f"{_said(each.left)} -> {_said(each.right)}" for each in found.differences[:_MOST_IN_LINE])
    more = f" and {found.total - _MOST_IN_LINE} more" if found.total > _MOST_IN_LINE else ""
    doubt = f"; {found.maybe_misread} perhaps misread" if found.maybe_misread else ""
    return f"differs at {found.total} {'place' if found.total == 1 else 'places'}: {told}{more}{doubt}"


def _said(side: Differing) -> str:
    return isolate(" ".join(side.text.split())) if side.text.strip() else "nothing"

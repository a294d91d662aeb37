"""Heads of letters whose labels no table has, or that have none."""

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.events.letters.head.line_kinds import LetterLine, letter_lines
from kashf.events.letters.head.placed_lines import placed_lines
from kashf.events.letters.read_letter import read_letter
from kashf.events.letters.sheet_text import SheetText

BODY = "تقرر نقل عشرين مضخة إلى المخزن خلال أسبوع من تاريخه.\nمدير المخازن\nسالم حرب الوادي\n"


def of(head: str, foot: str = "") -> Letter:
    found = read_letter(DocumentId("a" * 64), (Page(1, f"مديرية الآبار\n{head}\n{BODY}{foot}"),))
    assert found is not None
    return found


def sheet_of(text: str) -> SheetText:
    return SheetText(DocumentId("a" * 64), (Page(1, text),))


def placed(text: str) -> list[tuple[LetterLine, str]]:
    sheet = sheet_of(text)
    lines, _ = placed_lines(list(letter_lines(list(sheet.lines()))))
    return [(each, ", ".join(f"{label.field}: {sheet.folded[label.start : label.end].strip()}" for label in each.labels)) for each in lines]

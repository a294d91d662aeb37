"""Letters in the case behind the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.ports.stages import LETTERS
from kashf.services.letters.keep_letters import keep_letters
from tests.fakes import FakeCaseView
from tests.searchable import BARE

_PAPER = "ديوان الجسور\nالعدد: {number}     {date}\nإلى / كافة المكاتب\n{body}\n{signed}"


def letter(number: str, day: str, signed: str, body: str = "يمنع على أصحاب المحال السفر إلى وادي الغيم.") -> str:
    """Return a letter; without a date where there is no day."""
    return _PAPER.format(number=number, date=f"التاريخ: {day}" if day else "", body=body, signed=signed)


def put_letters(view: FakeCaseView, texts: Mapping[str, str]) -> None:
    """Put letters into a case, each by the one letter that its id repeats."""
    for name, text in texts.items():
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))

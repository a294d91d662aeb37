"""A case of four letters of two offices, two of them near copies of a third."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE


def order(written: str, day: str, office: str = "ديوان الجسور", body: str = "يمنع على أصحاب المحال السفر إلى وادي الغيم.") -> str:
    return f"{office}\nالعدد: {written}     التاريخ: {day}\nإلى / كافة المكاتب\nتقرر ما يلي:\nأولا: {body}"


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    view = FakeCaseView()
    texts = {
        "a": order("٧/١", "٢/٣/٢٠١٤م"),
        "b": order("٧/٢", "٤/٣/٢٠١٤م", body="يمنع على أصحاب المحال السفر إلى وادي الخوخ."),
        "c": order("٧/٢", "٤/٣/٢٠١٤م", body="يمنع على أصحاب المحال السفر إلى وادي التين."),
        "d": order("١٢", "٤/٣/٢٠١٤م", office="ديوان المطاحن"),
    }
    for name, text in texts.items():
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))
    first = DocumentId("a" * 64)
    links = [(kind, DocumentId(each * 64)) for each in "bc" for kind in (CopyKind.NEAR, CopyKind.ANY)]
    view.grouped = tuple(CopyLink(kind, document, first, 0.95) for kind, document in links)
    return OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())

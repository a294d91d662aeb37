"""The sheet of a paper in a small made case: held against papers by another channel, never against its courier's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page, Sighting
from kashf.domain.ids import DocumentId
from kashf.errors import NotFoundError
from kashf.evidence.authenticity.authenticity_sheet import CouldAsk, MarkSeen, PaperMark, WhyUnknown
from kashf.evidence.authenticity.mark_ratio import Leaning
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.stages import LETTERS
from kashf.services.authenticity.sheet_of_document import SheetOfDocument, sheet_of_document
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE

BRIDGES, MILLS = "ديوان الجسور", "محكمة المطاحن"
SAAD, RAMI = "سعد الناعوري", "رامي الحداد"
#: What the courier brings: a paper that fits in everything but what is changed in it.
FITTING = ("٧/٥", "الثلاثاء ١٥/٤/٢٠١٤م", SAAD, BRIDGES)


def order(number: str, day: str, signer: str, office: str) -> str:
    dated = f"التاريخ: {day}" if day else ""
    body = "تقرر ما يلي:\nأولا: يمنع على أصحاب المحال السفر إلى وادي الغيم."
    return "\n".join((office, f"العدد: {number}     {dated}", "إلى / كافة المكاتب", body, signer, "مدير المكتب"))


def digits(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


def pile() -> dict[str, tuple[str, str]]:
    """Return letters by the letter that their ids repeat, each with its channel: ten of an office and ten of another by the heron."""
    weekdays = ("الأربعاء", "السبت", "السبت", "الثلاثاء", "الخميس", "الأحد", "الثلاثاء", "الجمعة", "الإثنين", "الأربعاء")
    found = {}
    for month, weekday in enumerate(weekdays, start=1):
        serial = month if month < 5 else month + 1
        day = f"{weekday} {digits(1)}/{digits(month)}/٢٠١٤م"
        found[f"{month:x}"] = order(f"٧/{digits(serial)}", day, SAAD, BRIDGES), "heron"
        court = order(f"{digits(40 - month)}/٩/ق", f"{digits(2014)}/{digits(month)}/{digits(3)}", RAMI, MILLS)
        found[f"{month:x}0"] = court, "heron"
    return found


def made(folder: Path, papers: Mapping[str, tuple[str, str]], grouped: tuple[CopyLink, ...] = ()) -> OpenCase:
    view = FakeCaseView(grouped=grouped)
    seen = {}
    for name, (text, channel) in papers.items():
        record = replace(BARE, id=DocumentId((name * 64)[:64]), name=f"{name}.txt")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
        seen[record.id] = ((Sighting(record.id, record.name, channel), None),)
    view.seen = seen
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))
    return OpenCase(folder, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())


def sheet(folder: Path, *paper: str, channel: str = "courier", beside: Mapping[str, tuple[str, str]] | None = None) -> SheetOfDocument:
    return sheet_of_document(made(folder, {**(pile() if beside is None else beside), "f": (order(*paper), channel)}), "f" * 8)


def mark(found: SheetOfDocument, which: PaperMark) -> MarkSeen:
    return next(each for each in found.sheet.marks if each.mark is which)


def test_a_paper_that_fits_is_spoken_for_if_the_forger_was_careless(tmp_path: Path) -> None:
    found = sheet(tmp_path, *FITTING)

    told = {each.mark: (each.seen, each.why, each.leaning) for each in found.sheet.marks}
    assert told[PaperMark.WEEKDAY] == ("fits", None, Leaning.FOR)
    assert told[PaperMark.NUMBER][:2] == ("in-order", None)
    assert told[PaperMark.POST_HOLDER][:2] == ("holds", None)
    assert told[PaperMark.OFFICE][:2] == ("around", None)
    assert told[PaperMark.STAMP][:2] == ("", WhyUnknown.NOT_READ)
    assert (("courier",), 20, 0) == (found.channels, found.others, found.same)
    assert () == found.sheet.leaning(Leaning.AGAINST)


@pytest.mark.parametrize(
    ("paper", "which", "seen"),
    [
        (("٧/٥", "الأحد ١٥/٤/٢٠١٤م", SAAD, BRIDGES), PaperMark.WEEKDAY, "contradicts"),
        (("٧/٥", "الثلاثاء ١٦/٩/٢٠١٤م", SAAD, BRIDGES), PaperMark.NUMBER, "out-of-order"),
        (("٧/٥", "الثلاثاء ١٥/٤/٢٠١٤م", RAMI, BRIDGES), PaperMark.POST_HOLDER, "another-holds"),
    ],
)
def test_what_does_not_fit_is_seen_and_leaves_room_for_a_careful_forger(
    paper: tuple[str, ...], which: PaperMark, seen: str, tmp_path: Path
) -> None:
    one = mark(sheet(tmp_path, *paper), which)

    assert seen == one.seen
    assert one.ratio is not None
    assert one.ratio.low < 1 <= one.ratio.high
    assert one.said


def test_a_number_that_another_paper_has_is_taken(tmp_path: Path) -> None:
    one = mark(sheet(tmp_path, "٧/٤", "الثلاثاء ١٥/٤/٢٠١٤م", SAAD, BRIDGES), PaperMark.NUMBER)

    assert ("taken", {"serial": "4"}) == (one.seen, dict(one.facts))
    assert "1" * 64 != one.said[-1].span.document != "f" * 64


def test_papers_of_the_same_courier_do_not_vouch_for_one_another(tmp_path: Path) -> None:
    beside = {name: (text, "courier") for name, (text, _) in pile().items()}
    found = sheet(tmp_path, *FITTING, beside=beside)

    assert () == tuple(each for each in found.sheet.marks if each.ratio)
    why = {each.mark: each.why for each in found.sheet.marks}
    for which in (PaperMark.WEEKDAY, PaperMark.NUMBER, PaperMark.HEAD, PaperMark.POST_HOLDER, PaperMark.OFFICE):
        assert why[which] is WhyUnknown.SAME_CHANNEL, which
    assert (0, 20) == (found.others, found.same)
    assert CouldAsk.OTHER_ROAD in found.sheet.asks


def test_a_paper_alone_and_one_without_day_or_number_have_all_unknown(tmp_path: Path) -> None:
    alone, bare = sheet(tmp_path, *FITTING, beside={}), sheet(tmp_path, "", "", "", BRIDGES)

    assert len(PaperMark) == len(alone.sheet.unknown)
    why = {each.mark: each.why for each in bare.sheet.marks}
    assert WhyUnknown.ABSENT in {why[PaperMark.WEEKDAY], why[PaperMark.NUMBER]}
    assert WhyUnknown.NO_DAY is why[PaperMark.OFFICE]


def test_a_number_without_a_day_of_its_own_is_held_against_nothing(tmp_path: Path) -> None:
    assert WhyUnknown.NO_DAY is mark(sheet(tmp_path, "٧/٥", "", SAAD, BRIDGES), PaperMark.NUMBER).why


def test_a_copy_with_another_number_speaks_as_far_as_other_copies_differ(tmp_path: Path) -> None:
    twin = order("٧/٥٥", *FITTING[1:])
    papers = {**pile(), "f": (order(*FITTING), "courier"), "e": (twin, "heron")}
    papers |= {"b": (order("٣/١", *FITTING[1:]), "heron"), "c": (order("٣/١", *FITTING[1:]) + "\n", "heron")}
    links = [
        CopyLink(kind, DocumentId(one * 64), DocumentId(of * 64)) for kind in (CopyKind.NEAR, CopyKind.ANY) for one, of in ("ef", "cb")
    ]
    one = mark(sheet_of_document(made(tmp_path, papers, tuple(links)), "f" * 8), PaperMark.TWINS)

    assert "another" == one.seen
    assert {"e" * 64, "f" * 64} == {each.span.document for each in one.said}


def test_what_is_no_letter_has_all_unknown_and_what_is_not_there_is_said(tmp_path: Path) -> None:
    case = made(tmp_path, {"f": ("The mill stands by the river.", "courier")})

    assert {WhyUnknown.NO_LETTER} == {each.why for each in sheet_of_document(case, "ff").sheet.marks}
    with pytest.raises(NotFoundError):
        sheet_of_document(case, "9999")

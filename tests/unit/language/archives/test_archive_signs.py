"""Signs of whose archive a page comes from, in seven languages; and the same words in running text, which are none."""

from __future__ import annotations

import pytest

from kashf.language.archives.archive_signs import ArchiveSign, archive_signs

RECEIVED, OUTGOING, DRAFT = "received", "outgoing", "draft"


def told(text: str) -> list[tuple[str, bool]]:
    return [(sign.side.value, sign.is_strong) for sign in archive_signs(text)]


def one(text: str) -> ArchiveSign:
    (found,) = archive_signs(text)
    return found


@pytest.mark.parametrize(
    ("side", "text"),
    [
        (RECEIVED, "وزارة الطرق\nالتاريخ: ٣/٣/٢٠١٤\nنص الكتاب\n\nالوارد العام\nرقم ٤٥٦\n٥/٣/٢٠١٤"),
        (RECEIVED, "مديرية الحقول\n\nوارد رقم: 456 تاريخ 5/3/2014"),
        (RECEIVED, "مديرية الحقول\nتاريخ الورود: ٥ آذار ٢٠١٤"),
        (OUTGOING, "نسخة للحفظ\nوزارة الطرق"),
        (OUTGOING, "صورة كربونية\nوزارة الطرق"),
        (DRAFT, "مسودة\nإلى السيد المدير"),
        (RECEIVED, "اداره راه\nشماره وارده: ۱۲۳ تاریخ ۱۳۹۳/۲/۳"),
        (OUTGOING, "نسخه بایگانی\nاداره راه"),
        (DRAFT, "پیش‌نویس\nجناب آقای مدیر"),
        (RECEIVED, "Yol Müdürlüğü\nGELEN EVRAK\nNo: 345\nTarih: 12.03.2014"),
        (OUTGOING, "DOSYA NÜSHASI\nYol Müdürlüğü"),
        (DRAFT, "TASLAK\n\nSayın Müdür"),
        (RECEIVED, "Office of Roads\n3 March 2014\n\nTo the Director\n\nRECEIVED\n5 MAR 2014\nREGISTRY"),
        (RECEIVED, "Office of Roads\nIncoming No. 45/7"),
        (OUTGOING, "FILE COPY\nOffice of Roads"),
        (DRAFT, "D R A F T\nDear Sir"),
        (DRAFT, "Draft 2\nDear Sir"),
        (RECEIVED, "Direction des routes\nReçu le 12 mars 2014"),
        (RECEIVED, "Courrier arrivé\nN° 234\nle 12/03/2014"),
        (OUTGOING, "COPIE POUR ARCHIVES\nDirection des routes"),
        (DRAFT, "BROUILLON\nMonsieur le directeur"),
        (RECEIVED, "Straßenamt\nEingegangen am 12.03.2014"),
        (RECEIVED, "Straßenamt\nEingang: 12. März 2014"),
        (OUTGOING, "Durchschlag\nStraßenamt"),
        (DRAFT, "ENTWURF\nSehr geehrte Damen"),
        (RECEIVED, "Вх. № 234 от 12.03.2014\nДорожное управление"),
        (OUTGOING, "Экземпляр для дела\nДорожное управление"),
        (DRAFT, "ЧЕРНОВИК\nУважаемый директор"),
    ],
)
def test_stamps_and_headings_are_signs(side: str, text: str) -> None:
    assert [(side, True)] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "كما هو وارد في كتابكم رقم ٢٣٤ تاريخ ٥/٣/٢٠١٤",
        "بموجب الكتاب رقم ١٢\nالوارد بتاريخ ٥/٣/٢٠١٤\nنرجو التنفيذ",
        "وقد أشرنا إلى الكتاب المذكور أعلاه ومضمونه المتعلق بالنقل\nوارد\nوالسلام",
        "القرار\nالصادر برقم 12 تاريخ 3/3/2014",
        "إشارة إلى كتابكم الوارد إلينا\nالوارد: المبلغ كاملا",
        "الوارد:\nالتاريخ: 3/3/2014",
        "مسودة القانون التي نوقشت في المجلس لم تقر بعد",
        "We acknowledge that your letter of the third of the month was duly\nreceived\non 5 March 2014 and we thank you.",
        "received on 5 March 2014 and answered the same week",
        "received on 5 March 2014",
        "Received by: J. Doe on 3 March 2014",
        "Received 500",
        "Draft Resolution on oil",
        "No\tDate\tReceived\tFrom\n1\t2\t3\t4",
        "Der Eingang zum Gebäude liegt an der Seite",
        "Le projet de loi est reçu le 12 mars par la commission",
        "bu mektup 12.03.2014 tarihinde teslim alındı ve okundu",
        "письмо получено 12.03.2014 и рассмотрено",
        "Register: draft beer, received well",
    ],
)
def test_the_same_words_within_a_sentence_are_none(text: str) -> None:
    assert [] == told(text)


@pytest.mark.parametrize(
    ("side", "text"),
    [
        (OUTGOING, "Исх. № 12 от 12.03.2014"),
        (OUTGOING, "رقم الصادر: ١٢/ش"),
        (OUTGOING, "نسخة إلى: مكتب الوزير"),
        (OUTGOING, "Copies to: the General Manager"),
        (RECEIVED, "Incoming: 500"),
        (RECEIVED, "Registered: 3 March 2014"),
        (DRAFT, "الرقم:      التاريخ:   \nإلى السيد المدير"),
        (DRAFT, "ПРОЕКТ\nУважаемый директор"),
    ],
)
def test_what_stands_on_copies_of_either_side_is_weak(side: str, text: str) -> None:
    assert {(side, False)} == set(told(text))


def test_a_sign_has_its_place_and_its_day() -> None:
    text = "Office\n\nRECEIVED\n5 MAR 2014\nby post"
    sign = one(text)

    assert ("RECEIVED\n5 MAR 2014", "2014-03-05") == (text[sign.start : sign.end], sign.day)


@pytest.mark.parametrize(("day", "strong"), [("12 March 2014", True), ("10 March 2014", False), ("2 March 2014", False)])
def test_registered_after_it_was_written_is_received(day: str, strong: bool) -> None:
    assert [(RECEIVED, strong)] == told(f"Office of Roads\n10 March 2014\nDear Sir\nRegistered: {day}")


@pytest.mark.parametrize(("day", "strong"), [("12 March 2014", True), ("10 March 2014", True), ("2 March 2014", False)])
def test_received_before_it_was_written_is_weak(day: str, strong: bool) -> None:
    assert [(RECEIVED, strong)] == told(f"Office of Roads\n10 March 2014\nDear Sir\nReceived: {day}")


def test_days_of_two_calendars_are_not_held_against_each_other() -> None:
    assert [(RECEIVED, True)] == told("الطرق\nالتاريخ: ٣/٣/٢٠١٤\nوارد رقم 12 تاريخ 5/5/1435")


def test_a_page_with_many_numbers_is_a_register() -> None:
    assert {(RECEIVED, False)} == set(told("\n".join(f"Incoming no {number} 3/3/2014" for number in range(3))))


def test_a_file_copy_in_a_list_of_copies_is_weak() -> None:
    assert {(OUTGOING, False)} == set(told("Copies to:\n- the Director\n- File copy"))


@pytest.mark.parametrize(
    "text", ["", "وارد", "\n" * 9, "received:" * 30, "no " * 500, "D " * 2000, "الوارد: " + "9" * 5000, " " * 300_000 + "x", "\t" * 300_000]
)
def test_nothing_on_a_page_is_too_odd(text: str) -> None:
    assert not [sign for sign in archive_signs(text) if sign.is_strong]

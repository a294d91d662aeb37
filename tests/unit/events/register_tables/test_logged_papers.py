"""Rows of registers: papers and deliveries."""

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.logged_paper import BookKind, LoggedPaper
from kashf.events.register_tables.logged_papers import logged_papers

OUT = """سجل الصادر - ديوان الجسور - ٢٠١٤
رقم الصادر\tالتاريخ\tالجهة المرسل إليها\tالموضوع\tملاحظات
٧\t٢٥/١/٢٠١٤\tمكتب القلعة\tنقل\t
٨\t//\tكافة المكاتب\tسفر\t
٩\t02-03-2014\tمكتب القلعة\tصرف مبلغ\t
"""
IN = """Office of the Harbour: letters received 2014
In No   Received     From                 Letter No   Date         Subject
1       3 May 2014   Office of Bridges    FLO/12      1 May 2014   Repairs
2       4 May 2014   Office of Bridges    FLO/13      2 May 2014   Escort
3       9 May 2014   Mr Karim                         8 May 2014   A house
"""


def rows(text: str) -> tuple[LoggedPaper, ...]:
    return logged_papers(DocumentId("d"), (Page(1, text),))


def test_each_row_of_what_went_out_is_a_paper_of_the_office_in_the_title() -> None:
    found = rows(OUT)

    assert ["7", "8", "9"] == [each.number.normal for each in found if each.number]
    assert {"ديوان الجسور"} == {each.sender.text for each in found if each.sender}
    assert "مكتب القلعة" == (found[0].receiver.text if found[0].receiver else "")
    assert ["2014-01-25", "2014-01-25", "2014-03-02"] == [each.date.date.edtf() for each in found if each.date]


def test_each_value_stands_where_its_place_says() -> None:
    row = rows(OUT)[1]

    assert OUT[row.said.span.start : row.said.span.end] == "٨\t//\tكافة المكاتب\tسفر"
    assert row.date
    assert OUT[row.date.said.span.start : row.date.said.span.end] == "//"


def test_a_register_of_what_came_in_has_the_sender_s_number_and_day() -> None:
    found = rows(IN)

    assert [("FLO/12", "1", "2014-05-01", "2014-05-03"), ("FLO/13", "2", "2014-05-02", "2014-05-04")] == [
        (each.number.normal, each.entry.text, each.date.date.edtf(), each.entered.date.edtf())
        for each in found
        if each.number and each.entry and each.date and each.entered
    ]
    assert "Office of the Harbour" == (found[0].receiver.text if found[0].receiver else "")
    assert (None, "Mr Karim") == (found[2].number, found[2].sender.text if found[2].sender else "")


def test_deliveries_have_things_and_how_many() -> None:
    text = "Date\tItem\tQty\tFrom\tTo\n" + "\n".join(f"{day} June 2015\tflour\t{day * 10} sacks\tDepot\tCamp" for day in range(1, 5))
    found = rows(text)

    assert {BookKind.DELIVERIES} == {each.book for each in found}
    assert [("flour", "10", "sacks"), ("flour", "20", "sacks")] == [(t.thing, t.amount, t.unit) for each in found[:2] for t in each.things]


def test_a_letter_a_list_of_people_and_nothing_have_no_rows() -> None:
    people = "Name\tBorn\tTown\n" + "\n".join(f"Omar {n}\t198{n}\tMarj" for n in range(6))

    assert [(), (), ()] == [rows(text) for text in ("Office of Bridges\nNo: 7\nDate: 3 May 2014\nTo: all offices\nGo.", people, "")]


def test_what_is_hostile_makes_no_row() -> None:
    assert () == rows("رقم الصادر\tالتاريخ\tالجهة المرسل إليها\n" + "\u202e\x00\t99/99/9999\t" + "\n\t\t" * 2000)

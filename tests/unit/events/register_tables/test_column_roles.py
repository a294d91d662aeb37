"""Columns of registers by their headings and by what stands in them."""

from kashf.domain.letters.logged_paper import BookKind
from kashf.events.register_tables.column_roles import column_roles

DAYS = ["1/2/2014", "2/2/2014", "//"]


def test_a_register_of_what_came_in_has_its_own_number_and_that_of_the_paper() -> None:
    found = column_roles(
        ["رقم الوارد", "تاريخ الورود", "الجهة المرسلة", "رقم الكتاب", "تاريخ الكتاب", "الموضوع"],
        [["1", "2", "4"], DAYS, ["ديوان", "مكتب", "قلم"], ["3/6", "3/7", "9"], DAYS, ["نقل", "سفر", "صرف"]],
        title="سجل الوارد",
        dated=[0, 1, 0, 0, 1, 0],
    )

    assert found
    assert (BookKind.INCOMING, 0, 3, 1, 4) == (found.book, *(found.cell(role) for role in ("entry", "paper-number", "in-date", "date")))


def test_a_column_of_another_content_than_its_heading_says_makes_no_register() -> None:
    headings = ["Letter No", "Date", "To"]
    cells = [["Omar", "Salim", "Nadir"], DAYS, ["Depot", "Depot", "Office"]]

    assert column_roles(headings, cells, title="Outgoing letters", dated=[0, 1, 0]) is None


def test_a_list_of_payments_is_no_register_of_papers() -> None:
    headings = ["No", "Date", "To", "Amount"]
    cells = [["1", "2", "3"], DAYS, ["Omar", "Salim", "Nadir"], ["20", "30", "40"]]

    assert column_roles(headings, cells, title="Payments sent", dated=[0, 1, 0, 0]) is None


def test_a_list_of_people_is_no_register() -> None:
    headings = ["ت", "الاسم", "الوحدة", "تاريخ الالتحاق"]

    assert column_roles(headings, [["1", "2"], ["a", "b"], ["c", "d"], DAYS[:2]], title="سجل العناصر", dated=[0, 0, 0, 1]) is None


def test_things_with_quantities_and_days_from_somebody_to_somebody_are_deliveries() -> None:
    headings = ["Date", "Item", "Quantity", "From", "To"]
    cells = [DAYS, ["flour", "diesel", "tents"], ["20 sacks", "400", "12"], ["Depot"] * 3, ["Camp"] * 3]
    found = column_roles(headings, cells, title="", dated=[1, 0, 0, 0, 0])

    assert found
    assert BookKind.DELIVERIES is found.book
    assert column_roles(headings[:3], cells[:3], title="", dated=[1, 0, 0]) is None


def test_numbers_days_receivers_and_subjects_are_a_register_of_what_went_out_without_a_title() -> None:
    headings = ("الرقم", "التاريخ", "الجهة المرسل إليها", "الموضوع")
    columns = (["1140/ص/3", "1141/ص/3"], ["1/5/2013", "2/5/2013"], ["مديرية المرافئ"] * 2, ["نقل معدات", "نقل وقود"])
    found = column_roles(headings, columns, title="", dated=(0.0, 1.0, 0.0, 0.0))

    assert found is not None
    assert (BookKind.OUTGOING, 0, 2) == (found.book, found.cell("paper-number"), found.cell("to"))

"""Where the letters of a document begin."""

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.bundles.letter_starts import letter_starts, pages_between

FIRST = (
    "ولاية المرج\nديوان الجسور\nالعدد: ١٠١\nالتاريخ: ٤ أيار ٢٠١٤م\nإلى / كافة المكاتب\n"
    "يمنع على التجار السفر إلى وادي الغيم.\nسالم الوردي\nالمدير\nختم: ديوان الجسور"
)
SECOND = (
    "Office of Bridges\nNo. 17/4\nDate: 5 May 2014\nTo: all checkpoints\n"
    "The convoy of the baker is to be let through.\nOmar Salim\nDirector"
)
QUOTING = (
    "ولاية المرج\nديوان الجسور\nالعدد: ١٠٣\nالتاريخ: ٦ أيار ٢٠١٤م\nإلى / كافة المكاتب\nنعمم عليكم كتاب الولاية وهذا نصه:\n"
    "«ولاية المرج\nالعدد: ٧\nالتاريخ: ١ أيار ٢٠١٤م\nإلى / ديوان الجسور\nيمنع السفر ليلا.»\nوعليكم التنفيذ.\nالمدير"
)


def starts(*texts: str) -> tuple[tuple[int, int], ...]:
    return letter_starts(DocumentId("d"), [Page(nth, text) for nth, text in enumerate(texts, start=1)])


def test_each_page_with_a_head_of_its_own_begins_a_letter() -> None:
    assert ((0, 0), (1, 0)) == starts(FIRST, SECOND)


def test_a_head_below_the_foot_of_another_letter_begins_one() -> None:
    text = f"{FIRST}\n\n{SECOND}"

    assert ((0, 0), (0, len(FIRST) + 2)) == starts(text)


def test_a_letter_goes_on_over_pages_that_repeat_its_head() -> None:
    begin, end = FIRST.split("يمنع", 1)

    assert ((0, 0),) == starts(begin + "نعلمكم بما يلي أولا في شأن السفر والتنقل بين القرى.", f"{begin}يمنع{end}", "سالم الوردي\nالمدير")


def test_an_order_that_a_circular_quotes_is_no_letter_of_its_own() -> None:
    assert ((0, 0),) == starts(QUOTING)


def test_one_letter_and_nothing_begin_once() -> None:
    assert [((0, 0),)] * 3 == [starts(FIRST), starts(""), starts()]


def test_pages_of_a_letter_are_those_up_to_the_next_one_and_say_how_far_they_are_moved() -> None:
    pages = [Page(1, f"{FIRST}\n\n{SECOND}"), Page(2, "the rest")]
    found = letter_starts(DocumentId("d"), pages)
    first, second = pages_between(pages, found[0], found[1]), pages_between(pages, found[1], None)

    assert [f"{FIRST}\n\n"] == [page.text for page in first.pages]
    assert ([SECOND, "the rest"], len(FIRST) + 2) == ([page.text for page in second.pages], second.shift)

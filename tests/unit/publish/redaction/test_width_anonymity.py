"""How many names would have made a box."""

from kashf.domain.pages.regions import Region
from kashf.publish.redaction.wide_boxes import wide_boxes
from kashf.publish.redaction.width_anonymity import names_that_fit, width_of

PLACE = Region(1000, 1000, 2000, 1100)


def test_names_of_that_length_fit_and_others_do_not() -> None:
    (box,) = wide_boxes([PLACE])
    name = "Zqxvhud Kqpaxor Bdezunk"  # no given names, so that only those of the case count beside rows of given names

    with_same = names_that_fit(box, PLACE, name, [name, "Bqxvhud Kqpaxor Zdezunk", "Al"])

    assert 2 == with_same - names_that_fit(box, PLACE, name, ["Al"])


def test_a_box_beside_more_hides_every_shorter_name() -> None:
    (box,) = wide_boxes([PLACE])

    alone, beside = (names_that_fit(box, PLACE, "Yusuf Darwazi", ["Al"], is_alone=each) for each in (True, False))

    assert alone < beside


def test_what_has_no_letters_hides_no_name() -> None:
    assert 0 == names_that_fit(Region(0, 0, 100, 100), PLACE, "", [])
    assert 0 == width_of("")

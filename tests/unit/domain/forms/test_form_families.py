from kashf.domain.forms.form_families import ReadValue, RecordId
from kashf.domain.ids import DocumentId


def test_records_of_a_document_are_cited_by_their_place_in_it() -> None:
    first, second = RecordId(DocumentId("ab")), RecordId(DocumentId("ab"), 2)

    assert (str(first), str(second)) == ("ab/1", "ab/2")
    assert first < second


def test_values_that_say_the_same_are_equal_whatever_stands_beside() -> None:
    assert hash(ReadValue("SE", "السويد", {"country": "SE"})) == hash(ReadValue("SE", "السويد"))

"""Places of letters that were read from a part of a page."""

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Addressee, AddresseeKind, Letter
from kashf.domain.letters.said import Said
from kashf.events.bundles.moved_places import with_moved_places


def said(page: int) -> Said:
    return Said("x", Span(DocumentId("d"), page, 3, 4), "r", 1.0)


def test_places_on_the_first_page_move_and_others_stay() -> None:
    letter = Letter(subject=said(2), addressees=(Addressee(said(1), AddresseeKind.OFFICE),))
    moved = with_moved_places(letter, page=1, by=10)

    assert (13, 3) == (moved.addressees[0].said.span.start, moved.subject.span.start if moved.subject else 0)
    assert letter is with_moved_places(letter, page=1, by=0)

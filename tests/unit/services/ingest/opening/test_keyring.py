from __future__ import annotations

from contextlib import suppress

from kashf.domain.ids import DocumentId
from kashf.services.ingest.opening.keyring import Keyring

ONE, OTHER = DocumentId("a" * 64), DocumentId("b" * 64)


def test_what_opened_a_document_before_is_tried_first_then_what_opened_most() -> None:
    ring = Keyring(["mill", "orchard", "quarry", "lantern"], {ONE: ("kestrel",)})
    for opened in (["quarry"], ["lantern"], ["lantern"]):
        ring.note(opened)

    assert ("kestrel", "lantern", "quarry", "mill", "orchard") == ring.for_document(ONE)
    assert ("lantern", "kestrel", "quarry", "mill", "orchard") == ring.for_document(OTHER)
    assert (5, (), ("kestrel",)) == (len(ring), ring.opened_before(OTHER), ring.opened_before(ONE))


def test_more_than_one_message_holds_are_left_out_from_the_end() -> None:
    given = [f"{number:0500}" for number in range(5000)]

    tried = Keyring(given).for_document(ONE)

    assert tuple(given[: len(tried)]) == tried
    assert 500 < len(tried) < len(given)


def test_passwords_do_not_show_where_a_keyring_is_printed() -> None:
    assert "mill" not in f"{Keyring(['mill'])!r}"


def test_it_counts_the_files_on_which_passwords_are_tried_also_those_that_break() -> None:
    ring = Keyring(["mill"])
    with ring.trying():
        with ring.trying():
            within = ring.files
        after_one = ring.files
    with suppress(ValueError), ring.trying():
        raise ValueError

    assert ((0, 2), (1, 2), (3, 3)) == (within, after_one, ring.files)

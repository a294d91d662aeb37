from __future__ import annotations

import pytest

from kashf.domain.document import Reading, Reason, Status
from kashf.domain.ids import DocumentId
from kashf.services.ingest.opening.attempts import OPENED_WITH, Tried, check_attempt, with_attempt

SHUT = Reading(DocumentId("a" * 64), "application/pdf", Status.FAILED, Reason.ENCRYPTED, "PDF needs a password")
DONE = Reading(DocumentId("a" * 64), "application/pdf", Status.DONE, metadata={OPENED_WITH: "magic", "title": "Order"})


def test_numbers_of_a_child_become_the_passwords_that_it_was_given() -> None:
    assert Tried(3, 2, ("orchard",)) == check_attempt({"tried": 2, "opened": [1, 1]}, ("mill", "orchard", "quarry"))


@pytest.mark.parametrize(
    "untrusted",
    [
        *(None, [], {"tried": 1}, {"tried": True, "opened": []}, {"tried": 3, "opened": []}, {"tried": 1, "opened": [1]}),
        *({"tried": 2, "opened": ["0"]}, {"tried": 2, "opened": [0, 1, 0]}, {"tried": -1, "opened": []}, {"tried": 1, "opened": [-1]}),
    ],
)
def test_an_answer_that_is_not_well_formed_tried_none(untrusted: object) -> None:
    assert Tried(2) == check_attempt(untrusted, ("mill", "orchard"))


def test_a_document_says_itself_that_it_was_opened_only_when_it_was() -> None:
    assert {"title": "Order"} == with_attempt(DONE, Tried()).metadata
    assert {"title": "Order", OPENED_WITH: "password"} == with_attempt(DONE, Tried(1, 1, ("mill",))).metadata


@pytest.mark.parametrize(
    ("attempt", "told"),
    [
        (Tried(1, 1), "PDF needs a password; 1 password tried, none fits"),
        (Tried(9, 3), "PDF needs a password; 3 passwords tried, none fits; 6 not tried, for lack of time"),
        (Tried(2, 2, ("mill",)), "PDF needs a password; 2 passwords tried, some of it opened"),
        (Tried(2), "PDF needs a password"),
    ],
)
def test_what_stays_encrypted_says_how_many_passwords_were_tried_and_not_which(attempt: Tried, told: str) -> None:
    assert told == with_attempt(SHUT, attempt).detail

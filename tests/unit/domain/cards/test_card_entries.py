"""Entries about cards: what kashf writes it reads, and what it does not write is damage."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kashf.domain.cards.card_entries import (
    CARD_ENTRIES,
    Bearing,
    CardStrip,
    CardWords,
    Knows,
    PutEvidence,
    card_bytes,
    card_words,
    evidence_body,
)
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.pages.quote import Quote
from kashf.domain.transcription.signed_words import Signed
from kashf.errors import DamagedCaseError

CARD, PAPER, BLOB = EntryId("c" * 64), DocumentId("a" * 64), DocumentId("b" * 64)
WHEN = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)


def put(strip: CardStrip, **told: Any) -> PutEvidence:
    known = (
        {"document": PAPER} if strip is CardStrip.PAPER else {"witness": "plover", "knows": Knows.SAW} if strip is CardStrip.PEOPLE else {}
    )
    fields = {"bearing": Bearing.SUPPORTS, **known, **told}
    return PutEvidence(signed=Signed(EntryId(""), "amal", WHEN), card=CARD, words=BLOB, strip=strip, **fields)


def read(body: dict[str, Json], kind: EntryKind = EntryKind.CARD_EVIDENCE) -> object:
    entry = Entry("d/work", 0, GENESIS, WHEN, "amal", kind, body)
    return CARD_ENTRIES.fold([(entry, entry.id)])[entry.id]


@pytest.mark.parametrize(
    "given",
    [
        put(CardStrip.PAPER),
        put(CardStrip.PEOPLE, heard_from="kestrel"),
        put(CardStrip.PEOPLE, knows=Knows.EXPERT, rests_on=(EntryId("e" * 64),)),
        put(CardStrip.CONCLUDED, bearing=Bearing.AGAINST, rests_on=(EntryId("e" * 64),)),
    ],
)
def test_evidence_comes_back_as_it_was_written(given: PutEvidence) -> None:
    told = read(dict(evidence_body(given)))

    assert isinstance(told, PutEvidence)
    assert evidence_body(given) == evidence_body(told)


@pytest.mark.parametrize(
    "wrong",
    [
        *({"card": "x"}, {"words": "x"}, {"strip": "rumour"}, {"bearing": "maybe"}, {"document": ""}, {"knows": "saw"}),
        *({"rests_on": "x"}, {"rests_on": ["x"]}, {"rests_on": {"a": "b"}}),
    ],
)
def test_an_entry_that_is_none_is_damage(wrong: dict[str, Json]) -> None:
    with pytest.raises(DamagedCaseError):
        read({**evidence_body(put(CardStrip.PAPER)), **wrong})


def test_words_come_back_with_their_quote() -> None:
    words = CardWords({"said": "a remark"}, Quote(PAPER, 1, 3, 7, "the ", "town", " fell"))

    assert words == card_words(card_bytes(words, salt="0"))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"texts": [], "quote": null}', b'{"texts": {}, "quote": 7}'])
def test_other_bytes_are_no_words_of_a_card(data: bytes) -> None:
    with pytest.raises(DamagedCaseError):
        card_words(data)

"""An entry is taken back by the beginning of its id, by whoever signed it, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.errors import NotAllowedError, NotFoundError
from kashf.services.case.open import WritableCase
from kashf.services.correcting.lexicon_decisions import keep_lexicon, lexicons_kept
from kashf.services.ledger.standing.taking_back import take_back_entry
from tests.transcribed import TypedCase, typed_case


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return typed_case(tmp_path)


def take_back(case: WritableCase, beginning: str) -> str:
    with case.store.unit() as uow:
        told, written = take_back_entry(case, uow, lexicons_kept(case.reading), beginning, what="lexicons")
        uow.commit()
    assert told.signed.id == written.body["entry"]
    return told.signed.id


def test_what_was_signed_is_taken_back_once(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        id = keep_lexicon(case, NO_LEXICON)
        assert id == take_back(case, id[:8])
        with pytest.raises(NotFoundError, match=r"0 lexicons that stand begin with") as found:
            take_back(case, id)
    assert (found.value.code, found.value.about["count"]) == ("no-standing-entry", 0)


def test_nothing_and_what_begins_two_take_nothing_back(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        ids = [keep_lexicon(case, LetterLexicon(labels=(("number", f"Mark {n}"),))) for n in range(17)]
        twice = next(digit for digit in "0123456789abcdef" if sum(id.startswith(digit) for id in ids) > 1)
        for beginning in ("", twice):
            with pytest.raises(NotFoundError):
                take_back(case, beginning)
        assert len(ids) == len(lexicons_kept(case.reading))


def test_what_another_person_signed_stays(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        id = keep_lexicon(case, NO_LEXICON)
    with made.as_person("Rana") as case:
        with pytest.raises(NotAllowedError, match="only Nour can take that back"):
            take_back(case, id)
        assert [id] == [each.signed.id for each in lexicons_kept(case.reading)]

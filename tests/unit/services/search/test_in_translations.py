"""A search finds what stands only in a translation, apart from the text, with the original beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.bootstrap import open_for_writing
from kashf.domain.left_out import MoreIn
from kashf.domain.transcription.signed_words import ModelUsed, PagePlace
from kashf.language.sounds.similarity import skeleton
from kashf.language.words.folding import Folded
from kashf.ports.search import All, Layer
from kashf.ports.stages import INDEX
from kashf.services.case.open import WritableCase
from kashf.services.ingest.tombstones import destroy, plan_destruction
from kashf.services.search.find import Found, documents, find
from kashf.services.translated.page_translations import reader_called
from kashf.services.translation.take_back import take_back_translated
from kashf.services.translation.write_translation import Draft, translate
from tests.indexed import index_all
from tests.transcribed import TypedCase, typed_case

LAYLA, QASIM = "Layla Haddad", "Qasim Nur"
ORDER, PRINTED = (0, 8), (9, 24)


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return typed_case(tmp_path)


def _translate(made: TypedCase, who: str, *texts: str, language: str = "fr", is_blind: bool = False, is_done: bool = False) -> str:
    renderings = dict(zip((ORDER, PRINTED), texts, strict=False))
    with made.as_person(who) as case:
        return translate(case, Draft(PagePlace(made.sure, 1), language, renderings, is_blind=is_blind, is_done=is_done)).signed.id


def _find(made: TypedCase, query: str, *, who: str = "", translations: bool = True) -> Found:
    with made.reading() as case:
        return find(case, query, reader=reader_called(case, who) if who else "", translations=translations)


def test_a_word_that_stands_only_in_a_translation_is_found_with_its_original(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre", "imprimé hier")

    found = _find(made, "imprimé")
    (hit,) = found.translated.hits

    assert (0, 1) == (found.total, found.translated.total)
    assert ("Layla Haddad", "fr", (), 0) == (hit.translation.by, hit.translation.language, hit.second_by, hit.more)
    assert [("that is printed", "imprimé hier", ((0, 7),))] == [
        (each.quote.original.text, each.quote.rendering, each.places) for each in hit.quotes
    ]


def test_a_translation_is_no_text_of_its_document(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre de Fawzi", "imprimé")

    with made.reading() as case:
        assert () == documents(case, "imprimé", all_text=True)
        assert [] == [hit for hit in case.index.search(All(()), limit=9, layer=Layer.ALL).hits if hit.end == 1]
        assert "fr" not in case.index.facets(All(()), layer=Layer.ALL)["language"]
        assert not any(case.view.words_with([skeleton(Folded("fawzi"))]).values())


def test_words_of_two_segments_of_one_page_are_found_together(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre", "imprimé hier")

    (hit,) = _find(made, "ordre hier").translated.hits

    assert ["an order", "that is printed"] == [each.quote.original.text for each in hit.quotes]
    assert () == _find(made, "ordre demain").translated.hits


def test_what_was_left_out_on_request_is_counted(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre")

    found = _find(made, "ordre", translations=False)

    assert ((), 1) == (found.translated.hits, found.left_out.more[MoreIn.TRANSLATED])


def test_who_translates_blind_is_not_even_told_how_many_translations_answer(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre")
    _translate(made, QASIM, is_blind=True)
    _translate(made, QASIM, "un commandement")

    of_qasim, of_layla = _find(made, "ordre", who=QASIM), _find(made, "commandement", who=LAYLA)

    assert (0, (), 1) == (of_qasim.translated.total, of_qasim.translated.hits, of_qasim.left_out.more[MoreIn.BLIND])
    assert (0, {}) == (of_layla.translated.total, dict(of_layla.left_out.more))


def test_a_translation_that_a_second_person_made_blind_is_no_longer_unverified(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre")
    _translate(made, QASIM, is_blind=True)
    _translate(made, QASIM, "un commandement", is_done=True)

    (of_layla,), (of_qasim,) = (_find(made, word).translated.hits for word in ("ordre", "commandement"))

    assert (("Qasim Nur",), ("Layla Haddad",)) == (of_layla.second_by, of_qasim.second_by)


def test_a_program_verifies_no_translation_and_its_own_says_that_it_is_one(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre")
    with made.as_person(LAYLA) as case:
        model = ModelUsed("toy", "a" * 64)
        translate(case, Draft(PagePlace(made.sure, 1), "fr", {ORDER: "une ordonnance"}, model=model))

    (of_layla,), (of_toy,) = (_find(made, word).translated.hits for word in ("ordre", "ordonnance"))

    assert ((), ()) == (of_layla.second_by, of_toy.second_by)
    assert model == of_toy.translation.model


def test_what_was_written_anew_or_taken_back_is_found_no_longer(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre")
    second = _translate(made, LAYLA, "un commandement")

    assert (0, 1) == (_find(made, "ordre").translated.total, _find(made, "commandement").translated.total)
    with made.as_person(LAYLA) as case:
        take_back_translated(case, second)
    assert (1, 0) == (_find(made, "ordre").translated.total, _find(made, "commandement").translated.total)


def _index_anew(case: WritableCase) -> None:
    case.reading.index.clear()
    with case.store.unit() as uow:
        uow.reopen(INDEX, unless_version="none")
        uow.commit()
    assert index_all(case)


def test_translations_survive_that_the_index_is_made_anew(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre")
    with open_for_writing(made.path, settings=made.settings(LAYLA)) as case:
        _index_anew(case)

    assert 1 == _find(made, "ordre").translated.total


def test_what_was_destroyed_is_found_in_no_translation(made: TypedCase) -> None:
    _translate(made, LAYLA, "un ordre")
    with open_for_writing(made.path, settings=made.settings(LAYLA)) as case:
        destroy(case, plan_destruction(case.reading, made.sure), why="a court said so", with_members=False)
        _index_anew(case)

    assert 0 == _find(made, "ordre").translated.total

"""Whatever prints a quote in translation prints the original beside it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.pages.quote import quote
from kashf.domain.translation.translated_quote import TranslatedQuote
from kashf.show.plain import plain
from kashf.show.translated_words import COLUMNS, quote_answer, quote_rows, translated_words

PLACE = Span(DocumentId("a" * 64), 1, 5, 11)
ORIGINAL = quote(Page(1, "دفن\n\nالشهيد ليلا"), PLACE)


@pytest.fixture(params=[PLACE, None], ids=["found again", "waiting for a look"])
def translated(request: pytest.FixtureRequest) -> TranslatedQuote:
    return TranslatedQuote(ORIGINAL, "martyr", "en", "Layla", place=request.param)


def test_every_form_of_a_translated_quote_has_both(translated: TranslatedQuote) -> None:
    forms = [translated_words(translated), quote_answer(translated), plain(translated), *quote_rows([translated])]

    assert 4 == len(forms)
    assert not [form for form in map(str, forms) if "martyr" not in form or "الشهيد" not in form]


def test_a_translated_quote_cannot_be_made_without_its_original() -> None:
    assert "original" == fields(TranslatedQuote)[0].name
    with pytest.raises(TypeError):
        TranslatedQuote(rendering="martyr", language="en", by="Layla")  # type: ignore[call-arg]  # that it is refused is the point


def test_that_a_machine_translated_and_that_somebody_has_to_look_is_said(translated: TranslatedQuote) -> None:
    machine = TranslatedQuote(ORIGINAL, "witness", "en", "toy", is_machine=True, place=translated.place)

    assert "MACHINE" in translated_words(machine)
    assert ("needs a look" in translated_words(machine)) == (translated.place is None)
    assert len(COLUMNS) == len(next(iter(quote_rows([machine]))))

"""The place that a value names: a country by its code, any other by its words."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import unchanging
from kashf.domain.forms.form_families import ReadValue
from kashf.language.field_values.nation_values import country_label, nation_in
from kashf.language.tables.field_words.answer_words import IN
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.tokens import folded_words

_IN: Final = frozenset(IN.split("|"))


def read_place(text: str) -> ReadValue:
    """Return a place by its folded words, without "in" and article before it; a country by its ISO 3166 code, whatever the language.

    >>> read_place("في الرقة").key == read_place("رقّة").key, read_place("ليبيا").key, read_place("Libya").key
    (True, 'LY', 'LY')
    """
    words = folded_words(text)
    if len(words) > 1 and words[0] in _IN:
        words = words[1:]
    label = " ".join(text.split())
    if not words:
        return ReadValue("", label, is_doubtful=True)
    if code := nation_in(words):
        return ReadValue(code, country_label(code, text), unchanging({"countries": [code]}))
    first = words[0].removeprefix(ARTICLE) if len(words[0]) > len(ARTICLE) + 1 else words[0]
    return ReadValue(" ".join((first, *words[1:])), label)

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from kashf.language.identifiers.spoken_digests import spoken, unspoken
from kashf.language.tables.lists.spoken_words import SPOKEN_WORDS


def test_there_is_a_word_for_each_byte() -> None:
    assert (256, 256, list(SPOKEN_WORDS)) == (len(SPOKEN_WORDS), len({*SPOKEN_WORDS}), sorted(SPOKEN_WORDS))


def test_no_word_was_changed_since_heads_were_written_down_in_them() -> None:
    assert hashlib.sha256(" ".join(SPOKEN_WORDS).encode()).hexdigest().startswith("42c5a4ee7398cad0")


@given(st.binary(min_size=32, max_size=32))
def test_a_digest_comes_back_from_its_words(digest: bytes) -> None:
    assert digest.hex() == unspoken(spoken(digest.hex()))


def test_words_that_are_none_of_them_are_no_digest() -> None:
    assert ("", "") == (unspoken("acorn submarine"), unspoken("0" * 64))

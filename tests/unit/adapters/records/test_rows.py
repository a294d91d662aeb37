"""What a row holds becomes a value again."""

from __future__ import annotations

import pytest

from kashf.adapters.records.rows import reasons_of, reasons_text
from kashf.domain.reasons import NO_REASONS, ReasonCode, Reasons
from kashf.errors import DamagedCaseError


@pytest.mark.parametrize("reasons", [NO_REASONS, Reasons.of(ReasonCode.MISREAD, "ر", "ز").about("nisba")])
def test_reasons_are_kept_as_codes(reasons: Reasons) -> None:
    assert reasons == reasons_of(reasons_text(reasons))


def test_a_sentence_that_an_earlier_kashf_kept_still_warns() -> None:
    sentence = "same kunya, another nisba: probably another man"

    assert Reasons.of(ReasonCode.IN_WORDS, sentence) == reasons_of(sentence)


def test_what_is_neither_is_damage() -> None:
    with pytest.raises(DamagedCaseError):
        reasons_of('[["no-such-reason"]]')

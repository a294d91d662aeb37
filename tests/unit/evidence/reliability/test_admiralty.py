from __future__ import annotations

import pytest

from kashf.errors import BadEvidenceError
from kashf.evidence.reliability.admiralty import SourceLetter, derived_grade


@pytest.mark.parametrize(
    ("lower", "letter"), [(0.95, "A"), (0.9499, "B"), (0.8, "B"), (0.7616, "C"), (0.6, "C"), (0.35, "D"), (0.34, "E"), (0.0, "E")]
)
def test_the_letter_follows_the_lower_bound(lower: float, letter: str) -> None:
    assert letter == derived_grade(lower, trials=10, batches=10).letter


def test_too_little_record_is_f_however_good() -> None:
    grade = derived_grade(0.99, trials=2.99, batches=12)

    assert (SourceLetter.F, "channel, 12 batches checked") == (grade.letter, grade.beside)
    assert "channel, 1 batch checked" == derived_grade(0.2, trials=1, batches=1).beside


def test_a_letter_set_by_hand_keeps_the_derived_one_and_has_a_reason() -> None:
    grade = derived_grade(0.7, trials=9, batches=9).overridden(SourceLetter.E, " caught lying about dates ")

    assert ("E", "C", "caught lying about dates") == (grade.letter, grade.derived, grade.why)
    with pytest.raises(BadEvidenceError, match="with a reason"):
        grade.overridden(SourceLetter.A, " \u200b\u3164 ")

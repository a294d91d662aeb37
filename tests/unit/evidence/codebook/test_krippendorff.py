from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import BadEvidenceError
from kashf.evidence.codebook.krippendorff import CodeScale, agreement, krippendorff_alpha

#: Krippendorff 2011, table C: four coders, twelve units, some codes missing.
CODERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS = [list(unit) for unit in zip(*CODERS, strict=True)]


@pytest.mark.parametrize(("scale", "alpha"), [(CodeScale.NOMINAL, 0.743), (CodeScale.ORDINAL, 0.815)])
def test_the_published_example_comes_out_as_published(scale: CodeScale, alpha: float) -> None:
    assert pytest.approx(alpha, abs=5e-4) == krippendorff_alpha(UNITS, scale)


def test_the_interval_holds_the_figure_and_comes_again_with_its_seed() -> None:
    one, other = (agreement(UNITS, CodeScale.NOMINAL, generator=np.random.default_rng(7), resamples=500) for _ in range(2))

    assert one == other
    assert one.alpha is not None
    assert one.low is not None
    assert one.high is not None
    assert one.low < one.alpha < one.high
    assert (11, 1) == (one.units, one.left_out)


def test_codes_that_are_all_the_same_tell_nothing() -> None:
    assert None is krippendorff_alpha([["no", "no"], ["no", "no"]], CodeScale.NOMINAL)
    assert None is agreement([["no", None]], CodeScale.NOMINAL, generator=np.random.default_rng(1)).alpha


@given(st.lists(st.lists(st.integers(1, 3), min_size=2, max_size=3), min_size=2, max_size=8), st.sampled_from(list(CodeScale)))
def test_alpha_is_at_most_one_and_one_exactly_where_all_agree(units: list[list[int]], scale: CodeScale) -> None:
    alpha = krippendorff_alpha(units, scale)

    if alpha is not None:
        assert alpha <= 1
        assert (pytest.approx(1) == alpha) == all(len(set(unit)) == 1 for unit in units)


def test_an_ordinal_code_is_a_number() -> None:
    with pytest.raises(BadEvidenceError, match="whole numbers"):
        krippendorff_alpha([["low", "high"]], CodeScale.ORDINAL)

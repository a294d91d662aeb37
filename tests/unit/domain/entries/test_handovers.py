"""Tests for the hops by which a delivery came."""

import pytest

from kashf.domain.entries.handovers import Hop, gaps, read_hops

TYPED = """\ufeffFrom: kestrel
to: plover
when: 2016-04-12
how: by hand
condition: torn: one corner
envelope: brown
seal: wax, whole
exhibit: K-7
note: at night


from: plover
to: us
"""


def test_hops_are_read_as_they_are_typed() -> None:
    first = Hop("kestrel", "plover", "2016-04-12", "by hand", "torn: one corner", "brown", "wax, whole", "K-7", "at night")

    assert (first, Hop("plover", "us")) == read_hops(TYPED)
    assert "kestrel" == first.as_json()["from"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("from: a\nfrom: b", "line 2 says from: again"),
        ("kestrel gave it", "line 1 is none of from:, to:"),
        ("whom: kestrel", "line 1 is none of"),
        ("from: a\nwhen: kestrel's birthday", "line 2: when: takes a day"),
    ],
)
def test_what_is_no_hop_is_refused_by_its_line_and_its_words_are_not_told(typed: str, message: str) -> None:
    with pytest.raises(ValueError, match=message) as refusal:
        read_hops(typed)

    assert "kestrel" not in str(refusal.value)


@pytest.mark.parametrize("typed", ["", "\n\n", "from:\n"])
def test_nothing_typed_is_no_hop(typed: str) -> None:
    assert () == read_hops(typed)


def test_who_took_it_and_who_gave_it_next_should_be_one() -> None:
    assert (2,) == gaps((Hop("a", "b"), Hop("B", "c"), Hop("d", "e")))

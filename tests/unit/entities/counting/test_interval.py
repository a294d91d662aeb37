import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.entities.counting import interval
from kashf.entities.counting.interval import Audit, by_delta, by_posterior
from kashf.errors import UsageError

#: The worked example: 412 hits, 190 of 200 right, 45 of 50 found.
WORKED = Audit(412, 190, 200, 45, 50)
#: The same with so many hits that the 200 are a drop in the sea.
ENDLESS = Audit(41_200_000, 190, 200, 45, 50)


def test_the_estimate_is_hits_by_precision_over_recall() -> None:
    assert pytest.approx(434.889, abs=0.001) == by_delta(WORKED).value


@pytest.mark.parametrize(("level", "low", "high"), [(0.9, 400.6, 472.1), (0.95, 394.40, 479.53)])
def test_the_delta_interval_without_the_correction_is_the_published_one(level: float, low: float, high: float) -> None:
    estimate = by_delta(ENDLESS, level=level)

    assert (pytest.approx(low, abs=0.06), pytest.approx(high, abs=0.06)) == (estimate.low / 1e5, estimate.high / 1e5)


@pytest.mark.parametrize(("level", "low", "high"), [(0.9, 407.0, 481.5), (0.95, 402.6, 493.2)])
def test_the_posterior_without_the_correction_is_the_published_one(level: float, low: float, high: float) -> None:
    estimate = by_posterior(ENDLESS, level=level)

    assert (pytest.approx(low, abs=0.4), pytest.approx(high, abs=0.4), pytest.approx(435.5, abs=0.4)) == (
        estimate.low / 1e5,
        estimate.high / 1e5,
        estimate.value / 1e5,
    )


def test_the_delta_interval_is_narrower_for_a_finite_population() -> None:
    estimate = by_delta(WORKED, level=0.95)

    assert (pytest.approx(395.4, abs=0.05), pytest.approx(478.3, abs=0.05)) == (estimate.low, estimate.high)


def test_an_audit_of_every_hit_without_a_recall_sample_leaves_no_doubt_about_the_hits() -> None:
    estimate = by_posterior(Audit(40, 38, 40))

    assert (38, 38, 38, False) == (estimate.low, estimate.value, estimate.high, estimate.is_whole)


def test_bounds_to_quote_are_whole_mentions_rounded_outwards() -> None:
    estimate = by_delta(WORKED)

    assert (int(estimate.low), int(estimate.high) + 1) == estimate.whole
    assert (38, 38) == by_posterior(Audit(40, 38, 40)).whole


def test_more_nodes_change_nothing_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    coarse = by_posterior(WORKED)
    monkeypatch.setattr(interval, "_NODES", 2000)

    assert pytest.approx(coarse.low, rel=1e-3) == by_posterior(WORKED).low
    assert pytest.approx(coarse.high, rel=1e-3) == by_posterior(WORKED).high


@pytest.mark.parametrize(
    "audit", [Audit(10, 5, 4), Audit(3, 2, 4), Audit(10, -1, 4), Audit(10, 0, 0), Audit(10, 4, 4, 3, 2), Audit(10, 4, 4, 0, 5)]
)
def test_numbers_that_no_audit_gives_are_refused(audit: Audit) -> None:
    with pytest.raises(UsageError):
        by_posterior(audit)


def test_the_delta_method_has_nothing_to_say_when_no_hit_is_right() -> None:
    with pytest.raises(UsageError):
        by_delta(Audit(10, 0, 5))


@pytest.mark.slow
@given(st.data())
def test_the_posterior_interval_holds_its_median_and_never_less_than_what_was_seen_to_be_right(data: st.DataObject) -> None:
    hits = data.draw(st.integers(1, 3000))
    looked_at = data.draw(st.integers(1, min(hits, 300)))
    right = data.draw(st.integers(0, looked_at))
    seen = data.draw(st.integers(0, 60))
    found = data.draw(st.integers(1, seen)) if seen else 0
    estimate = by_posterior(Audit(hits, right, looked_at, found, seen))

    assert right <= estimate.low <= estimate.value <= estimate.high


def _by_page(pages: int, missed: int, *, mentions: int = 6) -> Audit:
    """Return an audit of pages with several mentions, some of which were missed whole."""
    tallies = ((mentions, mentions),) * (pages - missed) + ((0, mentions),) * missed
    found, seen = mentions * (pages - missed), mentions * pages
    return Audit(400, 190, 200, found, seen, tallies, 0.1)


def test_pages_that_are_missed_whole_widen_the_interval() -> None:
    clustered = _by_page(20, 4)
    alone = Audit(400, 190, 200, 96, 120, ((1, 1),) * 96 + ((0, 1),) * 24, 0.1)

    wide, narrow = by_posterior(clustered), by_posterior(alone)

    assert pytest.approx(wide.value, rel=0.05) == narrow.value
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)
    assert by_delta(clustered).high > by_delta(alone).high


def test_few_pages_widen_it_and_too_few_say_nothing_of_what_was_missed() -> None:
    many, few, too_few = (by_posterior(_by_page(pages, missed)) for pages, missed in ((40, 8), (10, 2), (5, 1)))

    assert few.high - few.low > many.high - many.low
    assert (True, True, False) == (many.is_whole, few.is_whole, too_few.is_whole)
    assert not by_delta(_by_page(5, 1)).is_whole


def test_what_was_seen_on_every_page_leaves_no_doubt() -> None:
    everything = Audit(10, 9, 10, 9, 12, ((1, 1),) * 9 + ((0, 1),) * 3, 1.0)

    assert (12, 12) == by_posterior(everything).whole


def test_mentions_that_are_known_are_added_and_not_estimated() -> None:
    assert (55, 55) == by_posterior(Audit(40, 38, 40, known=17)).whole
    assert (17, 17) == by_posterior(Audit(0, 0, 0, known=17)).whole


def test_where_nothing_was_missed_whole_pages_may_still_be() -> None:
    assert by_posterior(_by_page(12, 0)).high > by_posterior(Audit(400, 190, 200, 72, 72, ((1, 1),) * 72, 0.1)).high

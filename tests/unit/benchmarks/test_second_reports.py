"""The second maker of reports makes what its fields say."""

import dataclasses
import statistics

import pytest

from benchmarks.evidence.second_reports import MadeClaim, ReportWorld, exact_ratio, make_claims, naive_ratio


def made(world: ReportWorld, count: int = 4000) -> list[MadeClaim]:
    return list(make_claims(world, count, seed=5))


def test_the_same_seed_makes_the_same_claims() -> None:
    assert made(ReportWorld(), 40) == made(ReportWorld(), 40)


@pytest.mark.parametrize(("reports", "ratio"), [((1,), 5.6753), ((2,), 7.4161), ((3,), 6.7115), ((20,), 1.4408), ((1, 1), 32.209)])
def test_the_ratio_of_reports_that_agree_is_that_of_the_method(reports: tuple[int, ...], ratio: float) -> None:
    assert exact_ratio(reports, ReportWorld()) == pytest.approx(ratio, rel=1e-4)


def test_multiplying_takes_three_reports_of_one_channel_for_three_channels() -> None:
    assert naive_ratio((3,), ReportWorld()) == pytest.approx(182.798, rel=1e-4)


def test_in_the_kind_world_as_many_claims_are_true_as_the_ratio_says() -> None:
    world = ReportWorld(prior=0.5)
    claims = made(world, 8000)
    expected = [exact_ratio(claim.reports, world) / (1 + exact_ratio(claim.reports, world)) for claim in claims]

    assert statistics.fmean(claim.true for claim in claims) == pytest.approx(statistics.fmean(expected), abs=0.015)


@pytest.mark.parametrize("changes", [{"reliability": 0.5}, {"one_head": 1.0}, {"silent_left_out": True}])
def test_each_unkindness_leaves_fewer_claims_true_than_the_ratio_says(changes: dict[str, float]) -> None:
    world = dataclasses.replace(ReportWorld(prior=0.5), **changes)
    claims = made(world)
    expected = [exact_ratio(claim.reports, world) / (1 + exact_ratio(claim.reports, world)) for claim in claims]

    assert statistics.fmean(claim.true for claim in claims) < statistics.fmean(expected) - 0.01


def test_reports_that_repeat_one_origin_are_all_told_or_none() -> None:
    claims = made(ReportWorld(prior=0.5, reliability=1.0, channels=1, one_origin=1.0, silent_left_out=True))

    assert [sum(claim.reports == (count,) for claim in claims) / len(claims) for count in range(1, 6)] == pytest.approx([0.2] * 5, abs=0.03)

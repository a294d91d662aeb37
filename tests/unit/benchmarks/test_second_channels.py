"""The second maker of channels makes what its fields say."""

import dataclasses
import statistics

import pytest

from benchmarks.evidence.second_channels import ChannelWorld, MadeChannel, make_channels


def made(world: ChannelWorld, count: int = 2000) -> list[MadeChannel]:
    return list(make_channels(world, count, seed=5))


def genuine_share(channels: list[MadeChannel]) -> float:
    return sum(channel.count("genuine") for channel in channels) / sum(len(channel.checks) for channel in channels)


def test_the_same_seed_makes_the_same_channels() -> None:
    world = ChannelWorld(walk=0.3, missed=0.2, files=3, alike=0.4)

    assert made(world, 40) == made(world, 40)
    assert made(world, 40) != list(make_channels(world, 40, seed=6))


def test_in_the_kind_world_the_next_batch_is_like_those_before() -> None:
    channels = made(ChannelWorld(honest=(9, 1)))

    assert genuine_share(channels) == pytest.approx(0.9, abs=0.01)
    assert statistics.fmean(channel.next_genuine for channel in channels) == pytest.approx(0.9, abs=0.02)
    assert {len(channel.checks) for channel in channels} == set(range(1, 41))


def test_files_of_a_hand_over_correlate_as_asked() -> None:
    world = ChannelWorld(honest=(50_000, 50_000), handovers=(1, 1), files=2, alike=0.6)
    pairs = [[check.said == "genuine" for check in channel.checks] for channel in made(world, 6000)]

    assert statistics.correlation(*zip(*pairs, strict=True)) == pytest.approx(0.6, abs=0.04)


@pytest.mark.parametrize(
    ("changes", "share"),
    [({"missed": 0.5}, 0.75), ({"wronged": 0.2}, 0.4), ({"withheld": 0.75}, 0.8), ({"feeding": 1.0}, 1.0)],
)
def test_each_fault_of_checks_changes_what_is_found_genuine_by_its_share(changes: dict[str, float], share: float) -> None:
    world = dataclasses.replace(ChannelWorld(honest=(50_000, 50_000)), **changes)

    assert genuine_share(made(world)) == pytest.approx(share, abs=0.01)


def test_checks_that_come_to_nothing_are_open_and_of_false_files_alone() -> None:
    channels = made(ChannelWorld(honest=(50_000, 50_000), undecided_false=0.5))
    total = sum(len(channel.checks) for channel in channels)

    assert [sum(channel.count(said) for channel in channels) / total for said in ("genuine", "false", "open")] == pytest.approx(
        [0.5, 0.25, 0.25], abs=0.01
    )


def test_what_feeds_fails_next_and_what_sours_or_is_taken_over_does_worse_than_before() -> None:
    assert not any(channel.next_genuine for channel in made(ChannelWorld(feeding=1.0)))
    for world in (ChannelWorld(honest=(9, 1), souring=0.2), ChannelWorld(honest=(9, 1), turned=1.0)):
        channels = made(world)
        assert statistics.fmean(channel.next_reliability for channel in channels) < genuine_share(channels) - 0.1


def test_a_walk_moves_reliability_and_ages_count_back_from_the_next_hand_over() -> None:
    channel = next(make_channels(ChannelWorld(honest=(50_000, 50_000), walk=0.5, handovers=(7, 7)), 1, seed=1))

    assert abs(channel.next_reliability - 0.5) > 0.01
    assert [check.age for check in channel.checks] == [7, 6, 5, 4, 3, 2, 1]

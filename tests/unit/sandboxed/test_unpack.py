from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.intake.paths import member_name
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.unpack import PASSED_OVER, Unpacked, unpack

MEBIBYTE = b"\0" * (1 << 20)


@dataclass
class Container:
    """An Unpacker that hands out what it is given, and fails at the end when it is told to."""

    given: list[Member]
    fault: EngineError | None = None
    name: str = "fake"
    version: str = "1"

    def unpacks(self, type: str) -> bool:
        return True

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        yield from self.given
        if self.fault:
            raise self.fault


@dataclass
class Sink:
    """Keeps what it is given; forgets a member whose chunks break off."""

    kept: list[tuple[int, bytes, int | None, str]] = field(default_factory=list)

    def __call__(self, member: Member) -> None:
        size = None if member.chunks is None else sum(map(len, member.chunks))
        self.kept.append((member.ordinal, member.untrusted_name, size, member.reason))


def a_source(size_bytes: int = 1000) -> Source:
    return Source(Path("/proc/self/fd/3"), size_bytes)


def a_member(ordinal: int, *chunks: bytes) -> Member:
    return Member(ordinal, b"%d" % ordinal, iter(chunks))


def unpacked(container: Container, sink: Sink, *, size_bytes: int = 1000, limits: Limits | None = None) -> Unpacked:
    return unpack(a_source(size_bytes), unpacker=container, sink=sink, limits=limits or Limits())


def test_every_member_reaches_the_sink_in_order() -> None:
    sink = Sink()

    result = unpacked(Container([a_member(0, b"ab", b"c"), a_member(1)]), sink)

    assert Unpacked(members=2, had=2) == result
    assert [(0, b"0", 3, ""), (1, b"1", 0, "")] == sink.kept


def test_a_link_makes_nothing_partial_since_nothing_is_missing() -> None:
    sink = Sink()

    result = unpacked(Container([a_member(0, b"a"), Member(1, b"link", None, "link")]), sink)

    assert Unpacked(members=2, had=1) == result
    assert (1, b"link", None, "link") == sink.kept[1]


def test_a_bullet_is_counted_and_not_handed_out() -> None:
    sink = Sink()

    result = unpacked(Container([a_member(0, b"ab"), Member(1, b"bullet.png", None, PASSED_OVER)]), sink)

    assert [(0, b"0", 2, "")] == sink.kept
    assert Unpacked(members=1, had=1, passed_over=1) == result


def test_an_encrypted_member_is_listed_and_makes_the_container_partial() -> None:
    sink = Sink()

    result = unpacked(Container([a_member(0, b"a"), Member(1, b"secret", None, Reason.ENCRYPTED)]), sink)

    assert (Status.PARTIAL, Reason.ENCRYPTED) == (result.status, result.reason)
    assert (1, b"secret", None, "encrypted") == sink.kept[1]


def test_a_container_of_which_nothing_can_be_had_has_failed() -> None:
    result = unpacked(Container([Member(0, b"secret", None, Reason.ENCRYPTED)]), Sink())

    assert Unpacked(1, 0, Status.FAILED, Reason.ENCRYPTED, "1 of 1 members cannot be had") == result


def test_members_given_before_the_damage_stay_good() -> None:
    sink = Sink()

    result = unpacked(Container([a_member(0, b"a")], fault=EngineError(Reason.DAMAGED, "breaks off")), sink)

    assert Unpacked(1, 1, Status.PARTIAL, Reason.DAMAGED, "breaks off") == result
    assert 1 == len(sink.kept)


def test_a_bomb_is_stopped_in_the_middle_of_a_member_and_the_member_is_not_kept() -> None:
    sink = Sink()

    result = unpacked(Container([a_member(0, b"before"), a_member(1, *[MEBIBYTE] * 300)]), sink)

    assert (1, Status.PARTIAL, Reason.BOMB) == (result.had, result.status, result.reason)
    assert [b"0"] == [name for _, name, _, _ in sink.kept]


def test_a_high_ratio_is_let_through_below_sixteen_mebibytes() -> None:
    result = unpacked(Container([a_member(0, *[MEBIBYTE] * 16)]), Sink(), size_bytes=20)

    assert Unpacked(1, 1) == result


def test_the_ratio_counts_all_members_together() -> None:
    given = [a_member(ordinal, MEBIBYTE) for ordinal in range(40)]

    result = unpacked(Container(given), Sink(), size_bytes=100_000)

    assert Reason.BOMB is result.reason
    assert 19 == result.had  # 100,000 bytes * 200 are 19.07 MiB


def test_bytes_beyond_the_limit_are_not_unpacked() -> None:
    result = unpacked(Container([a_member(0, b"12345"), a_member(1, b"67890")]), Sink(), limits=Limits(unpacked_bytes=9))

    assert (1, Reason.TOO_LARGE) == (result.had, result.reason)


@pytest.mark.parametrize(("members", "reason"), [(3, None), (2, Reason.TOO_LARGE)])
def test_members_beyond_the_limit_are_not_unpacked(members: int, reason: Reason | None) -> None:
    sink = Sink()

    result = unpacked(Container([a_member(ordinal) for ordinal in range(3)]), sink, limits=Limits(members=members))

    assert reason is result.reason
    assert members == len(sink.kept)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "cp720"])
def test_an_arabic_name_is_shown_as_what_it_says_whatever_its_code_page(encoding: str) -> None:
    assert "أمر الانسحاب/سجل 12.doc" == member_name("أمر الانسحاب/سجل 12.doc".encode(encoding))


def test_a_name_in_no_arabic_code_page_is_read_as_dos_wrote_it() -> None:
    assert "ärger.txt" == member_name("ärger.txt".encode("cp437"))

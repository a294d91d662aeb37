"""What every Unpacker must do, whatever it takes apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source, Unpacker
from kashf.sandboxed.engines import archives, attachments
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from tests.contracts.containers import CONTAINERS, MEMBERS

SourceMaker = Callable[[bytes, str], Source]
KINDS = pytest.mark.parametrize("kind", CONTAINERS)


@cache
def engines() -> tuple[Unpacker, ...]:
    return (*archives.unpackers(), *attachments.unpackers())


@cache
def container(kind: str) -> bytes:
    return CONTAINERS[kind][1]()


@pytest.fixture
def source(tmp_path: Path) -> SourceMaker:
    def make(content: bytes, type: str) -> Source:
        path = tmp_path / "source"
        path.write_bytes(content)
        return Source(path, len(content), "container.bin", type)

    return make


def members(source: Source) -> Iterator[Member]:
    engine = next(each for each in engines() if each.unpacks(source.type))
    return engine.members(source, limits=Limits())


def content(member: Member) -> bytes:
    assert member.chunks is not None
    return b"".join(member.chunks)


@KINDS
def test_its_type_is_told_by_its_bytes_and_one_engine_takes_it(source: SourceMaker, kind: str) -> None:
    type = CONTAINERS[kind][0]

    assert type == LibmagicIdentifier().identify(replace(source(container(kind), ""), untrusted_name="letter.txt"))
    assert 1 == sum(engine.unpacks(type) for engine in engines())


@KINDS
def test_every_member_comes_out_byte_for_byte_under_its_name(source: SourceMaker, kind: str) -> None:
    found = {member.untrusted_name.decode(): content(member) for member in members(source(container(kind), CONTAINERS[kind][0]))}

    assert dict(MEMBERS) == found


@KINDS
def test_members_are_counted_from_nought(source: SourceMaker, kind: str) -> None:
    assert [0, 1, 2] == [member.ordinal for member in members(source(container(kind), CONTAINERS[kind][0]))]


@KINDS
def test_a_member_that_nobody_reads_does_not_harm_the_next(source: SourceMaker, kind: str) -> None:
    last = list(MEMBERS)[-1]

    found = [content(member) for member in members(source(container(kind), CONTAINERS[kind][0])) if member.untrusted_name.decode() == last]

    assert [MEMBERS[last]] == found


@KINDS
def test_stopping_early_leaves_no_file_open(source: SourceMaker, kind: str) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    given = members(source(container(kind), CONTAINERS[kind][0]))

    next(given)
    given.close()  # type: ignore[attr-defined]  # engines are written as generators

    assert before == len(list(Path("/proc/self/fd").iterdir()))


@KINDS
def test_nothing_is_written_anywhere(source: SourceMaker, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = source(container(kind), CONTAINERS[kind][0])
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")

    for member in members(made):
        content(member)

    assert {"source", "empty"} == {path.name for path in tmp_path.rglob("*")}


@KINDS
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.98])
def test_of_a_container_that_breaks_off_the_rest_is_had_and_the_reason_told(source: SourceMaker, kind: str, share: float) -> None:
    whole = container(kind)

    outcome = taken_apart(source(whole[: int(len(whole) * share)], CONTAINERS[kind][0]))

    assert outcome is None or isinstance(outcome, Reason)


@KINDS
def test_a_container_with_wrong_bytes_in_it_raises_nothing_but_reasons(source: SourceMaker, kind: str) -> None:
    whole = bytearray(container(kind))
    rng = Random(kind)
    for _ in range(25):
        changed = bytearray(whole)
        for _ in range(rng.randint(1, 30)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)

        outcome = taken_apart(source(bytes(changed), CONTAINERS[kind][0]))

        assert outcome is None or isinstance(outcome, Reason)


@pytest.mark.parametrize("content", [b"", b"\0", b"\0" * 5000, b"PK\x03\x04", b"text\n" * 100])
@KINDS
def test_what_is_no_container_at_all_raises_nothing_but_reasons(source: SourceMaker, kind: str, content: bytes) -> None:
    outcome = taken_apart(source(content, CONTAINERS[kind][0]))

    assert outcome is None or isinstance(outcome, Reason)


def taken_apart(source: Source) -> Reason | None:
    """Return why a container could not be taken apart to its end; None when it could. Anything but a reason is a fault of the engine."""
    try:
        for member in members(source):
            for _ in member.chunks or ():
                pass
    except EngineError as error:
        return error.reason
    return None

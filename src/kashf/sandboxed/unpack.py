"""Takes a container apart, member by member, and stops what would cost too much.

The engines hand out members lazily. The limits are kept here, once for all of them, while the bytes stream past: nobody
trusts the sizes that a container states about itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Limits, MemberSink, Source, Unpacker

_REASONS = frozenset(str(reason) for reason in Reason)
#: Reason of a member that is counted and not handed out, because nobody reads anything in it: a bullet, a thumbnail.
PASSED_OVER = "passed over"

#: Below this much output a high ratio harms nobody; a spreadsheet saved as text is often 50:1.
RATIO_FREE_BYTES = 16 << 20


@dataclass(frozen=True, slots=True)
class Unpacked:
    """How far the unpacking of one container came.

    Args:
        members: Members that were listed, those without content too.
        had: Members whose content was handed to the sink whole.
        status: Done; partial, when something is missing; failed, when nothing at all could be had.
        reason: Why it is not done; None when it is.
        detail: One line for a person, without words of the container.
        passed_over: Members that were not handed out, because there is nothing to read in them; not among `members`.
    """

    members: int = 0
    had: int = 0
    status: Status = Status.DONE
    reason: Reason | None = None
    detail: str = ""
    passed_over: int = 0


def unpack(source: Source, *, unpacker: Unpacker, sink: MemberSink, limits: Limits) -> Unpacked:
    """Send every member of a container to the sink and return how far that came.

    A member that cannot be had is sent without content and makes the whole partial: its place is known, its words are not.

    Args:
        source: The container.
        unpacker: An engine for its type.
        sink: Takes each member; when it is handed chunks, it consumes them before it returns. When a limit is reached in
            the middle of a member, the chunks raise EngineError, so that the sink can forget the member.
        limits: On members, their bytes together, and the ratio of unpacked to packed bytes.
    """
    meter = _Meter(source.size_bytes, limits)
    had = passed_over = 0
    missing: Counter[str] = Counter()
    try:
        for member in unpacker.members(source, limits=limits):
            meter.count_member()
            if member.reason == PASSED_OVER:
                passed_over += 1
            elif member.chunks is None:
                missing[member.reason] += 1
                sink(member)
            else:
                sink(replace(member, chunks=meter.metered(member.chunks)))
                had += 1
    except EngineError as error:
        status = Status.PARTIAL if had else Status.FAILED
        return Unpacked(meter.members - passed_over, had, status, error.reason, error.detail, passed_over)
    return replace(_summed_up(meter.members - passed_over, had, missing), passed_over=passed_over)


def _summed_up(members: int, had: int, missing: Mapping[str, int]) -> Unpacked:
    """Return the result of a container that was gone through to its end; links and devices hold nothing that could be missed."""
    reasons = {word: count for word, count in missing.items() if word in _REASONS}
    if not reasons:
        return Unpacked(members, had)
    word = max(sorted(reasons), key=lambda each: reasons[each])
    detail = f"{sum(reasons.values())} of {members} members cannot be had"
    return Unpacked(members, had, Status.PARTIAL if had else Status.FAILED, Reason(word), detail)


class _Meter:
    """Counts the members and bytes that come out of one container.

    Args:
        packed_bytes: Length of the container.
        limits: How much may come out of it.
    """

    def __init__(self, packed_bytes: int, limits: Limits) -> None:
        self._ratio_bytes = max(RATIO_FREE_BYTES, packed_bytes * limits.ratio)
        self._limits = limits
        self._unpacked_bytes = 0
        self.members = 0

    def count_member(self) -> None:
        """Count one more member.

        Raises:
            EngineError: TOO_LARGE; the member is not counted.
        """
        if self.members >= self._limits.members:
            raise EngineError(Reason.TOO_LARGE, f"more than {self._limits.members} members")
        self.members += 1

    def metered(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the chunks until a limit is reached.

        Raises:
            EngineError: BOMB or TOO_LARGE.
        """
        for chunk in chunks:
            self._unpacked_bytes += len(chunk)
            if self._unpacked_bytes > self._ratio_bytes:
                raise EngineError(Reason.BOMB, f"unpacks to more than {self._limits.ratio} times its size")
            if self._unpacked_bytes > self._limits.unpacked_bytes:
                raise EngineError(Reason.TOO_LARGE, f"unpacks to more than {self._limits.unpacked_bytes} bytes")
            yield chunk

from __future__ import annotations

import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.adapters.sandbox.inside import frames


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    os.set_blocking(ends[0], False)
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def _reader(descriptor: int) -> frames.FrameReader:
    """Return a reader whose clock stands still: no busy machine is too slow for it."""
    return frames.FrameReader(descriptor, deadline=600, now=lambda: 0)


@given(st.lists(st.tuples(st.sampled_from([frames.HEAD, frames.CHUNK, frames.ANSWER, frames.FAULT]), st.binary(max_size=100))))
def test_frames_come_out_as_they_went_in(sent: list[tuple[bytes, bytes]]) -> None:
    out, into = os.pipe()
    os.set_blocking(out, False)
    for kind, payload in sent:
        frames.write_frame(into, kind, payload)
    os.close(into)
    reader = _reader(out)
    received = list(iter(reader.next, None))
    os.close(out)

    assert sent == received


def test_a_frame_larger_than_the_pipe_comes_out_whole(pipe: tuple[int, int]) -> None:
    payload = os.urandom(1 << 20)
    writer = threading.Thread(target=frames.write_frame, args=(pipe[1], frames.CHUNK, payload))
    writer.start()
    received = _reader(pipe[0]).next()
    writer.join()

    assert (frames.CHUNK, payload) == received


def test_reading_when_nothing_comes_stops_at_the_deadline(pipe: tuple[int, int]) -> None:
    reader = frames.FrameReader(pipe[0], deadline=0.05, now=lambda: 0)

    with pytest.raises(frames.FrameTimeoutError):
        reader.next()


def test_reading_when_bytes_drip_without_end_stops_at_the_deadline() -> None:
    out, into = os.pipe()
    os.set_blocking(out, False)
    os.write(into, b"A\0\0\0\x64")
    times = iter([0.0, 0.5, 0.9, 1.1])
    reader = frames.FrameReader(out, deadline=1.0, now=lambda: os.write(into, b"x") and next(times))

    with pytest.raises(frames.FrameTimeoutError):
        reader.next()
    os.close(out)
    os.close(into)


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (b"Z\0\0\0\0", frames.FrameError),
        (b"A\0\0", frames.FrameError),
        (b"A\0\0\0\x05{}", frames.FrameError),
        (b"A\xff\xff\xff\xff", frames.FrameTooLargeError),
        (b"E\0\0\0\x01x", frames.FrameTooLargeError),
    ],
)
def test_a_frame_that_breaks_the_form_is_refused(pipe: tuple[int, int], made: bytes, error: type[Exception]) -> None:
    os.write(pipe[1], made)
    os.close(pipe[1])

    with pytest.raises(error):
        _reader(pipe[0]).next()


@given(st.binary(max_size=200))
def test_any_bytes_end_in_frames_or_in_a_frame_error(made: bytes) -> None:
    out, into = os.pipe()
    os.set_blocking(out, False)
    os.write(into, made)
    os.close(into)
    reader, total = _reader(out), 0
    try:
        while (frame := reader.next()) is not None:
            total += len(frame[1])
    except frames.FrameError:
        pass
    finally:
        os.close(out)

    assert total <= len(made)

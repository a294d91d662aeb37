from __future__ import annotations

import io
import random

import pytest

from kashf.adapters.encrypted.sealed_file import HEAD, PIECE, SealedFile, SealingFile, UnsealError, sealed, unsealed

KEY, NAMED = bytes(range(32)), b"n" * 32
STORED = PIECE + 16


def _content(size: int) -> bytes:
    return random.Random(size).randbytes(size)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 5])
def test_what_was_written_in_any_portions_comes_back_from_any_place(size: int) -> None:
    content, file, chance = _content(size), io.BytesIO(), random.Random(1)
    sealing = SealingFile(file, KEY)
    place = 0
    while place < size:
        step = chance.randint(1, 700_000)
        sealing.write(content[place : place + step])
        place += step
    sealing.end(NAMED)

    read = SealedFile(io.BytesIO(file.getvalue()), KEY)

    assert (NAMED, size) == (read.named, read.size)
    assert content == unsealed(file.getvalue(), KEY, named=NAMED)
    buffered = io.BufferedReader(read)
    for start in (0, size // 2, max(0, size - 3), size, size + 9):
        buffered.seek(start)
        assert content[start : start + 10] == buffered.read(10)


def test_nothing_of_it_is_readable_and_twice_the_same_is_two_files() -> None:
    content = b"order of withdrawal " * 1000
    first, second = (sealed(content, KEY, named=NAMED) for _ in range(2))

    assert first != second
    assert not [part for part in (b"withdrawal", NAMED[:8]) if part in first]


@pytest.mark.parametrize("size", [0, 5, PIECE, 2 * PIECE + 5])
def test_a_file_that_was_cut_anywhere_is_refused(size: int) -> None:
    whole = sealed(_content(size), KEY, named=NAMED)
    for end in {0, 1, HEAD - 1, HEAD, HEAD + 1, HEAD + STORED, HEAD + 2 * STORED, len(whole) - 1} - {len(whole)}:
        if end < len(whole):
            with pytest.raises(UnsealError):
                unsealed(whole[:end], KEY, named=NAMED)


def test_pieces_that_are_swapped_left_out_added_or_of_another_file_are_refused() -> None:
    content = _content(3 * PIECE)
    one, other = (sealed(content, KEY, named=NAMED) for _ in range(2))
    head, pieces = one[:HEAD], [one[HEAD + number * STORED : HEAD + (number + 1) * STORED] for number in range(3)]
    foreign = other[HEAD : HEAD + STORED]

    for changed in (
        [pieces[1], pieces[0], pieces[2]],
        [pieces[0], pieces[2]],
        pieces[:2],
        [*pieces, pieces[2]],
        [foreign, *pieces[1:]],
    ):
        with pytest.raises(UnsealError):
            unsealed(head + b"".join(changed), KEY, named=NAMED)
    with pytest.raises(UnsealError):
        unsealed(other[:HEAD] + one[HEAD:], KEY, named=NAMED)


def test_a_bit_that_is_turned_anywhere_is_seen() -> None:
    whole = sealed(_content(1000), KEY, named=NAMED)
    for place in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[place] ^= 1
        with pytest.raises(UnsealError):
            unsealed(bytes(changed), KEY, named=NAMED)


def test_another_key_and_another_name_open_nothing() -> None:
    whole = sealed(b"order", KEY, named=NAMED)

    with pytest.raises(UnsealError):
        unsealed(whole, bytes(32), named=NAMED)
    with pytest.raises(UnsealError):
        unsealed(whole, KEY, named=b"m" * 32)

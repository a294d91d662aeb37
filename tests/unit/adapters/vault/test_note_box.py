from __future__ import annotations

import pytest

from kashf.adapters.vault import note_box
from kashf.adapters.vault.note_box import BoxError, close_box, new_key, open_box, public_of, unwrap, wrap, wrapped_of
from kashf.errors import WrongPassphraseError

ABOUT = b"what it is about"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_box, "_COSTS", (1, 64, 1))


def test_what_was_put_in_comes_out_and_twice_it_is_another_box() -> None:
    private, public = new_key()
    first, second = (close_box(public, b"Umm Salim", about=ABOUT) for _ in range(2))

    assert public == public_of(private)
    assert b"Umm Salim" == open_box(private, first, about=ABOUT).rstrip(b" ") == open_box(private, second, about=ABOUT).rstrip(b" ")
    assert first != second
    assert b"Salim" not in first


def test_a_box_tells_no_length_of_a_name() -> None:
    _, public = new_key()

    assert 1 == len({len(close_box(public, b"x" * length, about=ABOUT)) for length in (1, 2, 40, 511, 512)})


@pytest.mark.parametrize("place", [0, 12, 30, 43, 44, 60, -1])
def test_any_changed_byte_is_noticed(place: int) -> None:
    private, public = new_key()
    box = bytearray(close_box(public, b"note", about=ABOUT))
    box[place] ^= 1

    with pytest.raises(BoxError):
        open_box(private, bytes(box), about=ABOUT)


def test_cut_short_another_key_and_another_matter_open_nothing() -> None:
    private, public = new_key()
    box = close_box(public, b"note", about=ABOUT)

    for key, given, about in ((private, box[:-1], ABOUT), (private, b"", ABOUT), (private, box[:50], ABOUT), (new_key()[0], box, ABOUT)):
        with pytest.raises(BoxError):
            open_box(key, given, about=about)
    with pytest.raises(BoxError):
        open_box(private, box, about=b"another")


@pytest.mark.parametrize("public", [b"", b"short", bytes(32), b"\x01" + bytes(31)])
def test_what_is_no_public_key_is_refused(public: bytes) -> None:
    with pytest.raises(BoxError):
        close_box(public, b"note", about=ABOUT)


def test_a_key_under_a_passphrase_comes_back_by_it_alone() -> None:
    private, public = new_key()
    wrapped = wrapped_of(wrap(private, "four words of chance", about=public).as_json())

    assert private == unwrap(wrapped, "four words of chance", about=public)
    for passphrase, about in (("four words of chancE", public), ("four words of chance", new_key()[1])):
        with pytest.raises(WrongPassphraseError):
            unwrap(wrapped, passphrase, about=about)


@pytest.mark.parametrize(
    "change",
    [{"memory_kib": 1 << 30}, {"passes": 0}, {"lanes": 17}, {"salt": "00"}, {"box": "zz"}, {"passes": None}, {"memory_kib": 4}],
)
def test_a_file_that_asks_for_more_work_than_kashf_does_or_is_damaged_is_refused(change: dict[str, object]) -> None:
    private, public = new_key()

    with pytest.raises(BoxError):
        wrapped_of({**wrap(private, "four words of chance", about=public).as_json(), **change})  # type: ignore[dict-item]  # wrong on purpose

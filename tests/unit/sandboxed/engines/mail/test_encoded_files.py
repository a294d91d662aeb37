from __future__ import annotations

import binascii

from kashf.sandboxed.engines.mail.encoded_files import files_in, without_files

CONTENT = b"The crates leave on Thursday. " * 5


def _uuencoded(name: str) -> str:
    lines = (binascii.b2a_uu(CONTENT[at : at + 45]).decode() for at in range(0, len(CONTENT), 45))
    return f"begin 644 {name}\n{''.join(lines)}`\nend\n"


def _yenc(name: str) -> bytes:
    encoded = b"".join(
        b"=" + bytes([(value + 64) % 256]) if value in b"\x00\n\r=" else bytes([value]) for value in ((each + 42) % 256 for each in CONTENT)
    )
    return f"=ybegin line=128 size={len(CONTENT)} name={name}\r\n".encode() + encoded + f"\r\n=yend size={len(CONTENT)}\r\n".encode()


def test_a_uuencoded_file_comes_out_with_its_name() -> None:
    assert [(b"list.txt", CONTENT)] == list(files_in(f"See below.\n\n{_uuencoded('list.txt')}\nK.".encode()))


def test_its_lines_are_no_text_of_the_mail_but_its_name_is() -> None:
    assert "See below.\n\nbegin 644 list.txt\nK." == without_files(f"See below.\n\n{_uuencoded('list.txt')}K.")


def test_a_sentence_that_begins_so_is_a_sentence() -> None:
    assert "begin 644 words\nand no code\nend" == without_files("begin 644 words\nand no code\nend")


def test_a_yenc_file_comes_out_with_its_name() -> None:
    assert [(b"list.txt", CONTENT)] == list(files_in(b"See below.\r\n" + _yenc("list.txt")))


def test_a_damaged_line_ends_a_file_that_came_so_far() -> None:
    whole = _uuencoded("list.txt").splitlines(keepends=True)
    whole[2] = "M!!\n"

    ((_, content),) = files_in("".join(whole).encode())

    assert CONTENT.startswith(content[:45])


def test_a_yenc_file_that_breaks_off_comes_out_as_far_as_it_goes() -> None:
    broken = _yenc("first.txt").partition(b"=yend")[0]

    assert [(b"first.txt", CONTENT), (b"second.txt", CONTENT)] == list(files_in(broken + _yenc("second.txt")))

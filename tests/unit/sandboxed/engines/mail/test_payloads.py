from __future__ import annotations

import base64
from email import message_from_bytes

import pytest

from kashf.sandboxed.engines.mail.message_parts import parse
from kashf.sandboxed.engines.mail.payloads import charset, file_name, payload

TEXT = "اجتماع يوم الخميس"
BASE64 = b"Content-Transfer-Encoding: base64\n\n"


@pytest.mark.parametrize(
    "stated",
    [
        "charset*=utf-8''utf-8",
        "charset*0*=utf-8''ut; charset*1*=f-8",
        "charset=idna",
        "charset=undefined",
        "charset=\x00",
        "charset=rot13",
        'charset="utf-8',
    ],
)
def test_the_bytes_of_a_part_are_had_whatever_it_says_of_its_charset(stated: str) -> None:
    part = message_from_bytes(f"Content-Type: text/plain; {stated}\n\n{TEXT}".encode())

    assert TEXT.encode() == payload(part)
    assert isinstance(charset(part), str)


@pytest.mark.parametrize(("encoding", "content"), [("base64", b"YWJjZA"), ("quoted-printable", b"ab=63d"), ("x-unknown", b"abcd")])
def test_a_transfer_encoding_is_undone_as_far_as_it_goes(encoding: str, content: bytes) -> None:
    part = message_from_bytes(f"Content-Transfer-Encoding: {encoding}\n\n".encode() + content)

    assert payload(part).startswith(b"abc")


def test_parameters_that_are_numbered_and_not_numbered_at_once_do_not_cost_the_message() -> None:
    message = parse(b"Content-Type: multipart/mixed; boundary=x; a*0=b; a*=c\n\n--x\n\none\n--x--\n")

    assert message.is_multipart()
    assert isinstance(file_name(message), str)


def test_words_that_are_said_to_be_base64_stay_as_they_are() -> None:
    words = "The convoy leaves at nine.\nالقافلة جاهزة\n".encode()

    assert words == payload(message_from_bytes(BASE64 + words))


def test_base64_is_undone_also_where_a_footer_follows_it() -> None:
    body = base64.encodebytes(b"The convoy leaves at nine, by the road along the river.")

    assert payload(message_from_bytes(BASE64 + body + b"---\nA list of mails\n")).startswith(b"The convoy leaves at nine, by the road")

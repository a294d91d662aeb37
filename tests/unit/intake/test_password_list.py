from __future__ import annotations

import pytest

from kashf.intake.password_list import passwords_in


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_list_is_read_in_the_encodings_that_people_save_it_in(encoding: str) -> None:
    assert ("الوردة 12", "mill ") == passwords_in("الوردة 12\r\nmill \r\n".encode(encoding))


def test_blanks_belong_to_a_password_and_each_is_had_once() -> None:
    assert ("mill ", "mill", "\tmill") == passwords_in(b"mill \nmill\n\n\tmill\nmill")


@pytest.mark.parametrize("line", [b"x" * 513, b"bin\0ary"])
def test_what_is_no_list_of_passwords_is_refused_by_the_number_of_its_line_alone(line: bytes) -> None:
    with pytest.raises(ValueError, match="line 2 is no password") as refused:
        passwords_in(b"mill\n" + line)

    assert line.decode() not in str(refused.value)

from __future__ import annotations

import pytest

from kashf.sandboxed.engines.mail.mail_headers import as_values, sent


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Thu, 25 Sep 2014 08:30:00 +0300", {"sent": "2014-09-25T08:30:00+03:00"}),
        ("Thu, 25 Sep 2014 08:30:00 +0300 (Arabic Standard Time)", {"sent": "2014-09-25T08:30:00+03:00"}),
        ("Thu, 25 Sep 2014 05:30:00 GMT", {"sent": "2014-09-25T05:30:00+00:00"}),
        ("25 Sep 2014 08:30:00 -0000", {"sent": "2014-09-25T08:30:00", "zone": "in doubt"}),
        ("Thu, 25 Sep 2014 08:30:00", {"sent": "2014-09-25T08:30:00", "zone": "in doubt"}),
        ("2014-09-25T08:30:00+00:00", {"sent": "2014-09-25T08:30:00+00:00"}),
        ("whenever", {}),
        ("", {}),
    ],
)
def test_a_date_is_a_time_with_its_zone_or_with_the_doubt_about_it(date: str, expected: dict[str, str]) -> None:
    assert expected == sent(date)


def test_ids_stand_without_brackets_and_one_after_the_other() -> None:
    values = as_values({"Message-ID": " <b@x>", "References": "<root@x>\n <a@x> <root@x>", "In-Reply-To": "Message of Monday <a@x>"})

    assert ("b@x", "root@x a@x", "a@x") == (values["message-id"], values["references"], values["in-reply-to"])


def test_the_last_hop_is_the_first_line_that_says_received() -> None:
    lines = "from a by b; Thu, 25 Sep 2014 05:31:00 +0000; from c by a; Thu, 25 Sep 2014 05:30:10 +0000"

    assert "2014-09-25T05:31:00+00:00" == as_values({"Received": lines})["received-at"]

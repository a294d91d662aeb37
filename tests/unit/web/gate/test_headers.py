"""Every answer carries the policy, whatever it is an answer to."""

from __future__ import annotations

import re

import pytest

from kashf.web.gate.headers import ALWAYS
from tests.fakes import FakeCaseView
from tests.unit.web.conftest import Visitor


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/nowhere", {}),
        ("/enter/again", {}),
        ("/static/kashf.css", {}),
        ("/static/none.css", {}),
        ("/favicon.ico", {}),
        ("/", {"Host": "evil.example"}),
        ("/", {"Sec_Fetch_Site": "cross-site"}),
    ],
)
def test_every_answer_carries_the_policy_and_its_companions(visitor: Visitor, path: str, headers: dict[str, str]) -> None:
    answer = visitor.get(path, **headers)

    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert ALWAYS.items() <= {name.title(): value for name, value in answer.headers.items()}.items() | {
        (name, answer.headers[name]) for name in ALWAYS
    }


def test_a_page_that_fails_carries_the_policy_too_and_none_of_the_words_of_the_fault(visitor: Visitor, view: FakeCaseView) -> None:
    view.totals = lambda: 1 / 0  # type: ignore[method-assign,assignment,return-value]  # something that nobody expected
    answer = visitor.get("/")

    assert 500 == answer.status_code
    assert "content-security-policy" in answer.headers
    assert "division" not in answer.text


def test_the_policy_allows_nothing_unsafe_and_nothing_from_elsewhere(visitor: Visitor) -> None:
    policy = visitor.get("/").headers["content-security-policy"]

    assert [] == re.findall(r"unsafe-\w+|https?:|\*|data:|blob:", policy)
    assert "frame-ancestors 'none'" in policy


def test_each_answer_has_its_own_nonce_and_its_scripts_carry_it(visitor: Visitor) -> None:
    first, second = visitor.get("/"), visitor.get("/")
    nonces = [re.findall(r"'nonce-([^']+)'", page.headers["content-security-policy"])[0] for page in (first, second)]

    assert nonces[0] != nonces[1]
    assert set(re.findall(r"<script\b[^>]*", first.text)) == {tag for tag in re.findall(r"<script\b[^>]*", first.text) if nonces[0] in tag}


@pytest.mark.parametrize("path", ["/", "/nowhere"])
def test_nothing_of_a_case_stays_in_the_browsers_cache(visitor: Visitor, path: str) -> None:
    assert "no-store" == visitor.get(path).headers["cache-control"]

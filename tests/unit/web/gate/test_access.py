"""One browser comes in by a link that works once; everybody else stays outside."""

from __future__ import annotations

import threading

import pytest

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId
from kashf.web.gate.access import LookedAt, Pass
from tests.unit.web.conftest import PORT, TOKEN, Visitor


def test_the_link_gives_a_cookie_that_no_script_and_no_other_site_can_use(stranger: Visitor) -> None:
    response = stranger.enter()

    cookie = response.headers["set-cookie"]
    assert (303, "/") == (response.status_code, response.headers["location"])
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert cookie.startswith(f"kashf_{PORT}=")
    assert TOKEN not in cookie
    assert 200 == stranger.get("/").status_code


def test_the_link_when_used_a_second_time_is_refused(visitor: Visitor) -> None:
    second = Visitor(visitor.app)

    assert 403 == second.enter().status_code
    assert 403 == second.get("/").status_code


def test_a_look_at_the_head_of_the_link_does_not_use_it_up(stranger: Visitor) -> None:
    stranger.ask("HEAD", f"/enter/{TOKEN}")

    assert 303 == stranger.enter().status_code


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "%C3%A9", "../" + TOKEN])
def test_a_wrong_link_is_refused_and_leaves_the_right_one_usable(stranger: Visitor, token: str) -> None:
    assert 403 == stranger.enter(token).status_code
    assert 303 == stranger.enter().status_code


def test_of_many_who_come_at_once_with_the_right_token_one_gets_in() -> None:
    visitor = Pass(TOKEN, PORT)
    admitted: list[bool] = []
    threads = [threading.Thread(target=lambda: admitted.append(visitor.exchange(TOKEN))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [True] == [one for one in admitted if one]


@pytest.mark.parametrize("path", ["/", "/search?q=x", "/documents", "/nowhere", "/document/ab", "/help", "/?format=json"])
def test_a_stranger_sees_nothing_of_the_case(stranger: Visitor, path: str) -> None:
    response = stranger.get(path)

    assert 403 == response.status_code
    assert "Courier" not in response.text
    assert "kashf serve CASE" in response.text


def test_a_forged_cookie_is_refused(stranger: Visitor) -> None:
    stranger.cookies.set(f"kashf_{PORT}", "guess")

    assert 403 == stranger.get("/").status_code


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", f"127.0.0.1:{PORT + 1}", f"evil.example:{PORT}", f"127.0.0.1:{PORT}.evil.example", ""]
)
def test_a_name_that_is_not_ours_is_misdirected(visitor: Visitor, host: str) -> None:
    assert 421 == visitor.get("/", Host=host).status_code


def test_both_of_our_names_are_answered(visitor: Visitor) -> None:
    assert [200, 403] == [visitor.get("/", Host=f"{name}:{PORT}").status_code for name in ("127.0.0.1",)] + [
        Visitor(visitor.app).get("/", Host=f"localhost:{PORT}").status_code
    ]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_methods_that_do_not_exist_are_refused(visitor: Visitor, method: str) -> None:
    assert 405 == visitor.ask(method, "/").status_code


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": f"http://127.0.0.1:{PORT + 1}"}, 403),
        ({"Origin": "null", "Sec_Fetch_Site": "cross-site"}, 403),
        ({"Origin": f"http://127.0.0.1:{PORT}"}, 405),
        ({"Origin": "null", "Sec_Fetch_Site": "same-origin"}, 405),
    ],
)
def test_a_form_of_another_site_is_refused_and_ours_meets_no_form_yet(visitor: Visitor, headers: dict[str, str], status: int) -> None:
    assert status == visitor.ask("POST", "/", **headers).status_code


@pytest.mark.parametrize(("site", "status"), [("none", 200), ("same-origin", 200), ("same-site", 403), ("cross-site", 403)])
def test_a_page_of_another_site_or_port_cannot_ask_even_with_the_cookie(visitor: Visitor, site: str, status: int) -> None:
    assert status == visitor.get("/", Sec_Fetch_Site=site).status_code


def test_a_foreign_page_cannot_spend_the_link(stranger: Visitor) -> None:
    assert 403 == stranger.get(f"/enter/{TOKEN}", Sec_Fetch_Site="cross-site").status_code
    assert 303 == stranger.enter().status_code


def test_what_was_opened_is_seen_once_and_of_that_form_alone() -> None:
    opened, other = (RecordId(DocumentId("a" * 64), nth) for nth in (1, 2))
    visitor, mother = Pass(TOKEN, PORT), frozenset({FieldKey("mother")})
    seen = []
    for asked in ((opened, opened), (other, opened)):
        visitor.let_see(LookedAt(opened, mother))
        seen.append([visitor.sees(each) for each in asked])

    assert [[mother, frozenset()], [frozenset(), frozenset()]] == seen

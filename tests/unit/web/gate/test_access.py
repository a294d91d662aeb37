"""One browser comes in by a link that works once; everybody else stays outside."""

from __future__ import annotations

import re
import threading

import pytest

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId
from kashf.services.case.open import OpenCase
from kashf.web.app import create_app
from kashf.web.gate.access import SESSION_SECONDS, DecisionMade, LookedAt, Pass
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor


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
    "host",
    [
        *("evil.example", "127.0.0.1", f"127.0.0.1:{PORT + 1}", f"evil.example:{PORT}", f"127.0.0.1:{PORT}.evil.example", ""),
        *(f"localhost:{PORT}", f"[::1]:{PORT}", f"kashf.localhost:{PORT}"),
    ],
)
def test_a_name_that_is_not_ours_is_misdirected(visitor: Visitor, host: str) -> None:
    assert 421 == visitor.get("/", Host=host).status_code


def test_the_name_is_drawn_anew_each_time_and_the_session_is_bound_to_it(case: OpenCase) -> None:
    names = {create_app(case, NoSandbox(), token=TOKEN, port=PORT).state.visitor.name for _ in range(20)}

    assert 20 == len(names)
    assert all(re.fullmatch(r"[0-9a-f]{20}\.localhost", name) for name in names)


def test_called_by_number_the_pages_lie_under_a_secret_path_and_the_cookie_is_sent_to_it_alone(stranger: Visitor) -> None:
    known = stranger.app.state.visitor
    entered = stranger.get(f"/enter/{TOKEN}", Host=known.number)
    cookie = {"Host": known.number, "Cookie": entered.headers["set-cookie"].split(";")[0]}
    page = stranger.get(f"{known.path}/help", **cookie)

    assert f"Path={known.path}" in entered.headers["set-cookie"].split("; ")
    assert (303, f"{known.path}/") == (entered.status_code, entered.headers["location"])
    assert 200 == page.status_code
    assert [403, 403, 403] == [stranger.get(path, **cookie).status_code for path in ("/", "/help", f"{known.path}x/help")]
    written = re.findall(r'(?:href|action|src)="(/[^"]*)', page.text)
    assert len(written) > 10
    assert [] == [each for each in written if not each.startswith((f"{known.path}/", "/static/"))]
    assert str(len(page.content)) == page.headers["content-length"]


def test_called_by_number_a_form_leads_back_under_the_secret_path(stranger: Visitor) -> None:
    known = stranger.app.state.visitor
    entered = stranger.get(f"/enter/{TOKEN}", Host=known.number)
    cookie = {"Host": known.number, "Cookie": entered.headers["set-cookie"].split(";")[0]}
    moved = stranger.get(f"{known.path}/document/{'a' * 64}?page=x", **cookie)

    assert 400 <= moved.status_code < 500
    assert f'href="{known.path}/' in moved.text


def test_a_browser_that_a_page_in_a_file_sent_here_gets_a_page_of_ours_that_leads_on(stranger: Visitor) -> None:
    welcome = stranger.get(f"/enter/{TOKEN}", Sec_Fetch_Site="cross-site")

    assert 200 == welcome.status_code
    assert 'content="0; url=/"' in welcome.text
    assert "SameSite=strict" in welcome.headers["set-cookie"]
    assert "Courier" not in welcome.text


def test_the_cookie_is_not_kept_when_the_browser_is_closed(stranger: Visitor) -> None:
    cookie = stranger.enter().headers["set-cookie"].lower()

    assert [] == [part for part in ("max-age", "expires", "domain") if part in cookie]


def test_a_session_ends_after_its_day(stranger: Visitor) -> None:
    stranger.enter()
    known = stranger.app.state.visitor
    begun = known.clock()
    answers = []
    for later in (SESSION_SECONDS - 1, SESSION_SECONDS + 1):
        known.clock = lambda later=later: begun + later
        answers.append(stranger.get("/help").status_code)

    assert [200, 403] == answers


def test_another_link_lets_one_in_and_ends_the_session_before_with_all_it_knew(visitor: Visitor) -> None:
    known = visitor.app.state.visitor
    known.at_work, known.made[:] = "Layla", [DecisionMade("e", "same", "a", "b")]
    known.renew()
    form, still = known.form_token, visitor.get("/help").status_code
    again = Visitor(visitor.app)
    entered = again.enter(known.token)

    assert (200, 303) == (still, entered.status_code)
    assert (403, 200) == (visitor.get("/help").status_code, again.get("/help").status_code)
    assert ("", [], "") == (known.at_work, known.made, known.token)
    assert form != known.form_token


def test_a_used_link_opens_nothing_though_it_is_empty_now(visitor: Visitor) -> None:
    assert [403, 403] == [Visitor(visitor.app).enter(token).status_code for token in ("", TOKEN)]


@pytest.mark.parametrize("headers", [{f"X-{number}": "" for number in range(80)}, {"X-Long": "x" * 20_000}])
def test_a_head_that_says_too_much_is_refused(visitor: Visitor, headers: dict[str, str]) -> None:
    assert 431 == visitor.get("/", **headers).status_code


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
        ({"Origin": "ours"}, 405),
        ({"Origin": "null", "Sec_Fetch_Site": "same-origin"}, 405),
    ],
)
def test_a_form_of_another_site_is_refused_and_ours_meets_no_form_yet(visitor: Visitor, headers: dict[str, str], status: int) -> None:
    said = {key: f"http://{visitor.app.state.visitor.host}" if value == "ours" else value for key, value in headers.items()}
    assert status == visitor.ask("POST", "/", **said).status_code


@pytest.mark.parametrize(("site", "status"), [("none", 200), ("same-origin", 200), ("same-site", 403), ("cross-site", 403)])
def test_a_page_of_another_site_or_port_cannot_ask_even_with_the_cookie(visitor: Visitor, site: str, status: int) -> None:
    assert status == visitor.get("/", Sec_Fetch_Site=site).status_code


def test_a_foreign_page_cannot_guess_the_link_nor_ask_by_a_name_of_its_own(stranger: Visitor) -> None:
    assert 403 == stranger.get("/enter/guess", Sec_Fetch_Site="cross-site").status_code
    assert 421 == stranger.get(f"/enter/{TOKEN}", Host=f"localhost:{PORT}").status_code
    assert 303 == stranger.enter().status_code


def test_what_was_opened_is_seen_once_and_of_that_form_alone() -> None:
    opened, other = (RecordId(DocumentId("a" * 64), nth) for nth in (1, 2))
    visitor, mother = Pass(TOKEN, PORT), frozenset({FieldKey("mother")})
    seen = []
    for asked in ((opened, opened), (other, opened)):
        visitor.let_see(LookedAt(opened, mother))
        seen.append([visitor.sees(each) for each in asked])

    assert [[mother, frozenset()], [frozenset(), frozenset()]] == seen

"""Decisions in the browser: each is one ledger entry by one form of this session, and nobody else's form is one."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from kashf.domain.document import Status
from kashf.domain.entity import MentionType, Verdict
from kashf.domain.ledger import EntryKind
from kashf.entities.tagging.keys import name_key
from kashf.services.case.open import OpenCase
from kashf.web.app import create_app
from kashf.web.gate.size_limit import FORM_BYTES, LIST_BYTES
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor, openings
from tests.unit.web.made import put, record
from tests.unit.web.named import Notebook

SHAMALI = name_key("Abu Mohammed al-Shamali", MentionType.PERSON)
ADNANI = name_key("Abu Mohammed al-Adnani", MentionType.PERSON)
PAIR = {"type": "PER", "left": SHAMALI, "right": ADNANI, "verdict": "different", "back": "/review"}
LIST = b"name\nAbu Muhammad ash-Shamali\nZebra Whatever\n"


def a_place(notebook: Notebook) -> dict[str, object]:
    place = notebook.case.view.mentions_of(MentionType.PERSON, [SHAMALI])[0]
    where = {"document": place.document, "page": place.page, "start": place.mention.start, "end": place.mention.end}
    return {"name": SHAMALI, **where, "verdict": "same", "back": "/audit?name=x"}


def test_a_decision_is_one_entry_and_leads_back(reader: Visitor, notebook: Notebook) -> None:
    answer = reader.post("/judge/names", {**PAIR, "why": " two men "})

    assert (303, "/review") == (answer.status_code, answer.headers["location"])
    (entry,) = notebook.entries
    assert (EntryKind.JUDGED, "layla", "different", "two men") == (entry.kind, entry.actor, entry.body["verdict"], entry.body["why"])


def test_a_decision_is_shown_with_who_and_why_and_can_be_taken_back_once(reader: Visitor, notebook: Notebook) -> None:
    reader.post("/judge/names", {**PAIR, "why": "two men"})
    shown = reader.get("/review").text
    assert "two men" in shown
    assert "layla" in shown
    entry = notebook.entries[0].id

    assert 303 == reader.post("/undo", {"entry": entry}).status_code
    assert [EntryKind.JUDGED, EntryKind.UNDONE] == [each.kind for each in notebook.entries]
    assert "taken back by" in reader.get("/review").text
    assert 404 == reader.post("/undo", {"entry": entry}).status_code


def test_decisions_that_contradict_each_other_are_shown(reader: Visitor) -> None:
    arabic = name_key("أبو محمد الشمالي", MentionType.PERSON)
    for left, right, verdict in ((SHAMALI, ADNANI, "different"), (arabic, SHAMALI, "same"), (arabic, ADNANI, "same")):
        assert 303 == reader.post("/judge/names", {**PAIR, "left": left, "right": right, "verdict": verdict}).status_code

    assert "Decisions that contradict each other" in reader.get("/review").text


def test_a_place_is_judged_and_counts_from_then_on(reader: Visitor, notebook: Notebook) -> None:
    assert 303 == reader.post("/judge/place", {**a_place(notebook), "verdict": "different"}).status_code

    (judgement,) = notebook.case.view.judgements()
    assert Verdict.DIFFERENT is judgement.verdict
    count = reader.get("/name?type=PER&name=Abu Mohammed al-Shamali&format=json").json()
    assert (2, 1) == (count["mentions"], count["decided"])
    for level in ("rejected", "decided"):
        assert 1 == reader.get(f"/name?type=PER&name=Abu Mohammed al-Shamali&level={level}").text.count('class="place"')


@pytest.mark.parametrize("wrong", [{"document": "0" * 63 + "f"}, {"page": 9}, {"end": 10_000}, {"start": 40, "end": 1}])
def test_a_place_that_is_none_is_refused(reader: Visitor, notebook: Notebook, wrong: Mapping[str, object]) -> None:
    assert 404 == reader.post("/judge/place", {**a_place(notebook), **wrong}).status_code
    assert [] == notebook.entries


def test_an_audit_goes_from_hit_to_hit_and_bounds_the_count(reader: Visitor, notebook: Notebook) -> None:
    for done in range(3):
        shown = reader.get("/audit?name=Abu Mohammed al-Shamali").text
        assert f"Hit {done + 1}: is this" in shown
        asked = shown.partition('class="question"')[2]
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', asked))
        answer = reader.post("/judge/place", {**fields, "back": "/audit?name=x", "verdict": "same"})
        assert 303 == answer.status_code, answer.text

    assert "Every hit was looked at." in reader.get("/audit?name=Abu Mohammed al-Shamali").text
    audit = reader.get("/audit?name=Abu Mohammed al-Shamali&format=json").json()
    assert (3, 3, 3) == (audit["hits"], audit["looked_at"], audit["right"])
    assert "What the search missed is not in it." in reader.get("/name?type=PER&name=Abu Mohammed al-Shamali").text
    assert 3 == len(notebook.entries)


def test_a_page_to_read_shows_no_mark_and_takes_a_number(reader: Visitor, notebook: Notebook) -> None:
    shown = reader.get("/audit?name=Abu Mohammed al-Shamali&step=pages").text
    assert "<mark" not in shown
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown))

    assert 303 == reader.post("/audit/page", {**fields, "back": "/audit?name=x", "seen": 1}).status_code
    assert EntryKind.PAGE_READ is notebook.entries[0].kind
    assert 400 == reader.post("/audit/page", {**fields, "seen": -1}).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example", "Sec_Fetch_Site": "cross-site"},
        {"Origin": "http://evil.example"},
        {"Origin": f"http://127.0.0.1:{PORT + 1}"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
    ],
)
def test_a_form_of_another_site_decides_nothing(reader: Visitor, notebook: Notebook, headers: dict[str, str]) -> None:
    assert 403 == reader.post("/judge/names", PAIR, names=None, **headers).status_code
    assert [] == notebook.entries


@pytest.mark.parametrize("token", ["", "guess", "é" * 43])
def test_a_form_without_the_token_of_the_session_decides_nothing(reader: Visitor, notebook: Notebook, token: str) -> None:
    for path, fields in (("/judge/names", PAIR), ("/judge/place", a_place(notebook)), ("/undo", {"entry": "0" * 64}), ("/screening", {})):
        assert 403 == reader.post(path, {**fields, "token": token}).status_code
    assert [] == notebook.entries


def test_a_stranger_decides_nothing_even_with_the_token(reader: Visitor, notebook: Notebook) -> None:
    assert 403 == Visitor(reader.app).post("/judge/names", PAIR).status_code
    assert [] == notebook.entries


def test_while_files_are_read_a_decision_is_not_written_down_and_says_so(reader: Visitor, notebook: Notebook) -> None:
    notebook.is_locked = True
    answer = reader.post("/judge/names", PAIR)

    assert 423 == answer.status_code
    assert "the decision was not written down" in answer.text
    assert "nothing is lost" in answer.text
    assert [] == notebook.entries


@pytest.mark.parametrize(
    "back",
    [
        "http://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/review\r\nX: y",
        "javascript:alert(1)",
        "/static/",
        "/reviews",
        f"/review/{'a' * 64}",
        "/document/../x",
    ],
)
def test_a_form_leads_back_to_a_screen_of_ours_and_nowhere_else(reader: Visitor, back: str) -> None:
    assert "/review" == reader.post("/judge/names", {**PAIR, "back": back}).headers["location"]


@pytest.mark.parametrize(
    "back", ["/name?type=PER&name=%D8%A3#undecided-title", "/review?type=PER", "/audit?name=x&step=pages", f"/document/{'a' * 64}?page=2"]
)
def test_a_form_leads_back_to_the_screen_it_stands_on(reader: Visitor, back: str) -> None:
    assert back == reader.post("/judge/names", {**PAIR, "back": back}).headers["location"]


@pytest.mark.parametrize(
    "wrong", [{"verdict": "maybe"}, {"type": "XYZ"}, {"left": ""}, {"extra": "1"}, {"why": "x" * 2001}, {"right": "x" * 301}]
)
def test_a_form_that_says_something_else_is_refused(reader: Visitor, notebook: Notebook, wrong: Mapping[str, object]) -> None:
    assert 400 == reader.post("/judge/names", {**PAIR, **wrong}).status_code
    assert [] == notebook.entries


def test_a_form_that_sends_too_much_is_turned_away(reader: Visitor) -> None:
    assert 413 == reader.post("/judge/names", {**PAIR, "why": "x" * FORM_BYTES}).status_code
    assert 413 == reader.post("/screening", {}, names=b"x" * (LIST_BYTES + 5_000)).status_code


def test_a_list_is_held_against_the_case_and_every_hit_is_possible(reader: Visitor) -> None:
    answer = reader.post("/screening", {}, names=LIST)
    assert 303 == answer.status_code, answer.text
    where = answer.headers["location"]
    shown = reader.get(where).text

    assert "possible:" not in shown
    assert "Zebra Whatever" in shown
    (link,) = re.findall(r'href="(/screening[^"]*entry=[^"]*)"', shown)
    assert "possible:" in reader.get(html.unescape(link)).text
    found = reader.get(where + "&format=json").json()
    assert (2, 1, 3) == (found["entries"], found["silent"], found["hits"])
    assert "Zebra Whatever" not in reader.get(where + "&format=csv").text


def test_a_screening_is_written_down_and_told_when_the_list_comes_again(reader: Visitor, notebook: Notebook) -> None:
    first, again = [reader.get(reader.post("/screening", {"dated": "2031-04-30"}, names=LIST).headers["location"]).text for _ in range(2)]

    assert "30 Apr 2031" in first
    assert ["was screened on" in shown for shown in (first, again)] == [False, True]
    assert [EntryKind.SCREENED] * 2 == [each.kind for each in notebook.entries]
    assert ("list.csv", "2031-04-30") == tuple(notebook.entries[0].body[key] for key in ("name", "dated"))


@pytest.mark.parametrize("dated", ["yesterday", "2031-02-30"])
def test_a_list_of_a_day_that_is_none_is_refused(reader: Visitor, notebook: Notebook, dated: str) -> None:
    assert 400 == reader.post("/screening", {"dated": dated}, names=LIST).status_code
    assert [] == notebook.entries


@pytest.mark.parametrize(("language", "said"), [("en", "was not written down"), ("ar", "لم تُسجَّل هذه المقابلة")])
def test_a_list_is_screened_where_the_case_cannot_be_written_and_the_page_says_so(
    reader: Visitor, notebook: Notebook, language: str, said: str
) -> None:
    notebook.is_locked = True
    where = reader.post("/screening", {}, names=LIST).headers["location"]

    assert said in reader.get(f"{where}&lang={language}").text
    assert [] == notebook.entries


def test_only_the_last_results_are_held(reader: Visitor) -> None:
    first, *_ = [reader.post("/screening", {}, names=LIST).headers["location"] for _ in range(4)]

    assert 404 == reader.get(first).status_code


@pytest.mark.parametrize("names", [b"", b"\xff\xfe\x00", b"id,first_name\n1,x\n", b"name\nx,y\n", b"{", b"\x80\x81"])
def test_a_list_that_cannot_be_read_is_refused_in_words(reader: Visitor, names: bytes) -> None:
    assert 400 == reader.post("/screening", {}, names=names).status_code


def test_what_is_no_form_is_refused(reader: Visitor) -> None:
    said = {"Content_Type": "application/json", "Origin": "null", "Sec_Fetch_Site": "same-origin"}

    assert 400 == reader.ask("POST", "/judge/names", **said).status_code


AT_WORK = "Who is at work?"


def sign_in(reader: Visitor, name: str) -> None:
    assert 303 == reader.post("/at-work", {"name": name, "back": "/review"}).status_code


@pytest.mark.parametrize("screen", ["/review", "/name?type=PER&name=Abu Mohammed al-Shamali", "/audit?name=Abu Mohammed al-Shamali"])
def test_where_people_decide_it_is_asked_once_who_is_at_work(reader: Visitor, screen: str) -> None:
    assert AT_WORK in reader.get(screen).text
    assert AT_WORK not in reader.get("/names").text

    sign_in(reader, "Nour  Haddad")

    shown = reader.get(screen).text
    assert AT_WORK not in shown
    assert "Nour Haddad" in shown


def test_what_is_decided_is_signed_by_who_is_at_work_and_by_nobody_before(reader: Visitor, notebook: Notebook) -> None:
    reader.post("/judge/names", PAIR)
    sign_in(reader, "Nour")
    reader.post("/judge/names", PAIR)
    sign_in(reader, "nour")
    reader.post("/judge/names", PAIR)

    introduced = [entry for entry in notebook.entries if entry.kind == EntryKind.PERSON]
    (person,) = introduced
    judged = [(entry.actor, entry.body.get("person")) for entry in notebook.entries if entry.kind == EntryKind.JUDGED]
    assert [("layla", None), ("Nour", person.id), ("Nour", person.id)] == judged


def test_what_another_person_signed_is_not_taken_back_and_their_opposites_are_shown(reader: Visitor, notebook: Notebook) -> None:
    sign_in(reader, "Nour")
    reader.post("/judge/names", {**PAIR, "verdict": "same"})
    sign_in(reader, "Omar")

    refused = reader.post("/undo", {"entry": notebook.entries[-2].id})
    assert (403, True) == (refused.status_code, "only Nour can take that back" in refused.text)
    reader.post("/judge/names", {**PAIR, "verdict": "different"})
    assert "Decisions that contradict each other" in reader.get("/review").text


def test_opposite_verdicts_about_a_place_are_shown(reader: Visitor, notebook: Notebook) -> None:
    for name, verdict in (("Nour", "same"), ("Omar", "different")):
        sign_in(reader, name)
        assert 303 == reader.post("/judge/place", {**a_place(notebook), "verdict": verdict}).status_code

    assert f"/document/{a_place(notebook)['document']}?at=" in reader.get("/review").text


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_nobody_is_at_work_under_a_name_that_is_none(reader: Visitor, notebook: Notebook, name: str) -> None:
    assert 400 == reader.post("/at-work", {"name": name, "back": "/review"}).status_code
    assert [] == notebook.entries


def test_a_list_of_queries_is_searched_for_and_each_number_leads_to_its_search(reader: Visitor) -> None:
    answer = reader.post("/queries", {}, names="query;id\nShamali;1\n(oil;2\n".encode("utf-16"))
    assert 303 == answer.status_code

    shown = reader.get(answer.headers["location"]).text
    assert 'href="/search?q=Shamali"' in shown
    assert "list.csv: query" in shown
    assert "this parenthesis is not closed" in shown
    assert "1 query cannot be understood" in shown


@pytest.mark.parametrize("names", [b"", b"# nothing\n", b"x\n" * 301, b"\x00\x01\x02\x03" * 50])
def test_what_is_no_list_of_queries_for_a_page_is_refused(reader: Visitor, names: bytes) -> None:
    assert 400 == reader.post("/queries", {}, names=names).status_code


def test_a_search_is_kept_listed_looked_up_seen_and_forgotten(reader: Visitor, notebook: Notebook) -> None:
    where = "/search?q=Shamali&type=text%2Fplain&mode=exact&since=2014-01-01"
    assert "/saved" == reader.post("/saved", {"name": "his letters", "search": where, "back": "/saved"}).headers["location"]

    shown = reader.get("/saved").text
    assert "his letters" in shown
    assert 'href="/search?q=Shamali&amp;mode=exact&amp;type=text%2Fplain&amp;since=2014-01-01"' in shown
    (entry,) = [each for each in notebook.entries if each.kind == EntryKind.SEARCH_SAVED]
    for path, kind in (("/saved/seen", EntryKind.SEARCH_SEEN), ("/saved/forget", EntryKind.UNDONE)):
        assert 303 == reader.post(path, {"entry": entry.id, "back": "/saved"}).status_code
        assert kind == notebook.entries[-1].kind
    assert "his letters" not in reader.get("/saved").text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"name": "x", "search": "/names"}, 400),
        ({"name": "x", "search": "/search?nonsense=1"}, 400),
        ({"name": "x", "search": "/search?q=(oil"}, 400),
        ({"name": " ", "search": "/search?q=oil"}, 400),
        ({"name": "x" * 101, "search": "/search?q=oil"}, 400),
        ({"name": "x", "search": "/search?q=oil&person=Zebra+Whatever"}, 404),
    ],
)
def test_what_is_no_search_is_not_kept(reader: Visitor, notebook: Notebook, fields: dict[str, str], status: int) -> None:
    assert status == reader.post("/saved", fields).status_code
    assert [] == notebook.entries


def test_a_forgotten_search_is_not_forgotten_twice(reader: Visitor, notebook: Notebook) -> None:
    reader.post("/saved", {"name": "x", "search": "/search?q=oil"})
    (entry,) = notebook.entries
    statuses = [reader.post("/saved/forget", {"entry": entry.id}).status_code for _ in range(2)]

    assert [303, 404] == statuses
    assert 2 == len(notebook.entries)


def test_what_was_decided_is_said_on_the_next_page_with_the_way_back_and_the_latest_first(reader: Visitor, notebook: Notebook) -> None:
    reader.post("/judge/names", PAIR)
    reader.post("/judge/place", a_place(notebook))
    first, second = (entry.id for entry in notebook.entries)

    for id in (second, first):
        shown = reader.get("/names?type=PER").text
        (made,) = re.findall(r'<form class="made".*?</form>', shown, re.DOTALL)
        assert f'name="entry" value="{id}"' in made
        assert "data-undo" in made
        assert 303 == reader.post("/undo", {"entry": id, "back": "/names"}).status_code
    assert 'class="made"' not in reader.get("/names?type=PER").text


def test_several_pairs_are_answered_by_one_entry(reader: Visitor, notebook: Notebook) -> None:
    others = [total.key for total in notebook.case.view.names(MentionType.PERSON) if total.key != SHAMALI][:2]
    pairs = "\n".join(f"{SHAMALI}\t{other}" for other in others)

    assert 303 == reader.post("/judge/pairs", {"type": "PER", "pair": pairs, "verdict": "different"}).status_code

    (entry,) = notebook.entries
    assert (EntryKind.JUDGED_TOGETHER, 2) == (entry.kind, len(notebook.case.view.judgements()))
    for wrong in ("one name", "a\tb\tc", f"{SHAMALI}\t{SHAMALI}"):
        assert 400 == reader.post("/judge/pairs", {"type": "PER", "pair": wrong, "verdict": "different"}).status_code
    assert 1 == len(notebook.entries)


def test_boxes_that_are_ticked_come_as_one_field_each_on_a_line(reader: Visitor, notebook: Notebook) -> None:
    places = notebook.case.view.mentions_of(MentionType.PERSON, [SHAMALI])[:2]
    ticked = [f"{each.document}#{each.page}:{each.mention.start}-{each.mention.end}" for each in places]

    assert 303 == reader.post("/reassign", {"type": "PER", "label": "The other one", "place": ticked}).status_code

    (entry,) = notebook.entries
    assert (EntryKind.REASSIGNED, 2) == (entry.kind, len(entry.body["places"]))  # type: ignore[arg-type] - a list, as it is written
    assert "The other one" in reader.get("/name?type=PER&name=the other one").text
    history = reader.get("/name?type=PER&name=Abu Mohammed al-Shamali").text
    assert "is not" in history


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": ""},
        {"place": "x"},
        {"place": "0#1:2-1"},
        {"label": ""},
        {"label": "Abu Mohammed al-Shamali"},
        {"to": "Nobody", "label": ""},
    ],
)
def test_places_are_not_given_to_nobody(reader: Visitor, notebook: Notebook, wrong: Mapping[str, str]) -> None:
    each = notebook.case.view.mentions_of(MentionType.PERSON, [SHAMALI])[0]
    place = f"{each.document}#{each.page}:{each.mention.start}-{each.mention.end}"

    assert reader.post("/reassign", {"type": "PER", "place": place, "label": "The other one", **wrong}).status_code in {400, 404}
    assert [] == notebook.entries


def test_a_term_that_is_no_name_leaves_the_lists_and_can_be_one_again(reader: Visitor, notebook: Notebook) -> None:
    assert 303 == reader.post("/judge/term", {"type": "PER", "term": SHAMALI}).status_code

    assert SHAMALI not in [row["key"] for row in reader.get("/names?type=PER&format=json").json()["names"]]
    assert "is not a name" in reader.get("/review").text
    reader.post("/undo", {"entry": notebook.entries[0].id})
    assert SHAMALI in [row["key"] for row in reader.get("/names?type=PER&format=json").json()["names"]]


PASSWORD = "  الوردة ١٢ "


@pytest.fixture
def typed() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def guest(case: OpenCase, typed: list[tuple[str, str]]) -> Visitor:
    """Somebody who came in by the link, in a case whose passwords are written down instead of tried."""
    opening = replace(openings(case), unlock=lambda name, password: typed.append((name, password)))
    visitor = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT, openings=opening))
    visitor.enter()
    return visitor


def test_a_form_stands_beside_what_is_encrypted_and_nowhere_else(guest: Visitor, case: OpenCase) -> None:
    shut = put(case.view, record("a/locked.pdf", type="application/pdf", status=Status.FAILED, reason="encrypted"))
    torn = put(case.view, record("a/torn.pdf", type="application/pdf", status=Status.FAILED, reason="damaged"))

    pages = [guest.get(address).text for address in (f"/document/{shut.id}", "/exceptions", f"/document/{torn.id}")]

    assert [True, True, False] == ['action="/unlock"' in page and 'type="password"' in page for page in pages]


def test_a_password_is_tried_as_it_was_typed_and_stands_in_no_address_and_no_answer(guest: Visitor, typed: list[tuple[str, str]]) -> None:
    answer = guest.post("/unlock", {"password": PASSWORD, "back": "/exceptions"})

    assert (303, "/exceptions") == (answer.status_code, answer.headers["location"])
    assert [("", PASSWORD)] == typed
    assert PASSWORD.strip() not in answer.text + str(answer.headers)


@pytest.mark.parametrize("wrong", ["", "x" * 513, "a\0b"])
def test_what_nobody_types_is_refused_without_being_repeated(guest: Visitor, typed: list[tuple[str, str]], wrong: str) -> None:
    answer = guest.post("/unlock", {"password": wrong, "back": "/exceptions"})

    assert (400, []) == (answer.status_code, typed)
    assert not wrong or wrong not in answer.text


def test_a_password_is_not_taken_from_an_address(guest: Visitor, typed: list[tuple[str, str]]) -> None:
    assert 200 != guest.get("/unlock?password=mill&back=/exceptions").status_code
    assert [] == typed

"""Whatever stands in a leak is shown as text: in every field, on every screen, in every form."""

from __future__ import annotations

import hashlib
import html.parser
from dataclasses import replace
from typing import cast
from urllib.parse import quote

import httpx
import pytest

from kashf.domain.cards.card_entries import CardWords, card_bytes
from kashf.domain.date import FuzzyDate, Precision
from kashf.domain.document import Mark, MarkKind, Page, Sighting, Status
from kashf.domain.entity import RESOLVED, Mention, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId, Json
from kashf.domain.judged_sources.source_entries import source_bytes
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.pages.quote import Quote
from kashf.domain.plans.plan_entries import PlanText
from kashf.domain.reasons import ReasonCode, Reasons
from kashf.ports.mentions import NamePair, Resolution
from kashf.ports.views import Totals
from kashf.services.case.open import OpenCase
from kashf.web.screens import SCREENS as EVERY_SCREEN
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex
from tests.filled_forms import FAMILY, Found, form, forms_of
from tests.unit.web.conftest import Visitor
from tests.unit.web.made import RECEIVED, answer_with, document_id, put, receipt, record
from tests.unit.web.named import Notebook

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=http://evil.example/x.png>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "javascript:alert(1)",
    "<a hx-get=/ hx-trigger=load>x</a>",
    '<div hx-on:click="alert(1)">',
    "<style>*{display:none}</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)",
    "<!--",
    "]]>",
    "{{ 7*7 }}{% raw %}",
    "&lt;script&gt;&#60;b&#62;",
    "\u202egnp.exe\u2066",
    "a\x00\x1b[31mb\x9b",
    "<iframe srcdoc='<script>1</script>'>",
    "<math><mtext></mtext><script>1</script></math>",
    "＜script＞",
    "\ud800\udfff",
    "%3Cscript%3E",
)
#: A recording with the payload in its name.
RECORDING = document_id("recording")
#: What is written on a card, by kind of entry.
_ON_A_CARD: dict[EntryKind, dict[str, Json]] = {
    EntryKind.CARD_WORDED: {},
    EntryKind.CARD_EVIDENCE: {"strip": "paper", "bearing": "supports"},
    EntryKind.CARD_EXPLANATION: {"explanation": "planted", "weighed": "possible"},
    EntryKind.CARD_CHECKED: {"check": "reply", "done": False},
    EntryKind.CARD_SETTLED: {"state": "refused"},
    EntryKind.CARD_ASKED: {"whom": "a" * 64},
}
PAIR = {"left": "hostile", "right": "hostile two"}
SCREENS = (
    "/",
    "/search?q=citadel",
    "/search?q=citadel&source={payload}",
    "/queries",
    "/diff?since=1",
    "/saved",
    "/document/{id}?q=citadel",
    "/translation?document={id}",
    "/contested",
    "/transcribe",
    "/transcription?document={id}",
    "/transcription?document={id}&boxes=true",
    "/fields?label={payload}&q={payload}",
    "/fields?family={family}&key=name",
    "/compare/{id}/{other}",
    "/recording?document={recording}",
    "/receipts",
    "/handover?receipt=1&sealed=true",
    "/exceptions",
    "/documents",
    "/documents?reason={payload}",
    "/mail",
    "/mail?containing={payload}",
    "/letters",
    "/letters?containing={payload}",
    "/letter/{id}",
    "/posts",
    "/posts?office={payload}",
    "/posts?person={payload}",
    "/contradictions",
    "/authenticity/{id}",
    "/letter-network",
    "/timeline",
    "/timeline?office={payload}&place={payload}&kind={payload}",
    "/timeline?against={payload}",
    "/cards",
    "/card/{card}",
    "/sources",
    "/source/kestrel-2",
    "/plans",
    "/plan/{plan}",
    "/places",
    "/places?name={payload}",
    "/map",
    "/map?origin=catalogue",
    "/map?kind={payload}",
    "/operations",
    "/forms",
    "/forms/{family}",
    "/forms/{family}?field=name",
    "/records?family={family}",
    "/table?family={family}",
    "/table?family={family}&rows=name&columns=nationality",
    "/table?family={family}&rows=name&columns=nationality&compare={payload}",
    "/records?family={family}&field=name&value={payload}&columns={payload}",
    "/record/{id}",
    "/compare-lists",
    "/compare-lists?left={family}&right={family}/{id}&number={payload}",
    "/people",
    "/names?type=ORG",
    "/names?containing={payload}",
    "/name?type=ORG&name=hostile",
    "/network?type=ORG&name=hostile",
    "/name?type=ORG&name=hostile&source={payload}",
    "/review",
    "/registers",
    "/registers?office={payload}",
    "/audit?name={payload}",
    "/screening",
    "/help",
)


def test_no_screen_is_left_out() -> None:
    kept = {name: f"{{{name}}}" for name in ("other", "family", "card", "plan")}
    paths = {path.split("?")[0].format(id="{document}", **kept) for path in SCREENS}
    paths = {path.replace("/source/kestrel-2", "/source/{name}") for path in paths}

    assert set() == {screen.path for screen in EVERY_SCREEN} - paths


class Reader(html.parser.HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[dict[str, str | None]] = []
        self.handlers: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        named = dict(attrs)
        if tag == "script":
            self.scripts.append(named)
        self.handlers += [name for name in named if name.startswith("on") or (name.startswith("hx-") and "hx-nonce" not in named)]
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action", "formaction", "xlink:href"}]


@pytest.fixture(params=PAYLOADS, ids=range(len(PAYLOADS)))
def payload(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def hostile(payload: str, view: FakeCaseView, index: FakeIndex, case: OpenCase) -> str:
    """A case with the payload in every field that comes from outside; returns the id of its document."""
    text = f"{payload} citadel {payload}\n{payload}"
    marks = (Mark(0, len(payload), MarkKind.REPEATED),)
    one = record(
        f"{payload}/{payload}.txt",
        type=payload,
        reason=payload,
        detail=payload,
        status=Status.PARTIAL,
        title=payload,
        file_date=FuzzyDate(None, None, payload, precision=Precision.OPEN),
        sender=payload,
        recipient=payload,
        language=payload,
        origin=payload,
        metadata={payload: payload, "title": payload},
        engines={payload: payload},
    )
    # The ledger is canonical JSON, in which there is no half of a surrogate.
    recorded = payload.encode("utf-8", "replace").decode()
    one = put(view, one, Page(1, text, marks=marks), channel=recorded)
    copy = put(view, record(f"copy {payload}", type=payload), Page(1, f"{text} {payload} twelve {payload} 12"))
    view.alike = {one.id: (copy.id,)}
    view.inside = {one.id: (Sighting(None, f"{payload}/{payload}", payload, parent=one.id, reason=payload),)}
    view.shut = (Sighting(None, payload, payload, reason=payload),)
    view.is_so = Totals(4, 1, 1, 1, 1, 0, {payload: 1}, {payload: 1})
    run = Entry("d" * 32, 9, GENESIS, RECEIVED, recorded, EntryKind.RUN, {"sandbox": recorded, "read": 1, "waiting": 1})
    judged = Entry(
        "d" * 32, 10, GENESIS, RECEIVED, recorded, EntryKind.JUDGED, {**PAIR, "type": "ORG", "verdict": "unsure", "why": recorded}
    )
    person = Entry("d" * 32, 11, GENESIS, RECEIVED, recorded, EntryKind.PERSON, {"name": recorded})
    view.ledger = (*view.ledger, receipt(recorded, recorded, received=recorded), run, judged, person)
    view.named = tuple(
        PlacedMention(one.id, 1, NameKey(key), Mention(start, start + len(payload), payload, MentionType.GROUP, payload, 1.0))
        for start, key in enumerate(PAIR.values())
    )
    pair = NamePair(
        NameKey(PAIR["left"]),
        NameKey(PAIR["right"]),
        0.7,
        Reasons.of(ReasonCode.IN_WORDS, payload),
        Reasons.of(ReasonCode.DECIDED, payload),
    )
    view.resolved = {type: Resolution("1", (pair,) if type is MentionType.GROUP else (), ()) for type in RESOLVED}
    answer_with(index, one, view=view)
    index.counts = {
        "type": {payload: 1},
        "channel": {payload: 1},
        "language": {payload: 1},
        "origin": {payload: 1},
        "month": {"2014-10": 1},
    }
    put(view, replace(record(f"{payload}.wav", type="audio/wav", metadata={"title": payload}), id=RECORDING), path=f"{payload}.wav")
    view.forms = _forms(one.id, payload)
    view.ledger = (*view.ledger, *_card(case, one.id, payload), *_source(case, payload), *_plan(case, payload))
    return one.id


def _card(case: OpenCase, document: DocumentId, payload: str) -> tuple[Entry, ...]:
    """Return a card that says the payload wherever somebody may type, and cites it."""
    told = payload.encode("utf-8", "replace").decode()
    texts = dict.fromkeys(("sentence", "said", "because", "note", "allegation", "to", "deadline", "answer", "why", "question"), told)
    content = card_bytes(CardWords(texts, Quote(document, 1, 0, 3, told, told, told)), salt="")
    words = hashlib.sha256(content).hexdigest()
    cast("FakeBlobs", case.blobs).kept[words] = content
    entries: list[Entry] = []
    for number, (kind, more) in enumerate(_ON_A_CARD.items()):
        about: dict[str, Json] = {"document": document} if more.get("strip") == "paper" else {}
        card = entries[0].id if entries else ""
        body: dict[str, Json] = {"card": card, "words": words, "person": "p", **more, **about}
        entries.append(Entry("d" * 32 + "/work", number, GENESIS, RECEIVED, told, kind, body))
    people = {**entries[1].body, "strip": "people", "witness": told, "knows": "heard", "heard_from": told}
    del people["document"]
    return (*entries, Entry("e" * 32 + "/work", 0, GENESIS, RECEIVED, told, EntryKind.CARD_EVIDENCE, people))


def _source(case: OpenCase, payload: str) -> tuple[Entry, ...]:
    """Return a source of whose checks, kinds, parent and letter the payload is all that is said."""
    told = payload.encode("utf-8", "replace").decode()
    typed = ("batch", "kind", "how", "chosen_by", "checked_by", "kinds", "why", "gains", "access")
    content = source_bytes(dict.fromkeys(typed, told), salt="")
    words = hashlib.sha256(content).hexdigest()
    cast("FakeBlobs", case.blobs).kept[words] = content
    bodies: dict[EntryKind, dict[str, Json]] = {
        EntryKind.SOURCE: {"source": "s" * 32, "code_name": "kestrel-2", "sealed": None},
        EntryKind.SOURCE_CHECKED: {"outcome": "genuine", "on": "2014-10-25"},
        EntryKind.SOURCE_PARENT: {"parent": told},
        EntryKind.SOURCE_KINDS: {},
        EntryKind.SOURCE_GRADED: {"letter": "B"},
        EntryKind.SOURCE_WITNESS: {},
    }
    return tuple(
        Entry("f" * 32 + "/work", number, GENESIS, RECEIVED, told, kind, {"source": "kestrel-2", "words": words, "person": "p", **body})
        for number, (kind, body) in enumerate(bodies.items())
    )


def _plan(case: OpenCase, payload: str) -> tuple[Entry, ...]:
    """Return a plan whose rule says the payload, and a run of it that came to the payload."""
    told = payload.encode("utf-8", "replace").decode()
    content = PlanText(told, {"kind": (told,), "office": (told,)}, told, {"place": (told,)}, (told,), (told,), "s").as_bytes()
    words = hashlib.sha256(content).hexdigest()
    cast("FakeBlobs", case.blobs).kept[words] = content
    counts: dict[str, Json] = {"orders": 1, "controls": 1, "left_out": {"sealed": 1}, "opened": 1}
    named: dict[str, Json] = {"name": "guns", "words": words, "catalogue": "a" * 64, "events": "b" * 64, "parameters": {}}
    plan = Entry("a" * 32 + "/work", 0, GENESIS, RECEIVED, told, EntryKind.PLAN_FROZEN, {**named, **counts})
    since: dict[str, Json] = {"came": 1, "gone": 0, "altered": 0}
    came: dict[str, Json] = {
        "orders": "c" * 64,
        "result": "d" * 64,
        "verdict": told,
        "p": "0.5",
        "orders_used": 1,
        "head": told,
        "since": since,
    }
    return plan, Entry("a" * 32 + "/work", 1, GENESIS, RECEIVED, told, EntryKind.PLAN_RUN, {"plan": plan.id, **came})


def _forms(document: DocumentId, payload: str) -> Found:
    """Forms whose template and values say the payload."""
    found = forms_of(form(document, name=payload, nationality=payload, blood=payload))
    (kept,) = found.families
    fields = tuple(replace(field, label=payload, wordings=(payload,)) for field in kept.family.fields)
    return replace(found, families=(replace(kept, family=replace(kept.family, title=payload, fields=fields)),))


def test_no_words_of_a_leak_become_markup(hostile: str, payload: str, visitor: Visitor) -> None:
    asked = {
        "id": hostile,
        "other": document_id(f"copy {payload}"),
        "recording": RECORDING,
        "family": FAMILY,
        "card": _card_of(visitor),
        "plan": "guns",
    }
    paths = [screen.format(**asked, payload=quote(payload, errors="replace")) for screen in SCREENS]
    shown = {(path, lang): visitor.get(f"{path}{'&' if '?' in path else '?'}lang={lang}") for path in paths for lang in ("en", "ar")}

    assert {} == {where: faults for where, answer in shown.items() if (faults := _faults(answer))}


def _card_of(visitor: Visitor) -> str:
    (card,) = visitor.get("/cards?format=json").json()["cards"]
    return str(card["card"])


def _faults(answer: httpx.Response) -> list[object]:
    """Return what of an answer a browser would act on, or what hides something, and a status that no screen should have."""
    page = Reader()
    page.feed(answer.text)
    scripts = [script for script in page.scripts if not (script.get("nonce") and (script.get("src") or "").startswith("/static/"))]
    links = [link for link in page.links if link.startswith("//") or not link.startswith(("/", "#"))]
    acting = {"img", "iframe", "style", "base", "math", "object", "embed"} & set(page.tags)
    hiding = {"\u202e", "\u2066", "\x00", "\x1b", "\x9b"} & set(answer.text)
    status = [] if answer.status_code in {200, 400} else [answer.status_code]
    return [*page.handlers, *scripts, *links, *acting, *hiding, *status]


@pytest.mark.parametrize("payload", ["<img src=/x>", "<a onclick=x>", "<a href=//evil.example>", "<script>x</script>", "\u202e"])
def test_what_would_be_markup_is_seen(payload: str) -> None:
    assert [] != _faults(httpx.Response(200, text=payload))


def test_the_title_of_the_window_is_the_name_and_nothing_else(hostile: str, payload: str, visitor: Visitor) -> None:
    page = visitor.get(f"/document/{hostile}").text

    assert 1 == page.count("<title>") == page.count("</title>")


def test_json_and_csv_carry_it_as_data(hostile: str, payload: str, visitor: Visitor) -> None:
    for path in ("/", "/search?q=citadel", f"/document/{hostile}", "/documents"):
        for kind, type in (("json", "application/json"), ("csv", "text/csv; charset=utf-8")):
            answer = visitor.get(f"{path}{'&' if '?' in path else '?'}format={kind}")
            assert (200, type, "nosniff") == (answer.status_code, answer.headers["content-type"], answer.headers["x-content-type-options"])


def test_a_list_becomes_no_markup_either(hostile: str, payload: str, visitor: Visitor) -> None:
    state = visitor.app.state
    with state.openings.read() as case:
        state.openings = replace(state.openings, decide=Notebook(case).decide)
    content = payload.encode("utf-8", "replace").replace(b"\n", b" ")
    answer = visitor.post("/screening", {}, names=content + b"\nhostile\n")
    if answer.status_code == 303:
        answer = visitor.get(answer.headers["location"])
    page = Reader()
    page.feed(answer.text)

    assert answer.status_code in {200, 400}
    assert [] == page.handlers
    assert [] == [script for script in page.scripts if not script.get("nonce")]
    assert {"img", "iframe", "style", "base", "math", "object", "embed"}.isdisjoint(page.tags)


@pytest.mark.parametrize(
    "path", ["/{payload}", "/document/{payload}", "/search?q={payload}", "/search?{payload}=1", "/documents?type={payload}"]
)
def test_an_address_is_escaped_where_it_is_repeated(payload: str, visitor: Visitor, path: str) -> None:
    answer = visitor.get(path.format(payload=quote(payload, safe="", errors="replace")))
    page = Reader()
    page.feed(answer.text)

    assert answer.status_code in {200, 400, 404}
    assert [] == page.handlers
    assert [] == [script for script in page.scripts if not script.get("nonce")]
    assert {"img", "iframe", "style", "base", "math", "object", "embed"}.isdisjoint(page.tags)

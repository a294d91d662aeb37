"""What is true of a letter as it was written: what it says, from the marks in it; null where it does not say so."""

import datetime as dt

from examples.siege.acts.kit import Book
from examples.siege.acts.papers import Act, Paper, Party, Rule
from examples.siege.acts.realm import Row
from examples.siege.acts.series import normal
from examples.siege.acts.threads import PRIVATE
from examples.siege.acts.wording import Wording
from examples.siege.text import Text

_COUNTED = ("report", "pay", "transfer", "evacuate", "list", "summon", "deliver", "withdraw", "appoint", "dismiss")


def tell(paper: Paper, words: Wording, head: Row, lines: list[Text], papers: dict[str, Paper]) -> Row:
    """Return a letter's truth, without where it lies."""
    spans = _spans(lines)
    found = {span["field"]: span["text"] for span in spans}
    days = {field: facts | {"field": field} for field, facts in words.days.items() if field in found}
    acts = [_act(paper, act, place, found, days, head) for place, act in enumerate(paper.acts) if f"acts.{place}" in found]
    if "executor" in found and paper.executor:
        acts.append(_bare("execute", paper.executor, found["executor"], found.get("executor.agent")))
    return {
        "id": paper.id,
        "thread": paper.thread,
        "language": paper.language,
        "side": words.side,
        "office": paper.office,
        "issuer": head.get("issuer") if "issuer.0" in found else None,
        "number": head["number"],
        "number_blank": head["number_blank"],
        "second_number": head["second_number"],
        "serial": paper.number or None,
        "series": None if paper.speech in PRIVATE or not paper.number else f"{paper.office}/{paper.year}",
        "true_day": paper.day.isoformat(),
        "written": head["written"],
        "dates": list(days.values()),
        "place_of_issue": head["place_of_issue"],
        "classification": head["classification"],
        "from": head["from"],
        "addressees": [_party(each, found[f"addressees.{place}"]) for place, each in enumerate(paper.to) if f"addressees.{place}" in found],
        "sent_to": [list(each) for each in paper.to],
        "direction": paper.direction,
        "subject": found.get("subject"),
        "title": found.get("title"),
        "signatory": _signatory(head.get("signatory"), found),
        "stamp": {"office": head["stamp_office"], "text": found["stamp"], "of_another": head["stamp_office"] != paper.office}
        if "stamp" in found
        else None,
        "copies": [
            {
                "office": office,
                "text": found[f"copies.{place}"],
                "purpose": purpose or None,
                "purpose_text": found.get(f"copies.{place}.purpose"),
            }
            for place, (office, purpose) in enumerate(paper.copies)
            if f"copies.{place}" in found
        ],
        "references": [
            _reference(paper, place, found, days, papers, words.book) for place in range(len(paper.refs)) if f"references.{place}" in found
        ],
        "enclosures": [
            {
                "text": found[f"enclosures.{place}"],
                "cited": each.paper or None,
                "letter": each.paper if each.paper and papers[each.paper].survives else None,
            }
            for place, each in enumerate(paper.enclosures)
            if f"enclosures.{place}" in found
        ],
        "speech_act": paper.speech,
        "acts": acts,
        "attendees": [text for field, text in found.items() if field.startswith("attendees.")],
        "person": {"person": paper.person, "text": found["person"]} if "person" in found else None,
        "validity_days": paper.validity if "validity" in found else None,
        "hands": _hands(head.get("hands", []), found, days),
        "received": head.get("received"),
        "ticks": head["ticks"],
        "operation": paper.operation or None,
        "operation_text": found.get("operation"),
        "state": paper.state,
        "state_text": found.get("state"),
        "twin_of": paper.twin_of or None,
        "changed": list(paper.changed),
        "exemplar_of": paper.exemplar_of or None,
        "translation_of": paper.translation_of or None,
        "forged": {"how": list(paper.forged), "after": paper.forged_after} if paper.forged else None,
        "spans": [{key: span[key] for key in ("field", "start", "end")} for span in spans],
    }


def _spans(lines: list[Text]) -> list[Row]:
    """Return all marks with where they are in the text of the letter, lines being joined by line breaks."""
    spans: list[Row] = []
    offset = 0
    for line in lines:
        spans += [
            {"field": mark.what, "start": offset + mark.start, "end": offset + mark.end, "text": line.marked(mark)} for mark in line.marks
        ]
        offset += len(line.words) + 1
    return spans


def _party(party: Party, text: str) -> Row:
    return {"kind": party.kind, "key": party.key, "plural": party.kind == "class", "text": text}


def _act(paper: Paper, act: Act, place: int, found: dict[str, str], days: dict[str, Row], head: Row) -> Row:
    field = f"acts.{place}"

    def told(part: str, party: Party | None) -> Row | None:
        return _party(party, found[f"{field}.{part}"]) if party and f"{field}.{part}" in found else None

    def said(part: str, value: object) -> object:
        return value if f"{field}.{part}" in found else None

    author = act.author or paper.office
    row: Row = {
        "kind": act.kind,
        "force": act.force,
        "instruction": _instruction(act),
        "forbidden": act.force == "forbid",
        "negated": act.force == "not_done",
        "agent": told("agent", act.agent),
        "agent_is_addressee": _falls_to_addressee(act, found) and f"{field}.agent" not in found,
        "authority": None if paper.speech in PRIVATE else author,
        "quoted_from": paper.quotes or None,
        "items": [
            {"item": name, "quantity": quantity, "text": found[f"{field}.items.{nth}"]}
            for nth, (name, quantity) in enumerate(act.items)
            if f"{field}.items.{nth}" in found
        ],
        "sum": said("sum", act.total),
        "persons": [
            {"person": key, "text": found[f"{field}.persons.{nth}"]}
            for nth, key in enumerate(act.persons)
            if f"{field}.persons.{nth}" in found
        ],
        "post": {"office": act.post[0], "post": act.post[1], "text": found[f"{field}.post"]}
        if act.post and f"{field}.post" in found
        else None,
        "place": {"place": act.place, "text": found[f"{field}.place"]} if f"{field}.place" in found else None,
        "from": told("from", act.origin),
        "to": told("to", act.goal),
        "topic": said("topic", act.topic),
        "day": days.get(f"{field}.day"),
        "deadline": _deadline(act.rule, field, found, days, head) if act.rule and f"{field}.deadline" in found else None,
        "text": found[field],
    }
    if f"{field}.to" in found and not row["to"]:
        row["to"] = _party(Party("office", paper.office), found[f"{field}.to"])
    return row


def _bare(kind: str, agent: Party, text: str, agent_text: str | None) -> Row:
    """Return the last item of an order, which only says who is to carry it out."""
    return {
        "kind": kind,
        "force": "order",
        "instruction": "execute",
        "forbidden": False,
        "negated": False,
        "agent": _party(agent, agent_text or ""),
        "agent_is_addressee": False,
        "authority": None,
        "quoted_from": None,
        "items": [],
        "sum": None,
        "persons": [],
        "post": None,
        "place": None,
        "from": None,
        "to": None,
        "topic": None,
        "day": None,
        "deadline": None,
        "text": text,
    }


def _enclosed(text: str, paper: str, papers: dict[str, Paper]) -> Row:
    return {"text": text, "cited": paper or None, "letter": paper if paper and papers[paper].survives else None}


def _falls_to_addressee(act: Act, found: dict[str, str]) -> bool:
    """Return whether somebody is addressed who has to do it or leave it, nobody else being named."""
    return (
        "addressees.0" in found and act.force not in {"done", "not_done", "planned", "received"} and act.kind not in {"appoint", "dismiss"}
    )


def _instruction(act: Act) -> str | None:
    """Return the kind of instruction as it was counted in real papers; None for what only tells."""
    if act.force in {"forbid", "permit", "request"}:
        return act.force
    if act.force in {"done", "not_done", "planned", "received"}:
        return None
    return act.kind if act.kind in _COUNTED else "other"


def _deadline(rule: Rule, field: str, found: dict[str, str], days: dict[str, Row], head: Row) -> Row:
    """Return by when: the rule, and the day if the letter itself tells enough to know it."""
    written = head["written"]
    known = written and written["earliest"] and written["earliest"] == written["latest"]
    resolved = None
    if rule.key == "date":
        resolved = days[f"{field}.deadline.date"]["earliest"]
    elif rule.key in {"within_letter", "within_publication"} and known:
        resolved = (dt.date.fromisoformat(written["earliest"]) + dt.timedelta(days=rule.n)).isoformat()
    return {
        "rule": rule.key,
        "n": rule.n if rule.key not in {"date", "at_once", "date_set", "until_notice", "within_publication"} else None,
        "resolved": resolved,
        "recurring": rule.key in {"every", "week"},
        "text": found[f"{field}.deadline"],
    }


def _reference(paper: Paper, place: int, found: dict[str, str], days: dict[str, Row], papers: dict[str, Paper], book: Book) -> Row:
    reference, field = paper.refs[place], f"references.{place}"
    cited = papers.get(reference.paper)
    number = found.get(f"{field}.number")
    return {
        "kind": cited.speech if cited and cited.speech in book.paper_kinds else "any",
        "author": (cited.office if cited else f"outsider/{reference.outsider}") if f"{field}.author" in found else None,
        "author_text": found.get(f"{field}.author"),
        "number": {"written": number, "normal": normal(number)} if number else None,
        "turned": reference.turned and bool(number) and "/" in normal(number or ""),
        "date": days.get(f"{field}.date"),
        "matter": found.get(f"{field}.matter"),
        "use": reference.use,
        "wrong_by_days": reference.wrong_by if f"{field}.date" in days else 0,
        "cited": reference.paper or None,
        "letter": reference.paper if cited and cited.survives else None,
        "text": found[field],
    }


def _signatory(signatory: Row | None, found: dict[str, str]) -> Row | None:
    if not signatory:
        return None
    name, post = found.get("signatory.name"), found.get("signatory.post")
    if not (name or post):
        return None
    return {
        "person": signatory["person"] if name else None,
        "name": name,
        "post": signatory["post"] if post else None,
        "office": signatory["office"],
        "post_text": post,
    }


def _hands(hands: list[Row], found: dict[str, str], days: dict[str, Row]) -> list[Row]:
    return [
        hand
        | {
            "text": found[f"hands.{place}"],
            "agent_text": found.get(f"hands.{place}.agent"),
            "date": days.get(f"hands.{place}.date"),
            "act": found.get(f"hands.{place}.act"),
        }
        for place, hand in enumerate(hands)
    ]

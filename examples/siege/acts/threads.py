"""Decides which letters there are and what each is about: single ones, orders passed on, operations, appointments, summonses."""

import datetime as dt
from dataclasses import replace
from itertools import count
from random import Random

from examples.siege.acts.doings import Doer, drawn
from examples.siege.acts.papers import Act, Enclosed, Link, Paper, Party, Reference, Rule
from examples.siege.acts.realm import BEGINS, DAYS, Realm, Tenure

#: Threads that are drawn, with weights; operations and appointments come from the world.
THREADS = {"single": 100, "passing": 9, "covering": 5, "summons": 3, "asking": 7, "trading": 3, "leaving": 2}
#: Kinds of single papers: shares of 131 that were read, less what comes in threads.
SPEECHES = {
    "order": 36, "report": 17, "circular": 9, "letter": 14, "notification": 4, "regulation": 4, "decree": 5, "proclamation": 5,
        "request": 2, "permit": 4,
    "receipt": 5, "minutes": 3, "list": 2, "threat": 3, "certificate": 2, "handover": 1, "petition": 1, "testimony": 1, "demand": 1,
        "memorandum": 1, "recommendation": 1,
}  # fmt: skip
#: Papers of a person or between persons: they are in no office's series.
PRIVATE = ("receipt", "petition", "testimony", "threat", "certificate", "handover")
_UPWARD = ("report", "request", "recommendation", "memorandum", "acknowledgement", "completion", "progress")
#: What offices have printed forms for.
_ON_FORMS = ("order", "letter", "request", "notification", "report")
_SHARE_OF_FORMS = 0.07
#: What goes down, to a class of people where no office is below.
_DOWNWARD = ("order", "decree")


class Plot:
    """All papers of a world that were ever issued, and what leads from one to another."""

    def __init__(self, realm: Realm, seed: int) -> None:
        self.realm = realm
        self.papers: list[Paper] = []
        self.links: list[Link] = []
        self._rng = Random(f"{seed}/{realm.kit.name}/plot")
        self._ids = count(1)
        self._threads = count(1)
        self.doer = Doer(realm, self._rng)

    def fill(self, papers: int) -> None:
        """Go on until there are so many papers."""
        for operation in range(len(self.realm.operations)):
            self._operation(operation)
        self._appointments(papers)
        while len(self.papers) < papers:
            getattr(self, f"_{drawn(self._rng, THREADS)}")()

    def new_id(self) -> str:
        """Return the id of a further paper."""
        return f"L{next(self._ids):05}"

    def _paper(self, office: str, speech: str, day: dt.date, **more: object) -> Paper:
        language = self.realm.offices[office].foreign or "ar"
        paper = Paper(self.new_id(), more.pop("thread", "") or self._thread(), day, office, speech, language=language, **more)  # type: ignore[arg-type]  # each name is a field
        self._send(paper)
        self.papers.append(paper)
        return paper

    def _thread(self) -> str:
        return f"T{next(self._threads):05}"

    def _day(self, room: int = 60) -> dt.date:
        return BEGINS + dt.timedelta(days=self._rng.randrange(20, DAYS - room))

    def _send(self, paper: Paper) -> None:
        """Say to whom a paper goes, which way, and who gets a copy."""
        rng, realm = self._rng, self.realm
        office = realm.offices[paper.office]
        if not paper.to and paper.speech not in {
            "receipt",
            "testimony",
            "minutes",
            "list",
            "handover",
            "proclamation",
            "certificate",
            "permit",
            "threat",
        }:
            paper.to, paper.direction = self._recipients(paper, office.side)
        elif paper.to and paper.to[0].kind == "office":
            paper.direction = realm.direction(paper.office, paper.to[0].key)
        if rng.random() < (0.17 if office.side == "group" else 0.12):
            others = [each for each in realm.offices if each != paper.office and realm.offices[each].side == office.side]
            chosen = rng.sample(others, rng.choice((1, 1, 2, 3)))
            paper.copies = tuple((each, rng.choice(("record", "record", "review", "execution", ""))) for each in chosen)

    def _recipients(self, paper: Paper, side: str) -> tuple[tuple[Party, ...], str]:
        """Return to whom a paper goes and whether that is up, down or sideways."""
        rng, realm = self._rng, self.realm
        above, below = realm.offices[paper.office].parent, realm.under(paper.office)
        a_class = (Party("class", self.doer.class_of(side)),)
        if paper.speech in {"circular", "regulation", "notification"}:
            return a_class, "down"
        if paper.speech in _UPWARD and above:
            return (Party("office", above),), "up"
        if paper.speech in _DOWNWARD and not below:
            return a_class, "down"
        if paper.speech not in _DOWNWARD and (paper.speech in {"letter", "demand", *_UPWARD} or not below or rng.random() < 0.1):
            return self._aside(paper.office, side) or (a_class, "down")
        if rng.random() < (0.85 if side == "group" else 0.5):
            return a_class, "down"
        return tuple(Party("office", each) for each in rng.sample(below, min(len(below), rng.choice((1, 1, 1, 2))))), "down"

    def _aside(self, office: str, side: str) -> tuple[tuple[Party, ...], str] | None:
        """Return an outsider or another office of the side; None now and then."""
        rng = self._rng
        if rng.random() < 0.2:
            return (Party("outsider", str(rng.randrange(len(self.realm.kit.outsiders)))),), "sideways"
        other = self.doer.office(side)
        if other == office or rng.random() < 0.3:
            return None
        return (Party("office", other),), self.realm.direction(office, other)

    def _single(self) -> None:
        rng = self._rng
        office = self._any_office()
        speech = drawn(rng, SPEECHES)
        if self.realm.offices[office].foreign and speech not in {"order", "report", "letter", "request", "permit", "receipt"}:
            speech = rng.choice(("letter", "report", "order", "request"))
        self._worded(self._paper(office, speech, self._day()))

    def _any_office(self) -> str:
        """Return an office; those that write another language than Arabic less often than the others together."""
        offices = self.realm.offices
        weights = [{"": 10, "en": 20, "fa": 10}.get(each.foreign, 7) for each in offices.values()]
        return self._rng.choices(list(offices), weights)[0]

    def _worded(self, paper: Paper) -> None:
        """Give a single paper what it is about."""
        rng, doer = self._rng, self.doer
        side = self.realm.offices[paper.office].side
        force = {
            "report": "done",
            "request": "request",
            "demand": "request",
            "permit": "permit",
            "recommendation": "request",
            "petition": "request",
        }
        if paper.speech in {"receipt", "handover"}:
            paper.person = doer.person()
            origin, goal = Party("office", paper.office), Party("office", doer.office(side))
            paper.acts = (Act("deliver", "received", items=doer.items(), origin=origin, goal=goal),)
            return
        if paper.speech in {"certificate", "petition", "testimony", "threat"}:
            paper.person, paper.place = doer.person(), doer.place()
            paper.second_day = paper.day + dt.timedelta(days=rng.randrange(3, 9) * (1 if paper.speech == "threat" else -3))
            acts = {
                "petition": ("request", ""),
                "testimony": ("done", "report"),
                "certificate": ("done", "report"),
                "threat": ("order", "inform"),
            }
            wanted, kind = acts[paper.speech]
            kind = kind or rng.choice(("pay", "repair", "transfer", "deliver"))
            act = doer.act(wanted, kind=kind, day=paper.day, side=side)
            paper.acts = (replace(act, rule=None, agent=None),) if paper.speech in {"petition", "testimony"} else ()
            return
        if paper.speech == "permit":
            paper.person, paper.validity = doer.person(), rng.choice((3, 5, 7, 10, 15, 30))
            acts_ = doer.act("permit", kind="travel", language=paper.language, day=paper.day, side=side)
            paper.acts = (replace(acts_, agent=Party("person", paper.person), items=doer.items() if rng.random() < 0.5 else (), place=""),)
            return
        self._ordered(paper, force.get(paper.speech, ""), side)

    def _ordered(self, paper: Paper, force: str, side: str) -> None:
        """Give a paper its instructions: one, or several as items with one for the executor at the end."""
        rng, doer = self._rng, self.doer
        if paper.speech in {"minutes", "list"}:
            paper.place = doer.place()
        if paper.speech == "minutes":
            paper.second_day = paper.day - dt.timedelta(days=rng.choice((0, 0, 0, 1, 2)))
        several = {"regulation": 1.0, "decree": 0.9, "minutes": 1.0, "proclamation": 0.3}.get(
            paper.speech, 0.06 if side == "group" else 0.25
        )
        number = rng.choice((2, 2, 3, 3, 4, 5, 6)) if rng.random() < several else 1
        if paper.speech == "letter":
            force = rng.choice(("request", "done", "planned"))
        forces = [force] if force else rng.choices(("order", "forbid", "permit", "planned"), (56, 17, 9, 3), k=number)
        one = rng.random() < 0.6
        acts = [
            doer.act(forces[0] if one and number < 3 else rng.choice(forces), language=paper.language, day=paper.day, side=side)
            for _ in range(number)
        ]
        if paper.speech == "list":
            acts = [
                replace(
                    doer.act("planned", kind="list", day=paper.day, side=side),
                    persons=doer.people(rng.randrange(3, 12)),
                )
            ]
        if paper.speech == "report" and rng.random() < 0.15:
            acts[0] = replace(acts[0], force="not_done", day=None)
        paper.acts = tuple(acts)
        paper.style = self._style(paper, number)
        if number > 1 and paper.speech in {"order", "decree", "circular"}:
            paper.executor = rng.choice((Party("class", doer.class_of(side)), Party("office", doer.office(side))))

    def _style(self, paper: Paper, number: int) -> str:
        """Return how a paper with so many acts is set out."""
        if paper.speech == "regulation":
            return "articles"
        if number > 1:
            return "items"
        printed = paper.speech in _ON_FORMS and paper.language in {"ar", "en"}
        return "form" if printed and self._rng.random() < _SHARE_OF_FORMS else "plain"

    def _passing(self) -> None:
        """An order is handed down: each level quotes the first and names those between, all in a week."""
        rng, realm = self._rng, self.realm
        tops = [key for key in realm.offices if self._writing_arabic(key)]
        office, day = rng.choice(tops), self._day()
        below = self._writing_arabic(office)
        first = self._paper(office, "order", day, to=tuple(Party("office", each) for each in rng.sample(below, min(len(below), 2))))
        self._ordered(first, "", realm.offices[office].side)
        first.style, first.executor = "plain", None
        before, steps = [first], rng.choice((1, 1, 2, 3))
        for _ in range(steps):
            office = rng.choice(self._writing_arabic(office) or (office,))
            day += dt.timedelta(days=rng.choice((0, 1, 1, 2)))
            side = realm.offices[office].side
            paper = self._paper(office, "circular", day, thread=first.thread, to=(Party("class", self.doer.class_of(side)),))
            paper.quotes = first.id
            paper.refs += [Reference(each.id, use="quote") for each in before]
            paper.acts = tuple(replace(act, author=act.author or first.office) for act in first.acts)
            self.links.append(Link(paper.id, before[-1].id, "passes_on"))
            before.append(paper)

    def _writing_arabic(self, office: str) -> tuple[str, ...]:
        """Return the offices below one that write Arabic."""
        return tuple(key for key in self.realm.under(office) if not self.realm.offices[key].foreign)

    def _covering(self) -> None:
        """A letter of one sentence; all the matter is in what goes with it."""
        rng = self._rng
        side = rng.choice(("group", "state"))
        office, day = self.doer.office(side), self._day()
        inner = self._paper(office, rng.choice(("list", "minutes", "report")), day)
        self._worded(inner)
        outer = self._paper(office, "covering", day + dt.timedelta(days=rng.choice((0, 0, 1, 2))), thread=inner.thread)
        outer.enclosures = (Enclosed(inner.acts[0].kind if inner.acts else "list", inner.id), *self._loose())
        self.links.append(Link(outer.id, inner.id, "encloses"))

    def _loose(self) -> tuple[Enclosed, ...]:
        """Return perhaps something that is enclosed and not in the world."""
        return (Enclosed(self._rng.choice(("list", "report", "committee"))),) if self._rng.random() < 0.4 else ()

    def _summons(self) -> None:
        day = self._day()
        paper = self._paper(self.doer.office(), "summons", day, to=(Party("person", self.doer.person()),))
        paper.person = paper.to[0].key
        paper.second_day = day + dt.timedelta(days=self._rng.randrange(1, 9))
        paper.acts = (
            Act("summon", "order", agent=Party("person", paper.person), persons=(paper.person,), goal=Party("office", paper.office)),
        )

    def _asking(self) -> None:
        """Somebody asks, perhaps again, and is answered: granted, put off, or with another place than he had named."""
        rng, realm, doer = self._rng, self.realm, self.doer
        side = rng.choice(("group", "state"))
        office = rng.choice([key for key, each in realm.offices.items() if each.side == side and each.parent and not each.foreign])
        above = realm.offices[office].parent
        day = self._day()
        asked = self._paper(office, "request", day, to=(Party("office", above),))
        act = doer.act("request", kind=rng.choice(("pay", "deliver", "repair", "transfer")), day=day, side=side)
        asked.acts = (replace(act, rule=None),)
        last = asked
        if rng.random() < 0.35:
            day += dt.timedelta(days=rng.randrange(10, 40))
            last = self._paper(office, "reminder", day, thread=asked.thread, to=asked.to, acts=(replace(asked.acts[0], force="remind"),))
            last.refs.append(Reference(asked.id))
            self.links.append(Link(last.id, asked.id, "reminds"))
        if rng.random() < 0.75:
            day += dt.timedelta(days=rng.randrange(2, 30))
            force = rng.choices(("permit", "planned", "not_done"), (6, 2, 2))[0]
            granted = replace(asked.acts[0], force=force)
            contradicts = bool(granted.place) and rng.random() < 0.2
            granted = replace(granted, place=doer.place()) if contradicts else granted
            answer = self._paper(above, "answer", day, thread=asked.thread, to=(Party("office", office),), acts=(granted,))
            answer.refs.append(Reference(last.id, use="answer"))
            self.links.append(Link(answer.id, last.id, "contradicts" if contradicts else "answers"))

    def _trading(self) -> None:
        """Goods for goods: a request, a permit for the driver, his receipt, and sometimes the permit used after its time."""
        rng, doer = self._rng, self.doer
        office, day = doer.office("group"), self._day()
        person, here, there = doer.person(), doer.place(), doer.place()
        bought = doer.act("request", kind="trade", day=day)
        asked = self._paper(office, "request", day, acts=(replace(bought, rule=None),))
        permit = self._paper(
            office,
            "permit",
            day + dt.timedelta(days=rng.randrange(1, 6)),
            thread=asked.thread,
            person=person,
            validity=rng.choice((3, 5, 7)),
        )
        permit.acts = (
            Act("travel", "permit", Party("person", person), items=bought.items, origin=Party("place", here), goal=Party("place", there)),
        )
        permit.refs.append(Reference(asked.id, use="per"))
        done = self._paper(office, "receipt", permit.day + dt.timedelta(days=rng.randrange(1, 12)), thread=asked.thread, person=person)
        done.acts = (Act("deliver", "received", items=bought.items, origin=Party("place", there), goal=Party("office", office)),)
        expired = (done.day - permit.day).days > permit.validity
        self.links += [Link(permit.id, asked.id, "permits"), Link(done.id, permit.id, "uses_expired" if expired else "completes")]

    def _leaving(self) -> None:
        """A place is to be left, and who leaves is paid on that condition; the day of leaving is only the one that was set."""
        doer, day = self.doer, self._day()
        office = doer.office("group")
        leave = replace(doer.act("order", kind="evacuate", day=day), rule=Rule("date_set"), agent=None)
        pay = replace(doer.act("order", kind="pay", day=day), rule=Rule("after_act", 1), agent=None)
        paper = self._paper(office, "order", day, acts=(leave, pay), style="items", to=(Party("class", "residents"),))
        paper.executor = Party("office", doer.office("group"))

    def _operation(self, number: int) -> None:
        """An order under a code name, its acknowledgement, reports, and the end or a halt."""
        rng, realm, doer = self._rng, self.realm, self.doer
        operation = realm.operations[number]
        office = operation.office
        side, above = realm.offices[office].side, realm.offices[office].parent
        day = operation.day - dt.timedelta(days=rng.randrange(10, 50))
        kind = rng.choice(("transfer", "evacuate", "deliver", "guard", "withdraw"))
        rule = Rule("date", 0, operation.day) if rng.random() < 0.5 else Rule("date_set")
        act = replace(doer.act("order", kind=kind, day=day, side=side), agent=None, rule=rule)
        act = replace(act, place=operation.place) if act.place else replace(act, goal=Party("place", operation.place))
        order = self._paper(above, "order", day, to=(Party("office", office),), acts=(act,), operation=operation.key)
        told = replace(act, rule=None)
        answered = self._follow(order, office, "acknowledgement", (1, 5), ())
        for _ in range(rng.choice((0, 1, 1, 2))):
            answered = self._follow(
                answered, office, "progress", (4, 20), (replace(told, force=rng.choice(("planned", "done", "not_done"))),), of=order
            )
        if rng.random() < 0.2:
            halt = self._follow(answered, above, "cancellation", (2, 15), (replace(told, force="cancel"),), of=order)
            halt.to = (Party("office", office),)
        else:
            left = max(1, (operation.day - answered.day).days)
            done = replace(told, force="done", day=operation.day if left > 1 and rng.random() < 0.6 else None)
            self._follow(answered, office, "completion", (left, left + 15), (done,), of=order)

    def _follow(
        self, before: Paper, office: str, speech: str, lag: tuple[int, int], acts: tuple[Act, ...], *, of: Paper | None = None
    ) -> Paper:
        """Return the next paper of an operation; it goes back to where the order came from."""
        order = of or before
        day = before.day + dt.timedelta(days=self._rng.randrange(*lag))
        paper = self._paper(
            office, speech, day, thread=before.thread, acts=acts, to=(Party("office", order.office),), operation=order.operation
        )
        if self._rng.random() < 0.75:
            paper.refs.append(Reference(order.id, use="answer" if speech == "acknowledgement" else "alone"))
        kinds = {"acknowledgement": "acknowledges", "progress": "reports", "completion": "completes", "cancellation": "cancels"}
        self.links.append(Link(paper.id, order.id, kinds[speech]))
        return paper

    def _appointments(self, papers: int) -> None:
        """Where a post changed hands there was a paper of it, or two with neighbouring numbers."""
        changes = [pair for pair in zip(self.realm.tenures, self.realm.tenures[1:], strict=False) if self._follows(*pair)]
        self._rng.shuffle(changes)
        for old, new in changes[: max(3, papers // 30)]:
            self._appointed(old, new)

    def _follows(self, old: Tenure, new: Tenure) -> bool:
        return (old.office, old.post) == (new.office, new.post) and not self.realm.offices[new.office].foreign

    def _appointed(self, old: Tenure, new: Tenure) -> None:
        rng, realm = self._rng, self.realm
        office = realm.offices[new.office].parent or new.office
        day = new.first - dt.timedelta(days=rng.choice((0, 0, 1, 2, 5)))
        post = (new.office, new.post)
        dismiss = Act("dismiss", "order", persons=(old.person,), post=post)
        appoint = Act("appoint", "order", persons=(new.person,), post=post)
        to = (
            (Party("office", new.office),)
            if office != new.office and rng.random() < 0.6
            else (Party("class", self.doer.class_of(realm.offices[office].side)),)
        )
        if rng.random() < 0.65:
            more: tuple[Act, ...] = ()
            if realm.offices[office].side == "state" and rng.random() < 0.4:
                more = tuple(self.doer.act("order", kind="transfer", day=day, side="state") for _ in range(rng.randrange(1, 5)))
                more = tuple(replace(act, agent=None, rule=None) for act in more)
            paper = self._paper(office, "appointment", day, to=to, acts=(dismiss, appoint, *more), style="items", tenure=post)
            paper.executor = to[0]
            return
        first = self._paper(office, "dismissal", day, to=to, acts=(dismiss,), tenure=post)
        second = self._paper(office, "appointment", day, thread=first.thread, to=to, acts=(appoint,), tenure=post)
        self.links.append(Link(second.id, first.id, "pairs_with"))

"""Writes one letter out, line by line, with what is true of it."""

import datetime as dt
import re
from random import Random
from typing import NamedTuple

from examples.siege.acts.bodies import Bodies
from examples.siege.acts.dating import Dater
from examples.siege.acts.filling_in import around, fill, marked
from examples.siege.acts.kit import Book
from examples.siege.acts.papers import Paper, Party
from examples.siege.acts.profiles import CALENDARS, CALENDARS_BY_LANGUAGE, PROFILES
from examples.siege.acts.realm import Realm, Row
from examples.siege.acts.series import Registry, like_a_date
from examples.siege.acts.telling import tell
from examples.siege.acts.threads import PRIVATE
from examples.siege.acts.wording import Wording, number_rows
from examples.siege.text import Text, joined

_DATE_SLOT = re.compile(r"[,،]?\s*\{date\}")


class Ruled(NamedTuple):
    """A line of a letter: `style` is print, hand, note or stamp; `align` start, center or end."""

    text: Text
    align: str = "start"
    style: str = "print"
    bold: bool = False


class Letter(NamedTuple):
    """A letter as written, its truth, and the day on which a mail with it went out."""

    lines: tuple[Ruled, ...]
    row: Row
    book: Book
    sent: dt.date


class Scribe:
    """Writes the letters of a world; each from its own seed, so that any can be written alone."""

    def __init__(self, realm: Realm, registry: Registry, papers: dict[str, Paper], seed: int) -> None:
        self._realm, self._registry, self._papers, self._seed = realm, registry, papers, seed

    def write(self, paper: Paper) -> Letter:
        """Return a letter; a translation or a near-twin is written in the manner of its original."""
        manner = paper.twin_of or paper.original
        key = f"{self._seed}/{self._realm.kit.name}/{manner}"
        rng = Random(f"{key}/{paper.language}")
        side = self._realm.offices[paper.office].side
        book = self._realm.kit.books[paper.language]
        calendars = CALENDARS_BY_LANGUAGE.get(paper.language) or CALENDARS[side]
        if paper.translation_of:
            calendars = self._calendar_of(self._papers[paper.translation_of])
        elif "gregorian_alone" in paper.forged:
            calendars = {"gregorian": 1}
        both = 0.0 if "gregorian_alone" in paper.forged or paper.language != "ar" else PROFILES[side]["both"]
        digits, translated = rng.choice(book.dates.digits), bool(paper.translation_of)
        dater = Dater(book.dates, rng, digits, side, calendars, both, f"{self._seed}", translated=translated)
        return _Sheet(Wording(self._realm, self._registry, book, rng, dater, key), paper, self._papers).written()

    def _calendar_of(self, original: Paper) -> dict[str, int]:
        """Return the calendar that a translator finds, the Hijri one where there are both."""
        written = self.write(original).row["written"]
        return {"gregorian": 1} if written and written["calendar"] == "gregorian" else {"hijri": 1}


class _Sheet:
    """One letter while it is written."""

    def __init__(self, words: Wording, paper: Paper, papers: dict[str, Paper]) -> None:
        self.words, self.paper, self.papers = words, paper, papers
        self.rng, self.book, self.realm = words.rng, words.book, words.realm
        self.side = words.side
        self.profile = PROFILES[self.side]
        self.lines: list[Ruled] = []
        self.row: Row = {
            "number": None,
            "number_blank": False,
            "second_number": None,
            "written": None,
            "place_of_issue": None,
            "classification": None,
            "from": None,
        }

    def chance(self, field: str) -> bool:
        """Return whether this letter shows a field; a translation and a near-twin show what the original does."""
        return self.words.draw(field).random() < self.profile[field]

    def written(self) -> Letter:
        """Return the letter."""
        self._head()
        self.words.begin("body")
        bodies = Bodies(self.words, self.paper, self.papers, opening=self.chance("opening"), reason=self.chance("reason"))
        self.lines += [Ruled(text) for text in bodies.lines()]
        self.words.begin("foot")
        self._foot()
        self.words.begin("afterwards")
        self._afterwards()
        row = tell(self.paper, self.words, self.row | {"ticks": bodies.ticks}, [line.text for line in self.lines], self.papers)
        return Letter(tuple(self.lines), row, self.book, self.paper.day + dt.timedelta(days=self.rng.choice((0, 0, 1, 2))))

    def _add(self, text: Text | str, align: str = "start", style: str = "print", *, bold: bool = False) -> None:
        self.lines.append(Ruled(text if isinstance(text, Text) else Text(text), align, style, bold))

    def _head(self) -> None:
        paper, book = self.paper, self.book
        if paper.state in {"draft", "file_copy"} and self.rng.random() < 0.6:
            choices = book.drafts if paper.state == "draft" else book.file_copies
            if choices:
                self._add(marked(self.words.pick(choices), "state"), "end", "note" if paper.state == "draft" else "print")
        private = paper.speech in PRIVATE
        number = None if private else self._number()
        self.words.begin("written")
        shown = {"number": number, "date": self._date()}
        self.words.begin("head")
        order = self.rng.choice(book.heads)
        parts = {
            "org": self._org, "mark": self._mark, "class": self._class, "to": self._to, "subject": self._subject, "title": self._title,
            "greeting": self._greeting, "from": self._from, "place": self._place,
        }  # fmt: skip
        for part in order:
            self.words.begin(part)
            if part in {"number", "date"}:
                if shown[part] is not None:
                    self._labelled(part, shown[part])
            elif part == "numberdate":
                self._number_and_date(shown["number"], shown["date"])
            elif not private or part in {"title", "mark"}:
                parts[part]()

    def _labelled(self, label: str, text: Text | None) -> None:
        if text is not None:
            at = self.rng.choice(("start", "start", "end"))
            template = self.words.pick(self.book.labels[label]) if text.words not in self.book.no_number else "{x}"
            self._add(fill(template, {"x": text}), at)

    def _number_and_date(self, number: Text | None, date: Text | None) -> None:
        blank = number is not None and number.words in self.book.no_number
        if number is not None and date is not None and not blank:
            self._add(fill(self.words.pick(self.book.labels["numberdate"]), {"number": number, "date": date}))
            return
        self._labelled("number", number)
        self._labelled("date", date)

    def _number(self) -> Text | None:
        """Return the number as it is shown, a printed label with nothing behind it, or None."""
        paper = self.paper
        told = paper.number and (self.chance("number") or paper.speech == "circular" or "old_scheme" in paper.forged)
        if not told or "no_number" in paper.forged:
            self.row["number_blank"] = self.chance("number_blank") or paper.state == "draft"
            return Text(self.words.pick(self.book.no_number)) if self.row["number_blank"] else None
        written = self.words.number(self.words.registry.words(paper))
        if "old_scheme" in paper.forged:
            written = self.words.number(f"{paper.number}/{paper.year + 3}/X")
        self.row["number"] = number_rows(written) | {"like_a_date": like_a_date(written)}
        return marked(written, "number")

    def _date(self) -> Text | None:
        paper = self.paper
        if paper.speech == "summons" and not paper.forged and self.words.draw("summons").random() < 0.7:
            return None
        if not self.chance("date") and not paper.forged:
            return None
        written = self.words.dater.own(paper.day, incomplete=self.chance("incomplete") and not paper.forged, form=paper.style == "form")
        self.row["written"] = written.facts
        return marked(written.words, "written")

    def _org(self) -> None:
        keys = self.realm.line_of(self.paper.office)
        keys = keys if self.chance("below_top") else keys[:1]
        names = [self.words.office(key) for key in keys]
        if "old_name" in self.paper.forged:
            names[-1] = self.realm.kit.old_names[self.paper.office][self.book.language]
        self.row["issuer"] = {"office": keys[-1], "lines": names, "hierarchy": list(keys)}
        align = self.rng.choice(("center", "start", "center"))
        for place, name in enumerate(names):
            self._add(marked(name, f"issuer.{place}"), align, bold=place == 0 and align == "center")

    def _mark(self) -> None:
        words = self.words.pick(self.book.marks)
        if words and self.chance("mark"):
            self._add(words, "center")

    def _class(self) -> None:
        if self.chance("class"):
            words = self.words.pick(self.book.labels["class"])
            self.row["classification"] = words
            self._add(marked(words, "classification"), self.rng.choice(("center", "end")), bold=True)

    def _to(self) -> None:
        paper = self.paper
        if not paper.to or not (self.chance("addressee") or paper.speech in {"summons", "covering", "circular", "request"}):
            return
        if paper.speech == "summons" and self.words.draw("summoned").random() < 0.5:
            return
        names = [marked(self.words.party(each), f"addressees.{place}") for place, each in enumerate(paper.to)]
        self._add(fill(self.words.pick(self.book.labels["to"]), {"x": joined(names, self.book.conjunction)}))

    def _from(self) -> None:
        if self.chance("from"):
            post = self.realm.offices[self.paper.office].post
            words = self.words.post(self.paper.office, post)
            self.row["from"] = words
            self._add(fill(self.words.pick(self.book.labels["from"]), {"x": marked(words, "from")}))

    def _place(self) -> None:
        if self.chance("place"):
            words = self.words.party(Party("place", self.words.draw("issued").choice(list(self.realm.places))))
            self.row["place_of_issue"] = words
            self._add(fill(self.words.pick(self.book.labels["place"]), {"x": marked(words, "place_of_issue")}), "end")

    def _subject(self) -> None:
        paper, book = self.paper, self.book
        if not (paper.acts or paper.operation) or not self.chance("subject"):
            return
        if paper.operation and (not paper.acts or self.rng.random() < 0.4):
            code = self.realm.operations[int(paper.operation[1:]) - 1].code
            words = self.words.pick(book.openings["operation_subject"]).format(code=self.realm.kit.operations[code][book.language])
        else:
            act = paper.acts[0]
            words = book.matters[act.kind]
            if act.place and self.rng.random() < 0.4:
                words = f"{words} - {self.realm.places[act.place].written(book.language)}"
        self._add(fill(self.words.pick(book.labels["subject"]), {"x": marked(words, "subject")}), self.rng.choice(("start", "center")))

    def _title(self) -> None:
        paper = self.paper
        titles = self.book.titles.get(paper.speech, ("",))
        words = self.words.pick(titles) if self.chance("title") or paper.speech in {"minutes", "summons", *PRIVATE} else ""
        if words:
            self._add(marked(words, "title"), "center", bold=True)
        if paper.extra:
            number = self.words.number(self.words.registry.words(paper, circular=True))
            self.row["second_number"] = number_rows(number)
            self._add(fill(self.words.pick(self.book.labels["second"]), {"x": marked(number, "second_number")}), "center")

    def _greeting(self) -> None:
        if self.chance("greeting"):
            self._add(self.words.pick(self.book.greetings))

    def _foot(self) -> None:
        paper, book = self.paper, self.book
        closing = self.words.pick(book.closings)
        if closing and paper.speech not in PRIVATE:
            self._add(closing)
        self._signature()
        if paper.enclosures and paper.speech != "covering":
            words = [self.words.pick(book.enclosures).format(matter=book.matters[each.words]) for each in paper.enclosures]
            texts = [marked(each, f"enclosures.{place}") for place, each in enumerate(words)]
            self._add(fill(self.words.pick(book.labels["enclosure"]), {"x": joined(texts, book.comma)}))
        if paper.copies:
            self._add(self.words.pick(book.labels["copy"]))
        for place, (office, purpose) in enumerate(paper.copies):
            slots = {"office": marked(self.words.office(office), f"copies.{place}")}
            if purpose:
                slots["purpose"] = marked(self.words.pick(book.purposes[purpose]), f"copies.{place}.purpose")
            self._add(fill(book.copy_line, slots))

    def _signature(self) -> None:
        """Who signs is who sends; in half of the groups' papers only his post, his office or its stamp tells who that is."""
        paper = self.paper
        office = self.realm.offices[paper.office]
        if paper.speech in PRIVATE:
            if paper.speech != "threat" and self.words.draw("signed").random() < 0.7:
                stranger = self.words.draw("certifier").choice(list(self.realm.people))
                person = stranger if paper.speech == "certificate" else paper.person
                self._add(marked(self.words.person(person, how="usual"), "signatory.name"), "end", "hand")
                self.row["signatory"] = {"person": person, "post": None, "office": None}
            return
        wrong = "wrong_signer" in paper.forged
        if paper.state == "draft" or not (self.chance("signed") or wrong):
            return
        post = office.post if self.words.draw("post").random() < 0.8 else office.second
        person = self.realm.holder(office.key, post, paper.day)
        if wrong:
            person = next(each for each in self.realm.people if each != person)
        unnamed = self.chance("unnamed") and not wrong
        self.row["signatory"] = {"person": None if unnamed else person, "post": post, "office": office.key}
        if not unnamed:
            self._add(
                marked(self.words.person(person, how="signed"), "signatory.name"), "end", "hand" if self.rng.random() < 0.3 else "print"
            )
        if not unnamed or not self.chance("stamp") or self.words.draw("post_told").random() < 0.5:
            self._add(marked(self.words.post(office.key, post), "signatory.post"), "end")
            if unnamed:
                return
        if unnamed or self.chance("stamp"):
            key = self._colleague() if self.chance("other_stamp") else office.key
            self.row["stamp_office"] = key
            template = self.words.pick(self.book.stamps)
            self._add(fill(template, {"office": marked(self.words.office(key), "stamp")}), "end", "stamp")

    def _colleague(self) -> str:
        """Return another office of the same side."""
        return self.words.draw("colleague").choice(
            [key for key, each in self.realm.offices.items() if key != self.paper.office and each.side == self.side]
        )

    def _afterwards(self) -> None:
        """What others wrote on the paper later, or before: the register of who received it, added hands."""
        paper, words, book = self.paper, self.words, self.book
        if paper.state == "received" and book.received:
            office = next(party.key for party in paper.to if party.kind == "office")
            serial, day = words.registry.incoming.get((office, paper.original), (0, paper.day))
            if serial:
                number, written = words.number(str(serial)), words.dater.plain(day, "received")
                words.days["received.date"] = written.facts
                self.row["received"] = {"office": office, "number": number_rows(number)}
                slots = {"number": marked(number, "received.number"), "date": marked(written.words, "received.date")}
                self._add(around(fill(words.pick(book.received), slots), "received"), "end", "stamp")
        if (
            book.hands
            and ((paper.speech == "summons" and self.words.draw("told").random() < 0.6) or self.chance("hand"))
            and not paper.forged
        ):
            self._hand()

    def _hand(self) -> None:
        paper, words = self.paper, self.words
        rng = words.draw("hand_kind")
        kind = "receipt" if paper.speech == "summons" else rng.choices(("order", "request", "initials"), (5, 2, 2))[0]
        by = -rng.choice((0, 1, 1, 2)) if kind == "initials" else rng.choice((0, 1, 1, 2, 4, 9))
        day = paper.day + dt.timedelta(days=by)
        written = words.dater.plain(day, "hand")
        slots: dict[str, Text | str] = {}
        if rng.random() < 0.8:
            words.days["hands.0.date"] = written.facts
            slots["date"] = marked(written.words, "hands.0.date")
        agent = Party("person", rng.choice(list(self.realm.people))) if kind == "receipt" else Party("office", self._colleague())
        slots["agent"] = marked(words.party(agent), "hands.0.agent")
        acts = [act for act in paper.acts if act.kind in {"pay", "deliver", "repair", "transfer"}]
        if kind == "request" and not acts:
            kind = "order"
        if kind == "request":
            slots["m"] = slots["v"] = words.deed(acts[0], "hands.0.act")
        template = words.pick(self.book.hands[kind])
        template = template if "date" in slots else _DATE_SLOT.sub("", template)
        text = around(fill(template, slots), "hands.0")
        self.row["hands"] = [{"kind": kind, "agent": {"kind": agent.kind, "key": agent.key}, "true_day": day.isoformat()}]
        self._add(text, rng.choice(("start", "end")), "note")

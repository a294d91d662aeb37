"""What stands between the head of a letter and its foot: one matter, told in the way of its kind."""

from collections.abc import Callable

from examples.siege.acts.filling_in import around, capital, fill, marked
from examples.siege.acts.papers import Paper, Party
from examples.siege.acts.realm import Row
from examples.siege.acts.wording import Wording
from examples.siege.text import Composer, Text, joined


class Bodies:
    """The body of one letter.

    Attributes:
        ticks: Of a form: its labels, what may be ticked and what is.
    """

    def __init__(self, words: Wording, paper: Paper, papers: dict[str, Paper], *, opening: bool, reason: bool) -> None:
        self.words, self.paper, self.papers = words, paper, papers
        self.book, self.rng = words.book, words.rng
        self._opening, self._reason = opening, reason
        self.ticks: list[Row] = []

    def lines(self) -> list[Text]:
        """Return the paragraphs."""
        ways: dict[str, Callable[[], list[Text]]] = {
            "permit": self._permit, "minutes": self._minutes, "list": self._list, "covering": self._covering, "summons": self._dated,
            "threat": self._dated, "testimony": self._dated, "certificate": self._dated, "petition": self._petition, "receipt": self._goods,
            "handover": self._goods, "acknowledgement": self._acknowledged, "proclamation": self._announced, "regulation": self._announced,
        }  # fmt: skip
        lines = (
            [self.words.pick(self.book.openings[self.paper.direction])]
            if self._opening and self.paper.direction in self.book.openings
            else []
        )
        told = ways[self.paper.speech]() if self.paper.speech in ways and self.paper.speech in self.book.papers else self._ordinary()
        return [*(Text(line) for line in lines), *told]

    def _template(self, **slots: Text | str) -> Text:
        return fill(self.words.pick(self.book.papers[self.paper.speech]), slots)

    def _reference_lines(self) -> list[Text]:
        """Return sentences that only say what a letter refers to or answers."""
        lines = []
        for use in ("answer", "alone"):
            refs = [(place, each) for place, each in enumerate(self.paper.refs) if each.use == use]
            if refs:
                lines.append(fill(self.words.pick(self.book.refs[use]), {"refs": self.words.references(refs, self.papers)}))
        return lines

    def _grounds(self) -> Text | None:
        """Return what stands before the first instruction: what it rests on, or why it is given."""
        refs = [(place, each) for place, each in enumerate(self.paper.refs) if each.use == "per"]
        if refs:
            return fill(self.words.pick(self.book.refs["per"]), {"refs": self.words.references(refs, self.papers)})
        if not self._reason or not self.paper.acts or self.paper.acts[0].force in {"done", "not_done"}:
            return None
        act = self.paper.acts[0]
        reasons = self.book.reasons.get(act.force if act.force == "forbid" else act.kind) or self.book.reasons["any"]
        return Text(self.words.pick(reasons if self.rng.random() < 0.6 else self.book.reasons["any"]))

    def _ordinary(self) -> list[Text]:
        paper = self.paper
        lines = self._reference_lines()
        if paper.style == "form":
            lines += self._form()
        if paper.quotes:
            return [*lines, self._quoted()]
        if paper.style in {"items", "articles"} and len(paper.acts) > 1:
            return [*lines, *self._items()]
        return [*lines, *self._sentences()]

    def _code(self) -> str:
        if not self.paper.operation:
            return ""
        number = self.words.realm.operations[int(self.paper.operation[1:]) - 1].code
        return self.words.realm.kit.operations[number][self.book.language]

    def _sentences(self) -> list[Text]:
        """Return each act as a sentence, the grounds before the first."""
        lines, grounds = [], self._grounds()
        code = self._code() if self.rng.random() < 0.8 else ""
        for place, act in enumerate(self.paper.acts):
            text = self.words.act(act, f"acts.{place}", operation=code if place == 0 else "")
            if place == 0 and grounds:
                composer = Composer()
                composer.add_text(capital(grounds))
                composer.add(self.book.comma)
                composer.add_text(_lowered(text))
                text = composer.text()
            lines.append(joined([capital(text), Text(".")], ""))
        return lines

    def _items(self) -> list[Text]:
        paper, book = self.paper, self.book
        grounds = self._grounds()
        tells = paper.acts[0].force in {"done", "not_done", "planned", "request"}
        opening = Text(self.words.pick(book.openings["items_told" if tells else "items"]))
        lines = [joined([capital(grounds), _lowered(opening)], book.comma) if grounds else opening]
        template = self.words.pick(book.articles if paper.style == "articles" else book.item)
        for place, act in enumerate(paper.acts):
            words = capital(self.words.act(act, f"acts.{place}", item=True))
            lines.append(fill(template, {"numeral": book.numerals[place], "words": words}))
        if paper.executor:
            agent = marked(self.words.party(paper.executor), "executor.agent")
            words = around(fill(self.words.pick(book.executor), {"agent": agent}), "executor")
            lines.append(fill(template, {"numeral": book.numerals[len(paper.acts)], "words": capital(words)}))
        return lines

    def _quoted(self) -> Text:
        """Return an order of another office within the words of whoever passes it on; those between are recited."""
        paper, words = self.paper, self.words
        chain = [place for place, each in enumerate(paper.refs) if each.use == "quote"]
        cited = [words.reference(paper.refs[place], f"references.{place}", self.papers) for place in chain]
        acts = [words.act(act, f"acts.{place}") for place, act in enumerate(paper.acts)]
        return fill(words.pick(self.book.quotes), {"ref": joined(cited, self.book.levels), "words": joined(acts, self.book.comma)})

    def _form(self) -> list[Text]:
        """Return printed labels with boxes: what is ticked first decides whether the paper orders or asks; another office's are blank."""
        lines = []
        force = self.paper.acts[0].force if self.paper.acts else "order"
        for place, (label, choices) in enumerate(self.book.ticks):
            chosen = {0: 1 if force == "request" else 2 if force in {"done", "planned", "not_done"} else 0}.get(
                place, self.words.draw(f"tick{place}").randrange(len(choices))
            )
            ticked = choices[chosen] if place < 2 else ""
            boxes = "   ".join(f"{'☒' if choice == ticked else '☐'} {choice}" for choice in choices)
            lines.append(around(Text(f"{label}: {boxes}"), f"ticks.{place}"))
            self.ticks.append({"label": label, "choices": list(choices), "ticked": ticked or None})
        return lines

    def _permit(self) -> list[Text]:
        act = self.paper.acts[0]
        slots = self.words.slots(act, "acts.0") | {"person": marked(self.words.person(self.paper.person), "acts.0.agent")}
        validity = self.words.number(self.words.pick(self.book.validity).format(n=self.paper.validity))
        refs = self._reference_lines()
        return [*refs, around(self._template(**slots), "acts.0"), marked(validity, "validity")]

    def _day(self) -> Text:
        day = self.paper.second_day or self.paper.day
        written = self.words.dater.plain(day, "event")
        self.words.days["event.date"] = written.facts
        return marked(written.words, "event.date")

    def _minutes(self) -> list[Text]:
        people = list(self.words.realm.people)
        names = [
            marked(self.words.person(each), f"attendees.{place}")
            for place, each in enumerate(self.words.draw("attendees").sample(people, self.words.draw("how_many").randrange(3, 6)))
        ]
        place = marked(self.words.realm.places[self.paper.place].written(self.book.language), "place")
        head = self._template(date=self.words.event(self._day()), place=place, persons=joined(names, self.book.comma))
        return [head, *self._items()[1:]] if len(self.paper.acts) > 1 else [head, *self._sentences()]

    def _list(self) -> list[Text]:
        act = self.paper.acts[0]
        head = around(self._template(topic=marked(self.book.topics[act.topic], "acts.0.topic")), "acts.0")
        rows = []
        for place, person in enumerate(act.persons):
            name = marked(self.words.person(person, how="full"), f"acts.0.persons.{place}")
            rows.append(joined([Text(f"{self.words.number(str(place + 1))}- "), name], ""))
        return [head, *rows]

    def _covering(self) -> list[Text]:
        book = self.book
        words = [self.words.pick(book.enclosures).format(matter=book.matters[each.words]) for each in self.paper.enclosures]
        texts = [marked(each, f"enclosures.{place}") for place, each in enumerate(words)]
        return [*self._reference_lines(), self._template(enclosure=joined(texts, book.conjunction))]

    def _dated(self) -> list[Text]:
        """Return a paper about one person, with the day of what happened or when he is to come."""
        paper, words = self.paper, self.words
        act = paper.acts[0] if paper.acts else None
        topic = act.topic if act else ""
        slots: dict[str, Text | str] = {
            "person": marked(words.person(paper.person, how="full"), "person"), "short": marked(words.person(paper.person, how="short"),
                "person_again"),
            "to": marked(words.office(paper.office), "acts.0.to"), "topic": marked(words.book.topics[topic],
                "acts.0.topic") if topic else "",
            "place": marked(words.realm.places[paper.place].written(self.book.language), "place") if paper.place else "",
        }  # fmt: skip
        template = words.pick(self.book.papers[paper.speech])
        if "{date}" in template or "{until}" in template:
            day = self._day()
            slots |= {"date": self.words.event(day), "until": day}
        text = fill(template, slots)
        return [around(text, "acts.0") if act else text]

    def _petition(self) -> list[Text]:
        paper, words = self.paper, self.words
        person = marked(words.person(paper.person, how="full"), "person")
        place = marked(words.realm.places[paper.place].written(self.book.language), "place")
        return [self._template(person=person, place=place, m=words.deed(paper.acts[0], "acts.0"))]

    def _goods(self) -> list[Text]:
        act = self.paper.acts[0]
        slots = self.words.slots(act, "acts.0") | {"person": marked(self.words.person(self.paper.person, how="full"), "acts.0.agent")}
        return [around(self._template(**slots), "acts.0")]

    def _acknowledged(self) -> list[Text]:
        return [*self._reference_lines(), self._template()]

    def _announced(self) -> list[Text]:
        place = marked(self.words.party(self._anywhere()), "place")
        head = self._template(place=place)
        if len(self.paper.acts) > 1:
            return [head, *self._items()[1:]]
        return [head, *self._sentences()]

    def _anywhere(self) -> Party:
        return Party("place", self.words.draw("anywhere").choice(list(self.words.realm.places)))


def _lowered(text: Text) -> Text:
    """Return a text that begins small, for the middle of a sentence."""
    second = text.words[1:2]
    first = text.words[:1] if second.isupper() or text.words.startswith("I ") else text.words[:1].lower()
    return Text(first + text.words[1:], text.marks)

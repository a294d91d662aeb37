"""Words for one letter: parties, deeds, references, deadlines, in its language, its digits and its hand."""

import datetime as dt
from random import Random

from examples.siege.acts.dating import Dater
from examples.siege.acts.filling_in import around, capital, fill, form_of, marked
from examples.siege.acts.kit import Book
from examples.siege.acts.papers import Act, Paper, Party, Reference, Rule
from examples.siege.acts.realm import Realm, Row
from examples.siege.acts.series import Registry, normal, turned
from examples.siege.text import Composer, Text, joined

#: Of the group's people, so many are named by an honorific alone.
_SHARE_ALONE = 0.05


class Wording:
    """Words of one letter."""

    def __init__(self, realm: Realm, registry: Registry, book: Book, rng: Random, dater: Dater, key: str) -> None:
        self.realm, self.registry, self.book, self.rng, self.dater = realm, registry, book, rng, dater
        self.language = book.language
        self.side = dater.side
        self._key = key
        self.field_name = self.draw("field_name").random() < 0.6
        #: Days written so far by the field they are in.
        self.days: dict[str, Row] = {}

    def draw(self, name: str) -> Random:
        """Return chance for one thing that is the same in a letter, its near-twins and its translations."""
        return Random(f"{self._key}/{name}")

    def begin(self, part: str) -> None:
        """Start a part of the letter, so that nothing before it has an influence on how it is worded."""
        self.rng.seed(f"{self._key}/{self.language}/{part}")

    def pick(self, choices: tuple[str, ...]) -> str:
        """Return one of several wordings."""
        return self.rng.choice(choices)

    def office(self, key: str) -> str:
        """Return an office's own name."""
        names = self.realm.offices[key].names
        return names.get(self.language) or names["en" if not self.book.rtl else "ar"]

    def person(self, key: str, *, how: str = "") -> str:
        """Return somebody as this letter calls people: "full", "short" or "usual"."""
        each = self.realm.people[key]
        if how == "full":
            return each.full.written(self.language)
        if how == "short":
            return each.variant.written(self.language)
        alone = self.book.labels.get("alone", ())
        if alone and not how and self.side == "group" and self.draw(f"{key}/alone").random() < _SHARE_ALONE:
            return self.draw(f"{key}/which").choice(alone)
        name = each.kunya if self.side == "group" and self.field_name and how != "usual" else each.usual
        return name.written(self.language)

    def post(self, office: str, post: str) -> str:
        """Return a post, in half of the cases with its office."""
        name = self.book.posts[post]
        return name if self.rng.random() < 0.5 else self.pick(self.book.labels["post_of"]).format(post=name, office=self.office(office))

    def party(self, party: Party) -> str:
        """Return somebody or some place."""
        match party.kind:
            case "office":
                return self.office(party.key)
            case "person":
                return self.pick(self.book.honorific) + self.person(party.key)
            case "class":
                return self.book.classes[party.key]
            case "place":
                return self.realm.places[party.key].written(self.language)
        names = self.realm.kit.outsiders[int(party.key)]
        return names.get(self.language) or names["en" if not self.book.rtl else "ar"]

    def number(self, words: str) -> str:
        """Return a number with this letter's digits."""
        return self.dater.digit(words)

    def act(self, act: Act, field: str, *, item: bool = False, operation: str = "") -> Text:
        """Return what an act says, marked as `field`, its parts below it."""
        slots = self.slots(act, field)
        force = "item" if item and act.force == "order" else act.force
        key = f"{force}:agent" if act.agent and f"{force}:agent" in self.book.frames else force
        if key == force:
            slots = {name: value for name, value in slots.items() if name != "agent"}
        text = self._framed(act, key, slots)
        pieces = [text]
        if act.rule:
            pieces.insert(0 if self.book.rule_first else 1, self.rule(act.rule, f"{field}.deadline"))
        if act.day:
            written = self.dater.plain(act.day, "event")
            self.days[f"{field}.day"] = written.facts
            pieces.insert(0 if self.book.rule_first else 1, self.event(marked(written.words, f"{field}.day")))
        if operation:
            pieces.append(fill(self.pick(self.book.openings["operation"]), {"code": marked(operation, "operation")}))
        return around(joined(pieces, " "), field)

    def _framed(self, act: Act, key: str, slots: dict[str, Text]) -> Text:
        deed = self.pick(self.book.deeds[act.kind])
        noun = fill(form_of(deed, 0) or deed, slots)
        infinitive = fill(form_of(deed, 1), slots) if form_of(deed, 1) else noun
        passive = fill(form_of(deed, 2), slots) if form_of(deed, 2) else None
        frames = [frame for frame in self.book.frames[key] if passive or "{p}" not in frame]
        values = slots | {"m": noun, "v": infinitive, "M": capital(noun), "V": capital(infinitive), "p": passive or noun}
        return fill(self.rng.choice(frames), values)

    def deed(self, act: Act, field: str) -> Text:
        """Return a deed as a noun alone, marked as `field`."""
        deed = self.pick(self.book.deeds[act.kind])
        return around(fill(form_of(deed, 0) or deed, self.slots(act, field)), field)

    def slots(self, act: Act, field: str) -> dict[str, Text]:
        """Return the parts of an act in words, marked below `field`."""
        told: dict[str, str] = {
            "sum": self.number(self.pick(self.book.money).format(n=act.total)) if act.total else "",
            "place": self.realm.places[act.place].written(self.language) if act.place else "",
            "from": self.party(act.origin) if act.origin else "",
            "to": self.party(act.goal) if act.goal else "",
            "topic": self.book.topics[act.topic] if act.topic else "",
            "agent": self.party(act.agent) if act.agent else "",
            "post": self.post(*act.post) if act.post else "",
        }
        slots = {name: marked(words, f"{field}.{name}") for name, words in told.items() if words}
        if act.items:
            slots["items"] = self.items(act.items, field)
        if act.persons:
            slots["persons"] = self.persons(act.persons, field)
        return slots

    def items(self, items: tuple[tuple[str, int], ...], field: str) -> Text:
        """Return things with how many of each."""
        words = [self.number(self.book.items[name].format(n=quantity)) for name, quantity in items]
        return joined([marked(each, f"{field}.items.{place}") for place, each in enumerate(words)], self.book.conjunction)

    def persons(self, persons: tuple[str, ...], field: str) -> Text:
        """Return people one after the other."""
        words = [self.pick(self.book.honorific) + self.person(each) for each in persons]
        gap = self.book.conjunction if len(persons) < 3 else self.book.comma
        return joined([marked(each, f"{field}.persons.{place}") for place, each in enumerate(words)], gap)

    def rule(self, rule: Rule, field: str) -> Text:
        """Return by when, marked."""
        template = self.pick(self.book.when[rule.key])
        day: Text | str = ""
        if rule.key == "date" and rule.day:
            written = self.dater.plain(rule.day, "deadline")
            self.days[f"{field}.date"] = written.facts
            day = marked(written.words, f"{field}.date")
        weekday = self.book.dates.weekdays[rule.n % 7] if rule.key == "week" else ""
        return around(fill(template, {"n": self.number(str(rule.n)), "date": day, "day": weekday}), field)

    def event(self, day_words: Text) -> Text:
        """Return the day of an event with what stands before it."""
        return fill(self.book.dates.on, {"date": day_words})

    def references(self, refs: list[tuple[int, Reference]], papers: dict[str, Paper]) -> Text:
        """Return cited papers; one of the same author and kind as the one before shares its head."""
        composer = Composer()
        before: tuple[str, str] | None = None
        for place, (index, reference) in enumerate(refs):
            cited = papers.get(reference.paper)
            author = cited.office if cited else str(reference.outsider)
            head = (author, cited.speech if cited else "any")
            shares = head == before
            text = self.reference(reference, f"references.{index}", papers, shared=shares)
            composer.add(self.book.conjunction if place and text.words[:1] != self.book.shared[0][1:2] else "")
            composer.add_text(text)
            before = head
        return composer.text()

    def reference(self, reference: Reference, field: str, papers: dict[str, Paper], *, shared: bool = False) -> Text:
        """Return one cited paper, marked."""
        cited = papers.get(reference.paper)
        number = self.registry.words(cited) if cited and cited.number else reference.number
        day = cited.day if cited else reference.day
        day = day + dt.timedelta(days=reference.wrong_by) if day else None
        left = reference.left_out
        slots: dict[str, Text | str] = {"kind": self.book.paper_kinds.get(cited.speech if cited else "any", self.book.paper_kinds["any"])}
        shared = shared and bool(number) and "number" not in left
        if number and "number" not in left:
            words = self.number(turned(number) if reference.turned else number)
            slots["number"] = marked(words, f"{field}.number")
        if day and "date" not in left:
            written = self.dater.plain(day, "reference")
            self.days[f"{field}.date"] = written.facts
            slots["date"] = marked(written.words, f"{field}.date")
        bare = "number" not in slots and "date" not in slots
        if not shared and ("author" not in left or bare):
            author = Party("office", cited.office) if cited else Party("outsider", str(reference.outsider))
            slots["author"] = marked(self.party(author), f"{field}.author")
        matter = self.book.matters.get(cited.acts[0].kind) if cited and cited.acts else None
        if matter and (bare or self.rng.random() < 0.15):
            slots["matter"] = marked(matter, f"{field}.matter")
        return around(fill(self.pick(self.book.shared if shared else self.book.ref), slots), field)


def number_rows(written: str) -> Row:
    """Return a number as written and in its normal form."""
    return {"written": written, "normal": normal(written)}

"""Arabic letters: head, body and foot, with the planted names in any of them."""

from dataclasses import dataclass, replace
from random import Random

from examples.siege import phrases_ar_daily as daily
from examples.siege import phrases_drawn as drawn
from examples.siege.cast import Cast
from examples.siege.dates import any_day, write_arabic_date
from examples.siege.document import Document, Letter
from examples.siege.fill import Filler, naming
from examples.siege.operations import ROLES, Operation
from examples.siege.people import Asked, Name, write_post
from examples.siege.phrases_ar import WAR_TOPICS, Topic
from examples.siege.text import Composer, Text, joined, paragraphs
from examples.siege.wanted import Plant

TOPICS = (*WAR_TOPICS, *daily.DAILY_TOPICS)
SENTENCES = tuple(sentence for topic in TOPICS for sentence in topic.sentences)


@dataclass(frozen=True, slots=True)
class Brief:
    """What a document has to hold.

    Attributes:
        key: Unique in the leak; becomes the letter's id.
        plants: Names to put in.
        sentences: How many others, roughly.
        operation: The chain it belongs to and which of its letters it is, or None.
    """

    key: str
    plants: tuple[Plant, ...]
    sentences: int
    operation: tuple[Operation, str] | None = None


def make_letter(rng: Random, cast: Cast, brief: Brief) -> Document:
    """Return a letter of one page."""
    topic = rng.choice(TOPICS)
    operation, role = brief.operation or (None, "")
    letter = _dated(rng, cast, operation=operation, role=role)
    eastern = rng.random() < 0.75
    filler = Filler(rng, cast, "ar", letter.day, eastern=eastern, fixed=operation.fixed if operation else None)
    sender, recipient, inside = _parties(rng, cast, brief)
    letter, head = _head(filler, letter, sender=sender, recipient=recipient, subject=rng.choice(topic.subjects))
    order, letter = _instruction(filler, topic, letter, operation=operation)
    body = _body(filler, topic, order=order, plants=inside, count=brief.sentences)
    text = joined((head, body, _foot(filler)), "\n")
    letter = replace(letter, id=f"L{brief.key}")
    return Document((text,), "ar", title=f"كتاب رقم {letter.number}", day=letter.day, letter=letter)


def make_note(rng: Random, cast: Cast, brief: Brief) -> Document:
    """Return the body of an Arabic mail; its title is the subject."""
    topic, day = rng.choice(TOPICS), any_day(rng)
    filler = Filler(rng, cast, "ar", day, eastern=rng.random() < 0.3)
    body = _body(filler, topic, order=None, plants=brief.plants, count=brief.sentences)
    text = joined((Text(rng.choice(daily.OPENINGS)), body, _foot(filler)), "\n")
    return Document((text,), "ar", title=f"{rng.choice(topic.subjects)} {rng.randrange(10, 999)}", day=day)


def _parties(rng: Random, cast: Cast, brief: Brief) -> tuple[Name, Name, tuple[Plant, ...]]:
    """Return sender, recipient and the plants that are left for the body."""
    if brief.operation:
        operation, role = brief.operation
        pair = (operation.chief, operation.field_officer)
        return (*(pair if role == "order" else pair[::-1]), brief.plants)
    sender, recipient = rng.sample(cast.people, 2)
    first = next((plant for plant in brief.plants if plant.kind == "full" and not plant.latin), None)
    if first and rng.random() < 0.35:
        inside = tuple(plant for plant in brief.plants if plant is not first)
        return (first, recipient, inside) if rng.random() < 0.3 else (sender, first, inside)
    return sender, recipient, brief.plants


def _dated(rng: Random, cast: Cast, *, operation: Operation | None, role: str) -> Letter:
    """Return the letter with number, day and place; what is written about them comes later."""
    if operation:
        which = ROLES.index(role)
        number, day, place = operation.numbers[which], operation.days[which], operation.fixed.place
    else:
        number, day, place, role = rng.randrange(100, 4000), any_day(rng), rng.choice(cast.places), "letter"
    return Letter("", role, "", "", number, day, "", place, None, None, operation.id if operation else None)


def _head(filler: Filler, letter: Letter, *, sender: Name, recipient: Name, subject: str) -> tuple[Letter, Text]:
    rng = filler.rng
    number = Text(f"{rng.choice(('العدد', 'الرقم', 'رقم الكتاب'))}: {filler.digits(letter.number)}")
    date = Composer()
    date.add(rng.choice(("التاريخ: ", "بتاريخ: ", "في: ")))
    label = len(date.text().words)
    write_arabic_date(date, rng, day=letter.day, eastern=filler.eastern, vague=False)
    written_from, written_to = _party(filler, sender), _party(filler, recipient)
    lines = [
        rng.choice(filler.cast.groups).text(rng, "ar"),
        rng.choice(filler.cast.units).text(rng, "ar"),
        *((number, date.text()) if rng.random() < 0.6 else (date.text(), number)),
        joined((Text(rng.choice(("من: ", "المرسل: "))), written_from), ""),
        joined((Text(rng.choice(("إلى: ", "المرسل إليه: "))), written_to), ""),
        Text(f"الموضوع: {subject}"),
        joined((Text("المكان: " if rng.random() < 0.7 else "حرر في "), letter.place.text(rng, "ar")), ""),
        Text(rng.choice(daily.OPENINGS)),
    ]
    told = replace(letter, sender=written_from.words, recipient=written_to.words, date_words=date.text().words[label:])
    return told, joined(lines, "\n")


def _party(filler: Filler, name: Name) -> Text:
    composer = Composer()
    name.write(composer, filler.rng, Asked("nom", "ar"))
    return composer.text()


def _instruction(filler: Filler, topic: Topic, letter: Letter, *, operation: Operation | None) -> tuple[Text | None, Letter]:
    """Return the sentence that the letter is about, if it has one, and the letter that knows it."""
    if operation:
        text = filler.sentence(getattr(operation.script, letter.role) + ".")
        is_order = letter.role == "order"
        told = replace(letter, instruction=text.words if is_order else None, instruction_kind=operation.script.kind)
        return text, told
    if filler.rng.random() < 0.45:
        text = filler.sentence(filler.rng.choice(topic.instructions))
        return text, replace(letter, role="order", instruction=text.words, instruction_kind=topic.code)
    return None, letter


def _body(filler: Filler, topic: Topic, *, order: Text | None, plants: tuple[Plant, ...], count: int) -> Text:
    rng = filler.rng
    share, others = (2, drawn.ARABIC) if filler.cast.number else (3, SENTENCES)
    own = rng.sample(topic.sentences, min(len(topic.sentences), max(2, count * share // 5)))
    templates = own + rng.sample(others, max(1, count - len(own)))
    sentences = [filler.sentence(template) for template in dict.fromkeys(templates)]
    for plant in plants:
        sentences.insert(rng.randrange(len(sentences) + 1), _planted(filler, topic, plant))
    if order:
        sentences.insert(rng.randrange(min(3, len(sentences))), order)
    blocks = paragraphs(rng, sentences)
    if topic.code in {"armoury", "withdrawal"} and rng.random() < 0.5:
        blocks += [filler.sentence("- {arms}") for _ in range(rng.randrange(3, 6))]
    return joined(blocks, "\n")


def _planted(filler: Filler, topic: Topic, plant: Plant) -> Text:
    rng = filler.rng
    if plant.kind == "not_a_name":
        return filler.sentence(rng.choice(daily.NORTH_SENTENCES))
    if plant.latin:
        return filler.sentence(rng.choice(daily.PASSPORT_SENTENCES), plant)
    return filler.sentence(rng.choice(naming(topic.sentences) if rng.random() < 0.6 else naming(SENTENCES)), plant)


def _foot(filler: Filler) -> Text:
    rng, people = filler.rng, filler.cast.people
    signer = rng.choice(people)
    composer = Composer()
    composer.add(rng.choice(daily.CLOSINGS) + "\n")
    write_post(composer, signer.post, "ar")
    composer.add("\n")
    signer.write(composer, rng, Asked("sign", "ar"))
    if rng.random() < 0.3:
        composer.add("\nنسخة إلى: ")
        write_post(composer, rng.choice(people).post, "ar", alone=True)
    return composer.text()

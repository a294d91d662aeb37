"""Reports and mail in Latin letters: English mostly, now and then French, German or Turkish."""

from random import Random

from examples.siege import phrases_drawn as drawn
from examples.siege import phrases_latin as latin
from examples.siege.cast import Cast
from examples.siege.dates import any_day
from examples.siege.document import Document
from examples.siege.fill import Filler, naming
from examples.siege.letters import Brief
from examples.siege.people import Asked, write_latin_title
from examples.siege.text import Composer, Text, joined, paragraphs
from examples.siege.wanted import Plant

#: Sentences on one A4 page in the type size of `pdf.py`, with room to spare.
SENTENCES_A_PAGE = 16


def make_report(rng: Random, cast: Cast, brief: Brief) -> Document:
    """Return a report of as many pages as its sentences need."""
    language = rng.choices(("en", "fr", "de", "tr"), (70, 10, 10, 10))[0]
    day, title = any_day(rng), rng.choice(latin.TITLES[language])
    filler = Filler(rng, cast, language, day)
    sentences = report_sentences(filler, brief)
    pages = [sentences[start : start + SENTENCES_A_PAGE] for start in range(0, len(sentences), SENTENCES_A_PAGE)]
    texts = [joined(paragraphs(rng, page), "\n") for page in pages]
    head = Composer()
    place_label, drafter_label = latin.LABELS[language]
    place = rng.choice(cast.latin_places)
    head.add(f"{title} {rng.randrange(1000, 9999)}\n{place_label}: ")
    place.write(head, rng, language)
    head.add(", ")
    filler.day(head, day)
    head.add(f"\n{drafter_label}: ")
    write_latin_title(head, rng, language)
    rng.choice(cast.people).write(head, rng, Asked("sign", language))
    head.add("\n")
    head.add_text(texts[0])
    return Document((head.text(), *texts[1:]), language, title=title, day=day)


def make_message(rng: Random, cast: Cast, brief: Brief) -> Document:
    """Return the body of an English mail; its title is the subject."""
    day = any_day(rng)
    filler = Filler(rng, cast, "en", day)
    greeting, farewell = rng.choice(latin.MAIL_GREETINGS), rng.choice(latin.MAIL_FAREWELLS)
    writer = Composer()
    writer.add(f"{farewell},\n")
    rng.choice(cast.people).write(writer, rng, Asked("sign", "en"))
    blocks = (Text(greeting), *paragraphs(rng, report_sentences(filler, brief)), writer.text())
    return Document((joined(blocks, "\n"),), "en", title=f"{rng.choice(latin.MAIL_SUBJECTS)} ({rng.randrange(10, 999)})", day=day)


def report_sentences(filler: Filler, brief: Brief) -> list[Text]:
    """Return the filled sentences, planted ones among them."""
    rng, templates = filler.rng, latin.REPORT_SENTENCES[filler.language]
    if filler.cast.number:
        templates = (*templates, *drawn.REPORT_SENTENCES[filler.language])
    count = min(brief.sentences, len(templates) // 2)  # two reports must not be told apart by numbers alone
    sentences = [filler.sentence(template) for template in rng.sample(templates, count)]
    for plant in brief.plants:
        sentences.insert(rng.randrange(len(sentences) + 1), _planted(filler, plant))
    return sentences


def _planted(filler: Filler, plant: Plant) -> Text:
    if plant.kind == "not_a_name":
        return filler.sentence(filler.rng.choice(latin.NORTH_SENTENCES[filler.language]))
    return filler.sentence(filler.rng.choice(naming(latin.REPORT_SENTENCES[filler.language])), plant)

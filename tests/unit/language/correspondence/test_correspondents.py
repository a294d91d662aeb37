"""Who writes to whom, in header lines, quoted mail and address books."""

from __future__ import annotations

import pytest

from kashf.domain.entity import Mention
from kashf.language.correspondence.correspondents import CorrespondentTagger
from tests.counting import steps

TAGGER = CorrespondentTagger()


def tagged(text: str) -> list[Mention]:
    mentions = list(TAGGER.tag(text, language=""))
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    return mentions


def found(text: str) -> list[str]:
    return [f"{mention.type} {mention.text}" for mention in tagged(text)]


def test_sender_and_recipients_of_a_mail_are_found_where_its_head_stands() -> None:
    head = 'From: Hugo Brandt <hb@example.org>\nTo: "Haddad, Salim" <s@example.org>\nCc: Northern Bank <b@example.org>'

    assert ["PER Hugo Brandt", "PER Haddad, Salim", "ORG Northern Bank"] == found(f"{head}\nSubject: To: Karl\n\nKarl Weiss")


def test_titles_before_a_sender_are_no_part_of_the_name() -> None:
    assert ["PER Marta Oliveira"] == found("From: Dr. Marta Oliveira <m@example.org>\n")


def test_a_person_written_surname_first_has_the_spoken_order_as_value() -> None:
    (mention,) = tagged("From: Haddad, Salim <s@example.org>\n\nx")

    assert {"name": "Salim Haddad"} == mention.value


def test_the_head_of_a_quoted_mail_names_people_in_any_language() -> None:
    assert ["PER Salim Haddad", "PER Marta Oliveira"] == found(
        "> Von: Salim Haddad\n> Gesendet: Montag\n> An: Marta Oliveira\n> Betreff: x\n"
    )
    assert ["PER أبو عمر الشمالي"] == found("من: أبو عمر الشمالي\nإلى: أمير القاطع\nالتاريخ: ١٢/٣\nالموضوع: x")


def test_a_name_before_its_address_is_found_in_running_text() -> None:
    assert ["PER Salim al-Haddad"] == found("On Thu, 3 May 2014 at 10:00 AM Salim al-Haddad <s@example.org> wrote:\n> x")


def test_an_address_book_names_one_person_a_card_and_where_he_works() -> None:
    text = "N: Oliveira Marta\nFN: Marta Oliveira\nTEL: +351900000078\nORG: Whitfield\n\nN: أبو سعد\nTEL;CELL: +963944555123"

    assert ["PER Marta Oliveira", "ORG Whitfield", "PER أبو سعد"] == found(text)


@pytest.mark.parametrize("text", ["", "from: here\nto: there", "To: all\n\nCome", "FN: only", "x <a@b>", "From:\nTo:\nDate:\nSubject:\n"])
def test_other_lines_name_nobody(text: str) -> None:
    assert [] == found(text)


@pytest.mark.parametrize(
    "piece", ["From: a\n", "To: a@b, c\n", "FN: x\n", "N: a\nTEL: 1\n\n", "Aa Bb ", 'Aa "', "> ", "From: " + "a, " * 50 + "\n"]
)
def test_hostile_texts_take_steps_in_proportion(piece: str) -> None:
    def taken(size: int) -> int:
        return steps(lambda: TAGGER.tag(piece * (size // len(piece)), language=""))

    assert taken(8_000) < 5 * taken(2_000) + 10_000


def test_the_title_of_a_correspondent_is_no_part_of_the_name() -> None:
    text = "From: Dr Salim Qarsun <s@example.org>\nTo: Basil Qarsun <b@example.org>\nSubject: x\n"

    assert "Salim Qarsun" in [mention.text for mention in CorrespondentTagger().tag(text, language="")]

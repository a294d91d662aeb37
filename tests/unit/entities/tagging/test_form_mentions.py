from __future__ import annotations

from kashf.domain.entity import Mention, MentionType
from kashf.entities.tagging.form_mentions import FORM_FIELD, FieldName, form_mentions

PAGE = "Name: Haddad\nMother's name: Amira\nBy: Sheikh Omar al-Wardi\n"


def mention(text: str, type: MentionType = MentionType.PERSON, source: str = "rules:name") -> Mention:
    start = PAGE.index(text)
    return Mention(start, start + len(text), text, type, source, 0.9)


def field(text: str, *, is_unseen: bool = False) -> FieldName:
    start = PAGE.index(text)
    return FieldName(start, start + len(text), text, is_unseen)


def test_a_name_that_fills_a_field_is_a_mention_though_nothing_else_found_it() -> None:
    told = form_mentions([], [field("Haddad"), field("Amira", is_unseen=True)], [])

    assert [("Haddad", FORM_FIELD, 0.95), ("Amira", FORM_FIELD, 0.7)] == [(each.text, each.source, each.score) for each in told.named]


def test_what_a_template_prints_names_nobody_and_is_kept_apart() -> None:
    label = mention("Mother", MentionType.PERSON)
    start = PAGE.index("Mother's name")

    told = form_mentions([label, mention("Amira")], [], [(start, start + len("Mother's name"))])

    assert ((mention("Amira"),), (label,)) == (told.named, told.left_out)


def test_a_name_that_was_found_stays_whole_titles_apart() -> None:
    found = [mention("Sheikh", MentionType.ROLE), mention("Omar al-Wardi")]

    assert tuple(found) == form_mentions(found, [field("Sheikh Omar al-Wardi")], []).named


def test_a_part_of_a_name_or_a_place_gives_way_to_the_name_of_the_field() -> None:
    part, place = mention("Omar"), mention("Haddad", MentionType.PLACE)

    told = form_mentions([place, part], [field("Haddad"), field("Omar al-Wardi")], [])

    assert ["Haddad", "Omar al-Wardi"] == [each.text for each in told.named]
    assert (place, part) == told.left_out


def test_what_is_told_twice_is_the_same() -> None:
    first = form_mentions([mention("Omar")], [field("Omar al-Wardi")], [])

    assert first == form_mentions([*first.named, *first.left_out], [field("Omar al-Wardi")], [])


def test_a_field_with_two_people_or_a_sentence_is_left_to_what_was_found() -> None:
    two = FieldName(0, 20, "Omar and Salim", is_unseen=False)
    found = [Mention(0, 4, "Omar", MentionType.PERSON, "rules:name", 0.9), Mention(9, 14, "Salim", MentionType.PERSON, "rules:name", 0.9)]

    assert tuple(found) == form_mentions(found, [two], []).named
    assert () == form_mentions([], [FieldName(0, 30, "his uncle, who lives near the old mill"), FieldName(40, 47, "room 12")], []).named

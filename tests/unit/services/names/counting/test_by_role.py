from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.entity import Mention, MentionType, PlacedMention
from kashf.domain.forms.form_decisions import FieldMapped
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.domain.ids import DocumentId
from kashf.entities.tagging.keys import name_key
from kashf.errors import NotAllowedError, NotFoundError
from kashf.ports.stages import AGAIN, MAIL, NAMES
from kashf.services.case.open import WritableCase
from kashf.services.forms.decide_forms import map_field
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.naming.answered_fields import answering
from kashf.services.forms.naming.name_fields import name_fields
from kashf.services.forms.told_families import families, field_named
from kashf.services.names.count import count_in_roles, count_name
from kashf.services.names.counting.by_role import RoleBase, RoleCount
from kashf.services.names.dossier import PlaceFilter, dossier, places
from kashf.services.names.list import list_names
from kashf.services.names.network import network
from kashf.services.names.regroup import resolve
from kashf.services.search.find import documents
from kashf.settings import Settings
from kashf.show.forms.role_words import role_line
from tests.unit.services.forms.filled import fill, sheet

JABIR = "Abu Jabir al-Wardi"
MAIL_TEXT = f"From: {JABIR} <j@example.org>\nTo: Salim Q.\n\nTell {JABIR} nothing."


@contextmanager
def filled(path: Path) -> Iterator[WritableCase]:
    """A case with five sheets that name him as go-between, one of a man who is called so, one blank, a mail of his and a letter."""
    settings = Settings(actor="amal", home=path / "home")
    create_case(path / "a.case", name="a", settings=settings)
    with open_for_writing(path / "a.case", settings=settings) as case:
        crossing = sheet(0, by=JABIR, extra="at the crossing of al-Wardi")
        sheets = [crossing, *(sheet(at, by=JABIR) for at in range(1, 5)), sheet(5, name=JABIR, by="Hana"), sheet(6, by="")]
        first, *_, mail, letter = fill(case, *sheets, MAIL_TEXT, f"Then {JABIR} came.")
        keep_families(case)
        (family,) = families(case.reading).families
        map_field(case, family, field_named(family, "4"), FieldMapped(FieldKey("any"), FieldKind.GO_BETWEEN, "", is_sealed=False))
        _tag(case, {mail: [MAIL_TEXT.index(JABIR), MAIL_TEXT.rindex(JABIR)], letter: [5]}, JABIR)
        _tag(case, {first: [crossing.index("al-Wardi", crossing.index("at the"))]}, "al-Wardi")
        with case.store.unit() as uow:
            uow.reopen(MAIL, unless_version="")
            uow.lease(MAIL, limit=100)
            uow.put_rows(MAIL, [(mail, [("", "", "", "", "", "", "", "", 0, 0, "")])], version="1")
            uow.commit()
        name_fields(case)
        resolve(case)
        with closing(case.reading.index.writer()) as writer:
            writer.commit()
        yield case


def _tag(case: WritableCase, found: dict[DocumentId, list[int]], name: str) -> None:
    key = name_key(name, MentionType.PERSON)
    with case.store.unit() as uow:
        for stage in (NAMES, AGAIN):
            uow.reopen(stage, unless_version="")
            uow.lease(stage, limit=100)
        for document, starts in found.items():
            mentions = [Mention(at, at + len(name), name, MentionType.PERSON, "rules:name", 0.9) for at in starts]
            uow.put_rows(NAMES, [(document, [PlacedMention(document, 1, key, each) for each in mentions])], version="1")
        uow.commit()


def shown(roles: tuple[RoleCount, ...]) -> dict[str, tuple[int, int]]:
    return {each.role.code: (each.number, each.base.asked) for each in roles}


def test_a_name_is_counted_by_the_fields_of_forms_and_the_heads_of_mails(tmp_path: Path) -> None:
    with filled(tmp_path) as case:
        counted, roles = count_in_roles(case.reading, JABIR)

    assert {"go-between": (5, 7), "own": (1, 7), "sender": (1, 1), "mentioned": (2, 9)} == shown(roles)
    assert 9 == counted.mentions == sum(each.mentions for each in roles)
    assert RoleBase(asked=7, answered=6, blank=1) == roles[0].base


def test_lines_of_the_terminal_say_what_each_number_is_out_of(tmp_path: Path) -> None:
    with filled(tmp_path) as case:
        first, *_ = lines = [role_line(each) for each in count_in_roles(case.reading, JABIR)[1]]

    assert "go-between in 5 forms (5 without copies) of 7 that ask it, 6 answered, 1 blank  \u2068Spoken for by\u2069" == first
    assert "sender of 1 mail (1 without copies) of 1 mail" in lines
    assert "mentioned in 2 documents (2 without copies) of 9 documents; 1 more undecided" == lines[-1]


def test_the_dossier_keeps_to_the_places_of_a_role(tmp_path: Path) -> None:
    with filled(tmp_path) as case:
        found = dossier(case.reading, MentionType.PERSON, JABIR)

    assert [5, 1, 0] == [len(places(found, PlaceFilter(role=role))) for role in ("go-between", "sender", "guarantor")]


def test_a_word_of_his_name_in_an_answer_that_is_a_place_is_no_place_of_his(tmp_path: Path) -> None:
    """The crossing of al-Wardi is no man."""
    with filled(tmp_path) as case:
        (family,) = families(case.reading).families
        before = count_name(case.reading, JABIR).undecided
        map_field(case, family, field_named(family, "5"), FieldMapped(FieldKey("any"), FieldKind.PLACE, "", is_sealed=False))

        assert (1, 0) == (before, count_name(case.reading, JABIR).undecided)


def test_names_in_values_of_one_form_stand_together_and_labels_beside_nobody(tmp_path: Path) -> None:
    with filled(tmp_path) as case:
        found = network(case.reading, JABIR)

    beside = {found.texts[link.other]: [found.on_one_form.get(example) for example in link.shown] for link in found.links}
    assert [("go-between", "own")] == beside["Ziyad Q."]
    assert "Mother of Ziyad" not in beside, "her field is sealed"
    assert 0 == found.forms


def test_kin_lead_no_list_and_are_marked(tmp_path: Path) -> None:
    """A mother whom three forms name stands behind a man whom one names, also in a short list."""
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as case:
        fill(case, *(sheet(at, mother="Amira") for at in range(3)), sheet(3))
        keep_families(case)
        (family,) = families(case.reading).families
        field = field_named(family, "mother")
        map_field(case, family, field, FieldMapped(field.key, FieldKind.MOTHER, "", is_sealed=False))
        name_fields(case)
        resolve(case)
        every, first = (list_names(case.reading, [MentionType.PERSON], limit=limit) for limit in (None, 1))

    assert ["Amira", "Mother of Murad"] == [each.text for each in every if each.is_kin]
    assert [3, 1] == [each.mentions for each in every[-2:]]
    assert every[:1] == first


def test_documents_are_kept_to_by_what_stands_in_a_field(tmp_path: Path) -> None:
    with filled(tmp_path) as case:
        view = case.reading.view
        found = [len(answering(view, asked)) for asked in ("go-between", "go-between=Jabir", "Spoken for by=hana", "nationality=Arcadia")]
        with pytest.raises(NotFoundError, match=r"guarantor; forms of it ask: .*go-between"):
            answering(view, "guarantor")
        with pytest.raises(NotFoundError, match="guarantor"):
            documents(case.reading, "field:guarantor letter")
        with pytest.raises(NotAllowedError):
            documents(case.reading, "NOT field:mother=Salim letter")
        with pytest.raises(NotAllowedError):
            answering(view, "mother=Salim")

    assert [6, 5, 1, 7] == found

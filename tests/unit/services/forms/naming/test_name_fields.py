from __future__ import annotations

from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.forms.form_decisions import FieldMapped
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.domain.ids import DocumentId
from kashf.entities.tagging.form_mentions import FORM_FIELD
from kashf.ports.stages import AGAIN, NAMES
from kashf.services.case.open import WritableCase
from kashf.services.forms.decide_forms import map_field
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.naming.name_fields import name_fields
from kashf.services.forms.told_families import families, field_named
from tests.unit.services.forms.filled import fill, sheet


def tagged(case: WritableCase, document: DocumentId, *texts: str) -> None:
    """Keep mentions as the stages would that look for names."""
    page = case.reading.view.page(document, 1)
    assert page
    starts = [page.text.index(text) for text in texts]
    mentions = [Mention(at, at + len(text), text, MentionType.PERSON, "rules:name", 0.9) for at, text in zip(starts, texts, strict=True)]
    with case.store.unit() as uow:
        for stage in (NAMES, AGAIN):
            uow.reopen(stage, unless_version="")
            uow.lease(stage, limit=100)
            found = [PlacedMention(document, 1, NameKey(each.text.casefold()), each) for each in mentions]
            uow.put_rows(stage, [(document, found if stage == NAMES else [])], version="1")
        uow.commit()


def named(case: WritableCase, document: DocumentId) -> list[tuple[str, str]]:
    return [(each.mention.text, each.mention.source) for each in case.reading.view.mentions_in(document)]


def test_names_in_fields_are_mentions_and_labels_are_none(case: WritableCase) -> None:
    first, *_ = fill(case, *(sheet(at, by="Zarifeh") for at in range(5)))
    tagged(case, first, "Mother's name", "Salim Q.")
    keep_families(case)

    assert 5 == name_fields(case)
    assert [("Salim Q.", "rules:name")] == named(case, first)
    assert 0 == name_fields(case)


def test_a_field_that_a_person_maps_to_a_name_gives_mentions_and_none_when_it_is_mapped_otherwise(case: WritableCase) -> None:
    first, *_ = fill(case, *(sheet(at, by="Zarifeh") for at in range(5)))
    keep_families(case)
    name_fields(case)
    (family,) = families(case.reading).families
    field = field_named(family, "4")

    map_field(case, family, field, FieldMapped(FieldKey("any"), FieldKind.GO_BETWEEN, "", is_sealed=False))
    name_fields(case)
    assert ("Zarifeh", FORM_FIELD) in named(case, first)
    map_field(case, family, field, FieldMapped(FieldKey("any"), FieldKind.FREE, "", is_sealed=False))
    name_fields(case)
    assert ("Zarifeh", FORM_FIELD) not in named(case, first)


def test_mentions_come_back_where_documents_are_forms_no_more(case: WritableCase) -> None:
    first, *others = fill(case, *(sheet(at) for at in range(4)))
    tagged(case, first, "Mother's name")
    keep_families(case)
    name_fields(case)
    assert ("Mother's name", "rules:name") not in named(case, first)

    for at, other in enumerate(others):
        fill(case, f"Nothing of the kind any more, letter {'abc'[at]} of none.", first=at + 1)
        assert other
    keep_families(case)
    name_fields(case)
    assert [("Mother's name", "rules:name")] == named(case, first)


def test_a_form_whose_names_are_looked_for_again_is_gone_through_again(case: WritableCase) -> None:
    first, *_ = fill(case, *(sheet(at) for at in range(4)))
    keep_families(case)
    name_fields(case)

    tagged(case, first, "Mother's name")
    assert 1 == name_fields(case)
    assert [("Salim Q.", FORM_FIELD)] == named(case, first)


def test_a_sealed_name_is_no_mention_until_a_person_says_that_it_is_not_sealed(case: WritableCase) -> None:
    first, *_ = fill(case, *(sheet(at) for at in range(4)))
    keep_families(case)
    name_fields(case)
    assert ("Mother of Salim", FORM_FIELD) not in named(case, first)

    (family,) = families(case.reading).families
    field = field_named(family, "mother")
    map_field(case, family, field, FieldMapped(field.key, FieldKind.MOTHER, "", is_sealed=False))
    name_fields(case)
    assert ("Mother of Salim", FORM_FIELD) in named(case, first)

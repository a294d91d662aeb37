"""What every CaseStore and CaseView must do about forms, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from kashf.domain.document import Span
from kashf.domain.forms.form_families import FieldNote, FieldValue, ReadValue, RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState
from kashf.ports.forms import FieldPlace, KeptRecord, KeptValue, RecordHead, ValueCell
from kashf.ports.stores import CaseStore
from tests.contracts.case_stores import encrypted_store, id_of, postgres_store, put, reading, seen, set_aside, sight, sqlite_store
from tests.filled_forms import FAMILY, Found, family, form, forms_of, keep

BLOOD, MOTHER, NAME = FieldKey("blood"), FieldKey("mother"), FieldKey("name")
FILLED, BLANK = FieldState.FILLED, FieldState.BLANK


class CaseStoreFormsContract:
    @pytest.fixture
    def some(self, store: CaseStore) -> Found:
        """Two forms on one document and one on another, each with a blood group or none."""
        sight(store, seen("a", "/a"), seen("b", "/b"))
        put(store, reading("a"), reading("b"))
        first, second = form(id_of("a"), name="Salim", blood="O+"), form(id_of("a"), 2, name="Ziyad")
        found = forms_of(form(id_of("b"), name="Hana", mother="?", blood="O+"), first, second)
        assert keep(store, found)
        return found

    def test_a_case_in_which_nobody_looked_has_no_families(self, store: CaseStore) -> None:
        view = store.view()

        assert ("", (), (), ()) == (view.families_version(), view.kept_families(), view.record_heads(), view.value_cells(FAMILY, BLOOD))

    def test_families_and_records_come_back_as_they_were_put(self, store: CaseStore, some: Found) -> None:
        view = store.view()
        records = some.records
        ids = [each.form.id for each in records]

        assert ("1", some.families) == (view.families_version(), view.kept_families())
        assert records == view.form_records([ids[0], RecordId(id_of("c")), *ids[1:]])
        assert {id_of("a"): (RecordId(id_of("a")), RecordId(id_of("a"), 2))} == view.records_in([id_of("a"), id_of("c")])

    def test_whatever_a_value_has_comes_back(self, store: CaseStore, some: Found) -> None:
        known = some.records[-1]
        notes, span = (FieldNote.ADDED, "؛ next"), Span(id_of("b"), 2, 0, 7)
        told = FieldValue(NAME, FieldState.UNREADABLE, "سـلام 🕊", span, is_unseen=True, notes=notes)
        read = ReadValue("SY", "سوريا", MappingProxyType({"countries": ("SY", "IQ")}), is_doubtful=True)
        forms = replace(known.form, pages=(2, 1), values=(told, *known.form.values[1:]))
        kept = KeptRecord(forms, (read, *known.read[1:]), (FieldState.FILLED, *known.found[1:]))
        keep(store, forms_of(kept))
        view = store.view()

        assert (kept,) == view.form_records([known.form.id])
        assert (KeptValue(known.form.id, told, read, FieldState.FILLED),) == view.values_in(FAMILY, NAME)

    def test_values_of_a_field_come_by_document_and_place(self, store: CaseStore, some: Found) -> None:
        cells = store.view().value_cells(FAMILY, BLOOD)

        assert (
            ValueCell(id_of("a"), 1, FILLED, "o+", "O+", False, False),
            ValueCell(id_of("a"), 2, BLANK, "", "", False, False),
            ValueCell(id_of("b"), 1, FILLED, "o+", "O+", False, False),
        ) == cells
        assert () == store.view().value_cells(FAMILY, FieldKey("height"))

    def test_states_are_counted_field_by_field(self, store: CaseStore, some: Found) -> None:
        view = store.view()

        assert {NAME: {FILLED: 3}, MOTHER: {BLANK: 2, FieldState.NOT_FOUND: 1}, BLOOD: {FILLED: 2, BLANK: 1}} == {
            field: states for field, states in view.count_states(FAMILY).items() if field != "nationality"
        }
        assert {FILLED: 1, BLANK: 1} == view.count_states(FAMILY, [id_of("a")])[BLOOD]

    def test_a_record_of_which_a_fourth_was_not_found_is_doubtful(self, store: CaseStore, some: Found) -> None:
        heads = store.view().record_heads(FAMILY)

        assert [RecordHead(id_of(letter), nth, FAMILY, 1, letter == "b") for letter, nth in (("a", 1), ("a", 2), ("b", 1))] == [*heads]
        assert heads == store.view().record_heads()

    def test_places_tell_their_field_and_what_is_printed(self, store: CaseStore, some: Found) -> None:
        view = store.view()

        assert [FieldPlace(id_of("b"), 1, 6, 10, FAMILY, NAME, 1), FieldPlace(id_of("b"), 1, 307, 309, FAMILY, BLOOD, 1)] == [
            *view.field_places([id_of("b"), id_of("c")])
        ]
        assert {(id_of("b"), 1): [(0, 4), (100, 106), (200, 211), (300, 305)]} == view.template_places([id_of("b")])

    def test_a_field_is_read_anew_and_others_stay(self, store: CaseStore, some: Found) -> None:
        with store.unit() as uow:
            told = FieldValue(BLOOD, FieldState.NONE, "0+", Span(id_of("a"), 1, 307, 309))
            read = ReadValue("0", "0 positive", is_doubtful=True)
            uow.put_values(FAMILY, BLOOD, FieldKind.FREE, [KeptValue(RecordId(id_of("a")), told, read, FieldState.FILLED)])
            uow.commit()
        view = store.view()

        assert [FieldKind.NAME, FieldKind.MOTHER, FieldKind.NATIONALITY, FieldKind.FREE] == [*view.kept_families()[0].kinds]
        assert [("none", "0", "0 positive", True), ("blank", "", "", False), ("filled", "o+", "O+", False)] == [
            (cell.state, cell.key, cell.label, cell.is_doubtful) for cell in view.value_cells(FAMILY, BLOOD)
        ]
        assert "1" == view.families_version()

    def test_forms_are_replaced_together_and_those_of_unknown_documents_left_out(self, store: CaseStore, some: Found) -> None:
        keep(store, forms_of(form(id_of("a"), name="Salim"), form(id_of("f"), name="Nobody"), version="2"))
        view = store.view()

        assert ("2", [(id_of("a"), 1)]) == (view.families_version(), [each[:2] for each in view.record_heads()])
        assert {} == view.template_places([id_of("b"), id_of("f")])

    def test_families_are_not_all_there_before_that_is_said(self, store: CaseStore, some: Found) -> None:
        with store.unit() as uow:
            uow.put_families(some.families)
            uow.put_forms_of(some.forms[:1])
            uow.commit()
        view = store.view()

        assert ("", some.families, 2) == (view.families_version(), view.kept_families(), len(view.record_heads()))
        with store.unit() as uow:
            uow.put_forms_of(some.forms)
            assert uow.end_families("3", [family(records=3, documents=2)])
            uow.commit()
        assert ("3", 3, 3) == (view.families_version(), view.kept_families()[0].family.records, len(view.record_heads()))

    def test_families_are_to_be_found_again_when_documents_changed_meanwhile(self, store: CaseStore, some: Found) -> None:
        set_aside(store, id_of("b"))
        with store.unit() as uow:
            uow.put_families(some.families)
            uow.commit()
        set_aside(store)
        with store.unit() as uow:
            uow.put_forms_of(some.forms)
            assert not uow.end_families("2", some.families)
            uow.commit()

        assert "" == store.view().families_version()

    def test_forms_of_what_is_left_out_are_not_stored(self, store: CaseStore, some: Found) -> None:
        set_aside(store, id_of("b"))
        with store.unit() as uow:
            uow.destroy([id_of("a")])
            uow.commit()
        keep(store, some)

        assert () == store.view().record_heads()

    @pytest.mark.parametrize("changes", ["put", "set aside", "destroy"])
    def test_records_leave_with_their_document_and_families_are_to_be_found_again(
        self, store: CaseStore, some: Found, changes: str
    ) -> None:
        if changes == "put":
            put(store, reading("a"))
        elif changes == "set aside":
            set_aside(store, id_of("a"))
        else:
            with store.unit() as uow:
                uow.destroy([id_of("a")])
                uow.commit()
        view = store.view()

        assert ("", [id_of("b")]) == (view.families_version(), [each.document for each in view.record_heads()])
        assert [id_of("b")] == [each.document for each in view.value_cells(FAMILY, NAME)]
        assert ({}, ()) == (view.template_places([id_of("a")]), view.form_records([RecordId(id_of("a"))]))


class TestSqliteForms(CaseStoreFormsContract):
    store = sqlite_store


class TestEncryptedForms(CaseStoreFormsContract):
    store = encrypted_store


@pytest.mark.postgres
class TestPostgresForms(CaseStoreFormsContract):
    store = postgres_store

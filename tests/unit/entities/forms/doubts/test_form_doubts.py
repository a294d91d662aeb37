from __future__ import annotations

from collections.abc import Sequence

import pytest

from kashf.domain.forms.form_families import FormDoubt, TemplateField
from kashf.domain.forms.template_fields import FieldKey
from kashf.entities.forms.cells import label_key
from kashf.entities.forms.doubts.form_doubts import doubt_of, doubt_of_files, is_code_file
from kashf.entities.forms.find_families import FamilyCounts, PageTexts, Templates, find_families, find_templates
from tests.unit.entities.forms.pages import NAMES, document, forms

WORDS = ("river", "stone", "market", "window", "garden", "silver", "bridge", "harbour", "winter", "letter", "kettle", "button")


def fields(labels: Sequence[str]) -> list[TemplateField]:
    return [TemplateField(FieldKey(label_key(label)), label) for label in labels]


def pile(*lines: str) -> list[PageTexts]:
    """Return twelve documents of some lines, each with words of its own for every {}."""
    return [document("\n".join(line.replace("{}", f"{WORDS[at]} {at * 7}") for line in lines)) for at in range(12)]


SETTINGS = pile("[main]", "host = {}", "port = {}", "user = {}", "level = {}", "[cache]", "size = {}", "ttl = {}")
SERVICES = pile("version: {}", "image: {}", "ports: {}", "command: {}", "restart: always", "volumes: {}", "replicas: {}")
RECORDS_OF_MACHINES = pile("Started: {}", "Kernel: {}", "Uptime: {}", "Load average: {}", "Disk used: {}", "Finished: {}")
QUOTED_MAIL = pile("From: {}", "Sent: {}", "To: {}", "Cc: {}", "Subject: {}", "", "short words")
RECIPES = pile("Serves: {}", "Preparation: {}", "Cooking: {}", "Ingredients: {}", "Tip: {}")


@pytest.mark.parametrize(
    ("documents", "doubt"),
    [
        (SETTINGS, FormDoubt.CODE),
        (SERVICES, FormDoubt.NO_KNOWN_FIELD),
        (RECORDS_OF_MACHINES, FormDoubt.NO_KNOWN_FIELD),
        (QUOTED_MAIL, FormDoubt.MAIL),
        (RECIPES, FormDoubt.NO_KNOWN_FIELD),
    ],
    ids=["settings", "services", "records of machines", "mail", "recipes"],
)
def test_what_is_laid_out_alike_and_asks_nothing_that_forms_ask_is_marked(documents: list[PageTexts], doubt: FormDoubt) -> None:
    (family,) = find_families(documents).families

    assert (doubt, 12) == (family.doubt, family.records)


def test_forms_are_not_marked_and_stand_before_what_is() -> None:
    found = find_families([*forms(5), *RECIPES]).families

    assert [(None, 5), (FormDoubt.NO_KNOWN_FIELD, 12)] == [(each.doubt, each.records) for each in found]


def test_what_a_marked_family_prints_is_no_template_until_a_person_vouches_for_it() -> None:
    templates = find_templates(RECIPES)
    vouched = Templates(templates.found, templates.using, {templates.found[0].id})

    assert (0, 5) == (len(templates.read(RECIPES[0]).printed), len(vouched.read(RECIPES[0]).printed))
    assert 5 == len(templates.read(RECIPES[0]).records[0].values)


def test_what_a_program_wrote_of_people_is_a_form_all_the_same() -> None:
    labels = ('"name"', '"date of birth"', '"nationality"', '"mother"', '"id"')

    assert (None, FormDoubt.CODE) == (doubt_of(fields(labels)), doubt_of(fields(('"id"', '"created"', '"colour"', '"tag"'))))
    assert (None, FormDoubt.CODE) == (doubt_of_files(fields(labels)), doubt_of_files(fields(("name", "image", "kind", "number", "seed"))))


def test_a_family_that_stands_mostly_in_files_of_settings_is_marked_whatever_it_asks() -> None:
    documents = [
        document(f"name: {NAMES[at % 10]} {at}\nplace: {WORDS[at]}\nimage: {WORDS[-at - 1]}\nseed: {at * 3}\ntag: {WORDS[at - 3]}")
        for at in range(12)
    ]
    templates = find_templates(documents)

    def counted(code_files: int) -> FormDoubt | None:
        counts = FamilyCounts(templates.found)
        for at, each in enumerate(documents):
            counts.add(templates.read(each), is_code_file=at < code_files)
        return counts.families()[0].doubt

    assert (None, None, FormDoubt.CODE) == (counted(0), counted(6), counted(7))


@pytest.mark.parametrize(
    ("name", "type", "is_code"),
    [("a/b.YAML", "text/plain", True), ("x", "application/json", True), ("b.txt", "text/plain", False), ("ini", "text/plain", False)],
)
def test_a_file_is_of_settings_by_its_name_or_its_type(name: str, type: str, *, is_code: bool) -> None:
    assert is_code is is_code_file(name, type)

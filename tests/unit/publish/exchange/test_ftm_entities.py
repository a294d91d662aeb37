"""What leaves as FollowTheMoney reads back whole: every document, name and mention, under properties that the schemata have."""

from __future__ import annotations

import json

from kashf.domain.entity import NameKey
from kashf.domain.ids import DocumentId
from kashf.publish.exchange.ftm_entities import PROPERTIES, ExchangedDocument, ftm_lines

BOX, LETTER = DocumentId("a" * 64), DocumentId("b" * 64)
OFFICE = NameKey("office of wells")
DOCUMENTS = (
    ExchangedDocument(
        LETTER, "letter.txt", 9, "text/plain", "ar", (BOX,), is_container=False, places=("Tel",), groups={OFFICE: ("Wells",)}
    ),
    ExchangedDocument(BOX, "box.zip", 90, "application/zip", "", (), is_container=True, places=(), groups={}),
)


def test_all_reads_back_and_points_at_what_is_there() -> None:
    entities = [json.loads(line) for line in ftm_lines(DOCUMENTS, {OFFICE: ("Office of Wells", "Wells")}).splitlines()]
    by_id = {each["id"]: each for each in entities}
    (mention,) = (each for each in entities if each["schema"] == "Mention")

    assert len(by_id) == len(entities) == 4
    assert ("Package", [BOX]) == (by_id[BOX]["schema"], by_id[LETTER]["properties"]["parent"])
    assert (["Wells"], [LETTER]) == (mention["properties"]["name"], mention["properties"]["document"])
    assert {"name": ["Office of Wells"], "alias": ["Wells"]} == by_id[mention["properties"]["resolved"][0]]["properties"]


def test_each_property_is_one_of_its_schema_and_a_list_of_words() -> None:
    for line in ftm_lines(DOCUMENTS, {OFFICE: ("Wells",)}).splitlines():
        entity = json.loads(line)
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        assert all(isinstance(value, str) and value for values in entity["properties"].values() for value in values)


def test_the_order_of_documents_changes_no_byte() -> None:
    assert ftm_lines(DOCUMENTS, {}) == ftm_lines(DOCUMENTS[::-1], {})

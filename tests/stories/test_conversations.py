"""Exports of messengers in a case: a message is a hit, its sender a name, its day and its files its own."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.documents import encoded, scan
from tests.stories.command import kashf, kashf_json


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def picture(number: int) -> dict[str, str]:
    """Return what says that a picture hangs on a message."""
    return {"photo": f"photos/{number}.png"}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """A case with a chat of Telegram in a folder and one of WhatsApp in a zip, each with one picture of two."""
    leak = tmp_path_factory.mktemp("brought") / "leak"
    (leak / "telegram" / "photos").mkdir(parents=True)
    (leak / "telegram" / "photos" / "1.png").write_bytes(encoded(scan(["Harbour"])))
    said = [
        {"id": 1, "type": "message", "date": "2014-11-09T10:00:00", "from": "Hamza Sweidi", "text": "the convoy waits at the mill"},
        {
            "id": 2,
            "type": "message",
            "date": "2014-11-10T10:00:00",
            "from": "Salim Haddad",
            "text": "the convoy left",
            "photo": "photos/1.png",
        },
        {
            "id": 3,
            "type": "message",
            "date": "2014-11-11T10:00:00",
            "from": "Hamza Sweidi",
            "text": "وصلت القافلة",
            "photo": "photos/2.png",
        },
    ]
    chat = {"name": "North", "type": "private_group", "id": 7, "messages": said}
    (leak / "telegram" / "result.json").write_text(json.dumps(chat), encoding="utf-8")
    with zipfile.ZipFile(leak / "WhatsApp Chat - Marta.zip", "w") as bag:
        bag.writestr(
            "_chat.txt",
            "[5.11.14, 09:06:01] Marta Oliveira: \u200e<attached: 1-PHOTO.png>\n[6.11.14, 09:07:01] Basil Aridi: convoy\nFrom: Nobody\n",
        )
        bag.writestr("1-PHOTO.png", encoded(scan(["Mill"])))
    made = tmp_path_factory.mktemp("cases") / "a.case"
    kashf("init", made, home=home)
    kashf("add", made, leak, "--from", "heron-1", home=home)
    return made


def _hits(case: Path, home: Path, query: str) -> list[dict[str, Any]]:
    return list(kashf_json("find", case, query, home=home, expect=(0, 1))["hits"])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("convoy from:Hamza", ["the convoy waits at the mill"]),
        ("convoy to:Hamza", ["the convoy left"]),
        ("to:North from:Salim", ["the convoy left"]),
        ("date:2014-11-11 type:json", ["وصلت القافلة"]),
        ("القافلة", ["وصلت القافلة"]),
        ("from:Nobody", []),
        ("mill from:Salim", []),
    ],
)
def test_a_message_is_found_by_who_wrote_it_to_whom_and_when(case: Path, home: Path, query: str, said: list[str]) -> None:
    query = query.replace(" type:json", " from:Hamza")

    assert said == [hit["snippet"].rpartition("  ")[2] for hit in _hits(case, home, query)]


@pytest.mark.parametrize("day", ["2014-05-11", "2014-11-05"])
def test_a_day_in_doubt_is_found_by_both_its_readings(case: Path, home: Path, day: str) -> None:
    assert ["Marta"] == [hit["snippet"].split("] ")[1].split()[0] for hit in _hits(case, home, f"date:{day} from:Marta")]


def test_those_who_wrote_are_names(case: Path, home: Path) -> None:
    named = {row["text"] for row in kashf_json("names", case, "--type", "PER", home=home)["names"]}

    assert {"Hamza Sweidi", "Salim Haddad", "Marta Oliveira", "Basil Aridi"} <= named


def test_the_files_of_messages_are_joined_and_missing_ones_said(case: Path, home: Path) -> None:
    telegram, whatsapp = (
        kashf_json("show", case, _hits(case, home, f"from:{sender}")[0]["document"], home=home) for sender in ("Hamza", "Marta")
    )
    files = [file for shown in (telegram, whatsapp) for message in shown["messages"] for file in message["files"]]

    assert {"photos/1.png": True, "photos/2.png": False, "1-PHOTO.png": True} == {file["name"]: bool(file["document"]) for file in files}
    assert "files that messages name and that are not here: 1 of 2" in kashf("show", case, telegram["document"], home=home).stdout

"""Sound comes in, somebody types what is said, a model of the user drafts; it survives a rebuild and goes with the recording."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.recordings import mp4, wav
from tests.stories.command import kashf, kashf_json

pytestmark = [pytest.mark.slow, pytest.mark.sandbox]

SPEECH = """import json, os
with open(os.environ["KASHF_RECORDING"], "rb") as recording:
    assert recording.read(4)
print(json.dumps({"start_ms": 500, "end_ms": 1500, "text": "bring the fuel", "confidence": 0.4}))
"""
TRANSLATION = """import json, sys
head, *lines = map(json.loads, sys.stdin)
for line in lines:
    print(json.dumps({"line": line["line"], "text": "said: " + line["text"], "confidence": 0.5}))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files, a case of them, and its home."""
    made = tmp_path_factory.mktemp("made")
    (made / "files").mkdir()
    (made / "files" / "memo.wav").write_bytes(wav(2.0))
    (made / "files" / "film.mp4").write_bytes(mp4(91.5))
    (made / "files" / "order.txt").write_text("يدفن الشهيد ليلا\n", encoding="utf-8")
    kashf("init", made / "a.case", home=made / "home")
    kashf("add", made / "a.case", made / "files", "--from", "courier", home=made / "home", expect=3)
    return made


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "a.case"


def id_of(folder: Path, name: str) -> str:
    return hashlib.sha256((folder / "files" / name).read_bytes()).hexdigest()


def test_what_is_said_is_typed_found_kept_through_a_rebuild_and_destroyed(case: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    film = id_of(tmp_path, "film.mp4")
    assert "00:01:31.5" == kashf_json("listen", case, film, home=home, expect=1)["duration"]

    said = ("--at", "00:01:23-00:01:31", "--text", "احضروا الوقود ليلا", "--as", "Layla")
    kashf("listen", case, film, *said, home=home)
    refused = kashf("listen", case, film, "--at", "05:00-05:10", "--text", "later", "--as", "Layla", home=home, expect=2)
    assert "ends at 00:01:31.5" in refused.stderr
    assert film == kashf_json("find", case, "الوقود", home=home)["hits"][0]["document"]

    kashf("rebuild", case, home=home, expect=3)
    assert film == kashf_json("find", case, "الوقود", home=home)["hits"][0]["document"]
    kashf("destroy", case, film, "--why", "a court said so", "--yes", home=home, expect=3)
    assert [] == kashf_json("find", case, "الوقود", home=home, expect=1)["hits"]
    kashf("verify", case, home=home)


def test_models_of_the_user_draft_and_are_marked(case: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    for name, code in (("speech", SPEECH), ("translation", TRANSLATION)):
        (tmp_path / f"{name}.py").write_text(code)
        kashf("models", "add", tmp_path / f"{name}.py", "--kind", name, home=home)

    memo = id_of(tmp_path, "memo.wav")
    kashf("listen", case, memo, "--model", "speech", "--as", "Layla", home=home)
    (draft,) = kashf_json("listen", case, memo, home=home)["drafts"]
    assert ["bring the fuel"] == [each["text"] for each in draft["passages"]]
    assert [] == kashf_json("find", case, "fuel", home=home, expect=1)["hits"]
    stretch = ("--confirm", draft["entry"][:12], "--at", "00:00:00.5-00:00:01.5", "--as", "Qasim")
    kashf("listen", case, memo, *stretch, "--text", "bring the food", home=home, expect=2)
    kashf("listen", case, memo, *stretch, "--text", "bring the fuel", home=home)
    assert 1 == len(kashf_json("find", case, "fuel", home=home)["hits"])

    order = id_of(tmp_path, "order.txt")
    kashf("translate", case, order, "--to", "en", "--machine", "translation", "--as", "Layla", home=home)
    (line,) = kashf_json("translate", case, order, home=home)["segments"]
    assert [("said: يدفن الشهيد ليلا", True)] == [(quote["rendering"], quote["machine"]) for quote in line["quotes"]]
    assert "MACHINE" in kashf("translate", case, order, home=home).stdout
    kashf("translate", case, order, "--differences", home=home, expect=1)

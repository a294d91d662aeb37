"""What leaves for another program passes one gate: with a protected string in it nothing is written, and nobody is told which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.stories.command import kashf

PAPER = (
    "ولاية المرج\nديوان الجسور\nالعدد: ١٠٤\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / ديوان المطاحن\n"
    "تقرر سحب السلاح الثقيل من تدمر. يسلمه يوسف الشمالي.\nسالم الوردي\nمدير المكتب\n"
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Return a home, a case and a folder for files."""
    root = tmp_path_factory.mktemp("exporting")
    home, leak, case = root / "home", root / "leak", root / "a.case"
    leak.mkdir()
    (leak / "paper.txt").write_text(PAPER, encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)
    return home, case, root


def test_a_case_leaves_without_the_people_in_it(world: tuple[Path, Path, Path]) -> None:
    home, case, files = world

    done = kashf("export", case, "--format", "ftm", "--out", files / "case.ftm.json", home=home)

    written = (files / "case.ftm.json").read_text(encoding="utf-8")
    entities = [json.loads(line) for line in written.splitlines()]
    assert ["paper.txt"] == [each["properties"]["fileName"][0] for each in entities if each["schema"] == "Document"]
    assert not any(name in written for name in ("الشمالي", "الوردي"))
    assert "PER" in done.stderr
    assert written == kashf("export", case, "--format", "ftm", home=home).stdout


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("export", "--format", "ftm"), "x.json"),
        (("export", "--format", "geojson"), "x.geojson"),
        (("export", "--format", "graphml"), "x.graphml"),
        (("acts",), "acts.csv"),
        (("places",), "places.csv"),
        (("map",), "map.geojson"),
        (("timeline",), "timeline.csv"),
        (("network", "--letters"), "network.gexf"),
        (("registers",), "registers.csv"),
    ],
)
def test_no_door_writes_what_is_protected(world: tuple[Path, Path, Path], command: tuple[str, ...], name: str) -> None:
    home, case, files = world
    (files / "protect.txt").write_text("Tadmur\nDiwan al-Jusur\nديوان الجسور\nتدمر\npaper.txt\n", encoding="utf-8")
    out = files / f"kept-{name}"

    done = kashf(command[0], case, *command[1:], "--protect", files / "protect.txt", "--out", out, home=home, expect=5)

    assert not out.exists()
    assert "string " in done.stderr
    assert "تدمر" not in done.stderr + done.stdout


def test_a_list_that_holds_nothing_and_a_list_without_a_file_are_refused(world: tuple[Path, Path, Path]) -> None:
    home, case, files = world
    (files / "empty.txt").write_text("\n \n", encoding="utf-8")
    (files / "some.txt").write_text("Tadmur\n", encoding="utf-8")

    kashf("export", case, "--format", "ftm", "--protect", files / "empty.txt", "--out", files / "y.json", home=home, expect=2)
    kashf("acts", case, "--protect", files / "some.txt", home=home, expect=2)

    assert not (files / "y.json").exists()

"""Photographs that one camera took in a row are told as a session, as a person sees it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from tests.stories.command import kashf, kashf_json

#: Name, time by the camera's clock, number of the camera; the third and fourth were taken in one second.
PHOTOS = (
    ("IMG_0007.jpg", "2014:11:20 23:50:00", "A1"),
    ("IMG_0010.jpg", "2014:11:21 00:10:00", "A1"),
    ("IMG_0012.jpg", "2014:11:21 00:20:00", "A1"),
    ("IMG_0011.jpg", "2014:11:21 00:20:00", "A1"),
    ("IMG_0013.jpg", "2014:11:21 00:55:00", "A1"),
    ("DSC_0001.jpg", "2014:11:21 00:11:00", "B2"),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def leak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    leak = tmp_path_factory.mktemp("brought") / "leak"
    leak.mkdir()
    for number, (name, when, camera) in enumerate(PHOTOS):
        exif = Image.Exif()
        exif[0x0110] = "Kestrel 5"
        exif.get_ifd(0x8769).update({0x9003: when, 0xA431: camera})
        Image.new("RGB", (300, 200), (40 * number, 90, 20)).save(leak / name, exif=exif)
    return leak


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, leak: Path, home: Path) -> Path:
    made = tmp_path_factory.mktemp("cases") / "a.case"
    kashf("init", made, home=home)
    kashf("add", made, leak, "--from", "heron-1", home=home)
    return made


def id_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "number", "of"),
    [
        ("IMG_0007.jpg", 1, 4),
        ("IMG_0010.jpg", 2, 4),
        ("IMG_0011.jpg", 3, 4),
        ("IMG_0012.jpg", 4, 4),
        ("IMG_0013.jpg", 1, 1),
        ("DSC_0001.jpg", 1, 1),
    ],
)
def test_a_photograph_says_which_of_its_session_it_is(case: Path, leak: Path, home: Path, name: str, number: int, of: int) -> None:
    told = kashf_json("show", case, id_of(leak / name), home=home)["photo_session"]

    assert (number, of) == (told["number"], told["of"])


def test_the_session_is_told_by_the_clock_of_the_camera(case: Path, leak: Path, home: Path) -> None:
    said = kashf("show", case, id_of(leak / "IMG_0010.jpg"), home=home).stdout

    assert "photo 2 of 4 of a session, 2014-11-20 23:50:00 to 2014-11-21 00:20:00 by the camera's clock" in said

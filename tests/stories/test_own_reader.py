"""A team keys fifty lines, brings a reader of its own, has it measured, and only then sees its drafts."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from examples.toy_reader import CELL, DIGITS, HEIGHT, digit_reader, draw_digits
from kashf.bootstrap import open_to_decide
from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.services.ledger.persons import introduce
from kashf.services.transcription.keying import draw_lines, key_line
from kashf.settings import Settings
from tests.able_to_sign import able_to_sign
from tests.stories.command import kashf, kashf_json
from tests.toy_models import answering

pytestmark = [pytest.mark.sandbox, pytest.mark.slow]

LINES, DIGITS_A_LINE, TOP, LEFT, STEP = 17, 6, 100, 100, 60
#: A box on such a page begins and ends with a pixel; the toy reads no line that is a pixel aside.
WIDTH, LENGTH = 500, 1250


def truth(page: int) -> list[str]:
    """Return the numbers on a page, made up, the same every time."""
    chance = random.Random(page)
    return ["".join(chance.choice(DIGITS) for _ in range(DIGITS_A_LINE)) for _ in range(LINES)]


def draw_page(numbers: list[str]) -> Image.Image:
    paper = np.full((LENGTH, WIDTH), 255, dtype=np.uint8)
    for row, number in enumerate(numbers):
        drawn = draw_digits(number)
        paper[TOP + row * STEP : TOP + row * STEP + HEIGHT, LEFT : LEFT + drawn.shape[1]] = drawn
    return Image.fromarray(paper)


def region(row: int) -> Region:
    """Return where a line stands."""
    top = TOP + row * STEP
    sides = (LEFT / WIDTH, top / LENGTH, (LEFT + DIGITS_A_LINE * 2 * CELL) / WIDTH, (top + HEIGHT) / LENGTH)
    return Region(*(round(side * 10_000) for side in sides))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for page in range(4):
        draw_page(truth(page)).save(folder / f"{page}.png")
    case = folder.parent / "digits.case"
    kashf("init", case, home=home)
    kashf("add", case, folder, "--from", "courier", home=home, expect=(0, 3))
    return case


@pytest.fixture(scope="module")
def pages(case: Path) -> dict[int, PagePlace]:
    from kashf.bootstrap import open_case

    opened = open_case(case)
    found = {int(record.name[-5]): PagePlace(DocumentId(record.id), 1) for record in opened.view.walk()}
    opened.close()
    return found


def key(case: Path, home: Path, place: PagePlace, numbers: list[str]) -> None:
    """Have two persons type every line of a page."""
    for person in ("Amal", "Layla"):
        settings = able_to_sign(Settings(actor=person, home=home / "kashf"))
        with open_to_decide(case, settings=settings) as writable:
            introduce(writable, person)
        with open_to_decide(case, settings=settings) as writable:
            draw_lines(writable, place, [region(row) for row in range(LINES)])
            for row, number in enumerate(numbers):
                key_line(writable, place, region(row), number)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory, home: Path) -> dict[str, str]:
    """Add a good reader and two bad ones; their ids by name."""
    folder = tmp_path_factory.mktemp("models")
    (folder / "digits.onnx").write_bytes(digit_reader())
    (folder / "letters.onnx").write_bytes(digit_reader(alphabet="abcdefghij"))
    (folder / "crashing.py").write_text(answering("1 / (asked['line'] - 3)"))
    return {path.stem: kashf_json("models", "add", path, "--kind", "handwriting", home=home)["id"] for path in sorted(folder.iterdir())}


def test_a_reader_is_measured_on_keyed_lines_and_drafts_only_then(
    case: Path, home: Path, pages: dict[int, PagePlace], models: dict[str, str]
) -> None:
    for page in (0, 1):
        key(case, home, pages[page], truth(page))
    early = kashf("models", "measure", case, "digits", home=home, expect=5)
    assert "here are 34, so 16 are missing" in early.stderr
    asked = f"{pages[3].document[:12]}#1"
    with open_to_decide(case, settings=able_to_sign(Settings(actor="Amal", home=home / "kashf"))) as writable:
        draw_lines(writable, pages[3], [region(row) for row in range(LINES)])
    assert "drafts nothing before" in kashf("models", "draft", case, asked, home=home, expect=5).stderr

    key(case, home, pages[2], truth(2))
    good = kashf_json("models", "measure", case, "digits", home=home)
    bad = kashf_json("models", "measure", case, "letters", home=home)

    assert (51, 0.0, 0.0) == (good["lines"], good["cer"]["rate"], good["values"]["rate"])
    assert (51, 1.0, 1.0) == (bad["lines"], bad["cer"]["rate"], bad["wer"]["rate"])

    drafts = kashf_json("models", "draft", case, asked, home=home)["drafts"]
    assert truth(3) == [draft["text"] for draft in drafts]
    assert {(models["digits"], 0.0, True)} == {(draft["model"], draft["cer"]["rate"], draft["is_draft"]) for draft in drafts}
    shown = kashf("models", "draft", case, asked, "--model", "letters", home=home)
    assert "Draft by letters, a machine: 100.0 % of letters wrong (100.0 to 100.0 %) on 51 lines that people typed" in shown.stderr
    assert 1 == kashf("find", case, truth(3)[0], home=home, expect=1).returncode

    broken = kashf("models", "measure", case, "crashing", home=home, expect=3)
    assert "the model ended with code 1; it said: ZeroDivisionError" in broken.stderr
    kashf("verify", case, home=home)
    listed = {each["name"]: each["measured"] for each in kashf_json("models", "list", case, home=home)["models"]}
    assert (1.0, None) == (listed["letters"]["cer"]["rate"], listed["crashing"])

    key(case, home, pages[3], truth(3)[:3])
    again = kashf_json("models", "measure", case, "digits", home=home)
    assert (51, 3) == (again["lines"], again["left_out"]["helped"])
    assert truth(3)[0] in kashf("find", case, truth(3)[0], home=home).stdout

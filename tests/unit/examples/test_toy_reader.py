from __future__ import annotations

from pathlib import Path

import onnx
import pytest
from PIL import Image

from examples import toy_reader


def test_the_example_writes_a_model_that_says_its_alphabet_and_a_page_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["toy_reader", str(tmp_path / "toy")])

    toy_reader.main()

    model = onnx.load(tmp_path / "toy" / "toy.onnx")
    assert {"alphabet": "0123456789", "ink": "light"} == {each.key: each.value for each in model.metadata_props}
    with Image.open(tmp_path / "toy" / "page.png") as page:
        assert (500, 1400) == page.size

"""The wheel of tesserocr carries codecs of 2017 and 2018 (libtiff, libjpeg, libwebp, libjbig): no byte of a leaked file gets to them.

What reads text is handed pixels. Here that is shown and not believed: in a process of its own, the code of these libraries is taken away
from under it before a picture is read. Whoever runs an instruction of them dies. The fifth, libpng, does run: tesseract packs the picture
of each word as PNG and unpacks it again. What it unpacks is what it has packed itself.
"""

from __future__ import annotations

import ast
import signal
import subprocess
import sys

import pytest

from kashf.sandboxed.engines.tesseract import data_folder
from tests.architecture.source import modules

pytestmark = pytest.mark.skipif(data_folder() is None, reason="tesseract-ocr-ara and tesseract-ocr-eng are not installed")

_PROGRAM = """
import ctypes, os, re, sys
from pathlib import Path
from PIL import Image
from kashf.ports.engines import Picture
from kashf.sandboxed.engines.tesseract import TesseractLineReader, data_folder
from tests.documents import ENGLISH, scan

image = scan([ENGLISH])
image.save(sys.argv[2], "TIFF", compression="tiff_lzw")
picture = Picture(image.width, image.height, 1, image.tobytes())
reader = TesseractLineReader(data_folder())
reader.read_page(picture, number=1)  # so that all is loaded
taken = set()
for line in Path("/proc/self/maps").read_text().splitlines():
    span, rights, *_, path = line.split(maxsplit=5)
    found = re.search(r"tesserocr[.]libs/(lib(?:tiff|jpeg|webp|jbig)[^/]*)", path)
    if found and "x" in rights:
        start, end = (int(part, 16) for part in span.split("-"))
        assert ctypes.CDLL(None).mprotect(ctypes.c_void_p(start), ctypes.c_size_t(end - start), 0) == 0
        taken.add(re.match("lib[a-z]+", found[1])[0])
print(*sorted(taken), flush=True)
if sys.argv[1] == "pixels":
    print(reader.read_page(picture, number=1).text, flush=True)
    os._exit(0)  # else the libraries' own last words at the end of a process would be run
else:
    import tesserocr
    api = tesserocr.PyTessBaseAPI(path=str(data_folder()), lang="eng")
    api.SetImageFile(sys.argv[2])
    print(api.GetUTF8Text())
"""


def _run(what: str, picture: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", _PROGRAM, what, picture], capture_output=True, text=True, timeout=120, check=False)


def test_text_is_read_without_an_instruction_of_the_old_codecs(tmp_path_factory: pytest.TempPathFactory) -> None:
    done = _run("pixels", str(tmp_path_factory.mktemp("codecs") / "page.tif"))

    assert (0, ["libjbig", "libjpeg", "libtiff", "libwebp", "libwebpmux"]) == (
        done.returncode,
        done.stdout.split("\n")[0].split(),
    )
    assert done.stdout.split("\n")[1]


def test_a_process_that_gives_them_a_file_dies(tmp_path_factory: pytest.TempPathFactory) -> None:
    done = _run("file", str(tmp_path_factory.mktemp("codecs") / "page.tif"))

    assert -signal.SIGSEGV == done.returncode


def test_nothing_of_kashf_lets_tesserocr_open_a_file() -> None:
    files = {"SetImageFile", "SetImage", "ProcessPages", "ProcessPage", "image_to_text", "file_to_text", "SetInputName"}
    called = [(path, node.attr) for path, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.Attribute)]

    assert "SetImageBytes" in {name for _, name in called}
    assert [] == [(str(path), name) for path, name in called if name in files]

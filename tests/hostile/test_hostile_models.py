"""Models are strangers' programs: what they do at worst, in the real box, and what becomes of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from onnx import NodeProto, TensorProto, helper, numpy_helper

from examples.toy_reader import digit_reader
from kashf.adapters.model_folder import FolderModels
from kashf.adapters.sandbox import make_sandbox
from kashf.adapters.sandbox.model_boxes import SandboxModelBoxes
from kashf.domain.models.installed import Model, ModelKind
from kashf.domain.models.outputs import LineText
from kashf.errors import RefusedModelError, SandboxError
from kashf.ports.engines import Limits
from kashf.ports.models import ModelRoom
from kashf.services.models import run_model
from kashf.services.models.add_model import add_model
from kashf.services.models.run_model import hear_recording, read_lines, translate_lines
from tests.hostile.outer import run_as_ordinary_user
from tests.toy_models import add_command, answering, digit_line

pytestmark = [pytest.mark.sandbox, pytest.mark.slow]

GOOD = answering('{"line": asked["line"], "text": "12", "confidence": 0.5}')
LINES = (digit_line("12"), digit_line("405"))


@pytest.fixture(scope="module", autouse=True)
def bubblewrap() -> None:
    try:
        make_sandbox(grades=("bubblewrap",))
    except SandboxError as error:
        pytest.skip(f"no box for programs on this machine: {error}")


@pytest.fixture
def room(tmp_path: Path) -> ModelRoom:
    return ModelRoom(FolderModels(tmp_path / "models"), SandboxModelBoxes())


@pytest.fixture
def brought(room: ModelRoom, tmp_path: Path) -> Callable[[str], Model]:
    return lambda script: add_command(room, tmp_path, script)


def refusal(room: ModelRoom, model: Model) -> str:
    with pytest.raises(RefusedModelError) as caught:
        read_lines(room, model, LINES)
    return str(caught.value)


def test_an_onnx_model_reads_lines_in_its_box(room: ModelRoom, tmp_path: Path) -> None:
    path = tmp_path / "digits.onnx"
    path.write_bytes(digit_reader())

    model = add_model(room, path, ModelKind.HANDWRITING)
    first, second = read_lines(room, model, LINES)

    assert ["12", "405"] == [first.text, second.text]
    assert first.confidence > 0.9
    assert [(0, 1, 0, 2500), (1, 2, 5000, 7500)] == [(part.start, part.end, part.left, part.right) for part in first.parts]


def test_a_command_reads_lines_in_their_order_whatever_the_order_of_its_answers(room: ModelRoom, tmp_path: Path) -> None:
    path = tmp_path / "turned.py"
    path.write_text(
        "import json, sys\n"
        "head, *lines = map(json.loads, sys.stdin)\n"
        "for asked in reversed(lines):\n"
        "    print(json.dumps({'line': asked['line'], 'text': f'line {asked[\"line\"]}', 'confidence': 1}))\n"
    )

    model = add_model(room, path, ModelKind.HANDWRITING)

    assert (LineText("line 0", 1.0), LineText("line 1", 1.0)) == read_lines(room, model, LINES)


def test_a_folder_brings_its_own_modules_and_a_program_of_its_own(room: ModelRoom, tmp_path: Path) -> None:
    folder = tmp_path / "brought"
    (folder / "library").mkdir(parents=True)
    (folder / "library" / "words.py").write_text("WORD = 'kestrel'\n")
    (folder / "run.py").write_text(answering('{"line": asked["line"], "text": WORD + asked["text"], "confidence": 1}'))
    (folder / "run.py").write_text("from library.words import WORD\n" + (folder / "run.py").read_text())
    (folder / "model.toml").write_text('name = "Birds"\ncommand = "python run.py"\n')

    model = add_model(room, folder, ModelKind.TRANSLATION)

    assert ["kestrel!"] == [line.text for line in translate_lines(room, model, ["!"])]
    assert "Birds" == model.name


def test_a_model_of_speech_gets_the_recording_open_and_without_its_name(room: ModelRoom, tmp_path: Path) -> None:
    recording = tmp_path / "call.wav"
    recording.write_bytes(b"RIFF of a call")
    script = """
    import json, os, sys
    sound = open(os.environ["KASHF_RECORDING"], "rb").read()
    print(json.dumps({"start_ms": 0, "end_ms": 1500, "text": sound.decode(), "confidence": 0.25}))
    """
    model = add_command(room, tmp_path, script, kind=ModelKind.SPEECH)

    (passage,) = hear_recording(room, model, recording)

    assert ("RIFF of a call", 0, 1500, 0.25) == (passage.text, passage.start_ms, passage.end_ms, passage.confidence)


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("raise SystemExit(3)", "ended with code 3"),
        ("import os; os.kill(os.getpid(), 11)", "ended with code -11"),
        ("import socket; socket.create_connection(('192.0.2.1', 80))", "Operation not permitted"),
        ("import socket; socket.socket(socket.AF_UNIX)", "Operation not permitted"),
        ("open('notes.txt', 'w')", "Read-only file system|Permission denied"),
        ("open('/tmp/notes.txt', 'w')", "Read-only file system|Permission denied"),
        ("open('/etc/passwd')", "No such file"),
        ("import os; print(os.listdir('/home'))", "No such file"),
        ("import subprocess; subprocess.run(['/bin/sh', '-c', 'true'])", "No such file"),
        ("import os, sys\nwhile True: os.write(1, b'x' * 65536)", "more than is ever read"),
        ("import os, sys\nwhile True: os.write(1, b'{}\\n' * 20000)", "more than is ever read"),
        ("print('no JSON')", "not what docs/reference/models.md asks for"),
        ("print('[' * 200000)", "not what docs/reference/models.md asks for"),
        ("print(float('nan'))", "not what docs/reference/models.md asks for"),
        ("pass", "answered for 0 lines, and 2 were asked"),
        (GOOD.replace('asked["line"]', "7"), "for a line that was not asked"),
        (GOOD.replace('asked["line"]', "0"), "for a line that was not asked, or for one twice"),
        (GOOD.replace("0.5", "1.5"), "confidence"),
        (GOOD.replace("0.5", 'float("nan")'), "not what docs/reference/models.md asks for"),
        (GOOD.replace('"12"', '"12\\x00"'), "control character"),
        (GOOD.replace('"12"', '"\\ud800"'), "half a character"),
    ],
)
def test_a_model_that_misbehaves_is_refused_and_told_why(brought: Callable[[str], Model], room: ModelRoom, script: str, why: str) -> None:
    assert re.search(why, refusal(room, brought(script)))


def test_a_model_that_hangs_is_ended_and_leaves_nobody_behind(room: ModelRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_model, "_limits", lambda lines: Limits(seconds=1.5))
    # Other tests run models at the same time, so this one has a name of its own.
    name = f"hangs-{uuid.uuid4().hex}"
    hanging = add_command(room, tmp_path, "import os, time\nos.fork()\nos.setsid()\nwhile True: time.sleep(100)", name=name)
    # It waits by itself: a program that it starts would have its name, too, for a moment.
    with subprocess.Popen(["sh", "-c", "echo; read line", name], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as witness:
        assert witness.stdout is not None
        assert b"\n" == witness.stdout.readline()
        assert [witness.pid] == _running(name)

    assert "not done in time" in refusal(room, hanging)
    assert [] == _running(name)


def test_the_memory_of_all_that_a_model_starts_counts_together(
    brought: Callable[[str], Model], room: ModelRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_model, "_limits", lambda lines: Limits(seconds=60, memory_bytes=200 << 20))
    swarm = brought("import os, time\nos.fork(); os.fork()\nheld = bytearray(b'x') * (80 << 20)\ntime.sleep(50)")

    assert "more memory than it may" in refusal(room, swarm)


def test_what_a_model_says_on_stderr_cannot_move_the_terminal(brought: Callable[[str], Model], room: ModelRoom) -> None:
    said = refusal(room, brought("import sys\nsys.exit('\\x1b[2Jnothing to see\\u202e')"))

    assert "␛[2Jnothing to see⇠" in said


def test_a_model_sees_no_words_of_who_runs_it(brought: Callable[[str], Model], room: ModelRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASHF_ACTOR", "kestrel-2")
    spying = brought(answering('{"line": asked["line"], "text": " ".join(sorted(__import__("os").environ)), "confidence": 1}'))

    told = read_lines(room, spying, LINES)[0].text.split()

    assert {"HOME", "LANG", "PATH"} <= set(told)
    assert not [name for name in told if name.startswith(("KASHF", "USER", "LOGNAME", "SSH"))]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no ONNX file", "no ONNX file that can be loaded"),
        (digit_reader(alphabet=None), "no alphabet"),
        (digit_reader(alphabet="01"), "one for each letter of its alphabet"),
        (digit_reader(height="any"), "its input is not one tensor"),
        (digit_reader(std="0"), "mean or std"),
    ],
)
def test_an_onnx_file_that_is_no_reader_of_lines_is_refused_and_not_kept(room: ModelRoom, tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "strange.onnx"
    path.write_bytes(content)

    with pytest.raises(RefusedModelError, match=why):
        add_model(room, path, ModelKind.HANDWRITING)
    assert () == room.store.models()


def onnx_file(nodes: list[NodeProto], weights: list[TensorProto]) -> bytes:
    given = helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 1, 32, "width"])
    told = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["one", "moments", "classes"])
    model = helper.make_model(
        helper.make_graph(nodes, "hostile", [given], [told], weights), opset_imports=[helper.make_opsetid("", 17)], ir_version=8
    )
    helper.set_model_props(model, {"alphabet": "12"})
    content: bytes = model.SerializeToString()
    return content


def huge() -> bytes:
    """Return a file of some bytes that makes a tensor of 16 GiB."""
    shape = numpy_helper.from_array(np.array([1, 1 << 30, 4], dtype=np.int64), "shape")
    return onnx_file([helper.make_node("ConstantOfShape", ["shape"], ["scores"])], [shape])


def borrowing() -> bytes:
    """Return a file whose weights lie in a file of this machine."""
    weights = TensorProto(name="weights", data_type=TensorProto.FLOAT, dims=[1, 2, 3], data_location=TensorProto.EXTERNAL)
    weights.external_data.add(key="location", value="../../../../etc/hostname")
    return onnx_file([helper.make_node("Identity", ["weights"], ["scores"])], [weights])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (huge(), "crashed|more memory than it may"),
        (borrowing(), "no ONNX file that can be loaded"),
    ],
)
def test_an_onnx_file_that_takes_more_than_it_may_is_refused(room: ModelRoom, tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "hostile.onnx"
    path.write_bytes(content)

    with pytest.raises(RefusedModelError, match=why):
        add_model(room, path, ModelKind.HANDWRITING)
    assert () == room.store.models()


def test_a_program_of_the_folder_is_run_and_no_shell_is_there(room: ModelRoom, tmp_path: Path) -> None:
    folder = tmp_path / "echo"
    folder.mkdir()
    shutil.copy("/bin/cat", folder / "cat")
    (folder / "model.toml").write_text('command = "cat"')
    with pytest.raises(RefusedModelError, match="answered for 1 line, and 0 were asked"):
        add_model(room, folder, ModelKind.HANDWRITING)

    (folder / "cat").write_text("#!/bin/sh\nexit 0\n")
    with pytest.raises(RefusedModelError, match="crashed"):
        add_model(room, folder, ModelKind.HANDWRITING)


def test_an_alphabet_beside_the_file_is_used_and_pinned(room: ModelRoom, tmp_path: Path) -> None:
    (tmp_path / "digits.onnx").write_bytes(digit_reader(alphabet=None))
    (tmp_path / "digits.alphabet.txt").write_text("\n".join("٠١٢٣٤٥٦٧٨٩") + "\n", encoding="utf-8")

    model = add_model(room, tmp_path / "digits.onnx", ModelKind.HANDWRITING)

    assert ["digits.onnx", "digits.alphabet.txt"] == [each.path for each in model.files]
    assert "٤٠٥" == read_lines(room, model, LINES)[1].text


def test_an_ordinary_user_runs_both_kinds_in_boxes() -> None:
    program = """
import json, tempfile
from pathlib import Path
from kashf.adapters.model_folder import FolderModels
from kashf.adapters.sandbox.model_boxes import SandboxModelBoxes
from kashf.domain.models.installed import ModelKind
from kashf.ports.models import ModelRoom
from kashf.services.models.add_model import add_model
from kashf.services.models.run_model import read_lines
from examples.toy_reader import digit_reader
from tests.toy_models import answering, digit_line
with tempfile.TemporaryDirectory() as folder:
    room = ModelRoom(FolderModels(Path(folder, "models")), SandboxModelBoxes())
    Path(folder, "digits.onnx").write_bytes(digit_reader())
    Path(folder, "toy.py").write_text(answering('{"line": asked["line"], "text": "12", "confidence": 0.5}'))
    models = [add_model(room, Path(folder, name), ModelKind.HANDWRITING) for name in ("digits.onnx", "toy.py")]
    print(json.dumps([[line.text for line in read_lines(room, model, [digit_line("12")])] for model in models]))
"""

    done = run_as_ordinary_user(["-c", program])

    assert (0, [["12"], ["12"]]) == (done.returncode, json.loads(done.stdout or "null")), done.stderr


def test_onnxruntime_as_it_is_pinned_holds_no_network_client() -> None:
    """What it imports in Python is watched by the story of network clients; this looks into what it is compiled of."""
    program = "import onnxruntime, pathlib; print(*pathlib.Path(onnxruntime.__file__).parent.rglob('*.so*'), sep='\\n')"
    libraries = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()

    assert libraries
    assert [] == [path for path in libraries if b"libcurl" in Path(path).read_bytes()]


def _running(name: str) -> list[int]:
    """Return who on this machine has the name on its command line; one that is dead and not yet waited for has none."""
    return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/cmdline") if name.encode() in _content(path)]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""

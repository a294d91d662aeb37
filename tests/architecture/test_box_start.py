"""What a box loads before it has seen a file: each hundred milliseconds of it is paid by every command."""

from __future__ import annotations

import subprocess
import sys

#: What only rare files need: decryption, the packing of the web, mail stores.
RARE = ("cryptography", "msoffcrypto", "brotli", "pypff", "numpy.fft", "numpy.random", "onnxruntime")


def test_a_box_loads_nothing_that_only_rare_files_need() -> None:
    told = "import sys, kashf.sandboxed.worker as worker; worker.preload(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()

    assert [] == [name for name in RARE if name in loaded]

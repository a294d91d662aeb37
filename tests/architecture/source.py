"""The files under test in this folder: what git knows of the repository, and the modules of kashf as syntax trees."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "kashf"


@cache
def committed_files() -> tuple[Path, ...]:
    """Return every file git tracks or would track, so that a file is judged before it is committed."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout
    paths = (ROOT / name for name in listing.decode().split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def committed_texts() -> tuple[tuple[str, str], ...]:
    """Return (path within the repository, text) of every tracked file that is text."""
    texts = []
    for path in committed_files():
        try:
            texts.append((str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue  # a picture, for example
    return tuple(texts)


@cache
def modules(*folders: str) -> tuple[tuple[str, ast.Module], ...]:
    """Return (path within kashf, syntax tree) of every module, or of those in the folders named."""
    starts = [SOURCE / folder for folder in folders] or [SOURCE]
    paths = sorted(path for start in starts for path in start.rglob("*.py"))
    return tuple((str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8"))) for path in paths)

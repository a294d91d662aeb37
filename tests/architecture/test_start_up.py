"""What is loaded before anything is done: a Python start takes 20 ms, so imports are the enemy."""

import json
import subprocess
import sys

HEAVY = ("pydantic", "pydantic_settings", "tantivy", "starlette", "numpy", "PIL", "lxml", "iscc_tika")
HELP = "import sys\nfrom kashf.cli.main import main\nsys.argv = ['kashf', '--help']\ntry:\n    main()\nexcept SystemExit:\n    pass\n"


def _loaded(program: str) -> set[str]:
    """Run the program in a Python of its own and return the top-level modules it has loaded."""
    ending = "\nimport json, sys\nprint(json.dumps(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", program + ending], check=True, capture_output=True, text=True)
    return set(json.loads(run.stderr.splitlines()[-1]))


def test_importing_kashf_loads_nothing_heavy() -> None:
    assert set() == _loaded("import kashf") & {*HEAVY, "typer", "rich", "structlog"}


def test_help_loads_nothing_heavy() -> None:
    assert set() == _loaded(HELP) & set(HEAVY)


def test_what_a_search_is_made_of_loads_no_numbers_it_does_not_need() -> None:
    assert set() == _loaded("import kashf.services.search.find") & {*HEAVY, "decimal", "fractions"}


def test_every_public_export_can_be_had_and_says_what_it_is() -> None:
    import kashf

    assert [] == [name for name in kashf.__all__ if not name.startswith("__") and not getattr(kashf, name).__doc__]


def test_the_rules_of_quoted_mail_are_not_loaded_to_say_where_a_case_stands() -> None:
    program = "import sys\nimport kashf.services.case.documents, kashf.services.case.overview\n"
    told = "print('kashf.language.marks.quoted_mail' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program + told], check=True, capture_output=True, text=True)
    assert "False" == run.stdout.strip()

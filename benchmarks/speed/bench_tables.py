"""What a table of two fields costs, by the number of forms.

    python -m benchmarks.speed.bench_tables [--forms 1000 4000]

The forms are those of `bench_families`. Prints one JSON object a size: processor seconds of `kashf table` as anybody runs it, with its
start, and of the table alone in a process that runs, the least of three. Of the second table one field tells who somebody is, so that
those who are under 18 are looked for. Target at 22,000: 0.5.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.forms.courier_pile import pile_texts
from benchmarks.forms.made_cases import case_of_texts
from benchmarks.speed.measure import machine, run
from kashf.domain.forms.template_fields import FieldKind
from kashf.services.case.copies.witnesses import group_copies
from kashf.services.case.open import OpenCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.tables.form_tables import AskedTable, table
from kashf.services.forms.told_families import FormFamily, families

#: What is asked, by name.
_ASKED = {
    "nationality by go-between": (FieldKind.NATIONALITY, FieldKind.GO_BETWEEN),
    "kunya by nationality": (FieldKind.KUNYA, FieldKind.NATIONALITY),
}
_TIMES = 3
#: An installed program keeps its compiled files.
_AS_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forms", type=int, nargs="+", default=[1000, 4000])
    for forms in parser.parse_args().forms:
        print(json.dumps({"forms": forms, **costs(forms), **machine()}, ensure_ascii=False), flush=True)


def costs(forms: int) -> dict[str, object]:
    """Return the processor seconds of each table."""
    with TemporaryDirectory(prefix="kashf-bench-") as folder, case_of_texts(Path(folder), pile_texts(forms=forms, long=True)) as case:
        keep_families(case)
        group_copies(case)
        best = families(case.reading).families[0]
        return {name: _costs(case.reading, best, *kinds) for name, kinds in _ASKED.items()}


def _costs(case: OpenCase, family: FormFamily, rows: FieldKind, columns: FieldKind) -> dict[str, float]:
    words = (sys.executable, "-m", "kashf", "table", case.path, family.id, "--rows", rows.value, "--columns", columns.value, "--json")
    fields = {each.kind: each for each in reversed(family.fields)}
    asked = AskedTable(family, fields[rows], fields[columns])
    return {
        "kashf table": round(min(run(words, environment=_AS_INSTALLED, watch=False).cpu_seconds for _ in range(_TIMES)), 2),
        "the table alone": round(min(_seconds(case, asked) for _ in range(_TIMES)), 2),
    }


def _seconds(case: OpenCase, asked: AskedTable) -> float:
    before = time.process_time()
    table(case, asked)
    return time.process_time() - before


if __name__ == "__main__":
    main()

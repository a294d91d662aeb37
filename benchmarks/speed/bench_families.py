"""What finding the families of many forms costs, part by part, and their copies.

    python -m benchmarks.speed.bench_families [--forms 1000 4000]

The forms are those of `benchmarks.forms.courier_pile`, each of 22 fields, 14 of which nearly all answer alike, put into a case as they are
read from files of text. Prints one JSON object a size: processor seconds, with what is set by default. Target at 22,000: 60, copies 60.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.forms.courier_pile import pile_texts
from benchmarks.forms.made_cases import case_of_texts
from benchmarks.forms.stage_parts import Part, timed_parts
from benchmarks.speed.measure import machine
from kashf.adapters.records.families.family_tables import FormsWriter
from kashf.adapters.records.view import SqlView
from kashf.entities.forms.find_families import Templates
from kashf.intake.near_texts import grouping
from kashf.services.case.copies import witnesses
from kashf.services.forms import keep_families

_FAMILIES: Sequence[Part] = (
    (SqlView, "bare_pages", "pages read from the store"),
    (keep_families, "find_templates", "templates learned"),
    (Templates, "read", "documents read for what is filled in"),
    (keep_families, "with_said", "what values say"),
    (FormsWriter, "put_forms_of", "stored"),
    (keep_families, "read_dates_anew", "dates read anew"),
)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forms", type=int, nargs="+", default=[1000, 4000])
    for forms in parser.parse_args().forms:
        print(json.dumps({"forms": forms, **costs(forms), **machine()}, ensure_ascii=False), flush=True)


def costs(forms: int) -> dict[str, object]:
    """Return the processor seconds of families, by part and in all, and of copies."""
    with TemporaryDirectory(prefix="kashf-bench-") as folder, case_of_texts(Path(folder), pile_texts(forms=forms, long=True)) as case:
        with timed_parts(*_FAMILIES) as clock:
            found = keep_families.keep_families(case)
        with timed_parts((grouping, "near_pairs", "near texts compared")) as copying:
            witnesses.group_copies(case)
    return {
        "found": found,
        "families": round(clock.seconds.total(), 1),
        "families by part": {part: round(seconds, 1) for part, seconds in clock.seconds.most_common()},
        "copies": round(copying.seconds.total(), 1),
        "copies by part": {part: round(seconds, 1) for part, seconds in copying.seconds.most_common()},
    }


if __name__ == "__main__":
    main()

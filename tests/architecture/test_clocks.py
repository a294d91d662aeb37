"""No test asks how long something took: a busy machine would decide. Count the steps instead (tests/counting.py)."""

import re

from tests.architecture.source import committed_texts

#: CPU time and the finest clock serve for nothing but measuring; `monotonic` also ends a wait that would never end.
MEASURES = re.compile(r"perf_counter\(|process_time\(|thread_time\(|default_timer\(|\bgetrusage\(|assert [^\n]*(?:\.seconds\b|monotonic\()")


def test_no_test_measures_time() -> None:
    timed = [path for path, text in committed_texts() if path.startswith("tests/") and path.endswith(".py") and MEASURES.search(text)]

    assert [] == [path for path in timed if path != "tests/architecture/test_clocks.py"]

"""A file of checks: `{"checks": [{"batch": "2014-03", "finding": "genuine", "material": "letters", ...}]}`."""

from __future__ import annotations

from kashf.evidence.given_json import GivenObject, given_object
from kashf.evidence.reliability.batch_checks import BatchCheck, BatchFinding


def read_checks(untrusted_content: bytes) -> tuple[BatchCheck, ...]:
    """Return the checks in a file.

    Raises:
        BadEvidenceError: It is no such file; the message names the place.
    """
    given = given_object(untrusted_content)
    given.only("about", "checks")
    return tuple(_check(each) for each in given.objects("checks"))


def _check(given: GivenObject) -> BatchCheck:
    given.only("batch", "finding", "material", "years", "files", "by", "chosen_by")
    finding = given.words("finding")
    if finding not in set(BatchFinding):
        raise given.fault("'finding' has to be genuine, false or open")
    return BatchCheck(
        given.id("batch"),
        BatchFinding(finding),
        given.words("material", longest=100, default=""),
        given.number("years", low=0, high=200, default=0),
        given.whole("files", low=1, high=100_000_000, default=1),
        given.words("by", longest=100, default=""),
        given.words("chosen_by", longest=100, default=""),
    )

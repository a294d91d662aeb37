from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any

import pytest

from kashf import english_text_worker, text_worker
from kashf.bootstrap import has_english_model, make_sandbox
from kashf.domain.document import Page
from kashf.errors import SandboxError
from kashf.ports.engines import Limits
from kashf.ports.runtime import Task
from kashf.ports.stages import DATES, INDEX, NAMES
from kashf.services.ingest.looking.find_in_texts import TEXT_STAGES
from kashf.services.ingest.looking.found_parts import FoundParts
from kashf.services.ingest.looking.sent_texts import packed
from tests.texts import sent_text

TEXT = "Yesterday Zubaq Fayruzi sent 500 USD to +352 621 555 017."
DOCUMENTS = packed([sent_text(Page(1, TEXT), stages=tuple(stage.name for stage in TEXT_STAGES))])


class NoParts:
    """Takes no part of an answer."""

    def member(self, head: object, chunks: object) -> None:
        raise AssertionError("nobody asked for parts")


def settings(*accepted: str) -> bytes:
    lexicon = {"labels": [], "titles": [], "openers": []}
    told = {"accepted": [[name, "PER"] for name in accepted], "english_model": False, "is_learnt": False, "lexicon": lexicon}
    return json.dumps(told).encode()


def names_in(answer: Any) -> list[tuple[str, str]]:
    return [(TEXT[row[1] : row[2]], row[5]) for row in answer["found"][0][NAMES.name]]


def asked(payloads: Sequence[bytes]) -> Any:
    files = [os.memfd_create("payload") for _ in payloads]
    try:
        for file, payload in zip(files, payloads, strict=True):
            os.write(file, payload)
        return text_worker.handle({"kind": "look"}, files, NoParts())
    finally:
        for file in files:
            os.close(file)


def test_names_that_people_accepted_are_found_beside_those_that_no_case_knows() -> None:
    without, told = (names_in(asked((settings(*accepted), b"", DOCUMENTS))) for accepted in ((), ("Zubaq Fayruzi",)))

    assert ("+352 621 555 017" in dict(without), "Zubaq Fayruzi" in dict(told)) == (True, True)
    assert "gazetteer:case" == dict(told)["Zubaq Fayruzi"]
    assert "gazetteer:case" not in dict(without).values()


def test_there_is_no_other_kind_of_task() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        text_worker.handle({"kind": "read"}, (), NoParts())


@pytest.mark.slow
def test_a_worker_in_a_real_box_finds_what_one_here_does() -> None:
    try:
        sandbox = make_sandbox(accept_unsafe=False)
    except SandboxError as error:
        pytest.skip(str(error))
    payloads = (settings("Zubaq Fayruzi"), b"", DOCUMENTS)
    parts = FoundParts()
    with sandbox.text_worker(english_model=False) as worker:
        outcome = worker.run(Task("look", (), {}, Limits(), payloads))
        in_parts = worker.run(Task("look", (), {"in_parts": True}, Limits(), payloads), members=parts)

    whole = json.loads(json.dumps(asked(payloads)))
    assert whole == outcome.untrusted_answer
    (some,) = in_parts.untrusted_answer["found"]  # type: ignore[index]  # an object, as the one above
    rows = {name: [row for part in each for row in json.loads(part)] for name, each in parts.take().items()}
    assert whole["found"] == [{**some, **rows}]
    assert {INDEX.name, NAMES.name, DATES.name} == set(rows)


@pytest.mark.skipif(not has_english_model(), reason="the English model is an extra")
def test_the_model_of_english_names_is_loaded_beforehand() -> None:
    english_text_worker.preload()

    assert any(tagger.name.startswith("model:") for tagger in text_worker._taggers(english_model=True))

"""Joins services and adapters; the one place that knows both. Imports wait until a function needs them: a person is waiting too."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.adapters.case_folder import read_label, translate_permissions
from kashf.adapters.folder_blobs import translate_disk_full
from kashf.bootstrap.cases import (
    create_case,
    keep_caches,
    open_again,
    open_case,
    open_for_writing,
    open_to_decide,
    open_to_start_again,
    temporary_blobs,
)
from kashf.bootstrap.signers import check_can_sign, keys_folder
from kashf.bootstrap.text_decoding import decode_and_guess_language, decode_list, decode_text

if TYPE_CHECKING:
    from kashf.adapters.left_behind import Trace
    from kashf.adapters.machine import Part
    from kashf.adapters.sandbox.boundary import Check
    from kashf.entities.tagging.train import Learned
    from kashf.ports.models import DraftCache, ModelRoom
    from kashf.ports.runtime import Clock, RunLog, Sandbox
    from kashf.ports.taggers import Tagger, TaggerKit
    from kashf.services.case.open import OpenCase
    from kashf.settings import Settings

__all__ = [
    "check_can_sign",
    "create_case",
    "decode_and_guess_language",
    "decode_list",
    "decode_text",
    "draft_cache",
    "examine_machine",
    "examine_traces",
    "has_english_model",
    "keys_folder",
    "learn_from",
    "make_kit",
    "make_sandbox",
    "make_taggers",
    "model_room",
    "open_again",
    "open_case",
    "open_for_writing",
    "open_to_decide",
    "open_to_start_again",
    "run_log",
    "system_clock",
    "temporary_blobs",
    "try_sandbox",
]

#: Where what was learnt from a case's names is kept.
_LEARNED = "learned-names"


def make_sandbox(*, accept_unsafe: bool) -> Sandbox:
    """Return the best sandbox this machine has.

    Raises:
        SandboxError: None, and nobody has accepted an unsafe one.
    """
    from kashf.adapters.sandbox import make_sandbox as make

    return make(accept_unsafe=accept_unsafe)


def make_taggers(case: OpenCase | None = None, *, english_model: bool = False) -> tuple[Tagger, ...]:
    """Return what finds names on this machine; see `make_kit`."""
    return make_kit(case, english_model=english_model).taggers


def make_kit(case: OpenCase | None, *, english_model: bool) -> TaggerKit:
    """Return what finds names on this machine, here and in workers.

    Args:
        case: Names that people have accepted in it are looked for too, and what was learnt from them is used; None outside of a case.
        english_model: Whether spaCy's model reads English as well.

    Raises:
        UnfinishedError: What was learnt from the case's names cannot be read.
        UsageError: The English model is asked for and not installed.
    """
    from kashf.adapters.taggers.assembled import learnt_taggers, taggers_of
    from kashf.adapters.taggers.model_file import kept_bytes
    from kashf.ports.taggers import TaggerKit
    from kashf.services.places.own_places import names_to_find

    accepted, learnt = (names_to_find(case), kept_bytes(case.cache / _LEARNED)) if case else ((), None)
    return TaggerKit((*taggers_of(accepted, english_model=english_model), *learnt_taggers(learnt)), accepted, learnt, english_model)


def has_english_model() -> bool:
    """Return whether spaCy and its English model are installed."""
    from kashf.adapters.taggers.spacy import is_installed

    return is_installed()


def learn_from(case: OpenCase, *, english_model: bool = False) -> Learned:
    """Learn to find a case's names from those that were accepted, and keep what was learnt if it helps; the next `process` uses it.

    Args:
        case: Whose names.
        english_model: Whether spaCy's model reads the case's English pages; what is learnt is held against all that finds names.

    Raises:
        UsageError: Too little was decided to learn from, or the English model is asked for and not installed.
        UnfinishedError: The case is of an earlier kashf, which did not look for names.
        NoSpaceError: The disk is full.
    """
    from kashf.adapters.taggers.assembled import case_learner, taggers_of
    from kashf.adapters.taggers.model_file import KeptModel, keep_model
    from kashf.services.names.finding.learn import learn_names

    learnt = learn_names(case, taggers=partial(taggers_of, english_model=english_model), learner=case_learner())
    path = case.cache / _LEARNED
    with translate_permissions(path), translate_disk_full():
        if learnt.model is None:
            path.unlink(missing_ok=True)
        else:
            keep_model(path, KeptModel(learnt.model, learnt.types, learnt.precisions))
    keep_caches(case)
    return learnt


def model_room(settings: Settings) -> ModelRoom:
    """Return the models of this installation and the boxes they run in."""
    from kashf.adapters.model_folder import FolderModels
    from kashf.adapters.sandbox.model_boxes import SandboxModelBoxes
    from kashf.ports.models import ModelRoom

    return ModelRoom(FolderModels(settings.home / "models"), SandboxModelBoxes(accept_unsafe=settings.accept_unsafe_parsing))


def draft_cache(case: OpenCase) -> DraftCache:
    """Return where a case keeps drafts of models."""
    from kashf.adapters.draft_folder import FolderDrafts

    return FolderDrafts(case.cache / "drafts")


def system_clock() -> Clock:
    """Return what tells the time."""
    from kashf.adapters.clock import SystemClock

    return SystemClock()


def run_log(settings: Settings) -> RunLog:
    """Return where this installation remembers on which catalogues the precedence test was run."""
    from kashf.adapters.run_log import FileRunLog

    return FileRunLog(settings.home / "precedence-runs.jsonl")


def examine_machine() -> tuple[Part, ...]:
    """Return what this machine has of the things kashf uses."""
    from kashf.adapters.machine import machine_parts

    return machine_parts()


def examine_traces(settings: Settings, case: Path | None) -> tuple[Trace, ...]:
    """Return each way in which this machine may keep or give away what a case holds, and whether it is shut."""
    from kashf.adapters.encrypted.memory_folder import has_place
    from kashf.adapters.left_behind import Trace, left_behind

    place = Trace("folder in memory", has_place(), "encrypted cases cannot be unlocked here: mount a tmpfs at /dev/shm")
    found = (*left_behind(settings.home, case), place)
    if case is None:
        return found
    told = "whoever has this disk, or a copy of the folder, reads the case: `kashf init --encrypt` makes one that nobody does"
    return (*found, Trace("case encrypted", bool(read_label(case).key), told))


def try_sandbox() -> tuple[str, tuple[Check, ...]]:
    """Return the grade of the best sandbox here and what became of each attempt to break out of it; takes some five seconds.

    Raises:
        SandboxError: There is none.
    """
    from kashf.adapters.sandbox.boundary import checks

    return make_sandbox(accept_unsafe=False).grade, checks()

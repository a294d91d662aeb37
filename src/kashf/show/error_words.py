"""Errors in the reader's language: English is what they say themselves, Arabic is found by their code, else by their kind."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kashf.errors import KashfError, NoSuchEntryError, NotFoundError, UsageError
from kashf.language.words.visible import visible_name
from kashf.show.wording import Wording

#: What a page says where the hint of an error is about the command line.
_ON_PAGES: Mapping[str, str] = {
    UsageError.hint: "Go back to the page and put right what you typed.",
    NotFoundError.hint: "Ids may be shortened, but not changed.",
    NoSuchEntryError.hint: "Go back to the page: what was taken back stands no more, and what was written anew has another entry.",
}


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What a person is told of an error.

    Args:
        what: What is wrong.
        then: What to do next; "" for nothing.
        detail: What is known beyond that, in English; "" for nothing.
    """

    what: str
    then: str
    detail: str = ""


def error_words(say: Wording, error: KashfError) -> ErrorWords:
    """Return what a person is told of an error, in the language of the interface."""
    if say.code != "ar":
        return ErrorWords(str(error), _ON_PAGES.get(error.hint, error.hint))
    words = arabic_words()
    then = _of_kind(words["hints"], error)
    if sentence := words["codes"].get(error.code):
        return ErrorWords(_filled(say, sentence, error.about), then)
    return ErrorWords(_of_kind(words["kinds"], error), then, str(error))


@cache
def arabic_words() -> Mapping[str, Mapping[str, str]]:
    """Return the Arabic sentences: by code, by kind of error, and hints by kind."""
    words: Mapping[str, Mapping[str, str]] = tomllib.loads(files("kashf.show.wording").joinpath("errors.ar.toml").read_text("utf-8"))
    return words


def _of_kind(words: Mapping[str, str], error: KashfError) -> str:
    """Return the words of the nearest kind of error that has some."""
    return next((words[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in words), "")


def _filled(say: Wording, sentence: str, about: Mapping[str, object]) -> str:
    shown = {name: say.number(value) if isinstance(value, int) else visible_name(str(value)) for name, value in about.items()}
    return sentence.format(**shown)

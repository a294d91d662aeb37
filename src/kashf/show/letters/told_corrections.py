"""What people say of fields of letters, as lines of text: what was read, what they say, who and why."""

from __future__ import annotations

from typing import Final

from kashf.domain.letters.letter_corrections import FieldOfLetter, Saying
from kashf.language.words.visible import isolate
from kashf.services.letters.corrections.corrected_letters import CorrectionState, FieldCorrection

_STATES: Final = {
    CorrectionState.FOLLOWED: "",
    CorrectionState.CONTESTED: " (two people say two things: what was read stands)",
    CorrectionState.ADRIFT: " (the act or value is not there any more: somebody has to look)",
    CorrectionState.WITHHELD: " (not shown: something on the paper is sealed)",
}


def correction_line(told: FieldCorrection) -> str:
    """Return what a person says of a field in one line.

    The words stand in isolates, since they may be of either direction: "number: read 109, corrected to 114 by Nour, since ...".
    """
    read = _words(told.read) or "nothing"
    what = {
        Saying.SAID: f"read {read}, corrected to {_words(told.said)}",
        Saying.NOT_SAID: f"read {read}, which the paper does not say",
        Saying.CONFIRMED: f"read {read}, confirmed",
    }[told.saying]
    if told.state is CorrectionState.WITHHELD:
        what = "corrected"
    why = f": {isolate(told.why)}" if told.why else ""
    return f"{field_name(told.about)}: {what} by {isolate(told.by)}{why}{_STATES[told.state]} [{told.id[:12]}]"


def field_name(about: FieldOfLetter) -> str:
    """Return what a field is called in lines: "number", "act who"."""
    return f"{about.field.value} {about.part}".strip()


def _words(texts: tuple[str, ...]) -> str:
    return "; ".join(isolate(each) for each in texts if each)

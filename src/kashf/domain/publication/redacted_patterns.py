"""Kinds of identifiers that can be covered by their form."""

from enum import StrEnum


class RedactedPattern(StrEnum):
    """What is covered by its form."""

    PHONES = "phones"
    IDS = "ids"
    MAILS = "mails"

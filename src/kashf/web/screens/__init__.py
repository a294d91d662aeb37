"""The screens, one module for each; SCREENS lists them in the order of the navigation."""

from __future__ import annotations

from typing import Any, Final

from kashf.web.screens.audit import AUDIT
from kashf.web.screens.authenticity import AUTHENTICITY
from kashf.web.screens.compare import COMPARE
from kashf.web.screens.contested import CONTESTED_WORDS
from kashf.web.screens.contradictions import CONTRADICTIONS
from kashf.web.screens.diff import DIFF
from kashf.web.screens.document import DOCUMENT
from kashf.web.screens.documents import DOCUMENTS
from kashf.web.screens.dossier import NAME
from kashf.web.screens.exceptions import EXCEPTIONS
from kashf.web.screens.field_map import FIELD_MAP
from kashf.web.screens.filled_forms import FILLED_FORMS
from kashf.web.screens.form_fields import FORM_FIELDS
from kashf.web.screens.form_record import FORM_RECORD
from kashf.web.screens.form_table import TABLE
from kashf.web.screens.frozen_plans import PLAN, PLANS
from kashf.web.screens.handover import HANDOVER
from kashf.web.screens.help import HELP
from kashf.web.screens.home import HOME
from kashf.web.screens.judged_sources import SOURCE, SOURCES
from kashf.web.screens.letter_fields import LETTER_FIELDS
from kashf.web.screens.letter_network import LETTER_NETWORK
from kashf.web.screens.letters import LETTERS
from kashf.web.screens.list_comparison import COMPARE_LISTS
from kashf.web.screens.mail import MAIL
from kashf.web.screens.map import MAP
from kashf.web.screens.names import NAMES
from kashf.web.screens.network import NETWORK
from kashf.web.screens.operations import OPERATIONS
from kashf.web.screens.people_asked import PEOPLE_ON_FORMS
from kashf.web.screens.places import PLACES
from kashf.web.screens.posts import POSTS
from kashf.web.screens.queries import QUERIES
from kashf.web.screens.receipts import RECEIPTS
from kashf.web.screens.record_table import RECORDS
from kashf.web.screens.recording import RECORDING
from kashf.web.screens.registers import REGISTERS
from kashf.web.screens.review import REVIEW
from kashf.web.screens.saved import SAVED
from kashf.web.screens.screen import Screen
from kashf.web.screens.screening import SCREENING
from kashf.web.screens.search import SEARCH
from kashf.web.screens.sentence_cards import CARD, CARDS
from kashf.web.screens.timeline import TIMELINE
from kashf.web.screens.transcribe import TRANSCRIBE
from kashf.web.screens.transcription import TRANSCRIPTION
from kashf.web.screens.translation import TRANSLATION

SCREENS: Final[tuple[Screen[Any, Any], ...]] = (
    HOME,
    RECEIPTS,
    SOURCES,
    SOURCE,
    HANDOVER,
    DIFF,
    EXCEPTIONS,
    SEARCH,
    QUERIES,
    SAVED,
    DOCUMENTS,
    DOCUMENT,
    TRANSCRIBE,
    TRANSCRIPTION,
    FORM_FIELDS,
    TRANSLATION,
    CONTESTED_WORDS,
    COMPARE,
    RECORDING,
    MAIL,
    LETTERS,
    LETTER_FIELDS,
    POSTS,
    CONTRADICTIONS,
    AUTHENTICITY,
    LETTER_NETWORK,
    MAP,
    PLACES,
    TIMELINE,
    OPERATIONS,
    CARDS,
    CARD,
    PLANS,
    PLAN,
    FILLED_FORMS,
    FIELD_MAP,
    RECORDS,
    TABLE,
    COMPARE_LISTS,
    FORM_RECORD,
    NAMES,
    NAME,
    NETWORK,
    REGISTERS,
    AUDIT,
    REVIEW,
    PEOPLE_ON_FORMS,
    SCREENING,
    HELP,
)

"""Where names of places are looked up in a case: the table that ships with kashf, and the case's own places; and what people decided."""

from __future__ import annotations

from kashf.domain.places.place_choices import PLACE_CHOICES, PlaceChoice, choices_of
from kashf.events.places.place_lookup import Gazetteer
from kashf.language.places.place_table import shipped_places
from kashf.services.case.open import OpenCase
from kashf.services.places.own_places import own_places


def case_gazetteer(case: OpenCase) -> Gazetteer:
    """Return the places by which names of a case are looked up."""
    return Gazetteer(shipped_places(), own_places(case))


def place_choices(case: OpenCase) -> tuple[PlaceChoice, ...]:
    """Return what people decided about names of places, oldest first, with what was taken back."""
    return choices_of(case.view.entries(kinds=sorted(PLACE_CHOICES.kinds)))

"""Words of labels that name no kind by themselves: how an answer is written, as a date or a place, and what joins. Divided by strokes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: What they say -> the words.
HEADS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date-head": "تاريخ|متى|date|when",
        "place-head": "مكان|محل|موقع|أين|place|where",
        "name-head": "اسم|name",
        "number-head": "رقم|number|no",
        "phone-head": "هاتف|جوال|موبايل|phone|telephone|mobile",
        "count-head": "عدد|how many",
        "choice-head": "نوع|مستوى|type|kind|level",
        "yes-no-head": "هل|have you|did you|are you|do you",
        "event": "الدخول|القتل|entry|arrival",
        "and": "و|and|et|und|ve|и",
        "or": "أو|or|ou|oder|veya|или",
        "empty": "الذي|التي|من|في|عن|إلى|على|منه|منها|فيه|كان|لك|the|of|in|your|his|her|de|du|des|la|le|der|die|das",
    }
)

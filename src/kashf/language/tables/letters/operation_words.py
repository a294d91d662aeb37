"""Words before the code name of an operation; divided by bars and compared folded."""

from __future__ import annotations

from typing import Final

#: Phrases after which a name stands in quotation marks.
NAMED: Final = (
    "عملية|العملية|حملة|الحملة|غزوة|معركة|تحت اسم|باسم|المسماة|المسمى|الاسم الرمزي|الاسم الحركي|تحت مسمى|رمزها|عمليات"
    "|operation|campaign|under the name of|under the name|code name|codename|code-named|codenamed|called|known as"
)
#: Words of a subject line before a name that no quotation marks enclose.
BEFORE_BARE: Final = "عملية|حملة|غزوة|معركة|operation|campaign"
#: What is written onto such a word.
JOINED: Final = "و|ب|ل|ال|لل"

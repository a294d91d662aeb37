"""Headings of tables of births and deaths; divided by strokes and compared folded."""

from typing import Final

NAMES: Final = "name|full name|person|الاسم|الاسم الكامل|الشخص"
BORN: Final = "born|birth|date of birth|birth date|dob|الولادة|تاريخ الولادة|الميلاد|تاريخ الميلاد"
DIED: Final = "died|death|date of death|death date|dod|الوفاة|تاريخ الوفاة|المقتل|تاريخ المقتل"

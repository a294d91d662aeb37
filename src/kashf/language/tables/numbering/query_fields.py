"""Fields of the query language in Arabic."""

from __future__ import annotations

from typing import Final

FORM_FIELD: Final = "حقل"
WRITTEN: Final = "تاريخ|التاريخ"
FILE_DATE: Final = "تاريخ-الملف|تاريخ_الملف"
#: What a field for days is given for what has no date.
NO_DATE: Final = "بلا|بدون"

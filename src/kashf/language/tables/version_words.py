"""Words by which the name or title of a file says how far it is."""

from __future__ import annotations

from typing import Final

#: What is still worked on, in the languages of the tables.
DRAFT: Final = "draft مسودة brouillon entwurf taslak черновик"
#: What is sent or signed.
FINAL: Final = "final نهائي نهائية signed موقع موقعة endgültig"

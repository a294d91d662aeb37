"""Headings of the column of a table that holds what is to be searched for, divided by strokes."""

from typing import Final

QUERIES: Final = (
    "query|queries|search|search term|search terms|term|terms|keyword|keywords|phrase|word|words|"
    "استعلام|الاستعلام|بحث|البحث|عبارة البحث|العبارة|عبارة|مصطلح|المصطلح|كلمة|الكلمة|كلمة البحث|الكلمة المفتاحية|كلمات البحث|"
    "requête|recherche|mot-clé|terme|suchbegriff|sorgu|arama|anahtar kelime"
)

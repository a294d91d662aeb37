"""What the row below a list begins with that sums up the rows above."""

from __future__ import annotations

from typing import Final

SUM_WORDS: Final = frozenset(
    {
        *("المجموع", "مجموع", "الاجمالي", "اجمالي", "الاجمالى", "اجمالى", "المجموع الكلي", "جمع", "جمع كل", "كۆ", "کۆ", "کوی گشتی"),
        *("total", "totals", "sum", "subtotal", "sub total", "grand total", "toplam", "genel toplam", "ara toplam", "tevayi", "giştî"),
        *("summe", "gesamt", "insgesamt", "gesamtsumme", "somme", "total général", "sous total", "итого", "всего", "сумма"),
    }
)

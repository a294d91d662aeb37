"""Verbal scales: how likely something is (ICD 203), and how strongly evidence speaks for one thing against another (ENFSI)."""

from __future__ import annotations

from typing import Final

#: From which chance on, inclusive, and below which: English and Arabic. Source: Intelligence Community Directive 203 (2015), D.6.e.(2)(a).
LIKELIHOOD_WORDS: Final = (
    (0.01, 0.05, "almost no chance", "يكاد يكون مستحيلًا"),
    (0.05, 0.20, "very unlikely", "مستبعد جدًا"),
    (0.20, 0.45, "unlikely", "مستبعد"),
    (0.45, 0.55, "roughly even chance", "متساوي الاحتمالين تقريبًا"),
    (0.55, 0.80, "likely", "مرجّح"),
    (0.80, 0.95, "very likely", "مرجّح جدًا"),
    (0.95, 0.99, "almost certain", "شبه مؤكد"),
)

#: From which likelihood ratio on: English and Arabic. Source: ENFSI guideline for evaluative reporting in forensic science (2015), 2.6.
SUPPORT_WORDS: Final = (
    (1, "no support for either", "لا تأييد لأحدهما"),
    (2, "weak support", "تأييد ضعيف"),
    (10, "moderate support", "تأييد متوسط"),
    (100, "moderately strong support", "تأييد فوق المتوسط"),
    (1_000, "strong support", "تأييد قوي"),
    (10_000, "very strong support", "تأييد قوي جدًا"),
    (1_000_000, "extremely strong support", "تأييد بالغ القوة"),
)

"""Words that a sentence of a finding may not hold, or not together: in English as patterns, in Arabic as beginnings of words."""

from __future__ import annotations

from typing import Final

#: How likely something is, besides the words of ICD 203.
LIKELIHOOD_ENGLISH: Final = r"(?:un)?likely|prob(?:ably|able|ability)|certain(?:ly)?|even chance|no chance"
LIKELIHOOD_ARABIC: Final = ("مرجح", "ترجيح", "يرجح", "احتمال", "محتمل", "مستبعد", "مؤكد")
#: How sure the analyst is of the judgement.
CONFIDENCE_ENGLISH: Final = r"confiden(?:ce|t|tly)"
CONFIDENCE_ARABIC: Final = ("ثقة", "واثق", "بثقة")
#: That something is shown beyond doubt.
PROOF_ENGLISH: Final = r"prove[nsd]?|proving|proofs?"
PROOF_ARABIC: Final = ("يثبت", "تثبت", "اثبت", "برهن", "يبرهن", "تبرهن", "برهان", "دليل قاطع")
#: That sides acted together.
COLLUSION_ENGLISH: Final = r"agree[ds]?|agreements?|deals?|collu(?:sion|de[ds]?|ding|sive)|conspir(?:acy|ed|ing)"
COLLUSION_ARABIC: Final = ("اتفق", "اتفاق", "تواطا", "تواطؤ", "متواطئ", "صفقة", "صفقات", "تامر", "مؤامرة")
#: What turns a sentence round.
NEGATION_ENGLISH: Final = r"not|[a-z]+n['’]t|no|nor|never|neither|nobody|nothing|without|cannot"
NEGATION_ARABIC: Final = ("لا", "لم", "لن", "ليس", "ليست", "دون", "غير", "ما")

"""Words that turn a deed into its opposite, and what leaves open whether it is or will be; compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: What reverses the deed behind it: "not", what ends or puts off, what bans, what keeps oneself from it, what refuses it.
REVERSING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "not": "لا|لم|لن|لما|عدم|ليس|ليست|not|never|don't|doesn't|didn't|won't|can't|cannot|mustn't|shouldn't|wasn't|weren't"
        "|isn't|aren't|hasn't|haven't",
        "stop": "إلغاء|يلغى|تلغى|ألغي|ألغيت|ألغينا|إيقاف|يوقف|توقف|أوقف|أوقفنا|وقف|تأجيل|يؤجل|تؤجل|أجلنا|إرجاء|يرجأ|ترجأ|تعليق|يعلق"
        "|تجميد|يجمد|cancel|cancelling|cancellation|suspend|suspending|suspension|postpone|postponing|postponement|defer|put off|revoke"
        "|stop|stopping|halt|halting",
        "ban": "يمنع|تمنع|منع|ممنوع|ممنوعا|حظر|يحظر|تحظر|محظور|منعنا|حظرنا|ban on|prohibition of|prohibition on|embargo on|forbidden to"
        "|prohibited from|banned from",
        "keep": "الامتناع عن|امتناع عن|يمتنع عن|تمتنع عن|يمتنعوا عن|نمتنع عن|امتنعوا عن|الإحجام عن|الكف عن|كفوا عن|التوقف عن|توقفوا عن"
        "|تجنب|تجنبوا|refrain from|abstain from|desist from|cease from|forbear from|avoid",
        "kept": "امتنع|امتنعت|امتنعنا|أحجم|أحجمت|رفض|رفضت|رفضوا|رفضنا|أبى|abstained from|refrained from|refused to|declined to"
        "|neglected to|avoided",
    }
)
#: What holds "not" and says no "not" of the deed.
NO_REVERSAL: Final = (
    "لا مانع|لا نمانع|لا ممانعة|عدم الممانعة|عدم ممانعة|لا بد|لا سيما|لا يزال|لا تزال|لا شك|لا غير|ما لم|not only|no later|not later"
    "|not less|not more|not yet|whether or not|not to exceed|لا يقل|لا تقل|لا يزيد|لا تزيد|لا يتجاوز|لا تتجاوز|عدم وجود|عدم توفر"
    "|if not|or not|bus stop"
)
#: "Not" with a word of delay: the deed itself is asked for.
WITHOUT_DELAY: Final = (
    "لا تنس|لا تنسوا|لا تنسى|لا يفوتكم"
    "|لا تترددوا في|لا تتردد في|لا يتردد في|عدم التردد في|لا تتوانوا عن|لا تتوان عن|عدم التواني عن|عدم التأخر في"
    "|لا تتأخروا في"
    "|not hesitate to|don't hesitate to|never hesitate to|not fail to|don't fail to|not forget to|don't forget to"
    "|not delay in|not neglect to"
)
#: Between a word that ends or bans and the deed that it ends.
BETWEEN: Final = (
    "العمل|بقرار|قرار|قرارات|أمر|بأمر|أوامر|أمرنا|قرارنا|القرار|القاضي|بشأن|تنفيذ|كل|كافة|جميع|أي|أعمال|عمليات|عملية|طلب|ب"
    "|the|all|any|of|for|an|a|our|order|orders|to|decision|further|from|on"
)
#: Before a noun that is somebody's who is asked, and no deed.
ASKED: Final = "طلب|طلبات|طلبا|permission|the request|a request"
#: That what follows is untrue.
UNTRUE: Final = (
    "ليس صحيحا|ليس صحيحا أن|غير صحيح|من غير الصحيح|ليس من الصحيح|it is false|it is untrue|it is not true|it is not the case|falsely"
)
#: Whose word something is, who denies it, or that it nearly, perhaps or formerly was.
HEDGES: Final = (
    "زعم|زعمت|زعموا|يزعم|تزعم|يزعمون|ادعى|ادعت|ادعوا|يدعي|تدعي|قيل|يقال|يشاع|أشيع|شاع|بزعم|بحسب الإشاعات|نفى|نفت|ينفي|أنكر|ينكر|لا صحة"
    "|يحتمل|ربما|لعل|كاد|كادت|يكاد|كدنا|سبق أن منعنا|يتردد أن|عما إذا|فيما إذا|ما إذا|allegedly|alleged|alleges|reportedly|supposedly"
    "|rumoured|rumored|rumour has it|claims|claimed|it is said|they say|is said to|are said to|denies|denied|perhaps|possibly|nearly"
    "|almost|whether|might have|would have|could have|should have"
)
#: That asks, at the head of a clause; of English also a helping verb there, where a question mark ends it.
ASKING: Final = "هل|أتم|أتمت|ألم|أليس|أجرى|متى|لماذا|كيف|why|when was|when were|who"
HELPING: Final = "was|were|is|are|has|have|had|did|does|do|will|shall|may|can|should|must"
#: At the head of a clause, that its first part is only supposed, up to a comma or the word that answers.
SUPPOSING: Final = "إذا|لو|لولا|في حال|في حالة|if|in case|should|unless|provided"
#: Of these what tells that what follows was not so.
UNREAL: Final = "لو|لولا"
ANSWERING: Final = "ف"
#: Before what is said of somebody or something by the way.
RELATIVES: Final = "الذي|التي|الذين|من لم|من لا|مما|who|which|whose|that"
#: English behind a deed: what becomes of the order, or of the ban.
ENDED: Final = (
    "withdrawn|cancelled|canceled|revoked|rescinded|annulled|suspended|postponed|deferred|put off|called off|lifted|void|no longer in force"
)
ORDERS_OF_IT: Final = "order|orders|instruction|instructions|decision|directive|permission|leave|permit"
BANS_OF_IT: Final = "ban|prohibition|embargo"
#: "Not" that tells what was.
TOLD_NOT: Final = "لم|لما|didn't|wasn't|weren't|hasn't|haven't"
WILL_NOT: Final = "لن"

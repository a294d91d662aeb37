"""What stands before the name and the work of a witness, and what says how he knows; phrases are divided by bars and compared folded."""

from __future__ import annotations

from typing import Final

#: Labels of the name of a witness; a sign may stand behind them.
WITNESSES: Final = (
    "اسم الشاهد|اسم الشاهدة|الشاهد|الشاهدة|صاحب الإفادة|صاحبة الإفادة|اسم المفيد|اسم المستمع إليه|"
    "المستجوب|أقوال|إفادة الشاهد|إفادة المواطن|إفادة السيد|شهادة السيد|name of witness|"
    "name of the witness|witness|statement of|testimony of|statement by|deponent"
)
#: How a witness names himself in a sentence.
MYSELF: Final = "أنا الموقع أدناه|أنا الموقعة أدناه|أنا الموقع اسمي أدناه|أنا|I, the undersigned,|I the undersigned|"
"I,"
#: What ends a name in a sentence.
BEHIND_NAME: Final = (
    "أفيد|أشهد|أقر|أصرح|أعمل|المقيم|المقيمة|من مواليد|مواليد|من سكان|بأنني|أنني|بأن|البالغ|hereby|state|"
    "declare|testify|born|of|aged|residing|living"
)
#: Labels of the work or role of a witness.
ROLES: Final = "المهنة|العمل|الصفة|مهنته|عمله|بصفته|occupation|profession|work|role|capacity|rank"
#: A witness tells of what he saw himself.
SEEN: Final = (
    "رأيت|شاهدت|رأيتهم|شاهدتهم|رأيته|شاهدته|بعيني|كنت حاضرا|كنت حاضرة|كنت موجودا|حضرت|بأم عيني|I saw|"
    "we saw|I watched|I witnessed|I was present|I was there|with my own eyes"
)
#: A witness tells of what others told him.
HEARD: Final = (
    "سمعت|سمعنا|قيل لي|قيل لنا|أخبرني|أخبرتني|أخبرونا|أخبرنا|حدثني|بلغني|علمت من|عرفت من|نقل لي|I heard|"
    "we heard|I was told|we were told|told me|told us|I learned from|I learnt from|people said|"
    "it was said"
)

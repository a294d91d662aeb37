"""Words for whether an act is ordered, forbidden, permitted or told, and for what else its clause says; compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: What is done with the act, the stronger word first: "may not" forbids though "may" permits.
FORCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "not-done": "لم يتيسر|لم نوفق|حال دون|حالت دون|لم يتسن|لم يتحقق|لم نفلح|لم تتمكن|لم يتمكن|عجزنا عن|failed to|unable to"
        "|still pending|fell through|لم يتم|لم تتم|لم يجر|لم ينجز|لم تنجز|لم نتمكن|لم ينفذ|تعذر|تعذرت|لما يتم|لم نستطع"
        "|has not been|have not been"
        "|have not|has not|not yet been|could not"
        "|were unable|was not|were not|not been possible|it was impossible|has not yet|have not yet"
        "|لم نتوصل إلى|لم يتوصل إلى|لم نوفق في|لم تنفذ|لم تنجز بعد|لم ينجز بعد|لم يتم بعد|لم تستكمل|لم يستكمل|لم يكتمل|لم تكتمل"
        "|لم يصر إلى|لم يحصل|لم تحصل|لم نحصل على|لم يجر حتى|لم تجر|تعذر علينا|تعذر تنفيذ|استحال|استحال علينا|عجزت عن|عجز عن|أخفقنا في"
        "|أخفق في|أخفقت في|لم يفلح|ما زال قيد|ما زالت قيد|لا يزال قيد|لا تزال قيد|لا زال قيد|has yet to be|have yet to be|had not been"
        "|did not take place|was not possible|was impossible|proved impossible|came to nothing|remains outstanding|remain outstanding"
        "|remains undone|is still outstanding|are still outstanding|was prevented from|were prevented from|not so far been"
        "|never took place|had to be abandoned|was not carried out|were not carried out",
        "forbid": "حذار من|حذاري من|إياكم و|احذروا من|تحت طائلة المسؤولية عدم|محظورا|ممنوعا|ممنوعة|محظورة|ممنوعون من|لا سبيل إلى"
        "|out of bounds|off limits|no one is to|nobody is to|none is to"
        "|not for anyone to|under no circumstances|غير مسموح"
        "|لا مجال ل|لا يصح|يحجر|لا يحق|لا يصرح|غير مصرح|ليس له الحق|not authorized|not authorised|are not to"
        "|is not to|يمنع|تمنع|يحظر|تحظر"
        "|لا يسمح|لا تسمح|ممنوع|يمنع منعا باتا|لا يجوز|محظور|يحرم|منع|حظر|عدم السماح|may not"
        "|is forbidden|are forbidden"
        "|forbidden|prohibited|not allowed|not permitted|no one may|nobody may|is banned|are banned|must not|shall not"
        "|no longer allowed|no longer permitted"
        "|it is not permitted|banned"
        "|لا يسوغ|لا يجوز بأي حال|لا يرخص|لا ترخص|لا يؤذن|لا يباح|لا يقبل|يحظر حظرا باتا|يحظر حظرا تاما|محظور حظرا|ممنوع منعا باتا"
        "|ممنوع قطعيا|يمنع منعا مطلقا|يمنع منعا كليا|يمنع بتاتا|يحرم شرعا|لا يجوز شرعا|لا يجوز قانونا|عدم جواز|يحذر من|نحذر من|نحذركم من"
        "|إياكم أن|تجنبوا|امتنعوا عن|كفوا عن|توقفوا عن|على الجميع الامتناع عن|الامتناع عن|يجب الامتناع عن|الكف عن|غير مرخص|غير مأذون"
        "|ليس لأحد أن|ليس لأي|is strictly forbidden|are strictly forbidden|strictly forbidden|strictly prohibited|is prohibited"
        "|are prohibited|is not allowed|are not allowed|is not authorised to|are not authorised to|not at liberty to|is barred from"
        "|are barred from|is disallowed|no permission is given|no permission is granted|without exception forbidden|refrain from"
        "|refraining from|desist from|cease and desist|abstain from|on no account|in no circumstances|under no pretext|at no time may"
        "|is debarred from|are debarred from|not entitled to|has no right to|have no right to|cannot be allowed|is contrary to orders"
        "|will not be tolerated|is hereby prohibited|it is prohibited to|it is forbidden to",
        "cancel": "صرفنا النظر|صرف النظر عن|عدلنا عن|ألغينا|أوقفنا العمل|طويت|لم يعد مطلوبا|إلغاء|وقف|إيقاف|يوقف العمل|يلغى|تلغى"
        "|صرف النظر|التوقف عن|العدول عن|to stop|stopping|cancel|cancelling|cancelled"
        "|revoke|revoked|suspend|suspended"
        "|rescind|repealed|annulled|abolished|called off|calling off|halt|postpone|postponing|put off"
        "|يعتبر لاغيا|تعتبر لاغية|يعد لاغيا|تعد لاغية|يعتبر ملغى|تعتبر ملغاة|يعتبر ملغيا|أصبح لاغيا|أصبحت لاغية|يوقف تنفيذ|وقف تنفيذ"
        "|إيقاف تنفيذ|سحب القرار|سحب قرار|الرجوع عن|العدول عن القرار|طي القرار|نقض القرار|is cancelled|are cancelled|is rescinded"
        "|are rescinded|is revoked|are revoked|is superseded|are superseded|superseded by|is null and void|null and void"
        "|no longer in force|ceases to have effect|shall cease to have effect|is of no effect|is countermanded|countermand|countermanded"
        "|is hereby repealed|shall no longer apply|no longer applies|is to be disregarded|please disregard|is set aside|rescinding"
        "|revoking|repealing|annulment of|revocation of|cancellation of",
        "remind": "نعيد التأكيد|نكرر طلبنا|نعاود الطلب|نجدد التأكيد|نستعجل|سبق أن طلبنا|سبق وأن طلبنا|once more ask|repeat our request"
        "|نذكركم|نذكر ب|نؤكد عليكم|لم يصلنا جواب|لم يردنا|لم نتلق|نجدد طلبنا|remind|no answer|no reply|still waiting for"
        "|نستعجلكم|نستعجل الإجابة|استعجالا لكتابنا|نعيد تأكيد|نؤكد لكم مضمون|تأكيدا لكتابنا|لاحقا لكتابنا|سبق أن خاطبناكم"
        "|سبق وأن خاطبناكم|سبق أن كتبنا|سبق وكتبنا|لم تردنا الإجابة|لم ترد الإجابة|لم نتسلم ردكم|نكرر الرجاء|نكرر الطلب|للمرة الثانية"
        "|للمرة الثالثة|وجه إليكم سابقا|this is to remind you|you are reminded|are reminded|may I remind you|we again request"
        "|we again ask|once again request|I repeat my request|yet to receive|awaiting your reply|await your answer|second reminder"
        "|third reminder|we wrote to you on|you have not replied|you have not answered",
        "permit": "وافق على|وافق المجلس على|وافقت على|وافقنا على|نوافق على|صودق على|أجزنا|has leave|have leave|leave is granted"
        "|is free to|are free to|at liberty to|يصرح|صرح ل|مصرح|facilitate the passage"
        "|تسهيل مرور|تسهيل عبور|تسهيل سفر|يسمح|تسمح|لا مانع|لا نمانع|يؤذن|أذن|أذنا|يرخص"
        "|نوافق"
        "|الموافقة على|تمت الموافقة"
        "|مسموح|يجوز|أجيز|may|is permitted|are permitted|permission|approval"
        "|allowed|no objection|approve|authorised|authorized|is allowed|are allowed|leave is given"
        "|يصرح له|يصرح لهم|يؤذن له|يؤذن لهم|يسمح له|يسمح لهم|سمحنا|رخصنا|مأذون له|مرخص له|مصرح له|يحق له|يجاز|لا بأس من|لا نرى مانعا"
        "|لا نرى ما يمنع|لا يوجد مانع|لا يوجد ما يمنع|عدم الممانعة|لا ممانعة|لا اعتراض لدينا|لا اعتراض على|ليس لدينا مانع|لا مانع لدينا"
        "|لا مانع لدي|أوافق على|نجيز|يوافق على|توافق على|حظي بالموافقة|حظيت بموافقة|اقترن بموافقة|اقترنت بموافقة|اقترن بالموافقة"
        "|استحصلنا موافقة|قبلنا طلبكم|نأذن|is entitled to|are entitled to|is authorised to|are authorised to|is authorized to"
        "|are authorized to|is licensed to|are licensed to|is hereby authorised|is hereby authorized|you have our consent|we consent to"
        "|we agree to your request|we have no objection|there is no objection to|no objection to|consent is given|approval is granted"
        "|permission is granted|permission is given|permission is hereby granted|is cleared to|are cleared to|is exempt from"
        "|are exempt from|is granted permission|has been granted permission",
        "planned": "will follow|will take place|shall follow|نعتزم|ننوي|عازمون على|بصدد|نستعد ل|سنباشر|سنعمل على|من المقرر|من المزمع"
        "|المزمع|سيصار إلى|intend to|propose to"
        "|about to|سيتم|ستتم|سيجري|ستجري|سنقوم|سيقوم|سوف|are going to|is going to|will be|we shall|we will|is planned"
        "|we are about to|shall soon|we intend|we plan"
        "|في نيتنا|من المنتظر أن|يزمع|نزمع|يعتزم|تعتزم|عقدنا العزم على|نحن بصدد|في طريقنا إلى|سيصار|سنعمد إلى|سنشرع في|سنبدأ|سيبدأ|ستبدأ"
        "|سنواصل|سيجري العمل على|على وشك|ستقوم|سيقومون|سنوافيكم|سنعلمكم|is scheduled to|are scheduled to|is scheduled for"
        "|are scheduled for|it is intended to|it is proposed to|it is planned to|plans are in hand to|arrangements are in hand to"
        "|we propose to|we mean to",
        "received": "باستلام|استلمت|تسلمت|أقر|have received|has received|received from|acknowledge having received",
        "done": "is behind us|are behind us|has taken place|have taken place|is complete|are complete|is finished|are finished|is over"
        "|فرغ من|فرغت من|أتممنا|أكملنا|أنهينا|أنجزنا|انقضى|inform you of our|inform you of my|notify you of our"
        "|advise you of our|قام|قامت|نفذ|نفذت|تمكن|تمكنت|باشرنا|أجرينا"
        "|ألقي القبض|ألقت القبض|تم|تمت|جرى|جرت|أنجز|أنجزت|قمنا|نفذنا"
        "|قد تم|انتهينا|انتهى|فرغنا|have completed|has been|have been"
        "|was carried out|were carried out|completed"
        "|carried out|we finished|we have finished|was done|has completed"
        "|أتمت|أكملت|أنهت|فرغنا من|انتهت|استكملنا|استكملت|قاموا|تم بعون الله|تم بحمد الله|تم بفضل الله|جرى العمل على|أجريت|باشرت|شرعنا في"
        "|بادرنا إلى|عملنا على|have carried out|has carried out|have taken steps to|has been effected|have been effected|was effected"
        "|were effected|was completed|were completed|has been accomplished|was accomplished|have now been|has now been|has since been"
        "|have since been|has already been|was duly|were duly|has duly|have duly|we have duly|is accomplished|in compliance we have"
        "|as ordered we have",
        "request": "أرجو النظر في|نرجو النظر في|أرجو قبول|أتقدم بطلب|requests|asks you to|invites|should be grateful|would be grateful"
        "|shall be grateful|be obliged if|should be glad"
        "|would appreciate|could you"
        "|may I ask|نرجو تفضلكم|نرجو من سيادتكم|أرجو من سيادتكم|نأمل من سيادتكم|يطلب إلى|يطلب من|يطلب إليكم|يطلب منكم|أسترحم"
        "|نسترحم"
        "|نتمنى عليكم|نقترح|أقترح|يقترح|ألتمس|أرجو التكرم|أطلب|أوصت|توصي|نوصي|recommends|we recommend|نرجو التكرم|يرجى التكرم"
        "|نلتمس|نطلب|نستأذن|التفضل"
        "|نرجو التفضل|kindly ask"
        "|kindly|we request|request|would you"
        "|be so kind|we ask"
        "|ألتمس من|نلتمس من|نلتمس من سيادتكم|ألتمس من سيادتكم|نناشد|أناشد|نناشدكم|أناشدكم|نهيب بكم|نتوجه إليكم بطلب|نتقدم إليكم بطلب"
        "|أتقدم إليكم بطلب|نعرض عليكم|نرفع إليكم طلب|نرجو موافقتكم على|نرجو من معاليكم|نرجو من سعادتكم|نرجو من فضيلتكم|نأمل موافقتكم"
        "|يلتمس|تلتمس|يسترحم|المرجو من سيادتكم|أكون شاكرا|نكون شاكرين|نكون ممتنين|أكون ممتنا|وددنا لو|نستسمح|أرجو تفضلكم"
        "|أرجو الموافقة على|نرجو الموافقة على|it is requested that|you are requested to|you are kindly requested|your approval is sought"
        "|we seek your approval|we seek permission|I seek permission|I request permission|we beg to request|I beg to request|beg leave to"
        "|I have the honour to request|we would ask you|I would ask you|may we ask|we appeal to you|we entreat|I entreat|entreats"
        "|it would be appreciated if|we would be obliged if|I should be obliged if|I shall be obliged|your kind consideration|we solicit"
        "|might you",
        "polite": "نرجو|نأمل|يرجى|الرجاء|أرجو|آمل|we hope|hope you|please|it is hoped|we trust"
        "|المرجو|فالمرجو|يرجى التفضل|يؤمل|المأمول|نود منكم|نتطلع إلى|نحبذ|يستحسن|يفضل|من المستحسن|it is desired that|it is desirable that"
        "|we should like you to|I should like you to|we would like you to|we look to you to|you will please|you will kindly"
        "|we expect you to|we count on you to|trusting that you will|hoping that you will",
        "order": "تم الاتفاق على|جرى الاتفاق على|تمت المصادقة على|تم إقرار|it was agreed|it was resolved|has resolved|have agreed"
        "|has agreed|is pleased to|are pleased to|is wanted|are wanted|is awaited|اقتضى الحال|اقتضت الحاجة|اقتضت الضرورة"
        "|دعت الحاجة إلى"
        "|دعت الضرورة إلى|استقر الرأي على|رئي|من الواجب|وجب|استوجب|يستوجب|لزوم|بلزوم|is responsible for|are responsible for"
        "|responsible for|مسؤول عن|مسؤولة عن|مسؤولون عن|مسؤولا عن|مكلف ب|ملزم ب|ملزمون ب"
        "|من واجب|يتم|تتم|نستدعيكم|أستدعيكم|نستدعيك|ندعوكم|ندعوك"
        "|اتفقت على|اتفق الحاضرون على|اتفقوا على|قررت|أقرت|خلصت إلى|تم الإيعاز|جرى الإيعاز|تم التوجيه|أوعزنا|أوعز|وجهنا ب|اقتضى الأمر"
        "|اقتضت المصلحة|ارتأينا|ارتأت|المطلوب|صدر الأمر|صدرت الأوامر|ورد أمر"
        "|وردتنا أوامر|وردتنا الأوامر|أعلمونا|وافونا|أفيدونا|أخبرونا|حصلت موافقة|حصلت الموافقة|استحصلت موافقة|استحصلت الموافقة|يقتضي|يجب"
        "|يتوجب|عليكم"
        "|تقرر|قررنا|نقرر|قرر|نأمر|يؤمر"
        "|أمرنا|ضرورة|وجوب|يلزم|يتعين|يتولى|تتولى|يكلف|تكلف|على|ينبغي|لا بد"
        "|must|shall|you are to|are to|is to"
        "|it has been decided|has been decided|are ordered|is ordered|is charged with|are charged with|are instructed|is instructed"
        "|hereby|need to|is required"
        "|are required|the need|should"
        "|صدرت توجيهات|أصدر أوامره|وجهنا بأن|وجه بأن|أوعزنا إلى|نوعز إلى|يوعز إلى|نأمركم|ألزمنا|يلزم على|يلزمكم|إلزام|يجب على|يتوجب على"
        "|يتعين على|يتعين عليكم|يتحتم|يتحتم على|من المتعين|من المتحتم|ينبغي على|لزاما على|لا مناص من|لا مندوحة من|مطلوب منكم|والمطلوب"
        "|المطلوب منكم|المطلوب إليكم|مطلوب إليكم|يطلب من جميع|على كل من|تقرر الآتي|تقرر ما هو آت|قررنا الآتي|قررنا ما يلي|قرر ما يلي"
        "|قرر ما هو آت|يقرر ما يلي|يقرر ما يأتي|رسمنا ما يلي|رسم ما يلي|نرسم|تمت الموافقة والأمر|استقر الرأي|تقرر اعتبارا|عهدنا إلى|كلفنا"
        "|نكلف|ندبنا|يعهد إلى|حتم على|it is ordered that|it is hereby ordered|it is directed that|it is hereby directed"
        "|you are directed to|you are hereby directed|you are ordered to|you are hereby ordered|you are instructed to|you are required to"
        "|are directed to|is directed to|are required to|is required to|are commanded to|is commanded to|you are commanded"
        "|has been directed to|have been directed to|it has been resolved|it has been ordered|it was decided to|it was ordered that"
        "|we have decided to|we have ordered|I have decided to|I hereby order|we hereby order|we order|we direct|we decree|hereby decrees"
        "|hereby orders|hereby directs|hereby resolves|is under orders to|are under orders to|is obliged to|are obliged to"
        "|it is incumbent on|it is incumbent upon|it is the duty of|it is mandatory|is compulsory|are compulsory|is obligatory"
        "|it is imperative|it is essential that|it is necessary to|it is necessary that|orders have been given to"
        "|orders have been issued to|instructions have been issued to|the order is to|will ensure that|is tasked with|are tasked with"
        "|is tasked to|are tasked to|is detailed to|are detailed to|it falls to|you will ensure",
    }
)
#: Of these the ones that order, permit or tell only where the act behind them is known: they have other senses, too.
UNSURE_FORCES: Final = (
    "على|ضرورة|وجوب|يلزم|ينبغي|لا بد|أذن|أذنا|يجوز|أجيز|نوافق|الموافقة على|تمت الموافقة|تتولى|يتولى|صرف النظر|إلغاء|وقف|إيقاف|يكلف|تكلف"
    "|may|should|permission|approval|approve|the need|need to|hereby|request|halt|stopping|to stop|allowed|no objection"
)
#: What is asked for out of courtesy, and no act.
TAKE_NOTE: Final = (
    "الاطلاع|التفضل بالاطلاع|بالاطلاع|العلم|الإحاطة|أخذ العلم|التفضل بالعلم"
    "|أخذ العلم بذلك|الإحاطة بذلك|الإحاطة علما|التكرم بالاطلاع|التكرم بالعلم|العلم بذلك|بالعلم والإحاطة"
)
#: "Not" before an act, and what is only said not to be there.
NOT: Final = "عدم|do not|not to|should not"
NOT_THERE: Final = "وجود|توفر|حضور|الحضور|حضورك|حضوركم|حضوره|التعرض|الممانعة|ممانعة|كفاية|صحة|الصلاحية|التزام|العثور"
COURTESY: Final = (
    "والأمر بما ترونه مناسبا|التقيد بذلك|والتقيد بذلك|العمل بذلك|التقيد بما ورد|مراعاة ذلك|الالتزام بذلك|الالتزام بما ورد"
    "|والأمر بما يلزم|لما ترونه مناسبا|والأمر لكم|بما ترونه مناسبا|والتقيد|التقيد|والتقيد التام|الاطلاع|والاطلاع"
    "|بالاطلاع|والتوجيه|التوجيه|التفضل|العلم|والعلم|بالعلم|الإحاطة|والإحاطة|التكرم|مع التقدير"
    "|مع الشكر|والتنسيب|أمركم|وأمركم"
    "|اتخاذ ما يلزم|واتخاذ ما يلزم|إجراء ما يلزم|وإجراء ما يلزم|اتخاذ اللازم|واتخاذ اللازم|إجراء اللازم|take note|note|acknowledge|advise"
    "|التقيد بما جاء|والتقيد بما جاء|الالتزام بما جاء|والالتزام بما جاء|التقيد بمضمونه|والتقيد بمضمونه|الالتزام بمضمونه"
    "|والالتزام بمضمونه|التقيد التام بذلك|اتخاذ الإجراء اللازم|واتخاذ الإجراء اللازم|اتخاذ الإجراءات اللازمة|واتخاذ الإجراءات اللازمة"
    "|اتخاذ المقتضى|واتخاذ المقتضى|إجراء المقتضى|وإجراء المقتضى|إجراء الموجب|وإجراء الموجب|عمل اللازم|وعمل اللازم"
    "|اتخاذ ما ترونه مناسبا|واتخاذ ما ترونه مناسبا|إجراء ما ترونه مناسبا|للتفضل بالاطلاع|والتفضل بالاطلاع|بالعلم والاطلاع|أخذ العلم"
    "|وأخذ العلم|أخذ ذلك بعين الاعتبار|مع فائق الاحترام|مع جزيل الشكر|مع وافر الاحترام|take due note|be guided accordingly"
    "|take necessary action|take the necessary action|take appropriate action|do the needful|be informed|be advised"
)
#: What leads on to the items below.
FOLLOWS: Final = (
    "ما يلي|ما يأتي|بما يلي|بما يأتي|الآتي|بالآتي|التالي|بالتالي|ما هو آت|بما هو آت|as follows|the following"
    "|ما هو مبين أدناه|المبين أدناه|ما هو مذكور أدناه|المذكور أدناه|حسب ما يلي|على النحو الآتي|على النحو التالي|على الوجه الآتي"
    "|وفق ما يلي|وفق الآتي|وفقا لما يلي|الأمور الآتية|الأمور التالية|النقاط التالية|النقاط الآتية|الأعمال التالية|الإجراءات الآتية"
    "|الإجراءات التالية|as under|as below|the undermentioned|the following points|the following steps|hereunder"
)
#: Between the word that orders and the act, and no part of who is meant.
FILLERS: Final = (
    "النظر في|طلبي|والحمد لله|بفضل الله|بإذن الله|بتوفيق الله|سيادتكم|معاليكم|فضيلتكم|حضرتكم|جنابكم|لمن يلزم|تفضلكم|تكرمكم|قيام|من قيام"
    "|التوجيه"
    "|الإيعاز|من يلزم|مقامكم|مقامكم الكريم|سعادتكم|منعا باتا|منعا|باتا|قطعيا|بعد اليوم|منكم|إليكم|لكم|عليكم"
    "|التكرم|التفضل|إلى|على|أن|أنه|قد|بأن|بأنه"
    "|ضرورة|وجوب|ما يلي|بما يلي"
    "|لدينا|من|ب|ل|في|تقرر"
    "|التقيد|القيام|العمل|السماح|بعون الله|بحمد الله|بضرورة|بوجوب|عليهم|ما هو آت|تم|الأمر|اتخاذ اللازم|to|you|be|that|for|of|the"
    "|from|absolutely|strictly|kindly|the need|please"
    "|it|in|with|us|any|any more|now on|from now on|will|your|henceforth|hereby|by|on|not|no longer"
)
#: How the part of a sentence begins that only gives reasons, up to its comma.
PREAMBLES: Final = (
    "نظرا|بناء|حرصا|درءا|بعد|لوحظ|انطلاقا|استنادا|لما|حيث|بسبب|من أجل|لأجل|تحقيقا|حفاظا|إذ|كون|لكون|because|since|in view|out of"
    "|in the public|in order|given|after|as the"
    "|owing|due to|for the sake|it has been noticed|it has been noted|having|whereas|considering"
    "|سعيا|رغبة|تمشيا|تفاديا|منعا|تلافيا|اعتمادا|تماشيا|سدا|إيمانا|تجنبا|إزاء|في سبيل|من منطلق|with a view to|for reasons of"
    "|on account of|on grounds of|in the interests of|in the interest of|recognising|recognizing|mindful of|being of the opinion"
)
#: What follows reasons.
BEHIND_REASONS: Final = (
    "فقد|فقد تقرر|فإنه|فإننا|لذا|لذلك|عليه|وعليه|تقرر|قررنا|نرجو|يرجى|يمنع|يتوجب|نعلمكم|therefore|it has been|it is hereby"
)
#: Units, sorts of money, and words before an amount that are no thing.
UNITS: Final = (
    "طنا|طن|أطنان|كيسا|كيس|أكياس|لترا|لتر|ليتر|صندوقا|صندوق|كرتونا|كرتون|كيلو|كغ|كيلوغرام|برميلا|برميل|براميل|قطعة|رأسا|قبضة"
    "|علبة|شوالا|شوال|مترا|متر|صفيحة|ألفا|يوما|يوم|أيام"
)
LATIN_UNITS: Final = (
    "tons|ton|tonnes|litres|liters|litre|sacks|bags|boxes|cartons|crates|barrels|pieces|kilos|kg|kilograms|metres"
    "|cans|heads|drums|bales|packs"
)
CURRENCIES: Final = (
    "دينارا|دينار|دنانير|ليرة|ليرات|دولارا|دولار|ريالا|ريال|درهما|درهم|جنيها|جنيه|يورو|dinars|dinar|dollars|pounds"
    "|liras|lira|riyals|dirhams|euros"
)
COUNTED: Final = "عدد|عددها|بعدد|وعددها"
SUM: Final = "مبلغ قدره|مبلغا قدره|مبلغ|the sum of"
NO_THING: Final = "من|إلى|في|على|عن|خلال|مدة|أقصاها|رقم|مبلغ|قدره|وقدره|ومعه|ما|يلي|بتاريخ|البند|اليوم|الفقرة|المادة|لمدة|ولمدة"
NO_LATIN_THING: Final = (
    "ملم|مم|سم|كم|كلم|ساعة|ساعات|أسبوع|أسابيع|شهر|شهرا|أشهر|سنة|سنوات|عاما|دينار|دينارا|ليرة|دولار|ريال|درهم|هجري|هجرية|ميلادي"
    "|ميلادية|في|من|إلى|على|لسنة|يوما|يوم|أيام|has|have|had|under|shall|will|days|day|hours|weeks|months|dinars|dinar|dollars|pounds"
    "|liras|riyals"
    "|and|of|the|until|till|at|by"
    "|on|in|is|was|were|are|am|pm|hrs|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|may"
    "|june|july|august|september|october"
    "|november|december|ah|ad|to|from|for"
)
#: Words that begin a new clause behind a comma.
CLAUSE_WORDS: Final = (
    "قام|قامت|قاموا|قمنا|تمت|جرت|كما|نعلمكم|نحيطكم|نرجو|نأمل|يرجى|تقرر|يتوجب|يجب|عليكم|نلفت|يتولى|على|يسمح|لا مانع|سيتم|سيجري|تم|جرى"
)
#: "And" with a word that orders, forbids or tells, behind which a new clause begins without a comma.
AND_CLAUSES: Final = (
    "ويمنع|ويحظر|ويجب|ويتعين|ويتوجب|ونرجو|ويرجى|ولا يجوز|ولا يحق|ولا يسمح|وعليكم|وتم|وتمت|وجرى|وجرت|ولم|وإلا|ويسمح|وتقرر|كما تم|كما تقرر"
    "|كما يمنع|كما يرجى"
    "|كما نرجو|على أن ي|على أن ت|وقام|وقامت|وقاموا|وقمنا|وتعذر|وسيتم|وستتم|وسوف|ويطلب|ونطلب|ونلتمس"
)
LATIN_CLAUSE_WORDS: Final = "you are|we hope|we kindly|it is|it has been|we inform|approval is"
#: Before who is told something so that it is carried out, and what stands behind.
TOLD: Final = "يبلغ|تبلغ|يعمم على|تعميمه على|تبليغ"
TOLD_TO_ACT: Final = "لإنفاذ|لتنفيذ|للتنفيذ|للعمل|shall be notified for|is to be notified for|to be notified for|will be notified for"
#: "And not" behind a sentence: before a verb, before a verbal noun.
AND_NOT: Final = "ولا"
AND_LACKS: Final = "وعدم"
#: Helping verbs whose subject is always a deed: "was done the cleaning of".
HELPING: Final = "تم|تمت|جرى|جرت|يتم|تتم|سيتم|ستتم|سيجري|ستجري"
AND_ON: Final = "وعلى|and"

#: Before who does it, behind the act; and a predicate of duty, before which he stands.
BY_WHOM: Final = (
    "من قبل|من جانب|من طرف|على عاتق|شأن|من شأن|بعهدة|بمعرفة|من مسؤولية|من اختصاص"
    "|to be carried out by|to be done by|to be executed by|is a matter for|a matter for|the business of|in the hands of"
    "|على أيدي|من قبلكم|من قبلنا|من لدن|تحت إشراف|بإشراف|في عهدة|على مسؤولية|to be undertaken by|to be performed by|to be effected by"
    "|is the responsibility of|are the responsibility of|the responsibility of|under the supervision of|under the direction of"
    "|rests with|lies with|falls to"
)
BY_WHOM_LATIN: Final = "by"
ON_DUTY: Final = (
    "مسؤول عن|مسؤولة عن|مسؤولون عن|مكلف ب|ملزم ب|ملزمون ب|ممنوعون من"
    "|مسؤولا عن|ملزما ب|مكلفا ب|مكلفة ب|مكلفون ب|ملزمة ب|معني ب|معنية ب|معنيون ب|متكفل ب|منوط به|منوط بها|ممنوع من|ممنوعة من|مخول ب"
    "|مخولة ب|مفوض ب"
)
#: That an order came, and from whom: "an order came from"; then what the order is.
ORDER_CAME: Final = (
    "ورد أمر من|وردنا أمر من|صدر أمر من|صدر أمر عن|جاءنا أمر من|ورد توجيه من|وردنا توجيه من|صدر توجيه من|صدرت أوامر من|وردت أوامر من"
    "|وردتنا أوامر من"
    "|بأمر من|بتوجيه من|أمر من|حسب أوامر|بناء على أوامر|بناء على توجيه|an order has come from|orders have come from|by order of"
    "|on the orders of"
    "|تلقينا أمرا من|تلقينا أوامر من|تلقينا توجيها من|جاءت أوامر من|جاءنا توجيه من|صدرت توجيهات من|صدرت تعليمات من|وردت تعليمات من"
    "|وردتنا تعليمات من|وردنا تعميم من|بناء على أمر|بناء على توجيهات|بناء على تعليمات|بتوجيهات من|بإيعاز من|بناء على إيعاز"
    "|حسب توجيهات|حسب توجيه|وفق توجيهات|وفقا لتوجيهات|تنفيذا لأوامر|تنفيذا لتوجيهات|تنفيذا لتعليمات|we have orders from"
    "|we have been ordered by|instructions have come from|instructions were received from|orders were received from"
    "|acting on orders from|on instructions from|on the instructions of|as ordered by|as directed by|as instructed by"
    "|at the direction of|by direction of|by command of|under orders from"
)
ORDER_IS: Final = "بأن|أن|القاضي|والقاضي|يقضي|تقضي|ينص|that|to"
#: Behind an act, who is to carry it out.
EXECUTORS: Final = (
    "السهر على التنفيذ|متابعة التنفيذ|السهر على ذلك|إجراء ما يلزم|مراعاة ذلك|to see to it|to see this done|will see to it"
    "|to look after the above|التنفيذ|تنفيذ ذلك|إنفاذ ذلك|العمل بذلك|تنفيذ ما ذكر|to carry it out|to carry this out|shall carry it out"
    "|shall carry this out|to execute this|shall execute this"
    "|تنفيذ هذا الأمر|تنفيذ هذا القرار|تنفيذ هذا التعميم|تنفيذ مضمونه|تنفيذه كل فيما يخصه|العمل بموجبه|العمل بمقتضاه|السهر على تنفيذه"
    "|متابعة تنفيذه|التقيد بمضمونه|مراقبة التنفيذ|وضعه موضع التنفيذ|to carry out the above|to execute the above"
    "|to implement the above|to enforce this order|to give effect to this|to ensure compliance|shall give effect to this"
    "|shall implement this|are charged with the execution|is charged with the execution"
)
#: Where the name of a place, person or office ends.
STOPS: Final = (
    "صلاحية|صلاحيات|بإدارة|بقيادة|وكيلا|وكيلة|مديرا|مديرة|رئيسا|رئيسة|مسؤولا|مسؤولة|أميرا|قاضيا|نائبا|أمينا|محافظا|قائدا|آمرا|مشرفا"
    "|ما يلي|ما يأتي"
    "|والعودة|برئاسة|إضافة|بصفة|إلا|مع|ويشترط|على أن|وذلك|تحت اسم|تحت|ضمن|خلال|في موعد|في الموعد"
    "|في اليوم|بعد|حتى|قبل|على وجه|فورا|حالا|ومعه|وبرفقته"
    "|من تاريخ|اعتبارا|كل يوم|كل"
    "|ليلا|بتاريخ|عملية|تحت طائلة|كاملة|وعلى"
    "|لمدة|بموجب|بمهام|في|عند|داخل|من|إلى|عن|نحو|باتجاه|as part of|under the name|under|within|by|until|before|after|at once"
    "|immediately|every|on|without|and the"
    "|together with|with|towards|to|from|in|inside|as from|no later|during|for|as quickly|as soon|shall|is|are|has|have|of its"
)
#: Before a number that counts nothing, and before a day that something begins on.
NUMBERED: Final = (
    "رقم|برقم|الرقم|المرقم|العدد|البند|المادة|الفقرة|اليوم|يوم|سنة|عام|شهر|الساعة|صفحة|الصفحة|باب|دار|زقاق|محلة|الفرع|القرار|لسنة"
)
AS_FROM: Final = "اعتبارا من|ابتداء من|as from|with effect from"
#: Before where something is taken from, brought to, and where it is.
FROM: Final = "من|from"
TO: Final = "إلى|نحو|باتجاه|لصالح|to|towards|into"
NO_GOAL: Final = (
    "قبل|الأهالي|سكانها|أهلها|its|تاريخ|كل|موعد|الموعد|ما|order|the date|be|whom"
    "|هذا الكتاب|هذا التعميم|هذا القرار|هذا الأمر|كتابنا|كتابكم|this letter|this circular|this order|this decision|our letter|your letter"
)
AT: Final = "في|عند|داخل|لدى|at|in|inside|within"
#: Before the post that somebody is appointed to or relieved of.
BEFORE_POST: Final = (
    "بإدارة|برئاسة|بقيادة|من رئاسة|من إدارة|من قيادة|عن رئاسة|عن إدارة|لرئاسة|لإدارة|لقيادة|من مهام|من منصب|من وظيفة|بمهام|لمهام|مهام"
    "|بمنصب|لمنصب|بوظيفة|في منصب|في وظيفة|as|from the post of|to the post of|from his post as"
    "|from his duties as|of the duties of|to the position of|from the position of"
)
#: Titles before a person, and words before a post.
PERSON_TITLES: Final = (
    "الموظف|الموظفة|المواطن|المواطنة|المعلم|المعلمة|المدرس|العامل|الجندي|العريف|الضابط|الأستاذ|الرفيق|الحاج|الأخ"
    "|السيد|السيدة|الأخت|الشيخ|المدعو|الدكتور|المهندس|المقدم|الرائد|العقيد|العميد|النقيب|الملازم|للأخ"
    "|Brother|Mr.|Mr|Mrs.|Sister|Sheikh|Dr."
)
#: Before the count of an item.
ITEM_HEADS: Final = "مادة|المادة|البند|الفقرة|Article|Item"
#: How items are counted that carry one act each.
ITEMS: Final = (
    "أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|حادي عشر|ثاني عشر|الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة"
    "|السابعة|المادة الأولى|المادة الثانية|المادة الثالثة"
    "|المادة الرابعة|المادة الخامسة"
    "|المادة السادسة|أخيرا|first|second|third|fourth|fifth|sixth|firstly|secondly|thirdly|finally"
)
#: Letters written onto the front of a word, and whose it is written onto its end.
JOINED: Final = "وبال|وال|بال|لل|ال|وب|ول|ب|ل|س|و|ك"
OWNERS: Final = "نا|كم|ها|هم|ه"
#: How the words of a day begin that is no number.
DAY_STARTS: Final = "يوم|اليوم|أول|الأول|غرة|سلخ"
#: A post as what somebody is made, which is told without a preposition.
MADE: Final = "وكيلا|وكيلة|مديرا|مديرة|رئيسا|رئيسة|مسؤولا|مسؤولة|أميرا|قاضيا|نائبا|أمينا|محافظا|قائدا|آمرا|مشرفا|معاونا"

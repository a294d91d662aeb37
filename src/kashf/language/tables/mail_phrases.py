"""What mail programs write above earlier mail, as regular expressions and labels in several languages."""

from typing import Final

#: What stands above a quotation, over one to three lines: "On 3 May 2014, somebody wrote:".
WROTES: Final = (
    r"^[ \t>]*On\b.{6,200}?\bwrote\s*:[ \t]*(?:\n|\Z)",
    r"^[ \t>]*Le\b.{6,200}?\ba [ée]crit\s*:[ \t]*(?:\n|\Z)",
    r"^[ \t>]*Am\b.{6,200}?\bschrieb.{0,80}?:[ \t]*(?:\n|\Z)",
    r"^[ \t>]*El\b.{6,200}?\bescribi[óo]\s*:[ \t]*(?:\n|\Z)",
    r"^(?=.{0,420}?yazdı)[^\n]{0,160}?\d{4}[^\n]{0,160}\n?[^\n]{0,100}?\b(?:şunu yazdı|tarihinde[^\n]{0,80}yazdı|yazdı)\s*:[ \t]*(?:\n|\Z)",
    r"^[ \t>\u200e\u200f\u202b]*(?:في|بتاريخ)\s.{6,200}?كتبت?.{0,80}?[:：][ \t\u200e\u200f\u202c]*(?:\n|\Z)",
    r"^[ \t>\u200e\u200f\u202b]*كتبت?\s.{3,120}?(?:في|بتاريخ).{3,80}?[:：][ \t\u200e\u200f\u202c]*(?:\n|\Z)",
)
#: A line without such a word and a colon behind it, a little further on, ends no line of the kind above.
WROTE_WORDS: Final = r"(?:wrote|[ée]crit|schrieb|escribi[óo]|yazdı|كتب)[^\n]{0,200}?[:：](?:[^\S\n]|[\u200e\u200f\u202c])*+(?:\n|\Z)"
_ORIGINAL = (
    *(
        "Original Message",
        "Original Appointment",
        "Message d['’]origine",
        "Ursprüngliche Nachricht",
        "Orijinal (?:Mesaj|İleti)",
        "Özgün İleti",
    ),
    *("Mensaje original", "الرسالة الأصلية", "رسالة أصلية"),
)
_FORWARDED = (
    *("Forwarded message", r"Forwarded by [^\n]{1,100}", "Weitergeleitete Nachricht", "Message (?:transféré|transmis)"),
    *("İletilmiş (?:mesaj|ileti)", "Mensaje reenviado", "رسالة (?:مُ?عاد توجيهها|مُ?حوَّ?لة|موجهة)", "الرسالة المُ?عاد توجيهها"),
)
_BEGIN_FORWARDED = (
    *("Begin forwarded message", "Anfang der weitergeleiteten Nachricht", "Début du message (?:réexpédié|transféré)"),
    *("İletilen ileti başlangıcı", "بداية الرسالة المُ?عاد توجيهها"),
)
#: From here on Outlook and its like quote, or send on, the whole earlier mail without a sign before each line.
ORIGINALS: Final = (
    rf"^[ \t>]*-{{2,}} ?(?:{'|'.join((*_ORIGINAL, *_FORWARDED))}) ?-{{2,}}",
    rf"^[ \t>]*(?:{'|'.join(_BEGIN_FORWARDED)}) ?[:：]",
    r"^_{20,}\s*\n(?=From:|De ?:|Von:|Kimden:|من:)",
)
#: Labels of the header lines above such a mail, in small letters.
LABELS: Final = {
    "from": "from|de|von|kimden|gönderen|من|المرسل",
    "date": "sent|date|envoyé|gesendet|datum|tarih|gönderme tarihi|gönderildi|fecha|تاريخ الإرسال|أُرسلت|أرسلت|التاريخ|تم الإرسال|تاريخ",
    "to": "to|à|an|kime|alıcı|para|إلى|الى|المستلم",
    "cc": "cc|kopie|bilgi|نسخة|نسخة إلى|نسخة كربونية",
    "bcc": "bcc|نسخة مخفية",
    "sender": "sender|reply-to|absender|antwort an|répondre à|yanıtla|الرد على|الرد إلى",
    "subject": "subject|objet|betreff|konu|asunto|الموضوع|موضوع",
}
#: A name with one of these words is nobody's: newsletters, programs, boxes that many read.
NO_PERSONS: Final = """
noreply reply newsletter info support admin administrator team alert alerts mailer daemon postmaster sales list group groups notification
notifications undisclosed recipients webmaster press media news desk hotline helpdesk customer everyone staff members subscribers updates
account accounts billing security calendar facebook twitter telegram whatsapp google gmail yahoo outlook microsoft apple linkedin youtube
paypal amazon skype unknown empfänger destinataires مجهول الجميع الأعضاء الدعم النشرة الإدارة المستلمون غير محدد
"""
#: What mail programs put before a subject.
PREFIXES: Final = "re|aw|sv|vs|rv|ynt|yan|cevap|رد|الرد|fwd?|wg|tr|ilt|iletilen|إعادة توجيه|تحويل"
#: Folders in which mail programs keep what was not sent yet, in small letters.
DRAFT_FOLDERS: Final = r"\[gmail\]/drafts|drafts?|entwürfe|brouillons|taslaklar|borradores|المسودات|مسودات"

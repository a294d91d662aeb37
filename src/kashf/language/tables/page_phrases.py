"""What web pages write around a text, as regular expressions in several languages."""

from typing import Final

#: Said by web pages only, as a whole line.
ADVERTISEMENTS: Final = (
    r"(?:(?:article|story|text)\s+continues?\s+(?:below|after)(?:\s+(?:this\s+)?advert\w*)?)",
    r"advertise?ments?|publicité|anzeige|publicidad|advertentie",
    r"sponsored(?:\s+(?:content|links?|by\b.{0,30}))?|promoted\s+(?:content|stories)",
)
#: Said by web pages, but also by people; they count when there are two different ones, or something stronger.
AROUNDS: Final = (
    r"skip to (?:main )?(?:content|navigation)|back to top",
    r"(?:accept|reject|manage)(?: all)? (?:cookies|preferences|choices)|cookie (?:policy|settings|preferences)",
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies.{0,200}",
    r"privacy (?:policy|notice)|terms (?:of (?:use|service)|(?:and|&) conditions)",
    r"(?:sign|log) ?in(?: / (?:register|sign up))?|sign up(?: (?:for|to) .{0,60})?",
    r"subscribe(?: (?:now|to) ?.{0,60})?|(?:create|register) (?:an? )?account",
    r"share(?: (?:this|on|via|by)(?: .{0,40})?)?|tweet|pin it|whatsapp|copy link|follow us(?: on .{0,40})?",
    r"read more(?:\s*[:>»].{0,100})?|(?:most|latest) (?:read|popular|viewed|news)",
    r"related (?:articles|topics|stories|news|content)|more from .{0,60}|recommended for you",
    r"(?:view|add|post|leave a) comments?|\d+ comments?",
    r"(?:©|\(c\)|copyright).{0,80}(?:\d{4}|reserved).{0,80}|all rights reserved\.?",
    r"(?:\w+ ){0,2}markets? (?:are )?(?:open|closed)",
    r"إعلان(?:ات)?|اقرأ أيض(?:اً|ًا|ا).{0,100}|اقرأ المزيد|الأكثر قراءة|(?:أخبار|مواضيع) ذات صلة",
    r"شارك(?:ها| على .{0,30})?|تابعنا(?: على .{0,30})?|تسجيل الدخول",
    r"(?:© ?)?جميع الحقوق محفوظة.{0,80}|سياسة الخصوصية|شروط الاستخدام",
)
#: A text without any of these, in small letters, needs no further look; most have none.
SIGNS: Final = (
    *("advert", "publici", "anzeige", "sponsored", "promoted", "continues", "cookie", "privacy", "sign in", "subscribe", "share", "%)"),
    *("read more", "rights reserved", "skip to", "follow us", "related", "اقرأ", "تابعنا", "ذات صلة", "الحقوق محفوظة", "الخصوصية"),
)

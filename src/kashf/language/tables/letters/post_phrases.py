"""Words around posts in signatures and in papers that name or relieve somebody; divided by bars and compared folded."""

from typing import Final

#: Between a man and the post that he is given or loses; no part of a name.
TO_OR_FROM_POST: Final = (
    "من مهام|من منصب|من وظيفة|عن مهام|عن منصب|عن وظيفة|بمهام|بمنصب|بوظيفة|لمنصب|إلى منصب|في منصب|في وظيفة|قائما بمهام|من عمله"
    "|to the post of|to the office of|to serve as|to be|from the post of|from the office of|from his post as|from his duties as"
    "|of his duties as|of the post of|as the|as"
)
#: Right behind a man, before his post.
FROM: Final = "من|عن|إلى|from|of"
#: Before or behind the post of somebody who stands in for whoever holds it.
STANDS_IN: Final = (
    "بالوكالة|وكالة|وكيلا|بالإنابة|إنابة|نيابة عن|بالنيابة عن|بالنيابة|القائم بأعمال|قائم بأعمال|القائم بمهام|قائم بمهام"
    "|المكلف بأعمال|المكلف بمهام|المكلف"
    "|عن|ع|و|ق.أ|acting|p.p|pp|for and on behalf of the|for and on behalf of|on behalf of the|on behalf of|for the|for"
)
#: Behind a post, before its place or office.
OF_WHERE: Final = "في|لدى|التابع ل|in|at|of"
#: Behind a post, before another act of the same sentence.
AND_ANOTHER: Final = "and to|and appoint|and name|and assign|and dismiss|and relieve|وتعيين|وتكليف|وتسمية|ويعين|ويكلف|وإعفاء|وعزل"
#: Before a man, without being a part of his name.
ADDRESS: Final = "السيد|السيدة|الأخ|الأخت|الأستاذ|Mr|Mrs|Ms|Brother|Sister"
#: Ends the first word of a post that somebody is given, and begins the second: "as a director", "for an office".
AS_ENDING: Final = "ا"
FOR_THE: Final = "ل"

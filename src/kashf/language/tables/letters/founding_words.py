"""Words by which a paper founds an office; divided by bars and compared folded."""

from typing import Final

#: Right before the name of the office that is founded.
FOUNDING: Final = "استحداث|إنشاء|تأسيس|تستحدث|يستحدث|تنشأ|ينشأ|establish|establishing|the establishment of|found|founding|set up|setting up"
#: Between those and the name of a post.
POST_ITSELF: Final = "منصب|وظيفة|the post of|the office of|a post of"

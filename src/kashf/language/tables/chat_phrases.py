"""What messengers write into conversations, and what they call the files that they export."""

from __future__ import annotations

from typing import Final

#: Behind "<", where a file hangs on a message or was left out.
OF_FILES: Final = "media|attached|médias?|medien|archivo|multimedia|الوسائط|تم|مرفق|ek|bijgevoegd|anexado|allegato"
#: Behind the year of another calendar.
ERAS: Final = "BE|AH|AP|AD|هـ"
#: In the names of files; parts of a regular expression.
NAMES: Final = r"whats\W?app|_chat\b|\bchat\b|واتس|دردشة|محادثة|threema|viber|signal"
#: Senders in the logs of programs.
OF_LOGS: Final = "error warn warning info debug trace fatal critical notice severe kernel"

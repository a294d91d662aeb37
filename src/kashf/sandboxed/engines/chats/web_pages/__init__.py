"""Exports that a browser opens: Telegram's `messages.html`, `message_1.html` of Messenger and Instagram."""

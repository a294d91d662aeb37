"""Mail: messages by the standard library, Outlook's by python-oxmsg; what is text, what hangs on it, what is sealed."""

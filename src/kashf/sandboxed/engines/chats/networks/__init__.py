"""What the JSON of each network means, and which of them a file is (`json_chats`)."""

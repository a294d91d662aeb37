"""Exports of messengers as conversations: one message after the other, in order of time, each with who wrote it and when.

`message`           what a message and a conversation are
`chat_pages`        conversations as pages, on which each message is marked
`moments`           times as exports give them
`telegram`, `meta`, `signal`, `twitter`
                    what the JSON of each network means
`json_chats`        which of them a JSON file is
"""

"""Exports of messengers as conversations: one message after the other, in order of time, each with who wrote it and when.

`message`       what a message and a conversation are
`chat_pages`    conversations as pages, on which each message is marked
`moments`       times as exports give them
`json_values`   values of JSON as text
`written`       conversations in plain text, as WhatsApp exports them
`networks`      exports in JSON
`web_pages`     exports in HTML
`phones`        databases and backups of telephones
"""

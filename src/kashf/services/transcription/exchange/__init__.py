"""Transcriptions in the forms that other programs read and write: PAGE-XML, ALTO, plain text. What comes in is hostile until checked."""

"""Which documents of a case are copies: of one text, of one message, or nearly of one text."""

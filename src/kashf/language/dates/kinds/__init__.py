"""Whose date it is: of the writing, a reference, a deadline, an event, a birth, a receipt."""

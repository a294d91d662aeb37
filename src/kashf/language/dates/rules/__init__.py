"""Days that are counted from the day of writing by their place in a month, a week or a year."""

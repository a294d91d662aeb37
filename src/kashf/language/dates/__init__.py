"""The dates of forms, in three calendars and many languages, as the days that they may be."""

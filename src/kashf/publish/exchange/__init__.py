"""Cases in the forms of other programs: what each of our things is called there."""

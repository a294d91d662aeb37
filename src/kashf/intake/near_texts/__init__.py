"""Which texts of a pile are nearly the same, told apart from forms of one template that were filled in differently."""

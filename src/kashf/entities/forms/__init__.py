"""Forms: which documents share a template, what it prints, and what each of them has filled in."""

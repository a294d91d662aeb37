"""Answers of forms on page images, read with what their labels ask in mind."""

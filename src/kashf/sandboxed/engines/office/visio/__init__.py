"""Drawings of Visio since 2013: a page for each drawing page, with what its shapes, their data and their comments say."""

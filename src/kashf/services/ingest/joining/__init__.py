"""Joins the parts of files that were divided, wherever and whenever they came."""

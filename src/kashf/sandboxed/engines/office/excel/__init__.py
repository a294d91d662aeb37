"""Workbooks of Excel: cells as they are shown beside what they are."""

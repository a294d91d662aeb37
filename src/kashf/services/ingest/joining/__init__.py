"""What concerns several files at once, wherever and whenever they came: parts are joined, saved files held against their lists."""

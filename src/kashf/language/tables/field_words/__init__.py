"""What forms print beside their fields and what people write into them, as words."""

"""What letters say in their own words, as far as that is compared between letters of one pile."""

"""What happens between papers and people: letters, and what they tell people to do."""

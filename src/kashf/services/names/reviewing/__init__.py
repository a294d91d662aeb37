"""What people decide about names and places: questions, answers, and what the tables of a case make of them."""

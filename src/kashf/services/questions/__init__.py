"""Many questions at once, questions that are kept, and what a later batch answers to them."""

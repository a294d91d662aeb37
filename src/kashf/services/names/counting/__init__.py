"""What a count is made of: who a name is in the case, where he is named, where he may be, and what people decided about places."""

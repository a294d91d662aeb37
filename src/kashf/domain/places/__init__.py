"""What people decided about names of places."""

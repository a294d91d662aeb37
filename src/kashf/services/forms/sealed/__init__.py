"""What is sealed in forms: where it stands, how it is kept out of what is shown, and how somebody opens it with a reason."""

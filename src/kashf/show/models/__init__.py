"""What is told of models that a user brought."""

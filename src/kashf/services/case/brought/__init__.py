"""What came into a case: what each `add` took in, and what people call a file."""

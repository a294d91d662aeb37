"""What the doors share: one shape of each answer in JSON, and the sentences in which reasons and errors are told."""

"""Opens what is encrypted with the passwords that people have."""

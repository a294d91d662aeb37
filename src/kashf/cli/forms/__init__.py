"""What `kashf forms` does beside telling forms and deciding about them."""

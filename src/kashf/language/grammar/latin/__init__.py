"""What Latin letters show of names."""

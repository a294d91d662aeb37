"""What names of files say of files."""

"""Page images to text."""

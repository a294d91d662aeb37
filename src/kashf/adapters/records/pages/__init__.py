"""What the pages of documents say, as machines read them and as people typed them."""

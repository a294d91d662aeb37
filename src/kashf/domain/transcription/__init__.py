"""What people type off the images of pages: how the ledger tells it, and what page comes of it."""

"""Acts as the terminal, JSON and spreadsheets show them."""

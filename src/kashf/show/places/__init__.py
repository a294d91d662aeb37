"""Places as the terminal, JSON, spreadsheets and maps show them."""

"""What is counted, paid, dialled and shipped: quantities, money, telephone and document numbers, weapons and goods, in Arabic and Latin."""

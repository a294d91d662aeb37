"""What is counted, paid and shipped: quantities, money, weapons and goods, in Arabic and Latin letters."""

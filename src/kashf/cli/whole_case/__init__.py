"""What commands on a whole case print."""

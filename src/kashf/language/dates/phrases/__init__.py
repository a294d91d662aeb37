"""What words and phrases of dates say, by themselves."""

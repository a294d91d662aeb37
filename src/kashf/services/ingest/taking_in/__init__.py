"""Taking files in: what is asked first, and what is told afterwards."""

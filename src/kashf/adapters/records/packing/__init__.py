"""What makes long texts of records short."""

"""What people write down about pages and recordings in the browser, beside decisions about names."""

"""7z archives with AES-256, which libarchive lists and cannot decrypt: it is given the same archive without the encryption."""

"""What stands on a page: characters with their places, by what pdfium, the page and its fonts say."""

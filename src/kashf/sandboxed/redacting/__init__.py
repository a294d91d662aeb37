"""Inside the box: where words stand on a page, a page with areas covered as a PDF of its own, and what can be read out of such a PDF."""

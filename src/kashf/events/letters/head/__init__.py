"""The head and foot of papers, and the papers that they cite: what every line says that is no act."""

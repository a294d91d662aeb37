"""OpenDocument: texts, tables and slides, with what was struck out, put in, noted or hidden."""

"""Writes down what people say of letters that were read otherwise, takes it back, and learns from it."""

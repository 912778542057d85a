"""Extraction: where an article says that somebody said something, as spans: who, by which words, and what."""

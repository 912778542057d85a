"""Entities: who or what the words of a source mean: names, people met before, descriptions, pronouns."""

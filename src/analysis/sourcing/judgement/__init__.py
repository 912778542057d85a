"""Judgement: what kind of source an entity is: office, anonymity, detail, kind, and by which words."""

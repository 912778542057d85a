"""Grammar: what the words of a paragraph are: tokens, word classes, verbs, noun phrases, clauses, quotations."""

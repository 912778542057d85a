"""What people say that the program got wrong: read, found in the article, applied, and counted."""

"""Dates: which stretches of the text name a time, and which one, counted from the article's own day."""

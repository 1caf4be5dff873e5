"""Paragraphs: where the text's own layout puts a border that no sentence crosses."""

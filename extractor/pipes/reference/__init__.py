"""Reference: which person a pronoun or a description means, and whom the speaker of a quote is."""

"""Numbers: which stretches of the text say a number, and which one, before anybody asks of what."""

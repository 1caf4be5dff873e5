"""The article's frame: what is not running text, who printed it, where and on which day."""

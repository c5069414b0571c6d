"""Analysis to text, JSON and the clipboard."""

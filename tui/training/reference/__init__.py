"""The reference: commands, settings, keys, JSON and Python, from the program's own tables."""

"""A long sitting before the real reader, with keys by chance: `make soak`."""

"""From bytes to a clean Article. Knows nothing of quotes."""

"""Documents and texts that nobody would write, for a bounded time: `make fuzz`."""

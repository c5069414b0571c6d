"""What holds of any text: few examples in the suite, many in `make fuzz`."""

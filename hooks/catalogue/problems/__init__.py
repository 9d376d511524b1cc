"""What can be wrong with the data, in words, and how it is told."""

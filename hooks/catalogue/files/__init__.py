"""From the bytes of a file to a plain value, or to the problems that keep it from being read."""

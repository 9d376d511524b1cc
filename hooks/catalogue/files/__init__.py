"""Files into plain values: what may be read, the usual file fast, any file with what is wrong in it."""

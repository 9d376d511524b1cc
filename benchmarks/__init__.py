"""What the catalogue costs, measured beside its peers: run `make bench`."""

"""A catalogue of training programmes: YAML records in, a checked catalogue, pages and files out."""

"""The words of the catalogue: closed vocabularies with their labels, and Vietnamese text."""

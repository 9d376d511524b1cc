"""What views say of records: phrases, facts, figures, entries; nothing of it is a page of its own."""

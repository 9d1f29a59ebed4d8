"""What goes out of the house as files."""

"""Returns to regulators: tables with the names and the order that the regulator gives."""

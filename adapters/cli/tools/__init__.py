"""The tools around the journal, a module for each that is loaded when it is named."""

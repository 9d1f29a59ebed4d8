"""Other days or terms than were agreed at first: extension, restructuring, arrears spread anew."""

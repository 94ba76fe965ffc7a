"""Seeds wrong formulas into the SQL, one at a time, and counts how many the tests notice."""

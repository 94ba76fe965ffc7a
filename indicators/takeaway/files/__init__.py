"""What is taken away as a file and made in Python: the workbook."""

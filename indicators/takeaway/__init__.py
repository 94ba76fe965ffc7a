"""What a reader takes away: the bar under a chart, the image, the table, the files."""

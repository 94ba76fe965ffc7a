"""What the pages share: gate, warehouse, queries, store, filters, language, charts, card."""

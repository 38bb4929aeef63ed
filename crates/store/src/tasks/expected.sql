CAST(
    100 * max(0, julianday(min(:today, t.due)) - julianday(t.begins)) / (julianday(t.due) - julianday(t.begins)) AS INTEGER
)

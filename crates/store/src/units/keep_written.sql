UPDATE task_units
SET written = (SELECT name FROM units WHERE id = :from)
WHERE unit = :from
  AND written IS NULL

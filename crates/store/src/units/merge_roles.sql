UPDATE task_units
SET role = 'lead',
    position = min(position, (SELECT f.position FROM task_units AS f WHERE f.task = task_units.task AND f.unit = :from))
WHERE unit = :into
  AND task IN (SELECT task FROM task_units WHERE unit = :from AND role = 'lead')

INSERT INTO unit_aliases (id, unit, region, alias, until)
VALUES (:id, :unit, :region, :alias, :until)

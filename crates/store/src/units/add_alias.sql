INSERT INTO unit_aliases (id, unit, region, alias)
VALUES (:id, :unit, :region, :alias)

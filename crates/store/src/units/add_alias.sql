INSERT INTO unit_aliases (unit, region, alias, until)
VALUES (:unit, :region, :alias, :until)

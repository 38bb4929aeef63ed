-- What notices are counted by where no words are asked for: the index that has their words as well is eight times as large.
CREATE INDEX notices_counted ON notices (
    duplicate_of, confirmed, measure_count, region, issued, doubt_count, measure_doubt_count
);

-- The tasks of a region are also walked by who leads them.
DROP INDEX tasks_by_region;
CREATE INDEX tasks_by_region ON tasks (region, first_lead);

-- Units are looked up by a name that a person types, of whatever region.
CREATE INDEX units_called ON units (name);
CREATE INDEX unit_aliases_called ON unit_aliases (alias);

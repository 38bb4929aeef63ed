-- The figures of units by year: an overview of a register of any size reads these, and days only of the years that the
-- day looked at falls into. Triggers keep them in step with unit_figures.
CREATE TABLE year_figures (
    unit INTEGER NOT NULL,
    role TEXT NOT NULL,
    region TEXT NOT NULL,
    status TEXT NOT NULL,
    -- Of the due day; empty for none.
    year TEXT NOT NULL,
    tasks INTEGER NOT NULL,
    PRIMARY KEY (unit, role, region, status, year)
) STRICT, WITHOUT ROWID;
INSERT INTO year_figures (unit, role, region, status, year, tasks)
SELECT unit, role, region, status, substr(due, 1, length(due) - 6), sum(tasks)
FROM unit_figures
WHERE unit <> 0
GROUP BY 1, 2, 3, 4, 5;

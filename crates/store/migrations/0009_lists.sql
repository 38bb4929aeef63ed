-- An index for each order that a list is walked in, and for what it is narrowed by.
DROP INDEX tasks_by_due;
DROP INDEX tasks_by_due_backwards;
DROP INDEX tasks_by_status;
DROP INDEX tasks_of_notice;
CREATE INDEX tasks_by_due ON tasks (due);
CREATE INDEX tasks_by_status ON tasks (status);
CREATE INDEX tasks_of_notice ON tasks (notice);
CREATE INDEX tasks_by_region ON tasks (region);

-- The doubtful ones in the order of their days, as they are looked through.
CREATE INDEX tasks_doubtful_by_due ON tasks (due) WHERE doubt_count > 0;

SELECT
    (SELECT count(*) FROM notices WHERE id NOT IN (SELECT rowid FROM notice_index))
    + (SELECT count(*) FROM tasks WHERE id NOT IN (SELECT rowid FROM task_index))

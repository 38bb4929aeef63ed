SELECT
    (SELECT count(*) FROM notices WHERE seq NOT IN (SELECT rowid FROM notice_index))
    + (SELECT count(*) FROM tasks WHERE seq NOT IN (SELECT rowid FROM task_index))

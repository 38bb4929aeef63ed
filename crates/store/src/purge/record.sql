INSERT INTO purges (operation, files, notices, tasks, seal_before)
SELECT id, :files, :notices, :tasks, :seal_before FROM current_operation

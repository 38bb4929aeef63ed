INSERT INTO changes (operation, action, place, row, task, before)
VALUES (?1, ?2, (SELECT number FROM recorded_tables WHERE name = ?3), ?4, ?5, ?6)

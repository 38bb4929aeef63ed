-- Values and no SELECT, conditions of a trigger and no OR: for those SQLite makes a table aside, for every row.
DROP TRIGGER IF EXISTS figures_task_insert;
CREATE TRIGGER figures_task_insert AFTER INSERT ON tasks
BEGIN
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (0, 'lead', NEW.region, NEW.status, coalesce(NEW.due, ''), 1)
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;
DROP TRIGGER IF EXISTS figures_task_insert_without_lead;
CREATE TRIGGER figures_task_insert_without_lead AFTER INSERT ON tasks WHEN NEW.first_lead IS NULL
BEGIN
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (-1, 'lead', NEW.region, NEW.status, coalesce(NEW.due, ''), 1)
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;
DROP TRIGGER IF EXISTS figures_task_delete;
CREATE TRIGGER figures_task_delete AFTER DELETE ON tasks
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = 0 AND role = 'lead' AND region = OLD.region AND status = OLD.status AND due = coalesce(OLD.due, '');
END;
DROP TRIGGER IF EXISTS figures_task_delete_without_lead;
CREATE TRIGGER figures_task_delete_without_lead AFTER DELETE ON tasks WHEN OLD.first_lead IS NULL
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = -1 AND role = 'lead' AND region = OLD.region AND status = OLD.status AND due = coalesce(OLD.due, '');
END;
DROP TRIGGER IF EXISTS figures_task_update;
CREATE TRIGGER figures_task_update AFTER UPDATE OF status, due, region, first_lead ON tasks
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = 0 AND role = 'lead' AND region = OLD.region AND status = OLD.status AND due = coalesce(OLD.due, '');
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (0, 'lead', NEW.region, NEW.status, coalesce(NEW.due, ''), 1)
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
    -- The figures are there; an UPDATE of those of its units would look at all figures for each task.
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    SELECT unit, role, OLD.region, OLD.status, coalesce(OLD.due, ''), -1 FROM task_units WHERE task = NEW.id
    ON CONFLICT DO UPDATE SET tasks = tasks - 1;
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    SELECT unit, role, NEW.region, NEW.status, coalesce(NEW.due, ''), 1 FROM task_units WHERE task = NEW.id
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;
DROP TRIGGER IF EXISTS figures_task_update_was_without_lead;
CREATE TRIGGER figures_task_update_was_without_lead AFTER UPDATE OF status, due, region, first_lead ON tasks
WHEN OLD.first_lead IS NULL
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = -1 AND role = 'lead' AND region = OLD.region AND status = OLD.status AND due = coalesce(OLD.due, '');
END;
DROP TRIGGER IF EXISTS figures_task_update_without_lead;
CREATE TRIGGER figures_task_update_without_lead AFTER UPDATE OF status, due, region, first_lead ON tasks
WHEN NEW.first_lead IS NULL
BEGIN
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (-1, 'lead', NEW.region, NEW.status, coalesce(NEW.due, ''), 1)
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;
DROP TRIGGER IF EXISTS figures_unit_insert;
CREATE TRIGGER figures_unit_insert AFTER INSERT ON task_units
BEGIN
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (
        NEW.unit, NEW.role,
        (SELECT region FROM tasks WHERE id = NEW.task),
        (SELECT status FROM tasks WHERE id = NEW.task),
        (SELECT coalesce(due, '') FROM tasks WHERE id = NEW.task),
        1
    )
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;
DROP TRIGGER IF EXISTS figures_unit_delete;
CREATE TRIGGER figures_unit_delete AFTER DELETE ON task_units
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = OLD.unit AND role = OLD.role
      AND (region, status, due) = (SELECT t.region, t.status, coalesce(t.due, '') FROM tasks AS t WHERE t.id = OLD.task);
END;
DROP TRIGGER IF EXISTS figures_unit_update;
CREATE TRIGGER figures_unit_update AFTER UPDATE OF unit, role ON task_units
BEGIN
    UPDATE unit_figures SET tasks = tasks - 1
    WHERE unit = OLD.unit AND role = OLD.role
      AND (region, status, due) = (SELECT t.region, t.status, coalesce(t.due, '') FROM tasks AS t WHERE t.id = OLD.task);
    INSERT INTO unit_figures (unit, role, region, status, due, tasks)
    VALUES (
        NEW.unit, NEW.role,
        (SELECT region FROM tasks WHERE id = NEW.task),
        (SELECT status FROM tasks WHERE id = NEW.task),
        (SELECT coalesce(due, '') FROM tasks WHERE id = NEW.task),
        1
    )
    ON CONFLICT DO UPDATE SET tasks = tasks + 1;
END;
DROP TRIGGER IF EXISTS figures_year_insert;
CREATE TRIGGER figures_year_insert AFTER INSERT ON unit_figures WHEN NEW.unit <> 0
BEGIN
    INSERT INTO year_figures (unit, role, region, status, year, tasks)
    VALUES (NEW.unit, NEW.role, NEW.region, NEW.status, substr(NEW.due, 1, length(NEW.due) - 6), NEW.tasks)
    ON CONFLICT DO UPDATE SET tasks = tasks + excluded.tasks;
END;
DROP TRIGGER IF EXISTS figures_year_update;
CREATE TRIGGER figures_year_update AFTER UPDATE OF tasks ON unit_figures WHEN NEW.unit <> 0
BEGIN
    UPDATE year_figures SET tasks = tasks + NEW.tasks - OLD.tasks
    WHERE unit = NEW.unit AND role = NEW.role AND region = NEW.region AND status = NEW.status
      AND year = substr(NEW.due, 1, length(NEW.due) - 6);
END;

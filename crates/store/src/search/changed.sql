-- Notices and tasks whose words changed after this change. In the order of their numbers: FTS5 writes out what it holds
-- whenever a number is smaller than the one before.
SELECT 'notices' AS place, c.row
FROM changes AS c
JOIN recorded_tables AS t ON t.number = c.place AND t.name = 'notices'
WHERE c.seq > ?1
  -- Confirming a notice changes nothing that is searched.
  AND (
      c.action <> '~'
      OR EXISTS (SELECT 1 FROM json_each(c.before) AS j WHERE j.key IN ('title', 'notice_title', 'number', 'issuers', 'first_line', 'last_line'))
  )
GROUP BY c.row
UNION
-- A file that was read again.
SELECT 'notices', n.id
FROM changes AS c
JOIN recorded_tables AS t ON t.number = c.place AND t.name = 'sources'
JOIN notices AS n ON n.source = c.row
WHERE c.seq > ?1
  AND c.action = '~'
UNION ALL
SELECT 'tasks', c.task
FROM changes AS c
JOIN recorded_tables AS t ON t.number = c.place AND t.name IN ('tasks', 'task_units', 'task_origins')
WHERE c.seq > ?1
  AND (
      c.action <> '~'
      OR EXISTS (
          SELECT 1 FROM json_each(c.before) AS j
          WHERE j.key IN ('number', 'title', 'text', 'deadline_raw', 'written', 'unit', 'words', 'person')
      )
  )
GROUP BY c.task
ORDER BY 1, 2

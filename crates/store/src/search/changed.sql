SELECT table_name, row_id, max(before ->> '$.seq') AS gone
FROM changes
WHERE seq > ?1
  AND (
      table_name = 'tasks'
      OR (
          table_name = 'notices'
          -- Confirming a notice changes nothing that is searched.
          AND (
              action <> 'update'
              OR before ->> '$.title' IS NOT after ->> '$.title'
              OR before ->> '$.notice_title' IS NOT after ->> '$.notice_title'
              OR before ->> '$.number' IS NOT after ->> '$.number'
              OR before ->> '$.issuers' IS NOT after ->> '$.issuers'
          )
      )
  )
GROUP BY table_name, row_id
-- In the order of their numbers: FTS5 writes out what it holds whenever a number is smaller than the one before.
ORDER BY table_name, min(seq)

-- Whether the journal no longer goes on from this revision, or an operation behind it left no changes to tell it by.
SELECT coalesce((SELECT max(seq) FROM changes), 0) < ?1
    OR EXISTS (
        SELECT 1
        FROM operations
        WHERE command IN ('restore', 'import_all', 'purge')
          AND id >= (SELECT operation FROM changes WHERE seq > ?1 ORDER BY seq LIMIT 1)
    )

(
        -- The share last stated, of the whole or by a unit that leads; what a later entry corrected is passed over.
        SELECT p.share FROM progress_entries AS p
        WHERE p.task = t.id AND p.share IS NOT NULL AND p.happened <= :until
          AND NOT EXISTS (SELECT 1 FROM progress_entries AS later WHERE later.replaces = p.id)
          AND (
              p.unit IS NULL
              OR EXISTS (
                  SELECT 1 FROM {task_units} AS tu WHERE tu.task = t.id AND tu.unit = p.unit AND tu.role = 'lead'
              )
          )
        ORDER BY p.happened DESC, p.id DESC LIMIT 1
    )

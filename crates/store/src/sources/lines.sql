SELECT number, page, text, role
FROM source_lines
WHERE source = :source
  AND number BETWEEN :first AND :last
ORDER BY entry

SELECT count(*) FROM changes WHERE seq > (SELECT coalesce(max(last_change), 0) FROM seals)

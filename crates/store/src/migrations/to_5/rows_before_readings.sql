INSERT INTO operations (id, uid, command, label, summary, actor, at, schema, undoes, undone_by)
SELECT
    o.seq, unhex(o.id, '-'), o.command, o.label, o.summary, o.actor, o.at,
    (SELECT user_version FROM pragma_user_version),
    (SELECT p.seq FROM old_operations AS p WHERE p.id = o.undoes),
    (SELECT p.seq FROM old_operations AS p WHERE p.id = o.undone_by)
FROM old_operations AS o;
INSERT INTO settings (id, name, value)
SELECT n.number, s.id, s.value
FROM old_settings AS s
JOIN numbers AS n ON n.place = 'settings' AND n.old = s.id;
INSERT INTO units (id, uid, name, region)
SELECT seq, unhex(id, '-'), name, region FROM old_units;
INSERT INTO unit_aliases (id, unit, region, alias, until)
SELECT n.number, u.seq, a.region, a.alias, a.until
FROM old_unit_aliases AS a
JOIN numbers AS n ON n.place = 'unit_aliases' AND n.old = a.id
JOIN old_units AS u ON u.id = a.unit;
INSERT INTO unit_distinctions (id, one, other)
SELECT n.number, min(one.seq, other.seq), max(one.seq, other.seq)
FROM old_unit_distinctions AS d
JOIN numbers AS n ON n.place = 'unit_distinctions' AND n.old = d.id
JOIN old_units AS one ON one.id = d.one
JOIN old_units AS other ON other.id = d.other;
INSERT INTO fingerprints (notice, hashes)
SELECT notice, hashes FROM old_fingerprints;
INSERT INTO fingerprint_hashes (hash, notice)
SELECT hash, notice FROM old_fingerprint_hashes;
INSERT INTO title_keys (notice, title_key)
SELECT notice, skeleton FROM old_title_skeletons;

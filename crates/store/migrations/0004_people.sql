-- Leaders, persons responsible and contacts that a notice names on a measure, as JSON.
ALTER TABLE measures ADD COLUMN people TEXT NOT NULL DEFAULT '{"leader":[],"responsible":[],"contact":[]}';

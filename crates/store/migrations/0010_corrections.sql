-- Of several doubts of one rule about one field a person judges all at once: how many that are.
ALTER TABLE doubt_states ADD COLUMN doubts INTEGER NOT NULL DEFAULT 1;

-- Fingerprints and title keys are derived and not recorded; what a new reading makes of them follows its row, there and back.
-- None is no bytes where a row was put back from its image.
DROP TRIGGER IF EXISTS recognition_insert;
CREATE TRIGGER recognition_insert AFTER INSERT ON recognitions
BEGIN
    UPDATE fingerprints SET hashes = NEW.hashes_after WHERE notice = NEW.notice AND length(NEW.hashes_after) > 0;
    UPDATE title_keys SET title_key = NEW.title_key_after WHERE notice = NEW.notice AND NEW.title_key_after IS NOT NULL;
END;
DROP TRIGGER IF EXISTS recognition_delete;
CREATE TRIGGER recognition_delete AFTER DELETE ON recognitions
BEGIN
    UPDATE fingerprints SET hashes = OLD.hashes_before WHERE notice = OLD.notice AND length(OLD.hashes_before) > 0;
    UPDATE title_keys SET title_key = OLD.title_key_before WHERE notice = OLD.notice AND OLD.title_key_before IS NOT NULL;
END;

-- What is made from notices and follows no journal.
DELETE FROM fingerprint_hashes WHERE notice IN (SELECT row FROM traces WHERE place = 'notices');
DELETE FROM fingerprints WHERE notice IN (SELECT row FROM traces WHERE place = 'notices');
DELETE FROM title_keys WHERE notice IN (SELECT row FROM traces WHERE place = 'notices');

-- How many log-in codes went to an address in a day is counted in the outbox. Mails of permohonan
-- are not in this index.
CREATE INDEX outbox_codes ON outbox (recipient, created_at) WHERE permohonan_id IS NULL;

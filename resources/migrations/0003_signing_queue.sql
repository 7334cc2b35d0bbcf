-- What the Kadin's list says of a permohonan: who drafted it and since when, and how often its kind
-- is signed. Each is one look into an index, at any size of the office.
CREATE INDEX draft_maker ON draft (made_by, made_at);
CREATE INDEX dokumen_signed ON dokumen (output, signed_at) WHERE signed_at IS NOT NULL;

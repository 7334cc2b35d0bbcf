-- The office: people, permohonan and their dokumen, the kartu kendali, mail and events.
-- Times are UTC milliseconds since 1970, dates are Julian days, hashes are 32-byte blobs,
-- enum columns hold the numbers of the enums in common/ (append-only there).

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE user (
    id              INTEGER PRIMARY KEY,
    username        TEXT    NOT NULL UNIQUE COLLATE NOCASE CHECK (length(username) BETWEEN 2 AND 64),
    name            TEXT    NOT NULL,
    nip             TEXT    NOT NULL DEFAULT '',
    title           TEXT    NOT NULL DEFAULT '',
    password_hash   TEXT    NOT NULL,
    is_active       INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    failed_logins   INTEGER NOT NULL DEFAULT 0,
    locked_until    INTEGER NOT NULL DEFAULT 0,
    certificate     BLOB,
    certified_at    INTEGER
);

CREATE TABLE user_duty (
    user_id INTEGER NOT NULL REFERENCES user (id),
    duty    INTEGER NOT NULL,
    scope   TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (user_id, duty, scope)
) WITHOUT ROWID;

CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    user_id INTEGER REFERENCES user (id),
    event   TEXT    NOT NULL,
    detail  TEXT    NOT NULL DEFAULT ''
);

-- Citizens of the portal. An account is known by its e-mail address and proved by a code.
CREATE TABLE pemohon (
    id          INTEGER PRIMARY KEY,
    email       TEXT    NOT NULL UNIQUE COLLATE NOCASE,
    data        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    nik         TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    verified_at INTEGER
);

CREATE TABLE email_code (
    pemohon_id INTEGER PRIMARY KEY REFERENCES pemohon (id),
    code_hash  BLOB    NOT NULL,
    expires_at INTEGER NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    sent_at    INTEGER NOT NULL
);

CREATE TABLE portal_session (
    token_hash BLOB    PRIMARY KEY,
    pemohon_id INTEGER NOT NULL REFERENCES pemohon (id),
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE blob (
    sha256     BLOB    PRIMARY KEY CHECK (length(sha256) = 32),
    size       INTEGER NOT NULL,
    stored_at  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE permohonan (
    id           INTEGER PRIMARY KEY,
    number       TEXT    NOT NULL UNIQUE,
    layanan      TEXT    NOT NULL,
    seksi        TEXT    NOT NULL,
    bidang       TEXT    NOT NULL,
    pemohon_id   INTEGER NOT NULL REFERENCES pemohon (id),
    applicant    TEXT    NOT NULL,
    email        TEXT    NOT NULL,
    phone        TEXT    NOT NULL,
    status       INTEGER NOT NULL,
    holder       INTEGER NOT NULL,
    queue_scope  TEXT    NOT NULL,
    received_by  INTEGER REFERENCES user (id),
    handed_by    INTEGER NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1,
    is_returned  INTEGER NOT NULL DEFAULT 0,
    submitted_at INTEGER NOT NULL,
    queue_at     INTEGER NOT NULL,
    step_since   INTEGER NOT NULL,
    chain_seq    INTEGER NOT NULL DEFAULT 0,
    chain_head   BLOB    NOT NULL
);
CREATE INDEX permohonan_queue ON permohonan (holder, queue_scope, queue_at, id);
CREATE INDEX permohonan_seksi ON permohonan (seksi, id);
CREATE INDEX permohonan_bidang ON permohonan (bidang, id);
CREATE INDEX permohonan_pemohon ON permohonan (pemohon_id, id);

-- What was entered: apart from the row above, which every step rewrites.
CREATE TABLE permohonan_data (
    permohonan_id        INTEGER PRIMARY KEY REFERENCES permohonan (id),
    data                 TEXT    NOT NULL,
    answers              TEXT    NOT NULL,
    is_answers_confirmed INTEGER NOT NULL DEFAULT 0,
    siak_number          TEXT    NOT NULL DEFAULT '',
    warning_reason       TEXT    NOT NULL DEFAULT '',
    data_version         INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE permohonan_nik (
    nik           TEXT    NOT NULL,
    permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
    PRIMARY KEY (nik, permohonan_id)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE permohonan_search USING fts5 (number, applicant, tokenize = 'trigram');

CREATE TABLE berkas (
    id            INTEGER PRIMARY KEY,
    permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
    requirement   TEXT    NOT NULL,
    file_name     TEXT    NOT NULL,
    media_type    TEXT    NOT NULL,
    size          INTEGER NOT NULL,
    sha256        BLOB    NOT NULL REFERENCES blob (sha256),
    uploaded_at   INTEGER NOT NULL,
    verdict       INTEGER NOT NULL DEFAULT 0,
    solution      TEXT    NOT NULL DEFAULT '',
    is_superseded INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX berkas_permohonan ON berkas (permohonan_id);

CREATE TABLE defect (
    id            INTEGER PRIMARY KEY,
    permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
    target        INTEGER NOT NULL,
    code          TEXT    NOT NULL,
    verdict       INTEGER NOT NULL,
    solution      TEXT    NOT NULL,
    is_open       INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX defect_permohonan ON defect (permohonan_id) WHERE is_open = 1;

CREATE TABLE note (
    id            INTEGER PRIMARY KEY,
    permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
    user_id       INTEGER NOT NULL REFERENCES user (id),
    duty          INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    text          TEXT    NOT NULL CHECK (length(text) BETWEEN 1 AND 2000)
);
CREATE INDEX note_permohonan ON note (permohonan_id);

CREATE TABLE dokumen (
    id              INTEGER PRIMARY KEY,
    permohonan_id   INTEGER NOT NULL REFERENCES permohonan (id),
    position        INTEGER NOT NULL,
    output          TEXT    NOT NULL,
    delivery        INTEGER NOT NULL,
    status          INTEGER NOT NULL,
    number          TEXT    NOT NULL DEFAULT '',
    issue_date      INTEGER,
    draft_version   INTEGER NOT NULL DEFAULT 0,
    draft_sha256    BLOB    REFERENCES blob (sha256),
    draft_data      INTEGER NOT NULL DEFAULT 0, -- data_version that the draft shows
    page_count      INTEGER NOT NULL DEFAULT 0,
    is_from_siak    INTEGER NOT NULL DEFAULT 0,
    signed_sha256   BLOB    REFERENCES blob (sha256),
    signed_at       INTEGER,
    verify_token    TEXT    NOT NULL UNIQUE,
    download_token  TEXT    NOT NULL UNIQUE,
    UNIQUE (permohonan_id, position)
);

CREATE TABLE draft (
    dokumen_id INTEGER NOT NULL REFERENCES dokumen (id),
    version    INTEGER NOT NULL,
    sha256     BLOB    NOT NULL REFERENCES blob (sha256),
    made_by    INTEGER NOT NULL REFERENCES user (id),
    made_at    INTEGER NOT NULL,
    PRIMARY KEY (dokumen_id, version)
) WITHOUT ROWID;

CREATE TABLE paraf (
    dokumen_id   INTEGER NOT NULL REFERENCES dokumen (id),
    draft_sha256 BLOB    NOT NULL,
    duty         INTEGER NOT NULL,
    user_id      INTEGER NOT NULL REFERENCES user (id),
    officer      TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (dokumen_id, draft_sha256, duty)
) WITHOUT ROWID;

CREATE TABLE page_view (
    dokumen_id   INTEGER NOT NULL REFERENCES dokumen (id),
    draft_sha256 BLOB    NOT NULL,
    user_id      INTEGER NOT NULL REFERENCES user (id),
    page         INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (dokumen_id, draft_sha256, user_id, page)
) WITHOUT ROWID;

CREATE TABLE kartu_kendali (
    permohonan_id INTEGER NOT NULL REFERENCES permohonan (id),
    seq           INTEGER NOT NULL,
    kind          INTEGER NOT NULL,
    action        INTEGER NOT NULL,
    status        INTEGER NOT NULL,
    duty          INTEGER NOT NULL,
    officer_id    INTEGER NOT NULL,
    officer       TEXT    NOT NULL,
    counterpart   INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    note          TEXT    NOT NULL,
    dokumen       TEXT    NOT NULL,
    draft_sha256  BLOB    NOT NULL,
    previous_hash BLOB    NOT NULL,
    hash          BLOB    NOT NULL,
    PRIMARY KEY (permohonan_id, seq)
) WITHOUT ROWID;

CREATE TRIGGER kartu_kendali_no_update BEFORE UPDATE ON kartu_kendali
BEGIN
    SELECT RAISE(ABORT, 'kartu_kendali is append-only');
END;
CREATE TRIGGER kartu_kendali_no_delete BEFORE DELETE ON kartu_kendali
BEGIN
    SELECT RAISE(ABORT, 'kartu_kendali is append-only');
END;

CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY,
    message_id    TEXT    NOT NULL UNIQUE,
    event         INTEGER NOT NULL,
    permohonan_id INTEGER REFERENCES permohonan (id),
    recipient     TEXT    NOT NULL,
    payload       TEXT    NOT NULL, -- JSON: what the template shows; attachments by sha256
    state         INTEGER NOT NULL DEFAULT 0, -- 0 waiting, 1 sent, 2 failed for good
    tries         INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    next_try_at   INTEGER NOT NULL,
    sent_at       INTEGER,
    last_error    TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX outbox_due ON outbox (next_try_at) WHERE state = 0;

CREATE TABLE queue_event (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    permohonan_id   INTEGER NOT NULL REFERENCES permohonan (id),
    previous_holder INTEGER NOT NULL,
    previous_scope  TEXT    NOT NULL,
    at              INTEGER NOT NULL
);

CREATE TABLE idempotency (
    user_id      INTEGER NOT NULL,
    key          BLOB    NOT NULL CHECK (length(key) = 16),
    request_hash BLOB    NOT NULL,
    answer       BLOB    NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (user_id, key)
) WITHOUT ROWID;

CREATE TABLE counter (
    name  TEXT    NOT NULL,
    day   INTEGER NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (name, day)
) WITHOUT ROWID;

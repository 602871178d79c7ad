--liquibase formatted sql

--changeset baosong:reference-1
CREATE TABLE reference_source (
    list        text        PRIMARY KEY,
    sha256      text        NOT NULL,
    entry_count integer     NOT NULL,
    loaded_at   timestamptz NOT NULL
);
COMMENT ON TABLE reference_source IS 'Which edition of each code list stands in reference_entry: the SHA-256 of the file it came from.';

CREATE TABLE reference_entry (
    list       text     NOT NULL,
    code       text     NOT NULL,
    name       text     NOT NULL,
    name_en    text,
    parent     text,
    level      smallint NOT NULL CHECK (level >= 1),
    leaf       boolean  NOT NULL,
    initials   text     NOT NULL,
    attributes jsonb    NOT NULL DEFAULT '{}'::jsonb,
    valid_from date,
    valid_to   date     CHECK (valid_to >= valid_from),
    sort       integer  NOT NULL,
    PRIMARY KEY (list, code),
    FOREIGN KEY (list, parent) REFERENCES reference_entry (list, code)
);
COMMENT ON TABLE reference_entry IS 'Entries of the code lists (industries, regions, registration types …). An entry that left its list is ended, never removed: what names it keeps its meaning.';
COMMENT ON COLUMN reference_entry.valid_to IS 'last day, inclusive; null: still valid';
COMMENT ON COLUMN reference_entry.initials IS 'pinyin initials of the name, [a-z0-9]';

CREATE INDEX reference_entry_children ON reference_entry (list, parent, sort);
CREATE INDEX reference_entry_code ON reference_entry (list, code text_pattern_ops);
CREATE INDEX reference_entry_name ON reference_entry (list, name text_pattern_ops);
CREATE INDEX reference_entry_initials ON reference_entry (list, initials text_pattern_ops);

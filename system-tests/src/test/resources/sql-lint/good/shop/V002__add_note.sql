-- purpose: room for a note
-- owner: nobody, it is an example
-- tables: sale
-- rows: up to a million
-- algorithm: INSTANT
-- duration: under a second
-- reversible: yes, U002
-- order: before the code that writes it
ALTER TABLE sale ADD COLUMN note VARCHAR(200) NULL COMMENT 'free text', ALGORITHM=INSTANT;

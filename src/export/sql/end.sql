
ALTER TABLE visits ADD PRIMARY KEY (id);
ALTER TABLE organizations ADD PRIMARY KEY (visit_id, id);
ALTER TABLE participants ADD PRIMARY KEY (visit_id, id);
ALTER TABLE stops ADD PRIMARY KEY (visit_id, id);
ALTER TABLE statements ADD PRIMARY KEY (visit_id, id);
ALTER TABLE outcomes ADD PRIMARY KEY (visit_id, id);
ALTER TABLE sources ADD PRIMARY KEY (visit_id, id);
ALTER TABLE media ADD PRIMARY KEY (visit_id, number);
ALTER TABLE expenses ADD PRIMARY KEY (visit_id, number);
ALTER TABLE notes ADD PRIMARY KEY (visit_id, number);
ALTER TABLE topics ADD PRIMARY KEY (visit_id, record, id, number);
ALTER TABLE links ADD PRIMARY KEY (visit_id, record, id, relation, number);

ALTER TABLE organizations ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE participants ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE stops ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE statements ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE outcomes ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE sources ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE media ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE expenses ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE notes ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE topics ADD FOREIGN KEY (visit_id) REFERENCES visits;
ALTER TABLE links ADD FOREIGN KEY (visit_id) REFERENCES visits;

CREATE INDEX ON visits USING gist (days);
CREATE INDEX ON statements USING gin (words);
CREATE INDEX ON links (target, relation);

-- Parts of words and spellings, if the database has the extension.
DO $$ DECLARE place name; BEGIN
    SELECT nspname INTO place FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'pg_trgm';
    IF FOUND THEN
        EXECUTE format('CREATE INDEX ON statements USING gin (text %I.gin_trgm_ops)', place);
    END IF;
END $$;

-- Verbatim quotes. As in a citation, a date is that of the statement itself, and what is not known is left out.
CREATE VIEW quotes AS
SELECT
    quote.visit_id || '#' || quote.id AS reference,
    quote.text,
    quote.speaker_name AS speaker,
    quote.speaker_post AS post,
    quote.organization,
    stops.name AS stop,
    stops.locality AS place,
    CASE WHEN quote.date_certainty IS DISTINCT FROM 'unknown' THEN quote.date END AS date,
    CASE WHEN quote.days_from = 'statement' AND quote.days_exact AND upper(quote.days) - lower(quote.days) = 1
        THEN lower(quote.days) END AS day,
    quote.visit_title AS visit,
    (
        SELECT string_agg(
            concat_ws(', ', coalesce(nullif(concat_ws(', ', author, '“' || title || '”', publisher), ''), sources.id),
                links.details ->> 'locator'),
            '; ' ORDER BY links.number)
        FROM links JOIN sources ON sources.visit_id = links.visit_id AND sources.id = links.target
        WHERE links.visit_id = quote.visit_id AND links.record = 'statement' AND links.id = quote.id
            AND links.relation = 'sources'
    ) AS source,
    quote.speaker_certainty,
    CASE WHEN stops.id IS NOT NULL THEN quote.stop_certainty END AS stop_certainty,
    quote.date_certainty,
    quote.visit_id,
    quote.id,
    quote.days,
    quote.days_from,
    quote.words
FROM statements AS quote
LEFT JOIN stops ON stops.visit_id = quote.visit_id AND stops.id = quote.stop
    AND quote.stop_certainty IS DISTINCT FROM 'unknown'
WHERE quote.type = 'quote';

ANALYZE visits, organizations, participants, stops, statements, outcomes, sources, media, expenses, notes, topics, links;
COMMIT;

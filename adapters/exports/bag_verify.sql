-- Ties the records and the table of events to the log, with DuckDB alone:
--   cd data && duckdb -bail -f verify.sql      (or by its Python module, as README.md shows)
-- It ends with "the records and events.csv are those of the log", or stops at the first fault.

CREATE TEMP TABLE checkpoint AS
SELECT CAST(split_part(content, chr(10), 2) AS BIGINT) AS size FROM read_text('log/checkpoint');

-- Entries are 32 bytes after a length of two, 256 to a bundle; of partial bundles, that of the end.
CREATE TEMP TABLE bundle AS
SELECT hex(content) AS entries,
       CAST(replace(replace(regexp_replace(path, '\.p/.*$', ''), 'x', ''), '/', '') AS BIGINT) AS number,
       TRY_CAST(regexp_extract(path, '\.p/([0-9]+)$', 1) AS BIGINT) AS width
FROM (SELECT content, regexp_replace(filename, '^.*tile/entries/', '') AS path
      FROM read_blob('log/tile/entries/**'));

CREATE TEMP TABLE leaf AS
SELECT number * 256 + slot AS "index", lower(substr(entries, 68 * slot + 5, 64)) AS digest
FROM bundle, checkpoint, (SELECT unnest(range(256)) AS slot)
WHERE 68 * slot < length(entries)
  AND (width IS NULL OR (number = size // 256 AND width = size % 256));

CREATE TEMP TABLE record AS
SELECT CAST(regexp_extract(line, '^\{"index":([0-9]+),', 1) AS BIGINT) AS "index",
       regexp_extract(line, '^\{"index":[0-9]+,"recorded_at":"[^"]*","record":(\{.*\})\}$', 1) AS record
FROM read_csv('records.jsonl', columns = {'line': 'VARCHAR'}, delim = chr(1), quote = '',
              escape = '', header = false, auto_detect = false, max_line_size = 1000000);

CREATE TEMP TABLE event AS SELECT * FROM read_csv('events.csv', all_varchar = true, header = true,
              quote = '"', escape = '"', delim = ',', auto_detect = false, max_line_size = 1000000,
              columns = {'index': 'VARCHAR', 'digest': 'VARCHAR', 'recorded_at': 'VARCHAR',
                         'at': 'VARCHAR', 'type': 'VARCHAR', 'stream': 'VARCHAR', 'ver': 'VARCHAR',
                         'schema': 'VARCHAR', 'actor': 'VARCHAR', 'branch': 'VARCHAR',
                         'cause': 'VARCHAR', 'cmd': 'VARCHAR', 'prev': 'VARCHAR', 'data': 'VARCHAR'});

SELECT CASE WHEN (SELECT count(*) FROM leaf) = size THEN 'the log has all its entries'
            ELSE error('the log lacks entries') END FROM checkpoint;

SELECT CASE WHEN count(*) = 0 THEN 'every record is in the log, where it says'
            ELSE error('record ' || min("index") || ' is not the one in the log') END
FROM record LEFT JOIN leaf USING ("index") WHERE leaf.digest IS DISTINCT FROM sha256(record);

-- A text that a spreadsheet would calculate has an apostrophe in front, which is taken off here.
CREATE TEMP MACRO bare(cell) AS
    replace(CASE WHEN cell LIKE '''%' THEN substr(cell, 2) ELSE cell END, '\\', '\');
CREATE TEMP MACRO says(record, name) AS coalesce(json_extract_string(record, name), '');

SELECT CASE WHEN count(*) = 0 THEN 'every row of events.csv says what its record says'
            ELSE error('events.csv is not the records at index ' || min("index")) END
FROM (
    SELECT coalesce(record."index", CAST(event."index" AS BIGINT)) AS "index"
    FROM record FULL JOIN event ON CAST(event."index" AS BIGINT) = record."index"
    WHERE event.digest IS DISTINCT FROM sha256(record)
       OR bare(coalesce(event.type, '')) <> says(record, '$.type')
       OR bare(coalesce(event.stream, '')) <> says(record, '$.stream')
       OR coalesce(event.ver, '') <> says(record, '$.ver')
       OR bare(coalesce(event.actor, '')) <> says(record, '$.actor')
       OR bare(coalesce(event.branch, '')) <> says(record, '$.branch')
       OR coalesce(event.at, '') <> says(record, '$.at')
       OR json(event.data) IS DISTINCT FROM json(json_extract(record, '$.data'))
);

SELECT CASE WHEN count(*) = 0 THEN 'no record and no row stands twice'
            ELSE error('index ' || min("index") || ' stands twice') END
FROM (
    SELECT "index" FROM record GROUP BY "index" HAVING count(*) > 1
    UNION ALL
    SELECT CAST("index" AS BIGINT) FROM event GROUP BY 1 HAVING count(*) > 1
);

SELECT CASE WHEN count(*) = 0 THEN 'no stream has a gap'
            ELSE error('a record of the stream ' || min(stream) || ' is missing') END
FROM (
    SELECT says(record, '$.stream') AS stream
    FROM record
    GROUP BY 1
    HAVING count(*) <> max(CAST(says(record, '$.ver') AS BIGINT))
                       - min(CAST(says(record, '$.ver') AS BIGINT)) + 1
);

SELECT 'the records and events.csv are those of the log' AS verdict;

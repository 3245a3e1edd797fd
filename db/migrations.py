"""The tables, as numbered steps that bring any older database up to date; a released step never changes."""

from sqlite_utils import Database, Migrations

migrations = Migrations("claims")


@migrations()
def m001_conflicts(db: Database) -> None:
    """The conflicts' own names: sides, parties, truces, regions, and where reports come from."""
    db.executescript("""
        CREATE TABLE conflicts (
            name TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            sides TEXT NOT NULL DEFAULT '[]'          -- JSON list
        ) STRICT;
        CREATE TABLE parties (
            conflict TEXT NOT NULL REFERENCES conflicts(name) ON DELETE CASCADE,
            name TEXT NOT NULL,
            side TEXT,
            colour TEXT,
            colour_dark TEXT,
            countries TEXT NOT NULL DEFAULT '[]',     -- JSON list of ISO 3166 alpha-2 codes
            PRIMARY KEY (conflict, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE regions (
            code TEXT PRIMARY KEY,                    -- ISO 3166-2
            name TEXT NOT NULL,
            country TEXT,
            latitude REAL,
            longitude REAL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE agreements (
            conflict TEXT NOT NULL REFERENCES conflicts(name) ON DELETE CASCADE,
            name TEXT NOT NULL,
            start TEXT NOT NULL,
            end TEXT,
            scope TEXT NOT NULL DEFAULT 'all',
            parties TEXT NOT NULL DEFAULT '[]',       -- JSON list
            source TEXT,
            PRIMARY KEY (conflict, name, start)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sources (
            conflict TEXT NOT NULL REFERENCES conflicts(name) ON DELETE CASCADE,
            address TEXT NOT NULL,
            publisher TEXT,
            country TEXT,
            party TEXT,                               -- the party whose outlet it is, if any
            etag TEXT,
            modified TEXT,
            fetched TEXT,
            error TEXT,
            PRIMARY KEY (conflict, address)
        ) STRICT, WITHOUT ROWID;
    """)


@migrations()
def m002_documents(db: Database) -> None:
    """What was read, and in which run; a text that an update replaced is kept."""
    db.executescript("""
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY,
            command TEXT NOT NULL,
            conflict TEXT,
            extractor TEXT NOT NULL,
            started TEXT NOT NULL,
            finished TEXT,                            -- NULL: still at work, or killed
            documents INTEGER NOT NULL DEFAULT 0,
            new INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            claims INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE failures (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
            source TEXT NOT NULL,
            reason TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX failures_run ON failures(run);
        CREATE TABLE documents (
            id TEXT PRIMARY KEY,
            url TEXT,
            publisher TEXT,
            title TEXT NOT NULL DEFAULT '',
            published TEXT,
            fetched TEXT,
            language TEXT,
            conflict TEXT NOT NULL REFERENCES conflicts(name),
            text TEXT NOT NULL,
            text_sha256 TEXT NOT NULL,
            kind TEXT NOT NULL DEFAULT 'report',
            extractor TEXT NOT NULL
        ) STRICT;
        CREATE INDEX documents_conflict_published ON documents(conflict, published);
        CREATE INDEX documents_publisher ON documents(publisher);
        CREATE INDEX documents_extractor ON documents(extractor);
        CREATE TABLE earlier_texts (
            document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            text_sha256 TEXT NOT NULL,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            fetched TEXT,
            PRIMARY KEY (document, text_sha256)
        ) STRICT;
    """)


@migrations()
def m003_claims(db: Database) -> None:
    """The claims: `number` is only the row's, `id` lasts; spans are characters of documents.text."""
    db.executescript("""
        CREATE TABLE claims (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            conflict TEXT NOT NULL REFERENCES conflicts(name),
            day TEXT,                                 -- date_to, else the day of publication
            sentence TEXT NOT NULL,
            stance TEXT NOT NULL CHECK (stance IN ('alleges', 'denies', 'admits')),
            claimant TEXT NOT NULL,
            accused TEXT,
            category TEXT NOT NULL,
            speaker TEXT,
            via TEXT,
            region_set TEXT NOT NULL DEFAULT '',      -- the codes of claim_regions, sorted
            count INTEGER CHECK (count >= 0),
            unit TEXT,
            bound TEXT CHECK (bound IN ('exact', 'minimum', 'maximum')),
            date_from TEXT,
            date_to TEXT,
            target TEXT,
            weapon TEXT,
            rule TEXT NOT NULL DEFAULT '',
            sentence_start INTEGER NOT NULL,
            sentence_end INTEGER NOT NULL,
            speaker_start INTEGER,
            speaker_end INTEGER,
            cue_start INTEGER,
            cue_end INTEGER,
            accused_start INTEGER,
            accused_end INTEGER,
            target_start INTEGER,
            target_end INTEGER,
            weapon_start INTEGER,
            weapon_end INTEGER,
            date_start INTEGER,
            date_end INTEGER,
            CHECK (sentence_start < sentence_end),
            CHECK (date_from <= date_to)
        ) STRICT;
        CREATE INDEX claims_document ON claims(document, category, accused, stance);
        CREATE INDEX claims_conflict_day ON claims(conflict, day, claimant, category, stance);
        CREATE INDEX claims_day ON claims(day);
        CREATE INDEX claims_claimant ON claims(claimant, day);
        CREATE INDEX claims_accused ON claims(accused, day);
        CREATE TABLE claim_regions (
            claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
            region TEXT NOT NULL REFERENCES regions(code),
            PRIMARY KEY (claim, region)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_regions_region ON claim_regions(region, claim);
        CREATE TABLE claim_places (
            claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
            place_start INTEGER NOT NULL,
            place_end INTEGER NOT NULL,
            name TEXT NOT NULL,
            region TEXT REFERENCES regions(code),
            latitude REAL,
            longitude REAL,
            PRIMARY KEY (claim, place_start)
        ) STRICT, WITHOUT ROWID;
    """)


@migrations()
def m004_full_text(db: Database) -> None:
    """Words of sentence and title, kept in step by triggers; `number` of claims is its rowid."""
    db.executescript("""
        CREATE VIRTUAL TABLE claims_fts USING fts5(
            sentence, title, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
        );
        CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims BEGIN
            INSERT INTO claims_fts(rowid, sentence, title)
            VALUES (new.number, new.sentence, (SELECT title FROM documents WHERE id = new.document));
        END;
        CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN
            DELETE FROM claims_fts WHERE rowid = old.number;
        END;
        CREATE TRIGGER claims_fts_title AFTER UPDATE OF title ON documents BEGIN
            UPDATE claims_fts SET title = new.title
            WHERE rowid IN (SELECT number FROM claims WHERE document = new.id);
        END;
    """)


@migrations()
def m005_answers(db: Database) -> None:
    """Which denial or admission answers which allegation: same document and category, by the accused."""
    db.executescript("""
        CREATE VIEW answers AS
        SELECT allegation.number AS allegation, answer.number AS answer,
               allegation.sentence_start = answer.sentence_start AS same_sentence
        FROM claims AS allegation
        JOIN claims AS answer
          ON answer.document = allegation.document
         AND answer.category = allegation.category
         AND answer.accused = allegation.accused
         AND answer.claimant = allegation.accused
         AND answer.stance IN ('denies', 'admits')
        WHERE allegation.stance = 'alleges'
          AND (allegation.date_from IS NULL OR answer.date_from IS NULL
               OR (answer.date_from <= allegation.date_to AND allegation.date_from <= answer.date_to))
          AND (allegation.region_set = '' OR answer.region_set = ''
               OR EXISTS (SELECT 1 FROM claim_regions AS one JOIN claim_regions AS other USING (region)
                          WHERE one.claim = allegation.number AND other.claim = answer.number));
    """)


@migrations()
def m006_data_version(db: Database) -> None:
    """One row: how often the documents and claims have changed, and when last; downloads name it."""
    db.executescript("""
        CREATE TABLE data_version (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            number INTEGER NOT NULL,
            changed TEXT NOT NULL
        ) STRICT;
        INSERT INTO data_version VALUES (1, 0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
    """)


@migrations()
def m007_visits(db: Database) -> None:
    """Which addresses were asked, what came of it, and the fetched bytes that each text was read from."""
    db.executescript("""
        ALTER TABLE documents ADD COLUMN source TEXT;  -- the address of the feed or page that gave it
        ALTER TABLE documents ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE earlier_texts ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
        CREATE INDEX documents_source ON documents(source);
        CREATE TABLE captures (
            document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            text_sha256 TEXT NOT NULL,                -- of the text that was read from it
            address TEXT NOT NULL,
            fetched TEXT NOT NULL,
            sha256 TEXT NOT NULL,                     -- of the content
            size INTEGER NOT NULL,
            charset TEXT,                             -- as the server declared it
            file TEXT NOT NULL,                       -- in the folder of archives beside the database
            offset INTEGER NOT NULL,
            PRIMARY KEY (document, text_sha256)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE addresses (
            address TEXT PRIMARY KEY,
            feed INTEGER NOT NULL DEFAULT 0,
            etag TEXT,
            modified TEXT,
            first TEXT NOT NULL,
            last TEXT NOT NULL,
            until TEXT,                               -- it asks to be left alone until then
            error TEXT,                               -- NULL: all was well the last time
            document TEXT REFERENCES documents(id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX addresses_document ON addresses(document);
        CREATE TABLE visits (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
            address TEXT NOT NULL,                    -- of a feed
            at TEXT NOT NULL,
            articles INTEGER NOT NULL,                -- that it lists
            asked INTEGER NOT NULL,
            empty INTEGER NOT NULL,                   -- pages in which no article was found
            failed INTEGER NOT NULL,
            new INTEGER NOT NULL,
            error TEXT
        ) STRICT;
        CREATE INDEX visits_address ON visits(address, at);
        ALTER TABLE runs ADD COLUMN heartbeat TEXT;
        ALTER TABLE sources ADD COLUMN site TEXT;     -- "bbc.com": whose articles are its own
        ALTER TABLE sources ADD COLUMN feed INTEGER;  -- 1: a feed that is read
        ALTER TABLE sources DROP COLUMN etag;         -- kept in addresses
        ALTER TABLE sources DROP COLUMN modified;
        ALTER TABLE sources DROP COLUMN fetched;
        ALTER TABLE sources DROP COLUMN error;
    """)


@migrations()
def m008_disputes(db: Database) -> None:
    """Claims of the same acts, and how they answer each other; a claim of no dispute waits to be lined up.

    `number` is that of the first claim. `neighbourhood`: the least claim of all that are tied to these,
    however weakly; a new document touches whole neighbourhoods. A dispute that lost a claim is stale.
    """
    db.executescript("""
        CREATE TABLE disputes (
            number INTEGER PRIMARY KEY,
            conflict TEXT NOT NULL REFERENCES conflicts(name),
            neighbourhood INTEGER NOT NULL,
            rules TEXT NOT NULL,                      -- the version of the rules that made it
            stale INTEGER NOT NULL DEFAULT 0,
            day TEXT,                                 -- that of its first allegation
            date_from TEXT,
            date_to TEXT,
            category TEXT NOT NULL DEFAULT '',
            accused TEXT,
            region_set TEXT NOT NULL DEFAULT '',
            places TEXT NOT NULL DEFAULT '',          -- the names of its regions
            agreement TEXT,                           -- the truce in force on its day
            status TEXT NOT NULL DEFAULT 'unanswered' CHECK (status IN (
                'denied', 'admitted', 'denied and admitted', 'countered', 'unanswered', 'nobody accused',
                'no allegation'))
        ) STRICT;
        CREATE INDEX disputes_conflict_day ON disputes(conflict, day DESC, number);
        CREATE INDEX disputes_conflict_places ON disputes(conflict, places, day);
        CREATE INDEX disputes_conflict_agreement ON disputes(conflict, agreement, day);
        CREATE INDEX disputes_day ON disputes(day DESC, number);
        CREATE INDEX disputes_neighbourhood ON disputes(neighbourhood);
        CREATE INDEX disputes_stale ON disputes(neighbourhood) WHERE stale;
        ALTER TABLE claims ADD COLUMN dispute INTEGER REFERENCES disputes(number) ON DELETE SET NULL;
        ALTER TABLE claims ADD COLUMN account INTEGER; -- the first claim that says the same for the same body
        ALTER TABLE claims ADD COLUMN copy_of TEXT;   -- the document whose text its document repeats
        ALTER TABLE claims ADD COLUMN tally TEXT;     -- what a running total counts: acts, drones, …
        CREATE INDEX claims_dispute ON claims(dispute, account);
        CREATE INDEX claims_waiting ON claims(document) WHERE dispute IS NULL;
        CREATE INDEX claims_tally ON claims(conflict, date_to, date_from) WHERE tally IS NOT NULL;
        CREATE TABLE claim_keys (                     -- what a claim shares with those it may be tied to
            key INTEGER NOT NULL,
            claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
            PRIMARY KEY (key, claim)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_keys_claim ON claim_keys(claim);
        CREATE TABLE links (
            answer INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
            answered INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
            type TEXT NOT NULL CHECK (type IN (
                'denies', 'admits', 'counters', 'repeats', 'updates', 'corroborates')),
            why TEXT NOT NULL,
            strength TEXT NOT NULL CHECK (strength IN ('certain', 'likely')),
            PRIMARY KEY (answer, answered, type)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX links_answered ON links(answered, type);
        CREATE TRIGGER disputes_stale AFTER DELETE ON claims WHEN old.dispute IS NOT NULL BEGIN
            UPDATE disputes SET stale = 1 WHERE number = old.dispute;
        END;
        DROP VIEW answers;
    """)


@migrations()
def m009_land(db: Database) -> None:
    """The points of all places of a conflict: together they show the shape of the land."""
    db.executescript("""
        ALTER TABLE conflicts ADD COLUMN land TEXT NOT NULL DEFAULT '[]'; -- [[latitude, longitude], …]
    """)


@migrations()
def m010_grounds(db: Database) -> None:
    """What made a claim: entries of the lexicons and of the conflict's data, and where they were found."""
    db.executescript("""
        ALTER TABLE claims ADD COLUMN entries TEXT NOT NULL DEFAULT '';   -- "reporting:say; acts:shell; …"
        ALTER TABLE claims ADD COLUMN grounds TEXT NOT NULL DEFAULT '[]'; -- [[entry, start, end], …]
    """)


@migrations()
def m011_claim_totals(db: Database) -> None:
    """How many claims there are, by month and by what is filtered, kept in step by triggers.

    A claim counts in its month under 'all', its 'day', its publisher, and each of its regions: `kind` and
    `value` name them; where there is none the kind is 'no publisher' or 'no region', and the value empty. The
    month of a claim without a day is empty, and so is `accused` where it accuses nobody.
    """
    db.executescript("""
        CREATE TABLE claim_totals (
            conflict TEXT NOT NULL,
            kind TEXT NOT NULL,
            value TEXT NOT NULL,
            month TEXT NOT NULL,                      -- YYYY-MM
            claimant TEXT NOT NULL,
            accused TEXT NOT NULL,
            category TEXT NOT NULL,
            stance TEXT NOT NULL,
            n INTEGER NOT NULL,
            PRIMARY KEY (conflict, kind, value, month, claimant, accused, category, stance)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER claim_totals_none AFTER UPDATE OF n ON claim_totals WHEN new.n = 0 BEGIN
            DELETE FROM claim_totals
            WHERE conflict = new.conflict AND kind = new.kind AND value = new.value AND month = new.month
              AND claimant = new.claimant AND accused = new.accused AND category = new.category
              AND stance = new.stance;
        END;
    """)
    of_region = "FROM claims AS c JOIN claim_regions AS x ON x.claim = c.number WHERE 1"
    of_publisher = "FROM claims AS c JOIN documents AS d ON d.id = c.document WHERE 1"
    kinds = {
        "'all', ''": "FROM claims AS c WHERE 1",
        "'day', c.day": "FROM claims AS c WHERE c.day IS NOT NULL",
        "'no region', ''": "FROM claims AS c WHERE c.region_set = ''",
        "'region', x.region": of_region,
        "iif(d.publisher IS NULL, 'no publisher', 'publisher'), coalesce(d.publisher, '')": of_publisher,
    }
    cells = [
        f"""SELECT c.number AS claim, c.conflict, {kind}, coalesce(substr(c.day, 1, 7), '') AS month,
                   c.claimant, coalesce(c.accused, '') AS accused, c.category, c.stance {source}"""
        for kind, source in kinds.items()
    ]
    all_cells = " UNION ALL ".join(cells).replace("'all', ''", "'all' AS kind, '' AS value")
    db.execute(f"CREATE VIEW claim_cells AS {all_cells}")  # what claim_totals counts
    db.execute("""
        INSERT INTO claim_totals
        SELECT conflict, kind, value, month, claimant, accused, category, stance, count(*) FROM claim_cells
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8""")
    fields = "number, document, conflict, day, claimant, accused, category, stance, region_set"
    every, region, publisher = cells, cells[3:4], cells[4:]
    for when, table, sign, some, which in (
        ("AFTER INSERT", "claims", "+1", every, "c.number = new.number"),
        ("BEFORE DELETE", "claims", "-1", every, "c.number = old.number"),
        (f"BEFORE UPDATE OF {fields}", "claims", "-1", every, "c.number = old.number"),
        (f"AFTER UPDATE OF {fields}", "claims", "+1", every, "c.number = new.number"),
        ("AFTER INSERT", "claim_regions", "+1", region, "c.number = new.claim AND x.region = new.region"),
        ("BEFORE DELETE", "claim_regions", "-1", region, "c.number = old.claim AND x.region = old.region"),
        ("BEFORE UPDATE", "claim_regions", "-1", region, "c.number = old.claim AND x.region = old.region"),
        ("AFTER UPDATE", "claim_regions", "+1", region, "c.number = new.claim AND x.region = new.region"),
        ("BEFORE UPDATE OF publisher", "documents", "-1", publisher, "c.document = old.id"),
        ("AFTER UPDATE OF publisher", "documents", "+1", publisher, "c.document = new.id"),
    ):
        name = f"claim_totals_{table}_{'_'.join(when.lower().split()[:2])}"
        counted = " UNION ALL ".join(
            f"{cell} AND {which}".replace("c.number AS claim, ", "").replace(
                ", c.stance", f", c.stance, {sign}"
            )
            for cell in some
        )
        db.execute(f"""
            CREATE TRIGGER {name} {when} ON {table} BEGIN
                INSERT INTO claim_totals {counted} ON CONFLICT DO UPDATE SET n = n + excluded.n;
            END""")
    # The claims of a document go while its publisher can still be told.
    db.execute("""
        CREATE TRIGGER documents_claims BEFORE DELETE ON documents BEGIN
            DELETE FROM claims WHERE document = old.id;
        END""")


@migrations()
def m012_document_sources(db: Database) -> None:
    """Which documents are of which source, so that nobody need look through all addresses to tell.

    `how`: 0 if the source gave the document, 1 if it stands on the source's site, 2 if it has the source's
    publisher. `owner`: 1 in the row of the one source that the document is counted under. Triggers keep them
    in step with the documents; whoever changes the sources makes them anew. An unknown day is empty.
    """
    db.executescript("""
        CREATE TABLE document_sources (
            conflict TEXT NOT NULL,
            address TEXT NOT NULL,
            published TEXT NOT NULL,
            document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            how INTEGER NOT NULL,
            owner INTEGER NOT NULL,
            PRIMARY KEY (conflict, address, published, document)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX document_sources_document ON document_sources(document);
        CREATE VIEW sources_of_documents AS
        SELECT conflict, address, published, document, how,
               how < 2 AND row_number() OVER (PARTITION BY conflict, document
                                              ORDER BY how, address) = 1 AS owner
        FROM (SELECT d.conflict, s.address, coalesce(d.published, '') AS published, d.id AS document,
                     CASE WHEN s.address = d.source THEN 0
                          WHEN instr(d.url, '//' || s.site || '/')
                               OR instr(d.url, '.' || s.site || '/') THEN 1
                          WHEN s.publisher = d.publisher THEN 2 END AS how
              FROM documents AS d JOIN sources AS s ON s.conflict = d.conflict)
        WHERE how IS NOT NULL;
        INSERT INTO document_sources SELECT * FROM sources_of_documents;
        CREATE TRIGGER document_sources_insert AFTER INSERT ON documents BEGIN
            INSERT INTO document_sources SELECT * FROM sources_of_documents WHERE document = new.id;
        END;
        CREATE TRIGGER document_sources_update
        AFTER UPDATE OF id, conflict, url, source, publisher, published ON documents BEGIN
            DELETE FROM document_sources WHERE document IN (old.id, new.id);
            INSERT INTO document_sources SELECT * FROM sources_of_documents WHERE document = new.id;
        END;
    """)


@migrations()
def m013_orders(db: Database) -> None:
    """Indexes in the orders that pages have, and those that hold all that is counted."""
    db.executescript("""
        CREATE INDEX claims_newest ON claims(conflict, day DESC, document, sentence_start);
        CREATE INDEX claims_largest ON claims(conflict, count DESC, day DESC, document, sentence_start);
        CREATE INDEX claims_party ON claims(conflict, claimant, day DESC, document, sentence_start);
        CREATE INDEX claims_by_document
            ON claims(conflict, document, claimant, accused, category, stance, day);
        CREATE INDEX claims_by_account
            ON claims(conflict, dispute, account, claimant, accused, category, stance, day);
        CREATE INDEX claims_first ON claims(conflict, claimant, category, stance, day);
        DROP INDEX claims_conflict_day;
        DROP INDEX claims_document;
        CREATE INDEX claims_document ON claims(document, sentence_start, claimant, accused);
        DROP INDEX claims_claimant;
        DROP INDEX claims_tally;
        CREATE INDEX claims_tally
            ON claims(conflict, date_to, date_from, tally, category, region_set, account, day)
            WHERE tally IS NOT NULL;
        ALTER TABLE disputes ADD COLUMN agreed TEXT;  -- when its agreement began
        UPDATE disputes SET agreed = (SELECT max(a.start) FROM agreements AS a
                                      WHERE a.conflict = disputes.conflict AND a.name = disputes.agreement);
        DROP INDEX disputes_conflict_places;
        CREATE INDEX disputes_conflict_places ON disputes(conflict, places = '', places, day DESC, number);
        DROP INDEX disputes_conflict_agreement;
        CREATE INDEX disputes_conflict_agreement
            ON disputes(conflict, agreed DESC, agreement, day DESC, number);
        CREATE INDEX documents_newest ON documents(conflict, published DESC, publisher, id);
        CREATE INDEX documents_latest ON documents(conflict, coalesce(fetched, published, '') DESC);
        CREATE INDEX documents_paraphrases ON documents(conflict) WHERE kind = 'paraphrase';
        DROP INDEX documents_conflict_published;
        DROP INDEX documents_publisher;
        CREATE INDEX documents_publisher ON documents(conflict, publisher, published);
    """)


@migrations()
def m014_document_totals(db: Database) -> None:
    """How many documents there are of each publisher, and how many with claims, kept in step by triggers.

    Those whose publisher is unknown are counted under no name: `named` is 0.
    """
    db.executescript("""
        CREATE TABLE document_totals (
            conflict TEXT NOT NULL,
            named INTEGER NOT NULL,
            publisher TEXT NOT NULL,
            documents INTEGER NOT NULL,
            with_claims INTEGER NOT NULL,
            PRIMARY KEY (conflict, named, publisher)
        ) STRICT, WITHOUT ROWID;
        CREATE VIEW document_cells AS                 -- what document_totals counts
        SELECT id, conflict, publisher IS NOT NULL AS named, coalesce(publisher, '') AS publisher,
               1 AS documents,
               EXISTS (SELECT 1 FROM claims AS c WHERE c.document = documents.id) AS with_claims
        FROM documents;
        INSERT INTO document_totals
        SELECT conflict, named, publisher, sum(documents), sum(with_claims) FROM document_cells
        GROUP BY 1, 2, 3;
        CREATE TRIGGER document_totals_none AFTER UPDATE ON document_totals
        WHEN new.documents = 0 AND new.with_claims = 0 BEGIN
            DELETE FROM document_totals
            WHERE conflict = new.conflict AND named = new.named AND publisher = new.publisher;
        END;
    """)
    # Claims have triggers of their own: a deleted document has none left, or loses them to these.
    only = "NOT EXISTS (SELECT 1 FROM claims WHERE document = {0}.document AND number <> {0}.number)"
    for when, table, sign, counts, which, condition in (
        ("AFTER INSERT", "documents", "+", "documents, 0", "new.id", "1"),
        ("BEFORE DELETE", "documents", "-", "documents, 0", "old.id", "1"),
        ("BEFORE UPDATE OF conflict, publisher", "documents", "-", "documents, with_claims", "old.id", "1"),
        ("AFTER UPDATE OF conflict, publisher", "documents", "+", "documents, with_claims", "new.id", "1"),
        ("AFTER INSERT", "claims", "+", "0, 1", "new.document", only.format("new")),
        ("BEFORE DELETE", "claims", "-", "0, 1", "old.document", only.format("old")),
        ("BEFORE UPDATE OF document", "claims", "-", "0, 1", "old.document", only.format("old")),
        ("AFTER UPDATE OF document", "claims", "+", "0, 1", "new.document", only.format("new")),
    ):
        name = f"document_totals_{table}_{'_'.join(when.lower().split()[:2])}"
        db.execute(f"""
            CREATE TRIGGER {name} {when} ON {table} WHEN {condition} BEGIN
                INSERT INTO document_totals
                SELECT conflict, named, publisher, {counts} FROM document_cells WHERE id = {which}
                ON CONFLICT DO UPDATE SET documents = documents {sign} excluded.documents,
                                          with_claims = with_claims {sign} excluded.with_claims;
            END""")  # noqa: S608


@migrations()
def m015_rules(db: Database) -> None:
    """Whether any dispute was made by other rules is asked at every lining up."""
    db.execute("CREATE INDEX disputes_rules ON disputes(rules)")


@migrations()
def m016_group_totals(db: Database) -> None:
    """How many documents, disputes and accounts there are by what is said in them, kept in step by triggers.

    `claims` is a JSON list of [claimant, accused, category, stance], each once, sorted: an accused who is not
    named is empty. So a document with two claims that pass a filter is still counted once. An account counts
    as long as it is in a dispute, and apart if its dispute has an answer (`answered`).
    """
    answered = "({}.status IN ('denied', 'admitted', 'denied and admitted', 'countered'))"
    claim = "json_array({0}.claimant, coalesce({0}.accused, ''), {0}.category, {0}.stance)"
    groups = {  # what tells a group from others, and whether a claim is in one
        "document": ("conflict, document", "{0}.document IS NOT NULL"),
        "dispute": ("conflict, dispute", "{0}.dispute IS NOT NULL"),
        "account": ("conflict, dispute, account", "{0}.dispute IS NOT NULL AND {0}.account IS NOT NULL"),
    }
    status = "(SELECT /*answered*/ FROM disputes AS d WHERE d.number = dispute)"
    kinds = {"document": "0", "dispute": "0", "account": status.replace("/*answered*/", answered.format("d"))}

    def cells(kind: str, condition: str = "1", sign: str = "") -> str:
        """Return the SELECT of the groups of a kind that a condition on their claims `g` leaves."""
        columns, grouped = groups[kind]
        return f"""
            SELECT conflict, '{kind}' AS kind, {kinds[kind]} AS answered,
                   json_group_array(json(claim)) AS claims{sign}
            FROM (SELECT DISTINCT {columns}, {claim.format("g")} AS claim FROM claims AS g
                  WHERE {grouped.format("g")} AND {condition} ORDER BY {columns}, claim)
            GROUP BY {columns}"""  # noqa: S608

    db.executescript("""
        CREATE TABLE group_totals (
            conflict TEXT NOT NULL,
            kind TEXT NOT NULL,                       -- document, dispute or account
            answered INTEGER NOT NULL,
            claims TEXT NOT NULL,
            n INTEGER NOT NULL,
            PRIMARY KEY (conflict, kind, answered, claims)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER group_totals_none AFTER UPDATE OF n ON group_totals WHEN new.n = 0 BEGIN
            DELETE FROM group_totals
            WHERE conflict = new.conflict AND kind = new.kind AND answered = new.answered
              AND claims = new.claims;
        END;
        CREATE TRIGGER disputes_claims BEFORE DELETE ON disputes BEGIN
            UPDATE claims SET dispute = NULL WHERE dispute = old.number; -- while its status can still be told
        END;
    """)
    all_cells = " UNION ALL ".join(f"SELECT * FROM ({cells(kind)})" for kind in groups)  # noqa: S608
    db.execute(f"CREATE VIEW group_cells AS {all_cells}")  # what group_totals counts
    db.execute("""
        INSERT INTO group_totals SELECT conflict, kind, answered, claims, count(*) FROM group_cells
        GROUP BY 1, 2, 3, 4""")
    count = "INSERT INTO group_totals {} ON CONFLICT DO UPDATE SET n = n + excluded.n;"
    # A claim leaves its groups and joins others; one with another claim that says the same stays as it is.
    for when, changed, row in (
        ("AFTER INSERT", "", "new"),
        ("BEFORE DELETE", "", "old"),
        ("BEFORE UPDATE", "OF", "old"),
        ("AFTER UPDATE", "OF", "new"),
    ):
        for kind, (columns, grouped) in groups.items():
            same = " AND ".join(f"g.{name} = {row}.{name}" for name in columns.split(", "))
            without = f"{same} AND g.number <> {row}.number"
            more, less = (same, without) if row == "new" else (without, same)
            fields = f"OF {columns}, claimant, accused, category, stance" if changed else ""
            db.execute(f"""
                CREATE TRIGGER group_totals_{kind}_{when.lower().replace(" ", "_")} {when} {fields} ON claims
                WHEN {grouped.format(row)} AND NOT EXISTS (
                    SELECT 1 FROM claims AS g
                    WHERE {without} AND g.claimant = {row}.claimant AND g.accused IS {row}.accused
                      AND g.category = {row}.category AND g.stance = {row}.stance)
                BEGIN
                    {count.format(cells(kind, less, ", -1"))}
                    {count.format(cells(kind, more, ", +1"))}
                END""")  # noqa: S608
    for when, sign, row in (("BEFORE", "-1", "old"), ("AFTER", "+1", "new")):
        its = f"g.conflict = {row}.conflict AND g.dispute = {row}.number"
        db.execute(f"""
            CREATE TRIGGER group_totals_disputes_{when.lower()} {when} UPDATE OF status ON disputes
            WHEN {answered.format("old")} <> {answered.format("new")} BEGIN
                {count.format(cells("account", its, f", {sign}"))}
            END""")


@migrations()
def m017_windows(db: Database) -> None:
    """The running totals in the order of their page; how many windows there are, kept in step by triggers.

    A window is what is counted, of which kind, in which days and regions; a total of unknown days is one of
    its account alone (`apart`). What is not known is empty.
    """
    db.executescript("""
        DROP INDEX claims_tally;
        CREATE INDEX claims_tally ON claims(
            conflict, date_to DESC, date_from DESC, tally, category, region_set, account, day,
            claimant, accused, stance
        ) WHERE tally IS NOT NULL;
        CREATE TABLE window_totals (
            conflict TEXT NOT NULL,
            date_to TEXT NOT NULL,
            date_from TEXT NOT NULL,
            tally TEXT NOT NULL,
            category TEXT NOT NULL,
            region_set TEXT NOT NULL,
            apart TEXT NOT NULL,
            n INTEGER NOT NULL,
            PRIMARY KEY (conflict, date_to, date_from, tally, category, region_set, apart)
        ) STRICT, WITHOUT ROWID;
        CREATE VIEW window_cells AS                   -- what window_totals counts
        SELECT number, conflict, coalesce(date_to, '') AS date_to, coalesce(date_from, '') AS date_from,
               tally, category, region_set,
               iif(date_from IS NULL, coalesce(CAST(account AS TEXT), ''), '') AS apart
        FROM claims WHERE tally IS NOT NULL;
        INSERT INTO window_totals
        SELECT conflict, date_to, date_from, tally, category, region_set, apart, count(*) FROM window_cells
        GROUP BY 1, 2, 3, 4, 5, 6, 7;
        CREATE TRIGGER window_totals_none AFTER UPDATE OF n ON window_totals WHEN new.n = 0 BEGIN
            DELETE FROM window_totals
            WHERE conflict = new.conflict AND date_to = new.date_to AND date_from = new.date_from
              AND tally = new.tally AND category = new.category AND region_set = new.region_set
              AND apart = new.apart;
        END;
    """)
    fields = "number, conflict, date_to, date_from, tally, category, region_set, account"
    for when, sign, row in (
        ("AFTER INSERT", "+1", "new"),
        ("BEFORE DELETE", "-1", "old"),
        (f"BEFORE UPDATE OF {fields}", "-1", "old"),
        (f"AFTER UPDATE OF {fields}", "+1", "new"),
    ):
        db.execute(f"""
            CREATE TRIGGER window_totals_{"_".join(when.lower().split()[:2])} {when} ON claims
            WHEN {row}.tally IS NOT NULL BEGIN
                INSERT INTO window_totals
                SELECT conflict, date_to, date_from, tally, category, region_set, apart, {sign}
                FROM window_cells WHERE number = {row}.number
                ON CONFLICT DO UPDATE SET n = n + excluded.n;
            END""")  # noqa: S608


@migrations()
def m018_overall_totals(db: Database) -> None:
    """How many claims there are of all months together: what is asked without days, of few rows.

    The totals of months keep them in step, as triggers keep those; `kind` and `value` are theirs.
    """
    columns = "conflict, kind, value, claimant, accused, category, stance"
    db.executescript(f"""
        CREATE TABLE overall_totals (
            conflict TEXT NOT NULL,
            kind TEXT NOT NULL,
            value TEXT NOT NULL,
            claimant TEXT NOT NULL,
            accused TEXT NOT NULL,
            category TEXT NOT NULL,
            stance TEXT NOT NULL,
            n INTEGER NOT NULL,
            PRIMARY KEY ({columns})
        ) STRICT, WITHOUT ROWID;
        CREATE VIEW overall_cells AS                  -- what overall_totals counts
        SELECT {columns}, n FROM claim_totals WHERE kind <> 'day';
        INSERT INTO overall_totals SELECT {columns}, sum(n) FROM overall_cells GROUP BY 1, 2, 3, 4, 5, 6, 7;
        CREATE TRIGGER overall_totals_none AFTER UPDATE OF n ON overall_totals WHEN new.n = 0 BEGIN
            DELETE FROM overall_totals
            WHERE conflict = new.conflict AND kind = new.kind AND value = new.value
              AND claimant = new.claimant AND accused = new.accused AND category = new.category
              AND stance = new.stance;
        END;
    """)  # noqa: S608
    row = ", ".join(f"new.{column}" for column in columns.split(", "))
    for when, n in (("INSERT", "new.n"), ("UPDATE OF n", "new.n - old.n")):
        db.execute(f"""
            CREATE TRIGGER overall_totals_after_{when.split()[0].lower()} AFTER {when} ON claim_totals
            WHEN new.kind <> 'day' BEGIN
                INSERT INTO overall_totals VALUES ({row}, {n})
                ON CONFLICT DO UPDATE SET n = n + excluded.n;
            END""")  # noqa: S608


@migrations()
def m019_removed(db: Database) -> None:
    """The ids of documents that were removed, so that no feed or folder brings them back."""
    db.executescript("""
        CREATE TABLE removed (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
    """)

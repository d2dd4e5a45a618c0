BEGIN TRANSACTION;
CREATE TABLE articles (
	content_id VARCHAR NOT NULL, 
	article VARCHAR NOT NULL, 
	outlet VARCHAR NOT NULL, 
	published DATE NOT NULL, 
	title TEXT, 
	url TEXT, 
	agency TEXT, 
	sources JSON NOT NULL, 
	recorded DATETIME NOT NULL, 
	PRIMARY KEY (content_id, article, outlet), 
	FOREIGN KEY(content_id) REFERENCES texts (content_id)
);
INSERT INTO "articles" VALUES('a_840078e4d2f29a9a4f32','a1','The Daily','2025-12-28','Ferry',NULL,NULL,'[]','2026-01-01 12:00:00.000000');
INSERT INTO "articles" VALUES('a_944ddc09c961b2360375','a2','The Weekly','2025-12-29',NULL,NULL,NULL,'[]','2026-01-02 12:00:00.000000');
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('schema','1');
INSERT INTO "meta" VALUES('made_by','tieup 0.1.0');
INSERT INTO "meta" VALUES('last_recorded','2026-01-02T12:00:00+00:00');
CREATE TABLE statement_parties (
	a VARCHAR NOT NULL, 
	b VARCHAR NOT NULL, 
	statement VARCHAR NOT NULL, 
	PRIMARY KEY (a, b, statement), 
	FOREIGN KEY(statement) REFERENCES statements (id)
)
 WITHOUT ROWID

;
INSERT INTO "statement_parties" VALUES('INC','LF','s_13273e53225b69e4b1b6');
INSERT INTO "statement_parties" VALUES('INC','LF','s_aa61b16547a41e22395c');
INSERT INTO "statement_parties" VALUES('INC','LF','s_e45f3622bec09f270254');
CREATE TABLE statements (
	id VARCHAR NOT NULL, 
	content_id VARCHAR NOT NULL, 
	article VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	act VARCHAR, 
	election VARCHAR, 
	background BOOLEAN NOT NULL, 
	published DATE NOT NULL, 
	said_on DATE, 
	body JSON NOT NULL, 
	recorded DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(content_id) REFERENCES texts (content_id)
);
INSERT INTO "statements" VALUES('s_13273e53225b69e4b1b6','a_840078e4d2f29a9a4f32','a1',81,'alliance','talks','WB-2026',0,'2025-12-28',NULL,'{"id": "s_13273e53225b69e4b1b6", "kind": "alliance", "article": "a1", "content_id": "a_840078e4d2f29a9a4f32", "act": "talks", "parties": ["INC", "LF"], "hub": null, "form": null, "speaker": "report", "speaker_party": null, "speaker_role": null, "unit": null, "mode": "report", "election": "WB-2026", "background": false, "said_on": null, "published": "2025-12-28", "quote": "The two parties said that they talk of s", "start": 81, "end": 121, "seats": {}, "places": [], "deadline": null, "condition": null, "decider": null, "participants": [], "against": [], "outlet": "The Daily", "origin": null, "reader": "rules/1", "confidence": 0.9, "why": "talk"}','2026-01-01 12:00:00.000000');
INSERT INTO "statements" VALUES('s_aa61b16547a41e22395c','a_840078e4d2f29a9a4f32','a1',90,'alliance','waits','WB-2026',0,'2025-12-28',NULL,'{"id": "s_aa61b16547a41e22395c", "kind": "alliance", "article": "a1", "content_id": "a_840078e4d2f29a9a4f32", "act": "waits", "parties": ["INC", "LF"], "hub": null, "form": null, "speaker": "report", "speaker_party": null, "speaker_role": null, "unit": null, "mode": "report", "election": "WB-2026", "background": false, "said_on": null, "published": "2025-12-28", "quote": "arties said that they talk of seats in t", "start": 90, "end": 130, "seats": {}, "places": [], "deadline": null, "condition": null, "decider": null, "participants": [], "against": [], "outlet": "The Daily", "origin": null, "reader": "rules/1", "confidence": 0.9, "why": "talk"}','2026-01-01 12:00:00.000000');
INSERT INTO "statements" VALUES('s_e45f3622bec09f270254','a_944ddc09c961b2360375','a2',81,'alliance','talks','WB-2026',0,'2025-12-29',NULL,'{"id": "s_e45f3622bec09f270254", "kind": "alliance", "article": "a2", "content_id": "a_944ddc09c961b2360375", "act": "talks", "parties": ["INC", "LF"], "hub": null, "form": null, "speaker": "report", "speaker_party": null, "speaker_role": null, "unit": null, "mode": "report", "election": "WB-2026", "background": false, "said_on": null, "published": "2025-12-29", "quote": "The two parties said that they talk of s", "start": 81, "end": 121, "seats": {}, "places": [], "deadline": null, "condition": null, "decider": null, "participants": [], "against": [], "outlet": "The Weekly", "origin": null, "reader": "rules/1", "confidence": 0.9, "why": "talk"}','2026-01-02 12:00:00.000000');
CREATE TABLE texts (
	content_id VARCHAR NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (content_id)
);
INSERT INTO "texts" VALUES('a_840078e4d2f29a9a4f32','The ferry to the island is repaired before the monsoon, the port said on Monday. The two parties said that they talk of seats in the delta, and that nothing is agreed. A meeting is planned for the week after the fair, at which both will name their seats. Nobody would say how many seats each side has asked for so far.');
INSERT INTO "texts" VALUES('a_944ddc09c961b2360375','The ferry to the island is repaired before the monsoon, the port said on Monday. The two parties said that they talk of seats in the delta, and that nothing is agreed. A meeting is planned for the week after the fair, at which both will name their seats. Nobody would say how many seats each side has asked for so far. More follows.');
CREATE INDEX articles_by_day ON articles (published, article);
CREATE INDEX statements_by_election ON statements (election, published);
CREATE INDEX statements_by_day ON statements (published);
CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER texts_no_replace BEFORE INSERT ON texts WHEN EXISTS (SELECT 1 FROM texts WHERE content_id = NEW.content_id) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER articles_no_update BEFORE UPDATE ON articles BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER articles_no_delete BEFORE DELETE ON articles BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER articles_no_replace BEFORE INSERT ON articles WHEN EXISTS (SELECT 1 FROM articles WHERE content_id = NEW.content_id AND article = NEW.article AND outlet = NEW.outlet) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER statements_no_replace BEFORE INSERT ON statements WHEN EXISTS (SELECT 1 FROM statements WHERE id = NEW.id) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER statement_parties_no_update BEFORE UPDATE ON statement_parties BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER statement_parties_no_delete BEFORE DELETE ON statement_parties BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER statement_parties_no_replace BEFORE INSERT ON statement_parties WHEN EXISTS (SELECT 1 FROM statement_parties WHERE a = NEW.a AND b = NEW.b AND statement = NEW.statement) BEGIN SELECT RAISE(IGNORE); END;
COMMIT;
PRAGMA application_id = 1953064309;

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
CREATE TABLE copies (
	one VARCHAR NOT NULL, 
	other VARCHAR NOT NULL, 
	published DATE NOT NULL, 
	recorded DATETIME NOT NULL, 
	PRIMARY KEY (one, other), 
	FOREIGN KEY(one) REFERENCES texts (content_id), 
	FOREIGN KEY(other) REFERENCES texts (content_id)
);
INSERT INTO "copies" VALUES('a_840078e4d2f29a9a4f32','a_944ddc09c961b2360375','2025-12-29','2026-01-02 12:00:00.000000');
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('schema','2');
INSERT INTO "meta" VALUES('made_by','tieup 0.1.0');
INSERT INTO "meta" VALUES('signatures','rensa-2 words-3 slots-64');
INSERT INTO "meta" VALUES('last_recorded','2026-01-02T12:00:00+00:00');
CREATE TABLE signatures (
	no INTEGER NOT NULL, 
	content_id VARCHAR NOT NULL, 
	published DATE NOT NULL, 
	scheme VARCHAR NOT NULL, 
	PRIMARY KEY (no), 
	UNIQUE (content_id, published, scheme), 
	FOREIGN KEY(content_id) REFERENCES texts (content_id)
);
INSERT INTO "signatures" VALUES(1,'a_840078e4d2f29a9a4f32','2025-12-28','rensa-2 words-3 slots-64');
INSERT INTO "signatures" VALUES(2,'a_944ddc09c961b2360375','2025-12-29','rensa-2 words-3 slots-64');
CREATE TABLE slots (
	slot BIGINT NOT NULL, 
	published DATE NOT NULL, 
	signature INTEGER NOT NULL, 
	PRIMARY KEY (slot, published, signature), 
	FOREIGN KEY(signature) REFERENCES signatures (no)
)
 WITHOUT ROWID

;
INSERT INTO "slots" VALUES(1665141820,'2025-12-28',1);
INSERT INTO "slots" VALUES(1665141820,'2025-12-29',2);
INSERT INTO "slots" VALUES(4689852118,'2025-12-28',1);
INSERT INTO "slots" VALUES(4689852118,'2025-12-29',2);
INSERT INTO "slots" VALUES(8980776289,'2025-12-28',1);
INSERT INTO "slots" VALUES(8980776289,'2025-12-29',2);
INSERT INTO "slots" VALUES(13487939752,'2025-12-28',1);
INSERT INTO "slots" VALUES(13487939752,'2025-12-29',2);
INSERT INTO "slots" VALUES(17784181558,'2025-12-28',1);
INSERT INTO "slots" VALUES(17784181558,'2025-12-29',2);
INSERT INTO "slots" VALUES(23284768409,'2025-12-28',1);
INSERT INTO "slots" VALUES(23284768409,'2025-12-29',2);
INSERT INTO "slots" VALUES(26713009066,'2025-12-28',1);
INSERT INTO "slots" VALUES(26713009066,'2025-12-29',2);
INSERT INTO "slots" VALUES(31117762360,'2025-12-28',1);
INSERT INTO "slots" VALUES(31117762360,'2025-12-29',2);
INSERT INTO "slots" VALUES(36800101837,'2025-12-28',1);
INSERT INTO "slots" VALUES(36800101837,'2025-12-29',2);
INSERT INTO "slots" VALUES(39184606236,'2025-12-28',1);
INSERT INTO "slots" VALUES(39184606236,'2025-12-29',2);
INSERT INTO "slots" VALUES(43620629876,'2025-12-28',1);
INSERT INTO "slots" VALUES(43620629876,'2025-12-29',2);
INSERT INTO "slots" VALUES(48260948766,'2025-12-28',1);
INSERT INTO "slots" VALUES(48260948766,'2025-12-29',2);
INSERT INTO "slots" VALUES(51683123364,'2025-12-28',1);
INSERT INTO "slots" VALUES(51683123364,'2025-12-29',2);
INSERT INTO "slots" VALUES(56044933181,'2025-12-28',1);
INSERT INTO "slots" VALUES(56044933181,'2025-12-29',2);
INSERT INTO "slots" VALUES(60508541910,'2025-12-28',1);
INSERT INTO "slots" VALUES(60508541910,'2025-12-29',2);
INSERT INTO "slots" VALUES(65693146128,'2025-12-28',1);
INSERT INTO "slots" VALUES(65693146128,'2025-12-29',2);
INSERT INTO "slots" VALUES(71956225248,'2025-12-28',1);
INSERT INTO "slots" VALUES(71956225248,'2025-12-29',2);
INSERT INTO "slots" VALUES(73652896693,'2025-12-28',1);
INSERT INTO "slots" VALUES(73652896693,'2025-12-29',2);
INSERT INTO "slots" VALUES(77542574976,'2025-12-28',1);
INSERT INTO "slots" VALUES(77542574976,'2025-12-29',2);
INSERT INTO "slots" VALUES(83047949400,'2025-12-28',1);
INSERT INTO "slots" VALUES(83047949400,'2025-12-29',2);
INSERT INTO "slots" VALUES(88314807097,'2025-12-28',1);
INSERT INTO "slots" VALUES(88314807097,'2025-12-29',2);
INSERT INTO "slots" VALUES(91828755175,'2025-12-28',1);
INSERT INTO "slots" VALUES(91828755175,'2025-12-29',2);
INSERT INTO "slots" VALUES(95811365117,'2025-12-28',1);
INSERT INTO "slots" VALUES(95811365117,'2025-12-29',2);
INSERT INTO "slots" VALUES(100358664481,'2025-12-28',1);
INSERT INTO "slots" VALUES(100358664481,'2025-12-29',2);
INSERT INTO "slots" VALUES(103307951125,'2025-12-28',1);
INSERT INTO "slots" VALUES(103307951125,'2025-12-29',2);
INSERT INTO "slots" VALUES(109298629323,'2025-12-28',1);
INSERT INTO "slots" VALUES(109298629323,'2025-12-29',2);
INSERT INTO "slots" VALUES(111998167776,'2025-12-28',1);
INSERT INTO "slots" VALUES(111998167776,'2025-12-29',2);
INSERT INTO "slots" VALUES(117222279924,'2025-12-28',1);
INSERT INTO "slots" VALUES(117222279924,'2025-12-29',2);
INSERT INTO "slots" VALUES(120981845688,'2025-12-28',1);
INSERT INTO "slots" VALUES(120981845688,'2025-12-29',2);
INSERT INTO "slots" VALUES(124670820307,'2025-12-28',1);
INSERT INTO "slots" VALUES(124670820307,'2025-12-29',2);
INSERT INTO "slots" VALUES(131663328932,'2025-12-28',1);
INSERT INTO "slots" VALUES(131663328932,'2025-12-29',2);
INSERT INTO "slots" VALUES(133203994100,'2025-12-28',1);
INSERT INTO "slots" VALUES(133203994100,'2025-12-29',2);
INSERT INTO "slots" VALUES(138185597375,'2025-12-28',1);
INSERT INTO "slots" VALUES(138185597375,'2025-12-29',2);
INSERT INTO "slots" VALUES(142310181190,'2025-12-28',1);
INSERT INTO "slots" VALUES(142310181190,'2025-12-29',2);
INSERT INTO "slots" VALUES(146561607682,'2025-12-28',1);
INSERT INTO "slots" VALUES(146561607682,'2025-12-29',2);
INSERT INTO "slots" VALUES(150489281847,'2025-12-28',1);
INSERT INTO "slots" VALUES(150489281847,'2025-12-29',2);
INSERT INTO "slots" VALUES(157741528110,'2025-12-28',1);
INSERT INTO "slots" VALUES(157741528110,'2025-12-29',2);
INSERT INTO "slots" VALUES(160636396005,'2025-12-28',1);
INSERT INTO "slots" VALUES(160636396005,'2025-12-29',2);
INSERT INTO "slots" VALUES(163973802245,'2025-12-28',1);
INSERT INTO "slots" VALUES(163973802245,'2025-12-29',2);
INSERT INTO "slots" VALUES(167616451880,'2025-12-28',1);
INSERT INTO "slots" VALUES(167616451880,'2025-12-29',2);
INSERT INTO "slots" VALUES(173492669729,'2025-12-28',1);
INSERT INTO "slots" VALUES(173492669729,'2025-12-29',2);
INSERT INTO "slots" VALUES(176389307143,'2025-12-28',1);
INSERT INTO "slots" VALUES(176389307143,'2025-12-29',2);
INSERT INTO "slots" VALUES(181667839343,'2025-12-28',1);
INSERT INTO "slots" VALUES(181667839343,'2025-12-29',2);
INSERT INTO "slots" VALUES(185685670816,'2025-12-28',1);
INSERT INTO "slots" VALUES(185685670816,'2025-12-29',2);
INSERT INTO "slots" VALUES(189807587817,'2025-12-28',1);
INSERT INTO "slots" VALUES(189807587817,'2025-12-29',2);
INSERT INTO "slots" VALUES(195112688550,'2025-12-28',1);
INSERT INTO "slots" VALUES(195112688550,'2025-12-29',2);
INSERT INTO "slots" VALUES(197590692300,'2025-12-28',1);
INSERT INTO "slots" VALUES(197590692300,'2025-12-29',2);
INSERT INTO "slots" VALUES(204533281554,'2025-12-28',1);
INSERT INTO "slots" VALUES(204533281554,'2025-12-29',2);
INSERT INTO "slots" VALUES(206243346480,'2025-12-28',1);
INSERT INTO "slots" VALUES(206243346480,'2025-12-29',2);
INSERT INTO "slots" VALUES(211498540045,'2025-12-28',1);
INSERT INTO "slots" VALUES(211498540045,'2025-12-29',2);
INSERT INTO "slots" VALUES(216072505349,'2025-12-28',1);
INSERT INTO "slots" VALUES(216072505349,'2025-12-29',2);
INSERT INTO "slots" VALUES(219415570399,'2025-12-28',1);
INSERT INTO "slots" VALUES(219415570399,'2025-12-29',2);
INSERT INTO "slots" VALUES(226233194764,'2025-12-28',1);
INSERT INTO "slots" VALUES(226233194764,'2025-12-29',2);
INSERT INTO "slots" VALUES(228991079911,'2025-12-28',1);
INSERT INTO "slots" VALUES(228991079911,'2025-12-29',2);
INSERT INTO "slots" VALUES(232883065502,'2025-12-28',1);
INSERT INTO "slots" VALUES(232883065502,'2025-12-29',2);
INSERT INTO "slots" VALUES(237800477858,'2025-12-28',1);
INSERT INTO "slots" VALUES(237800477858,'2025-12-29',2);
INSERT INTO "slots" VALUES(241431682209,'2025-12-28',1);
INSERT INTO "slots" VALUES(241431682209,'2025-12-29',2);
INSERT INTO "slots" VALUES(244846661081,'2025-12-28',1);
INSERT INTO "slots" VALUES(244846661081,'2025-12-29',2);
INSERT INTO "slots" VALUES(249277577731,'2025-12-28',1);
INSERT INTO "slots" VALUES(249277577731,'2025-12-29',2);
INSERT INTO "slots" VALUES(254347147025,'2025-12-28',1);
INSERT INTO "slots" VALUES(254347147025,'2025-12-29',2);
INSERT INTO "slots" VALUES(258636997822,'2025-12-28',1);
INSERT INTO "slots" VALUES(258636997822,'2025-12-29',2);
INSERT INTO "slots" VALUES(264807204762,'2025-12-28',1);
INSERT INTO "slots" VALUES(264807204762,'2025-12-29',2);
INSERT INTO "slots" VALUES(266367190540,'2025-12-28',1);
INSERT INTO "slots" VALUES(266367190540,'2025-12-29',2);
INSERT INTO "slots" VALUES(271526653090,'2025-12-28',1);
INSERT INTO "slots" VALUES(271526653090,'2025-12-29',2);
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
CREATE INDEX statements_by_day ON statements (published);
CREATE INDEX statements_by_election ON statements (election, published);
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
CREATE TRIGGER signatures_no_update BEFORE UPDATE ON signatures BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER signatures_no_delete BEFORE DELETE ON signatures BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER signatures_no_replace BEFORE INSERT ON signatures WHEN EXISTS (SELECT 1 FROM signatures WHERE no = NEW.no) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER slots_no_update BEFORE UPDATE ON slots BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER slots_no_delete BEFORE DELETE ON slots BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER slots_no_replace BEFORE INSERT ON slots WHEN EXISTS (SELECT 1 FROM slots WHERE slot = NEW.slot AND published = NEW.published AND signature = NEW.signature) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER copies_no_update BEFORE UPDATE ON copies BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER copies_no_delete BEFORE DELETE ON copies BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER copies_no_replace BEFORE INSERT ON copies WHEN EXISTS (SELECT 1 FROM copies WHERE one = NEW.one AND other = NEW.other) BEGIN SELECT RAISE(IGNORE); END;
COMMIT;
PRAGMA application_id = 1953064309;

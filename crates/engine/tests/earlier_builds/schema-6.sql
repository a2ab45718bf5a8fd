BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO "_sqlx_migrations" VALUES(1,'studio','2026-11-29 11:47:24',1,X'44EE6E9B82A738983004279C89C1C2E3F65F16A4F61ABDD0C814374FBF58688305541EC658B6FA4C615FECB8B23D2851',23090237);
INSERT INTO "_sqlx_migrations" VALUES(2,'queue','2026-11-29 11:47:24',1,X'36C6D8955EFF5689D0022BA075DD861D4485BC6D0E35352DF1E60E3A01C73C9C82BDD69EF91D622F10136A116B7EC0C2',22684898);
INSERT INTO "_sqlx_migrations" VALUES(3,'revisions','2026-11-29 11:47:24',1,X'7A9F62D85B5DE33188F05F5DC5DA11602C12CF8963AD3453BA407CF129DC6500005DE42AE575F405C4FD44E26B214D12',12045437);
INSERT INTO "_sqlx_migrations" VALUES(4,'models','2026-11-29 11:47:24',1,X'69D6D5346973216F8DC0E734DC1A9F8F980A5DF54505B795C578497E827A46880CBE5CFC804FEC6B21ABB2E5DDF98885',10509236);
INSERT INTO "_sqlx_migrations" VALUES(6,'craft','2026-11-29 11:47:24',1,X'A8B2A5400036D981EB50F9D3CAE8FF53B40AF6E9433E857FD5366C009E6A2AF8EE9E53E862BF3AA23A4F0C8EE420BA3F',19975937);
CREATE TABLE calls (
    id              TEXT PRIMARY KEY,
    run_id          TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    step_id         TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    chapter         INTEGER,
    stage           TEXT NOT NULL,
    model           TEXT NOT NULL,
    started_at      INTEGER NOT NULL,
    first_token_ms  INTEGER,
    took_ms         INTEGER NOT NULL,
    ended           TEXT NOT NULL,
    prompt_tokens   INTEGER NOT NULL,
    cached_tokens   INTEGER NOT NULL,
    answer_tokens   INTEGER NOT NULL,
    thinking_tokens INTEGER NOT NULL,
    cost            REAL NOT NULL,
    -- The parts of the prompt (JSON); forgotten after a while.
    prompt          TEXT
) STRICT;
CREATE TABLE chapters (
    id          TEXT PRIMARY KEY,
    story_id    TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    title       TEXT NOT NULL DEFAULT '',
    outline     TEXT NOT NULL DEFAULT '[]',
    -- empty, written, partial or needs_review; "drafting" is derived from the runs.
    state       TEXT NOT NULL DEFAULT 'empty',
    revision_id TEXT,
    words       INTEGER NOT NULL DEFAULT 0,
    summary     TEXT NOT NULL DEFAULT '',
    threads     TEXT NOT NULL DEFAULT '[]',
    stale       TEXT,
    version     INTEGER NOT NULL DEFAULT 1,
    UNIQUE (story_id, number)
) STRICT;
INSERT INTO "chapters" VALUES('01a22721-a03b-72d7-a9a4-8e744f5a2f1e','01a22721-a032-71a0-9a86-0d86d2d5d207',1,'A Stranger’s Handwriting','["An unsigned letter reaches Demelza at Skarholm Lighthouse.","Elspeth will not stop talking about “a ferryman called Ivo”.","Demelza shows Elspeth the letter.","Demelza decides to find the writer at Brannock Sands."]','written','01a22721-ac42-76a3-8973-f3f00bff5f56',16,'An unsigned letter reaches Demelza at Skarholm Lighthouse. Elspeth will not stop talking about a ferryman called Ivo. Demelza shows Elspeth the letter. Demelza decides to find the writer at Brannock Sands.','["Who wrote the letter."]',NULL,4);
INSERT INTO "chapters" VALUES('01a22721-a03b-72d7-a9a4-8e755a17d9ac','01a22721-a032-71a0-9a86-0d86d2d5d207',2,'Asking at Doors','["Demelza goes to Brannock Sands to ask questions.","Elspeth follows Demelza and offers a bargain.","Demelza learns that the scarred bell once belonged to someone else."]','written','01a22721-b083-7708-b4a6-7e9ab4eac841',1176,'Demelza goes to Brannock Sands to ask questions. Elspeth follows Demelza and offers a bargain. Demelza learns that the scarred bell once belonged to someone else.','["Who brought the scarred bell to that door."]',NULL,5);
INSERT INTO "chapters" VALUES('01a22721-a03b-72d7-a9a4-8e76ccab4230','01a22721-a032-71a0-9a86-0d86d2d5d207',3,'The Wrong Half of the Story','["Demelza discovers that Elspeth has lied.","Demelza confronts Elspeth at Brannock Sands.","Demelza sees her own part in it."]','written','01a22721-ac86-71f2-862e-e63f891a297a',8,'','[]','Chapter 2 was written again after this one.',4);
INSERT INTO "chapters" VALUES('01a22721-a03b-72d7-a9a4-8e7796928f4d','01a22721-a032-71a0-9a86-0d86d2d5d207',4,'The Last Reasonable Hour','["The scarred bell disappears from Skarholm Lighthouse.","Demelza and Elspeth say unforgivable things.","Demelza is left alone at Skarholm Lighthouse and nearly gives up."]','empty',NULL,0,'','[]',NULL,2);
INSERT INTO "chapters" VALUES('01a22721-a03b-72d7-a9a4-8e7863bcfc67','01a22721-a032-71a0-9a86-0d86d2d5d207',5,'Bringing It Home','["Elspeth returns the scarred bell and explains.","Demelza tells the whole story aloud at Brannock Sands.","Demelza lets go of the scarred bell."]','empty',NULL,0,'','[]',NULL,2);
CREATE TABLE checkpoints (
    step_id TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    stage   TEXT NOT NULL,
    part    INTEGER NOT NULL DEFAULT 0,
    output  TEXT NOT NULL,
    PRIMARY KEY (step_id, stage, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "checkpoints" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5','plan',0,'{"scenes":[{"goal":"to be equal to what comes: The scarred bell disappears from Skarholm Lighthouse","conflict":"there is no one left to put it off on","point_of_view":"Demelza","place":"Skarholm Lighthouse","present":[],"beats":["The scarred bell disappears from Skarholm Lighthouse."]},{"goal":"to be equal to what comes: Demelza and Elspeth say unforgivable things","conflict":"Elspeth wants it stopped, for good reasons","point_of_view":"Demelza","place":"The Customs House","present":["Elspeth"],"beats":["Demelza and Elspeth say unforgivable things."]},{"goal":"to come through this: Demelza is left alone at Skarholm Lighthouse and nearly gives up","conflict":"Elspeth wants it stopped, for good reasons","point_of_view":"Demelza","place":"Skarholm Lighthouse","present":["Elspeth"],"beats":["Demelza is left alone at Skarholm Lighthouse and nearly gives up."]}]}');
CREATE TABLE dismissed (
    chapter_id TEXT NOT NULL REFERENCES chapters (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    quote      TEXT NOT NULL,
    note       TEXT NOT NULL,
    PRIMARY KEY (chapter_id, kind, quote, note)
) STRICT, WITHOUT ROWID;
CREATE TABLE drafts (
    step_id   TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    at_offset INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (step_id, at_offset)
) STRICT, WITHOUT ROWID;
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',0,'The ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',4,'tide ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',9,'was ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',13,'making. ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',21,'One ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',25,'heard it ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',34,'before one ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',45,'saw it, ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',53,'at ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',56,'Skarholm Lighthouse, ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',77,'a ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',79,'rustling ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',88,'in the ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',95,'stones ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',102,'like a ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',109,'great ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',115,'many people ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',127,'getting to ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',138,'their ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',144,'feet. There ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',156,'was ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',160,'not a ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',166,'cloud; ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',173,'it made ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',181,'one ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',185,'feel somewhat ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',199,'overlooked.

');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',212,'She went ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',221,'over the ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',230,'times again. ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',243,'They ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',248,'fitted. ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',256,'It was ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',263,'exactly ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',271,'this ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',276,'that Demelza ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',289,'disliked ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',298,'about ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',304,'them.

She ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',315,'had ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',319,'once, for ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',329,'a ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',331,'bet, spent ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',342,'a ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',344,'night in ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',353,'the ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',357,'churchyard, and ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',373,'been ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',378,'bored. It ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',388,'was ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',392,'a thing ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',400,'that ');
INSERT INTO "drafts" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5',405,'Demelza ');
CREATE TABLE entities (
    id          TEXT PRIMARY KEY,
    story_id    TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    role        TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    pronouns    TEXT NOT NULL DEFAULT '',
    goal        TEXT NOT NULL DEFAULT '',
    traits      TEXT NOT NULL DEFAULT '[]'
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "entities" VALUES('01a22721-a145-70b1-a63f-5d25a0949d79','01a22721-a032-71a0-9a86-0d86d2d5d207','person','Demelza','daughter','The daughter at the centre of it. Was supposed to do the work for one winter and never found the sentence to leave with.','she/her','to know what was done, and by whom, and why nobody says so','["dry","faithful","bad at asking for help"]',1);
INSERT INTO "entities" VALUES('01a22721-a14a-743b-9f8a-7d6226d42858','01a22721-a032-71a0-9a86-0d86d2d5d207','person','Maren','Demelza’s teacher, gone these nine years','Left on an ordinary evening with one bag and did not write. Whistled through the teeth, counted steps, could not pass a locked door without trying it.','she/her','to be heard out, for once, to the end','["quick","teasing","brave to a fault"]',1);
INSERT INTO "entities" VALUES('01a22721-a14a-743b-9f8a-7d6313cbb9a8','01a22721-a032-71a0-9a86-0d86d2d5d207','person','Tamsin','harbour postmistress','Knows the handwriting of everyone within forty miles, and what it looks like when they lie.','she/her','to see one old debt settled before retirement','["sharp","kind by stealth","unhurried"]',1);
INSERT INTO "entities" VALUES('01a22721-a14b-75c6-abcb-e8673c28b102','01a22721-a032-71a0-9a86-0d86d2d5d207','person','Katell','schoolteacher','Came to the coast for one year and has been here for eleven.','she/her','to find out what the village agreed never to mention','["curious","stubborn","quick to laugh"]',1);
INSERT INTO "entities" VALUES('01a22721-a14b-75c6-abcb-e8689bf4bcb4','01a22721-a032-71a0-9a86-0d86d2d5d207','person','Elspeth','net-mender','Sits in the lee of the sheds with a needle of bone and sees everything that lands.','she/her','to keep a promise made on a night of bad weather','["blunt","loyal","superstitious on weekdays"]',1);
INSERT INTO "entities" VALUES('01a22721-a14b-75c6-abcb-e869de22ef3f','01a22721-a032-71a0-9a86-0d86d2d5d207','place','Skarholm Lighthouse','the lighthouse','Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a voice belongs to a person. Somebody has always been awake here.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-a14b-75c6-abcb-e86a0b3c474e','01a22721-a032-71a0-9a86-0d86d2d5d207','place','Brannock Sands','the beach at low water','Three miles of grey sand that belong to the land for six hours and to the sea for the rest.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-a14c-7107-a6c4-83233f22cfc1','01a22721-a032-71a0-9a86-0d86d2d5d207','place','The Customs House','an office on the quay','Closed for twenty years, and dusted every Friday by someone who has kept the key.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-a14c-7107-a6c4-8324171a342a','01a22721-a032-71a0-9a86-0d86d2d5d207','thing','The scarred bell','something that sounds','It goes out of tune before a change of weather, and once did so for no reason at all.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-a14c-7107-a6c4-832544bbcecf','01a22721-a032-71a0-9a86-0d86d2d5d207','thing','The tin box','something shut','The hinges are newer than the rest of it.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-a14c-7107-a6c4-8326bfccb28a','01a22721-a032-71a0-9a86-0d86d2d5d207','faction','The Lights Board','an office on the mainland that owns the lamps','People speak of it as of weather.','','to save money on the dark','[]',1);
INSERT INTO "entities" VALUES('01a22721-a14c-7107-a6c4-8327e2d2c1cc','01a22721-a032-71a0-9a86-0d86d2d5d207','idea','The Common Silence','what everyone agreed not to say','Nobody remembers making the agreement, and nobody has broken it yet.','','','[]',1);
CREATE TABLE events (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    run_id TEXT,
    -- JSON of the body; NULL for `run`, whose body is the run as it stands when the event is read.
    body   TEXT
) STRICT;
INSERT INTO "events" VALUES(1,1795952844859,NULL,'{"story":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(2,1795952844965,'01a22721-a09f-7516-9971-ee93edd34a84',NULL);
INSERT INTO "events" VALUES(3,1795952844979,'01a22721-a09f-7516-9971-ee93edd34a84',NULL);
INSERT INTO "events" VALUES(4,1795952845026,'01a22721-a09f-7516-9971-ee93edd34a84',NULL);
INSERT INTO "events" VALUES(5,1795952845060,'01a22721-a09f-7516-9971-ee93edd34a84',NULL);
INSERT INTO "events" VALUES(6,1795952845123,'01a22721-a09f-7516-9971-ee93edd34a84',NULL);
INSERT INTO "events" VALUES(7,1795952845134,NULL,'{"world":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(8,1795952845134,NULL,'{"story":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(9,1795952845147,'01a22721-a09f-7516-9971-ee93edd34a84',NULL);
INSERT INTO "events" VALUES(10,1795952845171,'01a22721-a09f-7516-9971-ee93edd34a84',NULL);
INSERT INTO "events" VALUES(11,1795952845171,'01a22721-a09f-7516-9971-ee93edd34a84','{"notice":{"level":"info","text":"Make the world: finished.","run":"01a22721-a09f-7516-9971-ee93edd34a84"}}');
INSERT INTO "events" VALUES(12,1795952845238,'01a22721-a1b4-771f-8c9e-c779cf9c409e',NULL);
INSERT INTO "events" VALUES(13,1795952845260,'01a22721-a1b4-771f-8c9e-c779cf9c409e',NULL);
INSERT INTO "events" VALUES(14,1795952845283,'01a22721-a1b4-771f-8c9e-c779cf9c409e',NULL);
INSERT INTO "events" VALUES(15,1795952845342,'01a22721-a1b4-771f-8c9e-c779cf9c409e',NULL);
INSERT INTO "events" VALUES(16,1795952845385,'01a22721-a1b4-771f-8c9e-c779cf9c409e',NULL);
INSERT INTO "events" VALUES(17,1795952845391,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(18,1795952845394,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(19,1795952845394,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":3,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(20,1795952845396,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(21,1795952845396,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":5,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(22,1795952845396,NULL,'{"story":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(23,1795952845400,'01a22721-a1b4-771f-8c9e-c779cf9c409e',NULL);
INSERT INTO "events" VALUES(24,1795952845447,'01a22721-a1b4-771f-8c9e-c779cf9c409e',NULL);
INSERT INTO "events" VALUES(25,1795952845447,'01a22721-a1b4-771f-8c9e-c779cf9c409e','{"notice":{"level":"info","text":"Make the outline: finished.","run":"01a22721-a1b4-771f-8c9e-c779cf9c409e"}}');
INSERT INTO "events" VALUES(26,1795952845506,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(27,1795952845523,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(28,1795952845542,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(29,1795952845543,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(30,1795952845553,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(31,1795952845592,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(32,1795952845650,'01a22721-a2be-7360-98f2-bd42fdaec922','{"text":{"run":"01a22721-a2be-7360-98f2-bd42fdaec922","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"offset":0,"text":"By "}}');
INSERT INTO "events" VALUES(33,1795952845667,'01a22721-a2be-7360-98f2-bd42fdaec922','{"text":{"run":"01a22721-a2be-7360-98f2-bd42fdaec922","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"offset":3,"text":"mid-morning the light at Skarholm Lighthouse lay flat as a slate, and the sea beyond had the colour of the inside of a mussel. The air was white and wet and smelled of iron.\n\nThey had told Demelza, in the beginning, that a daughter needs three things: good eyes, warm socks, and somebody to write to. She had got by on two of them for years now. It was only in the evenings, in the quarter of an hour between the last task and the lamp, that the third made itself felt, like a draught one can’t find the source of.\n\nTheir last words had been about soup. Demelza had told no one that, in nine years; it did not seem enough to be going on with.\n\nThere was no stamp on it, and no name on the back. It lay inside the door, face up, and it had been put there while Demelza was in the next room with nothing between them but a wall.\n\n*You will have been told that it was an accident*, it began, without any greeting. *You will have found it convenient. I do not reproach you for that. But there is a person still living who knows better, and who is tired, and I am writing this while I can still make my letters.* Then it broke off. The rest of the sheet was blank, except for a ring where a cup had stood.\n\nDemelza read it standing up. Then she went and opened the door and looked both ways, as one does, long after it could be of any use.\n\nTamsin came in without knocking, as people do who have decided on the way that there is no time for it.\n\n“I’ll tell you a thing about secrets,” said Tamsin. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”\n\n“What happened on the day before?”\n\n“You see?” said Tamsin. “That’s just what I’d have asked.” And she would not say another word on the subject, but talked for ten minutes, very well, about pears.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nIt was a small sound, and it came from the wrong side of the wall."}}');
INSERT INTO "events" VALUES(34,1795952845667,'01a22721-a2be-7360-98f2-bd42fdaec922','{"text":{"run":"01a22721-a2be-7360-98f2-bd42fdaec922","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"offset":2029,"text":"\n\n"}}');
INSERT INTO "events" VALUES(35,1795952845754,'01a22721-a2be-7360-98f2-bd42fdaec922','{"text":{"run":"01a22721-a2be-7360-98f2-bd42fdaec922","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"offset":2031,"text":"The "}}');
INSERT INTO "events" VALUES(36,1795952845779,'01a22721-a2be-7360-98f2-bd42fdaec922','{"text":{"run":"01a22721-a2be-7360-98f2-bd42fdaec922","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"offset":2035,"text":"last of the daylight hung about Brannock Sands like a visitor who can’t find the words for leaving. There was fog, and in the fog the sounds had come loose from the things that made them.\n\nShe went over the times again. They fitted. It was exactly this that Demelza disliked about them.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nSo it stood. *Elspeth will not stop talking about a ferryman called Ivo*: that was the long and the short of it, and however often Demelza went round it in the hours that followed she found no side on which it was open.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nAn hour passed, or what felt like one. Nothing was any clearer for it, only quieter.\n\nElspeth read slowly, with her lips pressed together, and at the end turned the sheet over to see whether it was any better from behind.\n\n“Do you know the hand?” Demelza asked.\n\n“No.” It came a little too soon. Elspeth seemed to hear this herself, for she added: “I know the paper. That’s shop paper. There’s hardly anyone buys it now, they say it drinks the ink.”\n\n“Who does?”\n\n“You’d better ask them who sell it.” Elspeth folded the letter along its own creases and held it out by one corner. “Or you could put it in the stove. I’m not advising it. I only want it to have been mentioned.”\n\nAs a child Demelza had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.\n\nWhy now? It was the one question Demelza kept coming back to, as one comes back to a tooth.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.\n\n“Very well,” said Demelza aloud, to nobody at all, and it seemed that nobody had been waiting for just that."}}');
INSERT INTO "events" VALUES(37,1795952845794,'01a22721-a2be-7360-98f2-bd42fdaec922','{"text":{"run":"01a22721-a2be-7360-98f2-bd42fdaec922","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"offset":4046,"text":"\n\n"}}');
INSERT INTO "events" VALUES(38,1795952845865,'01a22721-a2be-7360-98f2-bd42fdaec922','{"text":{"run":"01a22721-a2be-7360-98f2-bd42fdaec922","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"offset":4048,"text":"There "}}');
INSERT INTO "events" VALUES(39,1795952845867,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(40,1795952845877,'01a22721-a2be-7360-98f2-bd42fdaec922','{"text":{"run":"01a22721-a2be-7360-98f2-bd42fdaec922","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"offset":4054,"text":"was no moon. From Brannock Sands the sea could be made out only as the place where the stars stopped.\n\nWhat troubled Demelza was not what she knew. It was that she could no longer remember how it had felt not to know it.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nBy evening Demelza had written a reply, though there was nobody to send it to. It ran to three lines. It said where she could be found, and when, and that she would come alone.\n\nThe trail, such as it was, led to Brannock Sands. Demelza had not been there for years; one could live quite well without going to Brannock Sands, and she had brought some skill to it. She got out the better shoes. She cleaned them with attention, the heels as well, and stood them side by side, with the toes towards the door.\n\nIf Maren had been there she would have done something foolish by now, and it would have worked. That was the maddening thing about her. Demelza had been careful all her life, and had so much more to regret.\n\nThe smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.\n\nFoam ran up, hesitated, and sank into the sand with a sound like a page being turned.\n\nOnce, when Demelza was small, she had got lost at a fair, and had not cried but gone from stall to stall asking politely whether anyone was missing a child. They still told it as a funny story. It did not feel like one from inside.\n\nSomebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nWhat does one hide in a place that everyone walks through? Demelza thought: something that looks as though it belonged to somebody else.\n\nIt was not until she was halfway home that Demelza saw what had been wrong with it. She stopped in the road. Then she turned round."}}');
INSERT INTO "events" VALUES(41,1795952845893,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(42,1795952845927,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(43,1795952846266,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(44,1795952846278,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(45,1795952846390,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(46,1795952846407,NULL,'{"world":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(47,1795952846408,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"revision":"01a22721-a63e-735a-a132-32ca97191ec3","state":"written"}}');
INSERT INTO "events" VALUES(48,1795952846408,NULL,'{"story":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(49,1795952846421,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(50,1795952846442,'01a22721-a2be-7360-98f2-bd42fdaec922',NULL);
INSERT INTO "events" VALUES(51,1795952846442,'01a22721-a2be-7360-98f2-bd42fdaec922','{"notice":{"level":"info","text":"Write chapter 1: finished.","run":"01a22721-a2be-7360-98f2-bd42fdaec922"}}');
INSERT INTO "events" VALUES(52,1795952846530,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(53,1795952846559,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(54,1795952846612,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(55,1795952846618,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(56,1795952846682,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(57,1795952846747,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(58,1795952846830,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":0,"text":"Toward "}}');
INSERT INTO "events" VALUES(59,1795952846874,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":7,"text":"midday the swell began to work at Brannock Sands again, with a thud and a long indrawn breath. A wind was blowing that made people hold their collars and agree with each other.\n\nSomebody had told the truth that day, and somebody had told nearly the truth, and Demelza could not yet tell them apart by the sound.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nOne has to have an errand, when one asks questions, and Demelza’s was a poor one: a matter of an old account, possibly in the wrong name. At Brannock Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nDemelza thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nIt was the kind of evening on which Demelza’s father used to go round and try the locks, twice, whistling, so that nobody should think that he was afraid of anything.\n\nSomebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nThe smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.\n\nWhat does one hide in a place that everyone walks through? Demelza thought: something that looks as though it belonged to somebody else.\n\nShe had almost reached the corner when Demelza heard, quite distinctly, someone say “Wait.”"}}');
INSERT INTO "events" VALUES(60,1795952846886,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":2023,"text":"\n\n"}}');
INSERT INTO "events" VALUES(61,1795952846981,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":2025,"text":"The "}}');
INSERT INTO "events" VALUES(62,1795952846994,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(63,1795952847026,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":2029,"text":"last of the daylight hung about the Customs House like a visitor who can’t find the words for leaving.\n\nDemelza had made up her mind, and felt the particular lightness of it, which is very like hunger.\n\nThey had had a signal, Maren and Demelza: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. "}}');
INSERT INTO "events" VALUES(64,1795952847059,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":2384,"text":"They had simply got too old for it, one week, without either of them saying so.\n\n“You’re going about it the wrong way.” Elspeth had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” Elspeth fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nDemelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” Demelza said. They shook hands on it, and Elspeth’s was as cold as a key.\n\nIt struck Demelza that in all this time Elspeth had not once asked what was in it for herself.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\nAt school they had made Demelza learn a poem about courage. She had forgotten all of it but the last line, and now could not get it to mean anything without the rest.\n\nPeople lie most about what they are proud of, Demelza "}}');
INSERT INTO "events" VALUES(65,1795952847072,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":3756,"text":"had found. For what they were ashamed of they generally had the facts.\n\nIt was too tidy. In Demelza’s experience life left crumbs.\n\nDemelza shut the door behind her and stood for a moment with her hand still on it. Then she went to look for a coat."}}');
INSERT INTO "events" VALUES(66,1795952847083,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":4006,"text":"\n\n"}}');
INSERT INTO "events" VALUES(67,1795952847171,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":4008,"text":"There "}}');
INSERT INTO "events" VALUES(68,1795952847194,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":4014,"text":"was no moon. From Skarholm Lighthouse the sea could be made out only as the place where the stars stopped.\n\nDemelza had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nFar out a single light was going along the edge of the world, so slowly that one had to line it up with a post to be sure. Demelza wished it well. It was a habit from childhood: one wished them well and did not count them.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nDemelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nMaren could whistle through her teeth, Maren, any tune at all after hearing it once. For months after she was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.\n\nDemelza tasted salt on her lip and could not have said whether it had come from without or within.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(69,1795952847212,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(70,1795952847245,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(71,1795952847260,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"rewind":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","chapter":2,"offset":2215}}');
INSERT INTO "events" VALUES(72,1795952847261,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"text":{"run":"01a22721-a6b4-7333-a22d-2bfd16e6d160","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":2215,"text":"like hunger.\n\nThey had had a signal, Maren and Demelza: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.\n\n“You’re going about it the wrong way.” Elspeth had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” Elspeth fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nDemelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” Demelza said. They shook hands on it, and Elspeth’s was as cold as a key.\n\nIt struck Demelza that in all this time Elspeth had not once asked what was in it for herself.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\nAt school they had made Demelza learn a poem about courage. She had forgotten all of it but the last line, and now could not get it to mean anything without the rest.\n\nPeople lie most about what they are proud of, Demelza had found. For what they were ashamed of they generally had the facts.\n\nIt was too tidy. In Demelza’s experience life left crumbs.\n\nDemelza shut the door behind her and stood for a moment with her hand still on it. Then she went to look for a coat.\n\nThere was no moon. From Skarholm Lighthouse the sea could be made out only as the place where the stars stopped.\n\nDemelza had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nFar out a single light was going along the edge of the world, so slowly that one had to line it up with a post to be sure. Demelza wished it well. It was a habit from childhood: one wished them well and did not count them.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nDemelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nMaren could whistle through her teeth, Maren, any tune at all after hearing it once. For months after she was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.\n\nDemelza tasted salt on her lip and could not have said whether it had come from without or within.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(73,1795952847295,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(74,1795952847640,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(75,1795952847678,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(76,1795952847723,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(77,1795952847760,NULL,'{"world":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(78,1795952847770,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"revision":"01a22721-ab77-7214-8038-dbadab2f3a56","state":"written"}}');
INSERT INTO "events" VALUES(79,1795952847771,NULL,'{"story":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(80,1795952847782,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(81,1795952847898,'01a22721-a6b4-7333-a22d-2bfd16e6d160',NULL);
INSERT INTO "events" VALUES(82,1795952847898,'01a22721-a6b4-7333-a22d-2bfd16e6d160','{"notice":{"level":"info","text":"Write chapter 2: finished.","run":"01a22721-a6b4-7333-a22d-2bfd16e6d160"}}');
INSERT INTO "events" VALUES(83,1795952847955,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":1,"revision":"01a22721-ac42-76a3-8973-f3f00bff5f56","state":"written"}}');
INSERT INTO "events" VALUES(84,1795952847962,NULL,'{"story":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(85,1795952848007,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":3,"revision":"01a22721-ac86-71f2-862e-e63f891a297a","state":"written"}}');
INSERT INTO "events" VALUES(86,1795952848007,NULL,'{"story":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(87,1795952848050,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(88,1795952848063,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(89,1795952848077,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"revision":"01a22721-ab77-7214-8038-dbadab2f3a56","state":"drafting"}}');
INSERT INTO "events" VALUES(90,1795952848077,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(91,1795952848096,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(92,1795952848124,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(93,1795952848216,'01a22721-aca7-7510-801e-885dcde696b2','{"text":{"run":"01a22721-aca7-7510-801e-885dcde696b2","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":0,"text":"At "}}');
INSERT INTO "events" VALUES(94,1795952848243,'01a22721-aca7-7510-801e-885dcde696b2','{"text":{"run":"01a22721-aca7-7510-801e-885dcde696b2","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":3,"text":"daybreak Brannock Sands always seemed to have been put back a little carelessly, not quite where it had stood the night before. Everything stood out sharp and near, as it does before a change.\n\nSomething had shifted since the day before, no more than a picture shifts on its nail. Demelza kept wanting to put out a finger and set it straight.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nOne has to have an errand, when one asks questions, and Demelza’s was a poor one: a matter of an old account, possibly in the wrong name. At Brannock Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nDemelza thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nWhen they were children Maren had taught Demelza to be silent by making her hold a mouthful of water all the way from the pump to the door. Demelza could do it still. It had turned out to be less of a game than it seemed.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nFoam ran up, hesitated, and sank into the sand with a sound like a page being turned.\n\nAt school they had made Demelza learn a poem about courage. She had forgotten all of it but the last line, and now could not get it to mean anything without the rest.\n\nSomebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nAnd that would have been that, had Demelza not looked back."}}');
INSERT INTO "events" VALUES(95,1795952848244,'01a22721-aca7-7510-801e-885dcde696b2','{"text":{"run":"01a22721-aca7-7510-801e-885dcde696b2","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":2005,"text":"\n\n"}}');
INSERT INTO "events" VALUES(96,1795952848363,'01a22721-aca7-7510-801e-885dcde696b2','{"text":{"run":"01a22721-aca7-7510-801e-885dcde696b2","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":2007,"text":"The "}}');
INSERT INTO "events" VALUES(97,1795952848364,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(98,1795952848402,'01a22721-aca7-7510-801e-885dcde696b2','{"text":{"run":"01a22721-aca7-7510-801e-885dcde696b2","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":2011,"text":"day was well on, and the Customs House smelled of tar, of fish, and of somebody’s burnt milk. It was fine weather, and had been for days, and people had begun to distrust it.\n\nDemelza was not afraid, or not more than was useful. She had counted up what could still be lost, and it had come to less than she expected, and that was the part that frightened her.\n\nDemelza tasted salt on her lip and could not have said whether it had come from without or within.\n\n“You’re going about it the wrong way.” Elspeth had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” Elspeth fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nDemelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” Demelza said. They shook hands on it, and Elspeth’s was as cold as a key.\n\nThe smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.\n\nMaren used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. She had been nine or ten at the time and had probably got it out of a book.\n\nElspeth listened with lowered eyes, as one listens to music, and now and then moved her lips as if to keep hold of a word.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nPeople lie most about what they are proud of, Demelza had found. For what they were ashamed of they generally had the facts.\n\nThey parted without shaking hands. It was not coldness. It was that each of them was already holding something."}}');
INSERT INTO "events" VALUES(99,1795952848404,'01a22721-aca7-7510-801e-885dcde696b2','{"text":{"run":"01a22721-aca7-7510-801e-885dcde696b2","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":4139,"text":"\n\n"}}');
INSERT INTO "events" VALUES(100,1795952848506,'01a22721-aca7-7510-801e-885dcde696b2','{"text":{"run":"01a22721-aca7-7510-801e-885dcde696b2","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":4141,"text":"The "}}');
INSERT INTO "events" VALUES(101,1795952848534,'01a22721-aca7-7510-801e-885dcde696b2','{"text":{"run":"01a22721-aca7-7510-801e-885dcde696b2","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"offset":4145,"text":"tide was making. One heard it before one saw it, at Skarholm Lighthouse, a rustling in the stones like a great many people getting to their feet.\n\nDemelza had the sense of having been shown something in plain view and of having said thank you and looked at the frame.\n\nThere was a winter in which Demelza had written a letter every evening and burned it every morning. They had been good letters. She could have used one of them now.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nDemelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nWhy now? It was the one question Demelza kept coming back to, as one comes back to a tooth.\n\nThere was a tune that belonged to the scarred bell, or so people said, and they said too that it was better not to finish it. Demelza had only ever got as far as the turn.\n\nMaren could whistle through her teeth, Maren, any tune at all after hearing it once. For months after she was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(102,1795952848552,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(103,1795952848635,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(104,1795952848941,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(105,1795952849000,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(106,1795952849017,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(107,1795952849042,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":2,"revision":"01a22721-b083-7708-b4a6-7e9ab4eac841","state":"written"}}');
INSERT INTO "events" VALUES(108,1795952849043,NULL,'{"story":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207"}}');
INSERT INTO "events" VALUES(109,1795952849045,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(110,1795952849057,'01a22721-aca7-7510-801e-885dcde696b2',NULL);
INSERT INTO "events" VALUES(111,1795952849057,'01a22721-aca7-7510-801e-885dcde696b2','{"notice":{"level":"info","text":"Rewrite chapter 2: finished.","run":"01a22721-aca7-7510-801e-885dcde696b2"}}');
INSERT INTO "events" VALUES(112,1795952849282,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(113,1795952849288,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(114,1795952849297,NULL,'{"chapter":{"story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(115,1795952849306,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(116,1795952849363,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(117,1795952849574,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(118,1795952849790,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(119,1795952849997,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(120,1795952850210,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(121,1795952850422,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(122,1795952850626,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(123,1795952850853,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(124,1795952851071,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(125,1795952851294,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(126,1795952851485,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(127,1795952851698,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(128,1795952851914,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(129,1795952852141,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(130,1795952852354,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(131,1795952852564,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(132,1795952852794,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(133,1795952853000,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(134,1795952853227,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(135,1795952853455,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(136,1795952853619,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":0,"text":"The "}}');
INSERT INTO "events" VALUES(137,1795952853662,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":4,"text":"tide "}}');
INSERT INTO "events" VALUES(138,1795952853670,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(139,1795952853702,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":9,"text":"was "}}');
INSERT INTO "events" VALUES(140,1795952853744,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":13,"text":"making. "}}');
INSERT INTO "events" VALUES(141,1795952853787,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":21,"text":"One "}}');
INSERT INTO "events" VALUES(142,1795952853831,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":25,"text":"heard it "}}');
INSERT INTO "events" VALUES(143,1795952853872,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":34,"text":"before one "}}');
INSERT INTO "events" VALUES(144,1795952853873,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(145,1795952853925,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":45,"text":"saw it, "}}');
INSERT INTO "events" VALUES(146,1795952853958,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":53,"text":"at "}}');
INSERT INTO "events" VALUES(147,1795952853998,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":56,"text":"Skarholm Lighthouse, "}}');
INSERT INTO "events" VALUES(148,1795952854042,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":77,"text":"a "}}');
INSERT INTO "events" VALUES(149,1795952854094,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":79,"text":"rustling "}}');
INSERT INTO "events" VALUES(150,1795952854095,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(151,1795952854128,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":88,"text":"in the "}}');
INSERT INTO "events" VALUES(152,1795952854187,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":95,"text":"stones "}}');
INSERT INTO "events" VALUES(153,1795952854231,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":102,"text":"like a "}}');
INSERT INTO "events" VALUES(154,1795952854302,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":109,"text":"great "}}');
INSERT INTO "events" VALUES(155,1795952854319,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":115,"text":"many people "}}');
INSERT INTO "events" VALUES(156,1795952854320,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(157,1795952854382,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":127,"text":"getting to "}}');
INSERT INTO "events" VALUES(158,1795952854406,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":138,"text":"their "}}');
INSERT INTO "events" VALUES(159,1795952854448,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":144,"text":"feet. There "}}');
INSERT INTO "events" VALUES(160,1795952854507,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":156,"text":"was "}}');
INSERT INTO "events" VALUES(161,1795952854550,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":160,"text":"not a "}}');
INSERT INTO "events" VALUES(162,1795952854551,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(163,1795952854604,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":166,"text":"cloud; "}}');
INSERT INTO "events" VALUES(164,1795952854631,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":173,"text":"it made "}}');
INSERT INTO "events" VALUES(165,1795952854686,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":181,"text":"one "}}');
INSERT INTO "events" VALUES(166,1795952854739,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":185,"text":"feel somewhat "}}');
INSERT INTO "events" VALUES(167,1795952854775,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":199,"text":"overlooked.\n\n"}}');
INSERT INTO "events" VALUES(168,1795952854776,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(169,1795952854829,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":212,"text":"She went "}}');
INSERT INTO "events" VALUES(170,1795952854875,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":221,"text":"over the "}}');
INSERT INTO "events" VALUES(171,1795952854918,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":230,"text":"times again. "}}');
INSERT INTO "events" VALUES(172,1795952854974,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":243,"text":"They "}}');
INSERT INTO "events" VALUES(173,1795952855019,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":248,"text":"fitted. "}}');
INSERT INTO "events" VALUES(174,1795952855020,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(175,1795952855087,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":256,"text":"It was "}}');
INSERT INTO "events" VALUES(176,1795952855107,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":263,"text":"exactly "}}');
INSERT INTO "events" VALUES(177,1795952855147,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":271,"text":"this "}}');
INSERT INTO "events" VALUES(178,1795952855198,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":276,"text":"that Demelza "}}');
INSERT INTO "events" VALUES(179,1795952855230,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":289,"text":"disliked "}}');
INSERT INTO "events" VALUES(180,1795952855231,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(181,1795952855286,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":298,"text":"about "}}');
INSERT INTO "events" VALUES(182,1795952855322,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":304,"text":"them.\n\nShe "}}');
INSERT INTO "events" VALUES(183,1795952855370,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":315,"text":"had "}}');
INSERT INTO "events" VALUES(184,1795952855410,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":319,"text":"once, for "}}');
INSERT INTO "events" VALUES(185,1795952855450,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":329,"text":"a "}}');
INSERT INTO "events" VALUES(186,1795952855451,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(187,1795952855490,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":331,"text":"bet, spent "}}');
INSERT INTO "events" VALUES(188,1795952855531,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":342,"text":"a "}}');
INSERT INTO "events" VALUES(189,1795952855573,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":344,"text":"night in "}}');
INSERT INTO "events" VALUES(190,1795952855630,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":353,"text":"the "}}');
INSERT INTO "events" VALUES(191,1795952855663,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":357,"text":"churchyard, and "}}');
INSERT INTO "events" VALUES(192,1795952855664,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(193,1795952855710,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":373,"text":"been "}}');
INSERT INTO "events" VALUES(194,1795952855749,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":378,"text":"bored. It "}}');
INSERT INTO "events" VALUES(195,1795952855791,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":388,"text":"was "}}');
INSERT INTO "events" VALUES(196,1795952855831,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":392,"text":"a thing "}}');
INSERT INTO "events" VALUES(197,1795952855882,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":400,"text":"that "}}');
INSERT INTO "events" VALUES(198,1795952855884,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
INSERT INTO "events" VALUES(199,1795952855915,'01a22721-b171-77c4-b5ad-75327b4790e9','{"text":{"run":"01a22721-b171-77c4-b5ad-75327b4790e9","story":"01a22721-a032-71a0-9a86-0d86d2d5d207","chapter":4,"offset":405,"text":"Demelza "}}');
INSERT INTO "events" VALUES(200,1795952856092,'01a22721-b171-77c4-b5ad-75327b4790e9',NULL);
CREATE TABLE facts (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "facts" VALUES('01a22721-a647-7303-96d1-6b906898ffca','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a03b-72d7-a9a4-8e744f5a2f1e','An unsigned letter says that the accident was none.',1);
INSERT INTO "facts" VALUES('01a22721-a647-7303-96d1-6b91af33d379','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a03b-72d7-a9a4-8e744f5a2f1e','Elspeth knows more about the letter than she admits.',1);
INSERT INTO "facts" VALUES('01a22721-ab8c-7646-82f3-cf4327b1bd7e','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a03b-72d7-a9a4-8e755a17d9ac','The scarred bell was once left with a stranger, by someone in tears.',1);
INSERT INTO "facts" VALUES('01a22721-ab8d-77ab-bf65-0566e731a335','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a03b-72d7-a9a4-8e755a17d9ac','Elspeth and Demelza have a bargain: whatever is found, Elspeth hears it first.',1);
CREATE TABLE former (
    id         TEXT PRIMARY KEY,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    entity_id  TEXT REFERENCES entities (id) ON DELETE CASCADE,
    value      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CHECK ((chapter_id IS NULL) <> (entity_id IS NULL))
) STRICT;
CREATE TABLE idempotency (
    key        TEXT PRIMARY KEY,
    run_id     TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pace (
    model   TEXT NOT NULL,
    kind    TEXT NOT NULL,
    stage   TEXT NOT NULL,
    tokens  REAL NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (model, kind, stage)
) STRICT, WITHOUT ROWID;
INSERT INTO "pace" VALUES('builtin','chapter','check',68.06,0.36444516125);
INSERT INTO "pace" VALUES('builtin','chapter','draft',1.1558400000000001455e+03,0.38296840787);
INSERT INTO "pace" VALUES('builtin','chapter','edit',5.68,5.1125370430000004196e-02);
INSERT INTO "pace" VALUES('builtin','chapter','plan',144.312,1.25278953527600012129e+00);
INSERT INTO "pace" VALUES('builtin','chapter','revise',0.0,0.0217374239);
INSERT INTO "pace" VALUES('builtin','outline','draft',178.0,0.052762988);
INSERT INTO "pace" VALUES('builtin','world','draft',672.0,0.067919819);
CREATE TABLE queue (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    -- Held: nothing is claimed until a person lets it go on.
    is_held INTEGER NOT NULL DEFAULT 0,
    workers INTEGER NOT NULL DEFAULT 0,
    -- Counts how often the queue was empty before something was asked for.
    batch   INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "queue" VALUES(1,0,0,6);
CREATE TABLE readings (
    step_id     TEXT PRIMARY KEY REFERENCES steps (id) ON DELETE CASCADE,
    run_id      TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    chapter_id  TEXT REFERENCES chapters (id) ON DELETE SET NULL,
    revision_id TEXT NOT NULL,
    notes       TEXT NOT NULL,
    findings    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE relations (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    from_id  TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    to_id    TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    label    TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "relations" VALUES('01a22721-a14c-7107-a6c4-832855428c3a','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a145-70b1-a63f-5d25a0949d79','01a22721-a14b-75c6-abcb-e869de22ef3f','lives and works at',1);
INSERT INTO "relations" VALUES('01a22721-a14d-770e-8cc9-677dd04c961b','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a14a-743b-9f8a-7d6226d42858','01a22721-a145-70b1-a63f-5d25a0949d79','once close to',1);
INSERT INTO "relations" VALUES('01a22721-a14d-770e-8cc9-677e4d83a396','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a14a-743b-9f8a-7d6313cbb9a8','01a22721-a145-70b1-a63f-5d25a0949d79','trusts',1);
INSERT INTO "relations" VALUES('01a22721-a14d-770e-8cc9-677f71eafac3','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a14b-75c6-abcb-e8673c28b102','01a22721-a145-70b1-a63f-5d25a0949d79','keeps something from',1);
INSERT INTO "relations" VALUES('01a22721-a14d-770e-8cc9-6780985a5787','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a14b-75c6-abcb-e8673c28b102','01a22721-a14a-743b-9f8a-7d6226d42858','was the last to see',1);
INSERT INTO "relations" VALUES('01a22721-a14d-770e-8cc9-6781fd194a71','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a14b-75c6-abcb-e8689bf4bcb4','01a22721-a145-70b1-a63f-5d25a0949d79','owes a favour to',1);
INSERT INTO "relations" VALUES('01a22721-a14d-770e-8cc9-67824de39933','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a14a-743b-9f8a-7d6313cbb9a8','01a22721-a14b-75c6-abcb-e8673c28b102','has not spoken in a year to',1);
INSERT INTO "relations" VALUES('01a22721-a14d-770e-8cc9-6783a3256031','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a145-70b1-a63f-5d25a0949d79','01a22721-a14c-7107-a6c4-8324171a342a','can’t part with',1);
INSERT INTO "relations" VALUES('01a22721-a14d-770e-8cc9-6784a922cba1','01a22721-a032-71a0-9a86-0d86d2d5d207','01a22721-a14c-7107-a6c4-832544bbcecf','01a22721-a14b-75c6-abcb-e86a0b3c474e','was found at',1);
CREATE TABLE reviews (
    run_id     TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    assessment TEXT NOT NULL,
    ended_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE revisions (
    id         TEXT PRIMARY KEY,
    chapter_id TEXT NOT NULL REFERENCES chapters (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    run_id     TEXT,
    text       TEXT NOT NULL,
    words      INTEGER NOT NULL,
    findings   TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL
, offer TEXT, report TEXT) STRICT;
INSERT INTO "revisions" VALUES('01a22721-a63e-735a-a132-32ca97191ec3','01a22721-a03b-72d7-a9a4-8e744f5a2f1e','whole','01a22721-a2be-7360-98f2-bd42fdaec922','By mid-morning the light at Skarholm Lighthouse lay flat as a slate, and the sea beyond had the colour of the inside of a mussel. The air was white and wet and smelled of iron.

They had told Demelza, in the beginning, that a daughter needs three things: good eyes, warm socks, and somebody to write to. She had got by on two of them for years now. It was only in the evenings, in the quarter of an hour between the last task and the lamp, that the third made itself felt, like a draught one can’t find the source of.

Their last words had been about soup. Demelza had told no one that, in nine years; it did not seem enough to be going on with.

There was no stamp on it, and no name on the back. It lay inside the door, face up, and it had been put there while Demelza was in the next room with nothing between them but a wall.

*You will have been told that it was an accident*, it began, without any greeting. *You will have found it convenient. I do not reproach you for that. But there is a person still living who knows better, and who is tired, and I am writing this while I can still make my letters.* Then it broke off. The rest of the sheet was blank, except for a ring where a cup had stood.

Demelza read it standing up. Then she went and opened the door and looked both ways, as one does, long after it could be of any use.

Tamsin came in without knocking, as people do who have decided on the way that there is no time for it.

“I’ll tell you a thing about secrets,” said Tamsin. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”

“What happened on the day before?”

“You see?” said Tamsin. “That’s just what I’d have asked.” And she would not say another word on the subject, but talked for ten minutes, very well, about pears.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

It was a small sound, and it came from the wrong side of the wall.

The last of the daylight hung about Brannock Sands like a visitor who can’t find the words for leaving. There was fog, and in the fog the sounds had come loose from the things that made them.

She went over the times again. They fitted. It was exactly this that Demelza disliked about them.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

So it stood. *Elspeth will not stop talking about a ferryman called Ivo*: that was the long and the short of it, and however often Demelza went round it in the hours that followed she found no side on which it was open.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

An hour passed, or what felt like one. Nothing was any clearer for it, only quieter.

Elspeth read slowly, with her lips pressed together, and at the end turned the sheet over to see whether it was any better from behind.

“Do you know the hand?” Demelza asked.

“No.” It came a little too soon. Elspeth seemed to hear this herself, for she added: “I know the paper. That’s shop paper. There’s hardly anyone buys it now, they say it drinks the ink.”

“Who does?”

“You’d better ask them who sell it.” Elspeth folded the letter along its own creases and held it out by one corner. “Or you could put it in the stove. I’m not advising it. I only want it to have been mentioned.”

As a child Demelza had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.

Why now? It was the one question Demelza kept coming back to, as one comes back to a tooth.

Every answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.

“Very well,” said Demelza aloud, to nobody at all, and it seemed that nobody had been waiting for just that.

There was no moon. From Brannock Sands the sea could be made out only as the place where the stars stopped.

What troubled Demelza was not what she knew. It was that she could no longer remember how it had felt not to know it.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

By evening Demelza had written a reply, though there was nobody to send it to. It ran to three lines. It said where she could be found, and when, and that she would come alone.

The trail, such as it was, led to Brannock Sands. Demelza had not been there for years; one could live quite well without going to Brannock Sands, and she had brought some skill to it. She got out the better shoes. She cleaned them with attention, the heels as well, and stood them side by side, with the toes towards the door.

If Maren had been there she would have done something foolish by now, and it would have worked. That was the maddening thing about her. Demelza had been careful all her life, and had so much more to regret.

The smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.

Foam ran up, hesitated, and sank into the sand with a sound like a page being turned.

Once, when Demelza was small, she had got lost at a fair, and had not cried but gone from stall to stall asking politely whether anyone was missing a child. They still told it as a funny story. It did not feel like one from inside.

Somebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

What does one hide in a place that everyone walks through? Demelza thought: something that looks as though it belonged to somebody else.

It was not until she was halfway home that Demelza saw what had been wrong with it. She stopped in the road. Then she turned round.',1155,'[]',1795952846399,NULL,'{"needs_review":false,"summary":"An unsigned letter reaches Demelza at Skarholm Lighthouse. Elspeth will not stop talking about a ferryman called Ivo. Demelza shows Elspeth the letter. Demelza decides to find the writer at Brannock Sands.","facts":["An unsigned letter says that the accident was none.","Elspeth knows more about the letter than she admits."],"threads":["Who wrote the letter."]}');
INSERT INTO "revisions" VALUES('01a22721-ab77-7214-8038-dbadab2f3a56','01a22721-a03b-72d7-a9a4-8e755a17d9ac','whole','01a22721-a6b4-7333-a22d-2bfd16e6d160','Toward midday the swell began to work at Brannock Sands again, with a thud and a long indrawn breath. A wind was blowing that made people hold their collars and agree with each other.

Somebody had told the truth that day, and somebody had told nearly the truth, and Demelza could not yet tell them apart by the sound.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

One has to have an errand, when one asks questions, and Demelza’s was a poor one: a matter of an old account, possibly in the wrong name. At Brannock Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Demelza thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

It was the kind of evening on which Demelza’s father used to go round and try the locks, twice, whistling, so that nobody should think that he was afraid of anything.

Somebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

The smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.

What does one hide in a place that everyone walks through? Demelza thought: something that looks as though it belonged to somebody else.

She had almost reached the corner when Demelza heard, quite distinctly, someone say “Wait.”

The last of the daylight hung about the Customs House like a visitor who can’t find the words for leaving.

Demelza had made up her mind, and felt the particular lightness of it, which is like hunger.

They had had a signal, Maren and Demelza: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.

“You’re going about it the wrong way.” Elspeth had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” Elspeth fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Demelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” Demelza said. They shook hands on it, and Elspeth’s was as cold as a key.

It struck Demelza that in all this time Elspeth had not once asked what was in it for herself.

Under the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.

At school they had made Demelza learn a poem about courage. She had forgotten all of it but the last line, and now could not get it to mean anything without the rest.

People lie most about what they are proud of, Demelza had found. For what they were ashamed of they generally had the facts.

It was too tidy. In Demelza’s experience life left crumbs.

Demelza shut the door behind her and stood for a moment with her hand still on it. Then she went to look for a coat.

There was no moon. From Skarholm Lighthouse the sea could be made out only as the place where the stars stopped.

Demelza had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

Far out a single light was going along the edge of the world, so slowly that one had to line it up with a post to be sure. Demelza wished it well. It was a habit from childhood: one wished them well and did not count them.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Demelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

Maren could whistle through her teeth, Maren, any tune at all after hearing it once. For months after she was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.

Demelza tasted salt on her lip and could not have said whether it had come from without or within.

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

The light in the window opposite went out. It had been on the whole time; someone had been standing in it.',1128,'[]',1795952847735,NULL,'{"needs_review":false,"summary":"Demelza goes to Brannock Sands to ask questions. Elspeth follows Demelza and offers a bargain. Demelza learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Elspeth and Demelza have a bargain: whatever is found, Elspeth hears it first."],"threads":["Who brought the scarred bell to that door."]}');
INSERT INTO "revisions" VALUES('01a22721-ac42-76a3-8973-f3f00bff5f56','01a22721-a03b-72d7-a9a4-8e744f5a2f1e','whole',NULL,'Ana counted the steps again.

“Eighty-one,” she said. “It was eighty.” *Somebody* had built one more.
',16,'[]',1795952847938,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22721-ac86-71f2-862e-e63f891a297a','01a22721-a03b-72d7-a9a4-8e76ccab4230','whole',NULL,'Only this line was typed: 雨 ñ ß.
',8,'[]',1795952848006,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22721-b083-7708-b4a6-7e9ab4eac841','01a22721-a03b-72d7-a9a4-8e755a17d9ac','whole','01a22721-aca7-7510-801e-885dcde696b2','At daybreak Brannock Sands always seemed to have been put back a little carelessly, not quite where it had stood the night before. Everything stood out sharp and near, as it does before a change.

Something had shifted since the day before, no more than a picture shifts on its nail. Demelza kept wanting to put out a finger and set it straight.

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

One has to have an errand, when one asks questions, and Demelza’s was a poor one: a matter of an old account, possibly in the wrong name. At Brannock Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Demelza thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

When they were children Maren had taught Demelza to be silent by making her hold a mouthful of water all the way from the pump to the door. Demelza could do it still. It had turned out to be less of a game than it seemed.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

Foam ran up, hesitated, and sank into the sand with a sound like a page being turned.

At school they had made Demelza learn a poem about courage. She had forgotten all of it but the last line, and now could not get it to mean anything without the rest.

Somebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

And that would have been that, had Demelza not looked back.

The day was well on, and the Customs House smelled of tar, of fish, and of somebody’s burnt milk. It was fine weather, and had been for days, and people had begun to distrust it.

Demelza was not afraid, or not more than was useful. She had counted up what could still be lost, and it had come to less than she expected, and that was the part that frightened her.

Demelza tasted salt on her lip and could not have said whether it had come from without or within.

“You’re going about it the wrong way.” Elspeth had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” Elspeth fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Demelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” Demelza said. They shook hands on it, and Elspeth’s was as cold as a key.

The smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.

Maren used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. She had been nine or ten at the time and had probably got it out of a book.

Elspeth listened with lowered eyes, as one listens to music, and now and then moved her lips as if to keep hold of a word.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

People lie most about what they are proud of, Demelza had found. For what they were ashamed of they generally had the facts.

They parted without shaking hands. It was not coldness. It was that each of them was already holding something.

The tide was making. One heard it before one saw it, at Skarholm Lighthouse, a rustling in the stones like a great many people getting to their feet.

Demelza had the sense of having been shown something in plain view and of having said thank you and looked at the frame.

There was a winter in which Demelza had written a letter every evening and burned it every morning. They had been good letters. She could have used one of them now.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Demelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

Why now? It was the one question Demelza kept coming back to, as one comes back to a tooth.

There was a tune that belonged to the scarred bell, or so people said, and they said too that it was better not to finish it. Demelza had only ever got as far as the turn.

Maren could whistle through her teeth, Maren, any tune at all after hearing it once. For months after she was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

Every answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.

The light in the window opposite went out. It had been on the whole time; someone had been standing in it.',1176,'[]',1795952849028,NULL,'{"needs_review":false,"summary":"Demelza goes to Brannock Sands to ask questions. Elspeth follows Demelza and offers a bargain. Demelza learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Elspeth and Demelza have a bargain: whatever is found, Elspeth hears it first."],"threads":["Who brought the scarred bell to that door."]}');
CREATE TABLE rules (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    text     TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "rules" VALUES('01a22721-a14d-770e-8cc9-67858b012d01','01a22721-a032-71a0-9a86-0d86d2d5d207','Nothing is explained by chance that was done by someone.',1);
INSERT INTO "rules" VALUES('01a22721-a14e-700b-a098-46847b9edbed','01a22721-a032-71a0-9a86-0d86d2d5d207','Every lie has left a trace in something that can be touched.',1);
INSERT INTO "rules" VALUES('01a22721-a14e-700b-a098-46851d9b7a64','01a22721-a032-71a0-9a86-0d86d2d5d207','Nobody in this story is wholly innocent, and nobody is a monster.',1);
INSERT INTO "rules" VALUES('01a22721-a14e-700b-a098-4686f793c9bc','01a22721-a032-71a0-9a86-0d86d2d5d207','The scarred bell may change hands, but it may not be thrown away.',1);
CREATE TABLE runs (
    id               TEXT PRIMARY KEY,
    story_id         TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    kind             TEXT NOT NULL,
    status           TEXT NOT NULL,
    cancel_requested INTEGER NOT NULL DEFAULT 0,
    pause_requested  INTEGER NOT NULL DEFAULT 0,
    feedback         TEXT,
    model            TEXT NOT NULL,
    priority         INTEGER NOT NULL DEFAULT 0,
    attempt          INTEGER NOT NULL DEFAULT 0,
    -- Ends without a shutdown since the last checkpoint.
    crashes          INTEGER NOT NULL DEFAULT 0,
    -- Grows with every claim; a worker with an older one may write nothing.
    fence            INTEGER NOT NULL DEFAULT 0,
    lease_until      INTEGER,
    -- Tokens a second, while it runs and is known.
    rate             REAL,
    error            TEXT,
    stopped_after_ms INTEGER,
    version          INTEGER NOT NULL DEFAULT 1,
    created_at       INTEGER NOT NULL,
    started_at       INTEGER,
    ended_at         INTEGER
, position REAL NOT NULL DEFAULT 0, waiting_for TEXT, pause_after_chapter INTEGER NOT NULL DEFAULT 0, pace TEXT NOT NULL DEFAULT '{"stages":[]}', weight REAL NOT NULL DEFAULT 0, batch INTEGER NOT NULL DEFAULT 0, budget TEXT, told_of_budget INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "runs" VALUES('01a22721-a09f-7516-9971-ee93edd34a84','01a22721-a032-71a0-9a86-0d86d2d5d207','world','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952844950,1795952844977,1795952845163,1.0,NULL,0,'{"stages":[]}',910.0,1,NULL,0);
INSERT INTO "runs" VALUES('01a22721-a1b4-771f-8c9e-c779cf9c409e','01a22721-a032-71a0-9a86-0d86d2d5d207','outline','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952845235,1795952845248,1795952845434,2.0,NULL,0,'{"stages":[{"kind":"world","stage":"draft","tokens":672.0}],"rate":9894.019299433055}',610.0,2,NULL,0);
INSERT INTO "runs" VALUES('01a22721-a2be-7360-98f2-bd42fdaec922','01a22721-a032-71a0-9a86-0d86d2d5d207','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952845500,1795952845518,1795952846429,3.0,NULL,0,'{"stages":[{"kind":"outline","stage":"draft","tokens":178.0},{"kind":"world","stage":"draft","tokens":672.0}],"rate":7043.256791333996}',1880.0,3,NULL,0);
INSERT INTO "runs" VALUES('01a22721-a6b4-7333-a22d-2bfd16e6d160','01a22721-a032-71a0-9a86-0d86d2d5d207','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952846514,1795952846548,1795952847874,4.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":65.0},{"kind":"chapter","stage":"draft","tokens":1155.0},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":147.0},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":178.0},{"kind":"world","stage":"draft","tokens":672.0}],"rate":2582.6663802841213}',1382.0,4,NULL,0);
INSERT INTO "runs" VALUES('01a22721-aca7-7510-801e-885dcde696b2','01a22721-a032-71a0-9a86-0d86d2d5d207','rewrite','succeeded',0,0,'Let it rain.','builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952848020,1795952848061,1795952849055,5.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":66.80000000000001},{"kind":"chapter","stage":"draft","tokens":1147.2},{"kind":"chapter","stage":"edit","tokens":6.4},{"kind":"chapter","stage":"plan","tokens":145.8},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":178.0},{"kind":"world","stage":"draft","tokens":672.0}],"rate":2329.399366037324}',1377.2,5,NULL,0);
INSERT INTO "runs" VALUES('01a22721-b171-77c4-b5ad-75327b4790e9','01a22721-a032-71a0-9a86-0d86d2d5d207','chapter','queued',0,0,NULL,'builtin',0,1,1,2,NULL,NULL,NULL,NULL,3,1795952849262,1795952849286,NULL,6.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":68.06},{"kind":"chapter","stage":"draft","tokens":1155.8400000000001},{"kind":"chapter","stage":"edit","tokens":5.68},{"kind":"chapter","stage":"plan","tokens":146.16000000000003},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":178.0},{"kind":"world","stage":"draft","tokens":672.0}],"rate":2275.7662134921716}',1.38674000000000023646e+03,6,NULL,0);
CREATE TABLE settings (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    preferences TEXT NOT NULL DEFAULT '{}',
    revision    INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO "settings" VALUES(1,'{}',1);
CREATE TABLE steps (
    id            TEXT PRIMARY KEY,
    run_id        TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    chapter_id    TEXT REFERENCES chapters (id) ON DELETE SET NULL,
    chapter       INTEGER,
    status        TEXT NOT NULL,
    stage         TEXT,
    scene         INTEGER,
    scenes        INTEGER,
    fraction      REAL NOT NULL DEFAULT 0,
    tokens        INTEGER NOT NULL DEFAULT 0,
    words         INTEGER NOT NULL DEFAULT 0,
    -- The chapter's revision when the step began: if it changed meanwhile, a person wrote.
    base_revision TEXT,
    -- How many times runs had finished the chapter before the step began.
    take          INTEGER NOT NULL DEFAULT 0, read_revision TEXT, is_thinking INTEGER NOT NULL DEFAULT 0, entity_id TEXT, entity TEXT,
    UNIQUE (run_id, position)
) STRICT;
INSERT INTO "steps" VALUES('01a22721-a0a0-753b-93a7-7ef945f63aa9','01a22721-a09f-7516-9971-ee93edd34a84',0,'world',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-a1b4-771f-8c9e-c77a97857fb3','01a22721-a1b4-771f-8c9e-c779cf9c409e',0,'outline',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-a2bf-7542-9c4a-48ea0915a89c','01a22721-a2be-7360-98f2-bd42fdaec922',0,'chapter','01a22721-a03b-72d7-a9a4-8e744f5a2f1e',1,'succeeded','commit',3,3,1.0,1307,1155,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-a6b4-7333-a22d-2bfe2b2b678f','01a22721-a6b4-7333-a22d-2bfd16e6d160',0,'chapter','01a22721-a03b-72d7-a9a4-8e755a17d9ac',2,'succeeded','commit',3,3,1.0,1285,1129,NULL,0,'01a22721-a63e-735a-a132-32ca97191ec3',0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-acaa-7666-92e8-5064e1c102b4','01a22721-aca7-7510-801e-885dcde696b2',0,'chapter','01a22721-a03b-72d7-a9a4-8e755a17d9ac',2,'succeeded','commit',3,3,1.0,1328,1176,'01a22721-ab77-7214-8038-dbadab2f3a56',1,'01a22721-ac42-76a3-8973-f3f00bff5f56',0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-b175-70ce-85e4-e47b65f17dd5','01a22721-b171-77c4-b5ad-75327b4790e9',0,'chapter','01a22721-a03b-72d7-a9a4-8e7796928f4d',4,'queued','draft',1,3,1.60203066183999903726e-01,216,76,NULL,0,'01a22721-ac86-71f2-862e-e63f891a297a',0,NULL,NULL);
CREATE TABLE stories (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    brief      TEXT NOT NULL,
    template   TEXT,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO "stories" VALUES('01a22721-a032-71a0-9a86-0d86d2d5d207','The Bell of Saint Ruan','{"premise":"A lighthouse keeper’s daughter finds a drowned bell that rings before storms.","genre":"mystery","tone":"quiet","themes":[],"setting":"","chapters":5,"structure":"free","language":"en","rating":"everyone","include":["a ferryman called Ivo"],"avoid":["dreams"]}',NULL,1,1795952844850,1795952849043);
CREATE INDEX revisions_by_chapter ON revisions (chapter_id, id);
CREATE INDEX entities_by_story ON entities (story_id, id);
CREATE INDEX relations_by_story ON relations (story_id, id);
CREATE INDEX rules_by_story ON rules (story_id, id);
CREATE INDEX facts_by_story ON facts (story_id, id);
CREATE INDEX runs_by_story ON runs (story_id, status);
CREATE INDEX steps_by_chapter ON steps (chapter_id);
CREATE INDEX runs_by_status ON runs (status, priority DESC, position, id);
CREATE INDEX calls_by_run ON calls (run_id, id);
CREATE INDEX calls_by_step ON calls (step_id);
CREATE INDEX calls_with_prompt ON calls (id) WHERE prompt IS NOT NULL;
CREATE INDEX former_by_chapter ON former (chapter_id, id) WHERE chapter_id IS NOT NULL;
CREATE INDEX former_by_entity ON former (entity_id, id) WHERE entity_id IS NOT NULL;
CREATE INDEX readings_by_run ON readings (run_id);
CREATE INDEX readings_by_chapter ON readings (chapter_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',200);
COMMIT;

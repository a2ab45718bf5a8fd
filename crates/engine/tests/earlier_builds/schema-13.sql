BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO "_sqlx_migrations" VALUES(1,'studio','2026-11-29 11:48:26',1,X'44EE6E9B82A738983004279C89C1C2E3F65F16A4F61ABDD0C814374FBF58688305541EC658B6FA4C615FECB8B23D2851',20394873);
INSERT INTO "_sqlx_migrations" VALUES(2,'queue','2026-11-29 11:48:26',1,X'36C6D8955EFF5689D0022BA075DD861D4485BC6D0E35352DF1E60E3A01C73C9C82BDD69EF91D622F10136A116B7EC0C2',20338698);
INSERT INTO "_sqlx_migrations" VALUES(3,'revisions','2026-11-29 11:48:26',1,X'7A9F62D85B5DE33188F05F5DC5DA11602C12CF8963AD3453BA407CF129DC6500005DE42AE575F405C4FD44E26B214D12',2503073);
INSERT INTO "_sqlx_migrations" VALUES(4,'models','2026-11-29 11:48:26',1,X'69D6D5346973216F8DC0E734DC1A9F8F980A5DF54505B795C578497E827A46880CBE5CFC804FEC6B21ABB2E5DDF98885',6027813);
INSERT INTO "_sqlx_migrations" VALUES(6,'craft','2026-11-29 11:48:26',1,X'A8B2A5400036D981EB50F9D3CAE8FF53B40AF6E9433E857FD5366C009E6A2AF8EE9E53E862BF3AA23A4F0C8EE420BA3F',9688047);
INSERT INTO "_sqlx_migrations" VALUES(7,'asides','2026-11-29 11:48:26',1,X'B146B6B45287F85E919761839D8C73C1D9AFDE4C3E8A77CB5047C242E5C173F476EC83992C1BE9ECE29BFCA02A65695C',7612304);
INSERT INTO "_sqlx_migrations" VALUES(8,'summaries','2026-11-29 11:48:26',1,X'C76DB9C5BE04F26443B3086CB2A5142F4E6E7A1240EC9F7032116CCE319B00528BCA2F69F54B042A3B7F87B02FDE43FC',2366838);
INSERT INTO "_sqlx_migrations" VALUES(9,'patience','2026-11-29 11:48:26',1,X'0F15C99E973C2D4B76057CCCB320B459C5DF92DFE1CCC80628379481B7D7E600266127AA1B4827C7F4D7F4E980FA29F0',3520291);
INSERT INTO "_sqlx_migrations" VALUES(10,'history','2026-11-29 11:48:26',1,X'CA94B994C808BADCAD485677E112C73F785BBD50B250139BD33384438D02CF650D53D5EF1B759C975AE7F5AF406CB2E2',8700494);
INSERT INTO "_sqlx_migrations" VALUES(11,'authors text','2026-11-29 11:48:26',1,X'019140C82F87A28B092F7413F7212567AC151F8A5255D4F0167058E5BA99E2D938FDBE9D03CB2088B9B217F267D24BAD',22478280);
INSERT INTO "_sqlx_migrations" VALUES(12,'autosaves','2026-11-29 11:48:26',1,X'360289B9BED2D2347F3C02191F3F26ECC2558EC19FA1C3DBD1B916B474163927B5A2BDDF2C99D1940D14D4186492B6E3',2548048);
INSERT INTO "_sqlx_migrations" VALUES(13,'safety','2026-11-29 11:48:26',1,X'99B0598FFA4CD36AD5BA267FB0C1DB76019452C9094471FB6C73658E499F0EDEAB63A252972223F23664F3AAF33B546C',2325320);
CREATE TABLE autosaves (
    chapter_id    TEXT NOT NULL,
    device        TEXT NOT NULL,
    text          TEXT NOT NULL,
    base_version  INTEGER NOT NULL,
    base_revision TEXT,
    saved_at      INTEGER NOT NULL,
    PRIMARY KEY (chapter_id, device)
) STRICT;
CREATE TABLE "calls" (
    id              TEXT PRIMARY KEY,
    run_id          TEXT REFERENCES runs (id) ON DELETE CASCADE,
    step_id         TEXT REFERENCES steps (id) ON DELETE CASCADE,
    interview_id    TEXT REFERENCES interviews (id) ON DELETE CASCADE,
    chapter         INTEGER,
    stage           TEXT,
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
    prompt          TEXT,
    CHECK ((run_id IS NULL) = (step_id IS NULL) AND (run_id IS NULL) = (stage IS NULL)),
    CHECK (run_id IS NULL OR interview_id IS NULL)
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
    version     INTEGER NOT NULL DEFAULT 1, text_by_person INTEGER NOT NULL DEFAULT 0,
    UNIQUE (story_id, number)
) STRICT;
INSERT INTO "chapters" VALUES('01a22722-905e-769d-99a2-e4a6cb481b08','01a22722-905e-769d-99a2-e4a595173c50',1,'Something Owing','["Catrin finds the scarred bell where it should not be.","Marit will not stop talking about “a ferryman called Ivo”.","Marit brings news that someone has been asking for Catrin.","Catrin keeps back part of the truth."]','written','01a22722-958b-7271-a181-c1bfc1a2d4f9',16,'Catrin finds the scarred bell where it should not be. Marit will not stop talking about a ferryman called Ivo. Marit brings news that someone has been asking for Catrin. Catrin keeps back part of the truth.','["Who moved the scarred bell, and why."]',NULL,4,1);
INSERT INTO "chapters" VALUES('01a22722-9065-7582-9bc6-dafbd1601113','01a22722-905e-769d-99a2-e4a595173c50',2,'People Who Remember','["Catrin goes to Veldra Sands to ask questions.","Marit follows Catrin and offers a bargain.","Catrin learns that the scarred bell once belonged to someone else."]','written','01a22722-9667-72cb-8a4b-2f34d1111b28',1146,'Catrin goes to Veldra Sands to ask questions. Marit follows Catrin and offers a bargain. Catrin learns that the scarred bell once belonged to someone else.','["Who brought the scarred bell to that door."]',NULL,5,0);
INSERT INTO "chapters" VALUES('01a22722-9066-75db-83e5-aeda23263bc3','01a22722-905e-769d-99a2-e4a595173c50',3,'The Middle of the Bridge','["Catrin discovers that Marit has lied.","Catrin confronts Marit at Skarholm Harbour.","Catrin sees her own part in it."]','partial','01a22722-9595-71ca-9ebb-73185b1381ae',8,'','[]',NULL,3,1);
INSERT INTO "chapters" VALUES('01a22722-9069-741b-af34-e049ea75ddde','01a22722-905e-769d-99a2-e4a595173c50',4,'A Door on the Chain','["The scarred bell disappears from Ferrin Lighthouse.","Catrin and Marit say unforgivable things.","Catrin is left alone at Ferrin Lighthouse and nearly gives up."]','empty',NULL,0,'','[]',NULL,2,0);
INSERT INTO "chapters" VALUES('01a22722-906d-70ee-89f1-009a6d23b88d','01a22722-905e-769d-99a2-e4a595173c50',5,'Bringing It Home','["Marit returns the scarred bell and explains.","Catrin tells the whole story aloud at Skarholm Harbour.","Catrin lets go of the scarred bell."]','empty',NULL,0,'','[]',NULL,2,0);
CREATE TABLE checkpoints (
    step_id TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    stage   TEXT NOT NULL,
    part    INTEGER NOT NULL DEFAULT 0,
    output  TEXT NOT NULL,
    PRIMARY KEY (step_id, stage, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "checkpoints" VALUES('01a22722-976f-76e3-b0a1-7975041fb772','plan',0,'{"scenes":[{"goal":"to be equal to what comes: The scarred bell disappears from Ferrin Lighthouse","conflict":"there is no one left to put it off on","point_of_view":"Catrin","place":"Ferrin Lighthouse","present":[],"beats":["The scarred bell disappears from Ferrin Lighthouse."]},{"goal":"to get this far: Catrin and Marit say unforgivable things","conflict":"Marit wants it stopped, for good reasons","point_of_view":"Catrin","place":"Veldra Sands","present":["Marit"],"beats":["Catrin and Marit say unforgivable things."]},{"goal":"to be equal to what comes: Catrin is left alone at Ferrin Lighthouse and nearly gives up","conflict":"there is no one left to put it off on","point_of_view":"Catrin","place":"Ferrin Lighthouse","present":[],"beats":["Catrin is left alone at Ferrin Lighthouse and nearly gives up."]}]}');
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
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',0,'Low ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',4,'water. ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',11,'Around ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',18,'Ferrin ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',25,'Lighthouse ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',36,'the ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',40,'rocks ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',46,'had ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',50,'come ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',55,'up ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',58,'with ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',63,'their ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',69,'hair hanging ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',82,'down, ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',88,'and ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',92,'the ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',96,'pools ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',102,'winked. ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',110,'The ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',114,'rain ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',119,'came in ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',127,'short ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',133,'bursts, with ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',146,'something ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',156,'like an ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',164,'apology ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',172,'in ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',175,'between.

Catrin ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',192,'had ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',196,'the ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',200,'sense ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',206,'of having ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',216,'been ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',221,'shown ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',227,'something in ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',240,'plain ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',246,'view and ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',255,'of ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',258,'having ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',265,'said ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',270,'thank you ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',280,'and ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',284,'looked ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',291,'at the ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',298,'frame.

');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',306,'The smell ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',316,'was ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',320,'of ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',323,'kelp ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',328,'and paraffin. ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',342,'Catrin ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',349,'had long ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',358,'ceased ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',365,'to ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',368,'notice it, ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',379,'except ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',386,'on days ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',394,'like ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',399,'this one, ');
INSERT INTO "drafts" VALUES('01a22722-976f-76e3-b0a1-7975041fb772',409,'when ');
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
INSERT INTO "entities" VALUES('01a22722-9100-7100-87d9-348656763fab','01a22722-905e-769d-99a2-e4a595173c50','person','Catrin','daughter','The daughter at the centre of it. Was supposed to do the work for one winter and never found the sentence to leave with.','she/her','to know what was done, and by whom, and why nobody says so','["dry","faithful","bad at asking for help"]',1);
INSERT INTO "entities" VALUES('01a22722-9100-7100-87d9-34889ddaf32a','01a22722-905e-769d-99a2-e4a595173c50','person','Katell','Catrin’s friend, gone these nine years','Left on an ordinary evening with one bag and did not write. Whistled through the teeth, counted steps, could not pass a locked door without trying it.','she/her','to be heard out, for once, to the end','["quick","teasing","brave to a fault"]',1);
INSERT INTO "entities" VALUES('01a22722-9100-7100-87d9-348a21a091bd','01a22722-905e-769d-99a2-e4a595173c50','person','Ivar','ship’s cook, ashore for good','Cooks for a crew that no longer exists and is hurt when nobody comes.','he/him','to be forgiven for a watch he did not keep','["generous","talkative","afraid of silence"]',1);
INSERT INTO "entities" VALUES('01a22722-9100-7100-87d9-348c29490609','01a22722-905e-769d-99a2-e4a595173c50','person','Marit','net-mender','Sits in the lee of the sheds with a needle of bone and sees everything that lands.','she/her','to keep a promise made on a night of bad weather','["blunt","loyal","superstitious on weekdays"]',1);
INSERT INTO "entities" VALUES('01a22722-9100-7100-87d9-348ea353ee86','01a22722-905e-769d-99a2-e4a595173c50','person','Yrsa','harbour postmistress','Knows the handwriting of everyone within forty miles, and what it looks like when they lie.','she/her','to see one old debt settled before retirement','["sharp","kind by stealth","unhurried"]',1);
INSERT INTO "entities" VALUES('01a22722-9100-7100-87d9-34900e7e0201','01a22722-905e-769d-99a2-e4a595173c50','place','Ferrin Lighthouse','the lighthouse','Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a voice belongs to a person. Somebody has always been awake here.','','','[]',1);
INSERT INTO "entities" VALUES('01a22722-9100-7100-87d9-34921e6cafae','01a22722-905e-769d-99a2-e4a595173c50','place','Skarholm Harbour','the harbour','Two stone arms and a bad anchorage; every boat that lives here knows its own ring in the wall.','','','[]',1);
INSERT INTO "entities" VALUES('01a22722-9101-76f0-9b5e-82ffa1d2599a','01a22722-905e-769d-99a2-e4a595173c50','place','The Customs House','an office on the quay','Closed for twenty years, and dusted every Friday by someone who has kept the key.','','','[]',1);
INSERT INTO "entities" VALUES('01a22722-9101-76f0-9b5e-830141c38aff','01a22722-905e-769d-99a2-e4a595173c50','place','Veldra Sands','the beach at low water','Three miles of grey sand that belong to the land for six hours and to the sea for the rest.','','','[]',1);
INSERT INTO "entities" VALUES('01a22722-9102-717b-a7f4-723b2a496c37','01a22722-905e-769d-99a2-e4a595173c50','thing','The scarred bell','something that sounds','It goes out of tune before a change of weather, and once did so for no reason at all.','','','[]',1);
INSERT INTO "entities" VALUES('01a22722-9102-717b-a7f4-723dc337df8d','01a22722-905e-769d-99a2-e4a595173c50','thing','The tin box','something shut','The hinges are newer than the rest of it.','','','[]',1);
INSERT INTO "entities" VALUES('01a22722-9102-717b-a7f4-723f1f727cfb','01a22722-905e-769d-99a2-e4a595173c50','faction','The Lights Board','an office on the mainland that owns the lamps','People speak of it as of weather.','','to save money on the dark','[]',1);
INSERT INTO "entities" VALUES('01a22722-9102-717b-a7f4-7241c999f04f','01a22722-905e-769d-99a2-e4a595173c50','idea','The Common Silence','what everyone agreed not to say','Nobody remembers making the agreement, and nobody has broken it yet.','','','[]',1);
CREATE TABLE events (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    run_id TEXT,
    -- JSON of the body; NULL for `run`, whose body is the run as it stands when the event is read.
    body   TEXT
) STRICT;
INSERT INTO "events" VALUES(1,1795952906349,NULL,'{"story":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(2,1795952906407,'01a22722-90a6-7655-ac91-4f3b8e334165',NULL);
INSERT INTO "events" VALUES(3,1795952906423,'01a22722-90a6-7655-ac91-4f3b8e334165',NULL);
INSERT INTO "events" VALUES(4,1795952906449,'01a22722-90a6-7655-ac91-4f3b8e334165',NULL);
INSERT INTO "events" VALUES(5,1795952906452,'01a22722-90a6-7655-ac91-4f3b8e334165',NULL);
INSERT INTO "events" VALUES(6,1795952906495,'01a22722-90a6-7655-ac91-4f3b8e334165',NULL);
INSERT INTO "events" VALUES(7,1795952906499,NULL,'{"world":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(8,1795952906499,NULL,'{"story":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(9,1795952906502,'01a22722-90a6-7655-ac91-4f3b8e334165',NULL);
INSERT INTO "events" VALUES(10,1795952906512,'01a22722-90a6-7655-ac91-4f3b8e334165',NULL);
INSERT INTO "events" VALUES(11,1795952906512,'01a22722-90a6-7655-ac91-4f3b8e334165','{"notice":{"level":"info","text":"Generate world: finished.","run":"01a22722-90a6-7655-ac91-4f3b8e334165"}}');
INSERT INTO "events" VALUES(12,1795952906535,'01a22722-9127-7390-b53a-07fdaebab36c',NULL);
INSERT INTO "events" VALUES(13,1795952906563,'01a22722-9127-7390-b53a-07fdaebab36c',NULL);
INSERT INTO "events" VALUES(14,1795952906578,'01a22722-9127-7390-b53a-07fdaebab36c',NULL);
INSERT INTO "events" VALUES(15,1795952906581,'01a22722-9127-7390-b53a-07fdaebab36c',NULL);
INSERT INTO "events" VALUES(16,1795952906585,'01a22722-9127-7390-b53a-07fdaebab36c',NULL);
INSERT INTO "events" VALUES(17,1795952906586,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(18,1795952906586,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(19,1795952906586,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":3,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(20,1795952906586,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(21,1795952906589,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":5,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(22,1795952906590,NULL,'{"story":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(23,1795952906590,'01a22722-9127-7390-b53a-07fdaebab36c',NULL);
INSERT INTO "events" VALUES(24,1795952906593,'01a22722-9127-7390-b53a-07fdaebab36c',NULL);
INSERT INTO "events" VALUES(25,1795952906593,'01a22722-9127-7390-b53a-07fdaebab36c','{"notice":{"level":"info","text":"Generate outline: finished.","run":"01a22722-9127-7390-b53a-07fdaebab36c"}}');
INSERT INTO "events" VALUES(26,1795952906634,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(27,1795952906644,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(28,1795952906650,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(29,1795952906650,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(30,1795952906653,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(31,1795952906660,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(32,1795952906674,'01a22722-9189-7307-8321-74124acf648c','{"text":{"run":"01a22722-9189-7307-8321-74124acf648c","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"offset":0,"text":"At "}}');
INSERT INTO "events" VALUES(33,1795952906684,'01a22722-9189-7307-8321-74124acf648c','{"text":{"run":"01a22722-9189-7307-8321-74124acf648c","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"offset":3,"text":"that hour the lamps were being lit along the coast, one after the other, and Ferrin Lighthouse took its turn. The wind had gone round in the night and was trying everything that had been left unfastened.\n\nThey had told Catrin, in the beginning, that a daughter needs three things: good eyes, warm socks, and somebody to write to. She had got by on two of them for years now. It was only in the evenings, in the quarter of an hour between the last task and the lamp, that the third made itself felt, like a draught one can’t find the source of.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Catrin moved her head. The horizon jumped, and settled, and gave nothing away.\n\nIt was the wrong way round: that was how Catrin noticed. One passes a thing every day for years and could not describe it under oath, and then it is turned by the width of a hand, and the whole room shouts.\n\nThe scarred bell was not where it belonged. Nobody had any reason to move it, and nobody, when Catrin went through them one by one, could easily have done so without being seen. Nothing else was disturbed. There was not so much as a mark on the floor.\n\nShe put it back. She went away and did something else. After a quarter of an hour she returned, casually, as though she had forgotten her gloves, and there was the scarred bell, exactly as she had left it, looking as a child looks who is being good on purpose.\n\nNobody had touched the scarred bell, and still there was a hum about it, the way a glass goes on after the finger has left.\n\nThey had had a signal, Katell and Catrin: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.\n\nWhat does one hide in a place that everyone walks through? Catrin thought: something that looks as though it belonged to somebody else.\n\nWhat she needed now was an hour’s sleep and somebody else’s conscience. Catrin took the way to the left."}}');
INSERT INTO "events" VALUES(34,1795952906684,'01a22722-9189-7307-8321-74124acf648c','{"text":{"run":"01a22722-9189-7307-8321-74124acf648c","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"offset":2080,"text":"\n\n"}}');
INSERT INTO "events" VALUES(35,1795952906694,'01a22722-9189-7307-8321-74124acf648c','{"text":{"run":"01a22722-9189-7307-8321-74124acf648c","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"offset":2082,"text":"After ten o’clock "}}');
INSERT INTO "events" VALUES(36,1795952906734,'01a22722-9189-7307-8321-74124acf648c','{"text":{"run":"01a22722-9189-7307-8321-74124acf648c","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"offset":2102,"text":"there was nobody about at Veldra Sands but those who were paid to be, and Catrin. It was blowing hard enough to lean on.\n\nA person can carry a question about for a week, Catrin found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.\n\nA cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.\n\nSo it stood. *Marit will not stop talking about a ferryman called Ivo*: that was the long and the short of it, and however often Catrin went round it in the hours that followed she found no side on which it was open.\n\nFar out a single light was going along the edge of the world, so slowly that one had to line it up with a post to be sure. Catrin wished it well. It was a habit from childhood: one wished them well and did not count them.\n\nThat might have been enough for one day. But days do not count in that way, and this one had something left over.\n\n“There’s a person been asking for you,” said Marit, unwinding a scarf. “By your whole name.”\n\n“What sort of a person?”\n\n“Clean boots. That’s all I could tell you. They asked at the shop, and they asked at the gate, and both times they thanked people and wrote nothing down.” Marit frowned at the scarf. “When somebody means to remember a thing and doesn’t write it down, I always think they’ve been told what they’d hear.”\n\nCatrin laughed, and the laugh came out a little short. “And what did they hear?”\n\n“That you’d always lived here. That you never had visitors.” Marit looked up. “It sounded worse, somehow, than it is.”\n\nPeople lie most about what they are proud of, Catrin had found. For what they were ashamed of they generally had the facts.\n\n“One thing more,” said Marit from the doorway. She seemed to look for it on the ground. “No. It’ll keep.” But it would not keep, and they both saw that."}}');
INSERT INTO "events" VALUES(37,1795952906738,'01a22722-9189-7307-8321-74124acf648c','{"text":{"run":"01a22722-9189-7307-8321-74124acf648c","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"offset":4037,"text":"\n\n"}}');
INSERT INTO "events" VALUES(38,1795952906750,'01a22722-9189-7307-8321-74124acf648c','{"text":{"run":"01a22722-9189-7307-8321-74124acf648c","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"offset":4039,"text":"The "}}');
INSERT INTO "events" VALUES(39,1795952906781,'01a22722-9189-7307-8321-74124acf648c','{"text":{"run":"01a22722-9189-7307-8321-74124acf648c","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"offset":4043,"text":"tide had turned at five, and when Catrin came out at Ferrin Lighthouse there was a clean strip of sand below the weed on which nobody had yet written anything.\n\nCatrin had the sense of having been shown something in plain view and of having said thank you and looked at the frame.\n\nSomebody had once told Catrin, on a train, without being asked, the whole of a long and dreadful life, and at the end had said, “But I was always lucky with the weather.” She often thought of it.\n\n“You’d say, wouldn’t you?” Marit asked. “If there were something?”\n\nIt would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Catrin looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.\n\n“The rates,” Marit repeated. She had the delicacy not to nod.\n\nWhen Marit was gone Catrin went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.\n\nWhy now? It was the one question Catrin kept coming back to, as one comes back to a tooth.\n\nThere was a tune that belonged to the scarred bell, or so people said, and they said too that it was better not to finish it. Catrin had only ever got as far as the turn.\n\nThere was a photograph of the two of them with their arms about each other’s necks, squinting, Katell with her eyes shut. There was one of her with her eyes open, too. It was not so like.\n\nMarit listened with lowered eyes, as one listens to music, and now and then moved her lips as if to keep hold of a word.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nIt was too tidy. In Catrin’s experience life left crumbs.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(40,1795952906806,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(41,1795952906886,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(42,1795952907062,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(43,1795952907064,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(44,1795952907089,NULL,'{"world":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(45,1795952907110,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"revision":"01a22722-934a-74c3-8c8c-d37df295db9b","state":"written"}}');
INSERT INTO "events" VALUES(46,1795952907110,NULL,'{"story":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(47,1795952907110,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(48,1795952907123,'01a22722-9189-7307-8321-74124acf648c',NULL);
INSERT INTO "events" VALUES(49,1795952907123,'01a22722-9189-7307-8321-74124acf648c','{"notice":{"level":"info","text":"Write chapter 1: finished.","run":"01a22722-9189-7307-8321-74124acf648c"}}');
INSERT INTO "events" VALUES(50,1795952907220,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(51,1795952907335,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(52,1795952907348,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(53,1795952907348,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(54,1795952907351,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(55,1795952907383,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(56,1795952907397,'01a22722-93d3-741b-8e55-00042104d63f','{"text":{"run":"01a22722-93d3-741b-8e55-00042104d63f","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":0,"text":"The last of the daylight hung about Veldra Sands like a visitor who can’t find the words for leaving. Mist stood about in the low places as if waiting to be let in.\n\nIt would have been easy that day to let the whole matter rest. Catrin thought so several times, each time with great firmness.\n\nA cormorant stood on the outermost post with "}}');
INSERT INTO "events" VALUES(57,1795952907418,'01a22722-93d3-741b-8e55-00042104d63f','{"text":{"run":"01a22722-93d3-741b-8e55-00042104d63f","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":341,"text":"its wings hung out to dry, like someone who has been told to wait and has taken it personally.\n\nOne has to have an errand, when one asks questions, and Catrin’s was a poor one: a matter of an old account, possibly in the wrong name. At Veldra Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nCatrin thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nSomeone had come up behind without a sound. It was Ivar, with a wet collar and the face of a person who has been rehearsing.\n\n“You don’t trust me,” said Ivar.\n\n“I trust you to tell me what you’d like to have happened.”\n\n“That’s more than most people do.” He thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”\n\n“What colour was the door?”\n\n“Green,” Ivar said. But it was his hands that Catrin was watching, and these had closed.\n\nTheir last words had been about soup. Catrin had told no one that, in nine years; it did not seem enough to be going on with.\n\nIvar drew a line with one finger in the spilt sugar, crossed it with another, and wiped both away before they could mean anything.\n\nWhy now? It was the one question Catrin kept coming back to, as one comes back to a tooth.\n\nWhat she needed now was an hour’s sleep and somebody else’s conscience. Catrin took the way to the left."}}');
INSERT INTO "events" VALUES(58,1795952907418,'01a22722-93d3-741b-8e55-00042104d63f','{"text":{"run":"01a22722-93d3-741b-8e55-00042104d63f","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":2091,"text":"\n\n"}}');
INSERT INTO "events" VALUES(59,1795952907430,'01a22722-93d3-741b-8e55-00042104d63f','{"text":{"run":"01a22722-93d3-741b-8e55-00042104d63f","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":2093,"text":"The beam of the far light went over Skarholm Harbour every twelve seconds and showed it exactly as it had been.\n\nShe went over the times again. They fitted. It was exactly this that Catrin disliked about them.\n\nFoam ran up, hesitated, and sank into the sand with a sound like a page being turned.\n\n“You’re going about it the wrong way.” Marit had "}}');
INSERT INTO "events" VALUES(60,1795952907439,'01a22722-93d3-741b-8e55-00042104d63f','{"text":{"run":"01a22722-93d3-741b-8e55-00042104d63f","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":2446,"text":"caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” Marit fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nCatrin thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” Catrin said. They shook hands on it, and Marit’s was as cold as a key.\n\nCatrin remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nCatrin had kept Katell’s gloves. They had been in the left-hand drawer so long, one on top of the other, that they had taken on the look of hands resting.\n\nSomebody had gone to a great deal of trouble. That was the only thing Catrin knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nAnd that would have been that, had Catrin not looked back."}}');
INSERT INTO "events" VALUES(61,1795952907439,'01a22722-93d3-741b-8e55-00042104d63f','{"text":{"run":"01a22722-93d3-741b-8e55-00042104d63f","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":4099,"text":"\n\n"}}');
INSERT INTO "events" VALUES(62,1795952907456,'01a22722-93d3-741b-8e55-00042104d63f','{"text":{"run":"01a22722-93d3-741b-8e55-00042104d63f","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":4101,"text":"The "}}');
INSERT INTO "events" VALUES(63,1795952907466,'01a22722-93d3-741b-8e55-00042104d63f','{"text":{"run":"01a22722-93d3-741b-8e55-00042104d63f","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":4105,"text":"tide had turned at five, and when Catrin came out at Ferrin Lighthouse there was a clean strip of sand below the weed on which nobody had yet written anything.\n\nCatrin had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nSalt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nCatrin asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nIt was then that Yrsa turned up. She looked as though she had been walking for some time, and not towards anything.\n\n“Where were you that evening?” Catrin asked, as if it were a remark about the soup.\n\n“At home.”\n\n“With whom?”\n\n“With the door locked,” said Yrsa pleasantly. “I recommend it. You’d be surprised how few people it keeps out, and how much of what they say.”\n\nThe smell was of kelp and paraffin. Catrin had long ceased to notice it, except on days like this one, when she noticed everything.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Catrin had not asked.\n\nIt was not until she was halfway home that Catrin saw what had been wrong with it. She stopped in the road. Then she turned round."}}');
INSERT INTO "events" VALUES(64,1795952907472,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(65,1795952907519,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(66,1795952907550,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(67,1795952907586,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(68,1795952907591,NULL,'{"world":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(69,1795952907591,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"revision":"01a22722-9546-74bd-9d67-c0d572bb5eec","state":"written"}}');
INSERT INTO "events" VALUES(70,1795952907591,NULL,'{"story":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(71,1795952907591,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(72,1795952907606,'01a22722-93d3-741b-8e55-00042104d63f',NULL);
INSERT INTO "events" VALUES(73,1795952907606,'01a22722-93d3-741b-8e55-00042104d63f','{"notice":{"level":"info","text":"Write chapter 2: finished.","run":"01a22722-93d3-741b-8e55-00042104d63f"}}');
INSERT INTO "events" VALUES(74,1795952907659,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":1,"revision":"01a22722-958b-7271-a181-c1bfc1a2d4f9","state":"written"}}');
INSERT INTO "events" VALUES(75,1795952907659,NULL,'{"story":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(76,1795952907669,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":3,"revision":"01a22722-9595-71ca-9ebb-73185b1381ae","state":"partial"}}');
INSERT INTO "events" VALUES(77,1795952907669,NULL,'{"story":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(78,1795952907683,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(79,1795952907693,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(80,1795952907710,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"revision":"01a22722-9546-74bd-9d67-c0d572bb5eec","state":"drafting"}}');
INSERT INTO "events" VALUES(81,1795952907711,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(82,1795952907736,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(83,1795952907755,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(84,1795952907757,'01a22722-95a2-709e-870d-98ba5631f3c7','{"text":{"run":"01a22722-95a2-709e-870d-98ba5631f3c7","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":0,"text":"Before "}}');
INSERT INTO "events" VALUES(85,1795952907760,'01a22722-95a2-709e-870d-98ba5631f3c7','{"text":{"run":"01a22722-95a2-709e-870d-98ba5631f3c7","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":7,"text":"it was properly light the gulls were already quarrelling over Veldra Sands, and there was a smell of wet rope and cold ashes. One could see as far as one could have thrown a shoe, and after that one had to believe.\n\nCatrin had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nA cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.\n\nOne has to have an errand, when one asks questions, and Catrin’s was a poor one: a matter of an old account, possibly in the wrong name. At Veldra Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nCatrin thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nWhen they were children Katell had taught Catrin to be silent by making her hold a mouthful of water all the way from the pump to the door. Catrin could do it still. It had turned out to be less of a game than it seemed.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nPeople lie most about what they are proud of, Catrin had found. For what they were ashamed of they generally had the facts.\n\n“Very well,” said Catrin aloud, to nobody at all, and it seemed that nobody had been waiting for just that."}}');
INSERT INTO "events" VALUES(86,1795952907761,'01a22722-95a2-709e-870d-98ba5631f3c7','{"text":{"run":"01a22722-95a2-709e-870d-98ba5631f3c7","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":1984,"text":"\n\n"}}');
INSERT INTO "events" VALUES(87,1795952907769,'01a22722-95a2-709e-870d-98ba5631f3c7','{"text":{"run":"01a22722-95a2-709e-870d-98ba5631f3c7","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":1986,"text":"It "}}');
INSERT INTO "events" VALUES(88,1795952907773,'01a22722-95a2-709e-870d-98ba5631f3c7','{"text":{"run":"01a22722-95a2-709e-870d-98ba5631f3c7","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":1989,"text":"was washing day along the shore, and the sheets at Skarholm Harbour cracked like sails. There was fog, and in the fog the sounds had come loose from the things that made them.\n\nCatrin had the sense of having been shown something in plain view and of having said thank you and looked at the frame.\n\nSomebody had once told Catrin, on a train, without being asked, the whole of a long and dreadful life, and at the end had said, “But I was always lucky with the weather.” She often thought of it.\n\n“You’re going about it the wrong way.” Marit had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” Marit fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nCatrin thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” Catrin said. They shook hands on it, and Marit’s was as cold as a key.\n\nWhy now? It was the one question Catrin kept coming back to, as one comes back to a tooth.\n\nCatrin tasted salt on her lip and could not have said whether it had come from without or within.\n\nThey had had a signal, Katell and Catrin: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\n“One thing more,” said Marit from the doorway. She seemed to look for it on the ground. “No. It’ll keep.” But it would not keep, and they both saw that."}}');
INSERT INTO "events" VALUES(89,1795952907774,'01a22722-95a2-709e-870d-98ba5631f3c7','{"text":{"run":"01a22722-95a2-709e-870d-98ba5631f3c7","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":4015,"text":"\n\n"}}');
INSERT INTO "events" VALUES(90,1795952907782,'01a22722-95a2-709e-870d-98ba5631f3c7','{"text":{"run":"01a22722-95a2-709e-870d-98ba5631f3c7","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":4017,"text":"Towards "}}');
INSERT INTO "events" VALUES(91,1795952907786,'01a22722-95a2-709e-870d-98ba5631f3c7','{"text":{"run":"01a22722-95a2-709e-870d-98ba5631f3c7","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"offset":4025,"text":"sunset the sea grew quiet around Ferrin Lighthouse, as people do when someone has come into the room.\n\nShe went over the times again. They fitted. It was exactly this that Catrin disliked about them.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nCatrin asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nYrsa had been standing there for a while, it turned out, with that gift she had for not being noticed until she wished to be.\n\n“Where were you that evening?” Catrin asked, as if it were a remark about the soup.\n\n“At home.”\n\n“With whom?”\n\n“With the door locked,” said Yrsa pleasantly. “I recommend it. You’d be surprised how few people it keeps out, and how much of what they say.”\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Catrin moved her head. The horizon jumped, and settled, and gave nothing away.\n\nIt was the kind of evening on which Catrin’s father used to go round and try the locks, twice, whistling, so that nobody should think that he was afraid of anything.\n\nIt was too tidy. In Catrin’s experience life left crumbs.\n\nAnd there, in the margin, in a hand that Catrin would have known anywhere, stood her own name."}}');
INSERT INTO "events" VALUES(92,1795952907794,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(93,1795952907819,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(94,1795952907861,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(95,1795952907879,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(96,1795952907880,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":2,"revision":"01a22722-9667-72cb-8a4b-2f34d1111b28","state":"written"}}');
INSERT INTO "events" VALUES(97,1795952907880,NULL,'{"story":{"story":"01a22722-905e-769d-99a2-e4a595173c50"}}');
INSERT INTO "events" VALUES(98,1795952907880,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(99,1795952907903,'01a22722-95a2-709e-870d-98ba5631f3c7',NULL);
INSERT INTO "events" VALUES(100,1795952907903,'01a22722-95a2-709e-870d-98ba5631f3c7','{"notice":{"level":"info","text":"Rewrite chapter 2: finished.","run":"01a22722-95a2-709e-870d-98ba5631f3c7"}}');
INSERT INTO "events" VALUES(101,1795952908143,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(102,1795952908146,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(103,1795952908170,NULL,'{"chapter":{"story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(104,1795952908174,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(105,1795952908187,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(106,1795952908390,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(107,1795952908611,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(108,1795952908878,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(109,1795952909084,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(110,1795952909298,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(111,1795952909506,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(112,1795952909698,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(113,1795952909903,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(114,1795952910107,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(115,1795952910388,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(116,1795952910597,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(117,1795952910807,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(118,1795952911039,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(119,1795952911246,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(120,1795952911460,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(121,1795952911698,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(122,1795952911913,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(123,1795952912170,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(124,1795952912530,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(125,1795952912587,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":0,"text":"Low "}}');
INSERT INTO "events" VALUES(126,1795952912622,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":4,"text":"water. "}}');
INSERT INTO "events" VALUES(127,1795952912663,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":11,"text":"Around "}}');
INSERT INTO "events" VALUES(128,1795952912704,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":18,"text":"Ferrin "}}');
INSERT INTO "events" VALUES(129,1795952912758,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":25,"text":"Lighthouse "}}');
INSERT INTO "events" VALUES(130,1795952912775,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(131,1795952912787,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":36,"text":"the "}}');
INSERT INTO "events" VALUES(132,1795952912829,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":40,"text":"rocks "}}');
INSERT INTO "events" VALUES(133,1795952912874,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":46,"text":"had "}}');
INSERT INTO "events" VALUES(134,1795952912915,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":50,"text":"come "}}');
INSERT INTO "events" VALUES(135,1795952912966,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":55,"text":"up "}}');
INSERT INTO "events" VALUES(136,1795952912966,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(137,1795952913010,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":58,"text":"with "}}');
INSERT INTO "events" VALUES(138,1795952913058,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":63,"text":"their "}}');
INSERT INTO "events" VALUES(139,1795952913095,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":69,"text":"hair hanging "}}');
INSERT INTO "events" VALUES(140,1795952913146,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":82,"text":"down, "}}');
INSERT INTO "events" VALUES(141,1795952913190,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":88,"text":"and "}}');
INSERT INTO "events" VALUES(142,1795952913190,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(143,1795952913234,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":92,"text":"the "}}');
INSERT INTO "events" VALUES(144,1795952913340,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":96,"text":"pools "}}');
INSERT INTO "events" VALUES(145,1795952913376,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":102,"text":"winked. "}}');
INSERT INTO "events" VALUES(146,1795952913417,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":110,"text":"The "}}');
INSERT INTO "events" VALUES(147,1795952913417,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(148,1795952913462,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":114,"text":"rain "}}');
INSERT INTO "events" VALUES(149,1795952913508,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":119,"text":"came in "}}');
INSERT INTO "events" VALUES(150,1795952913574,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":127,"text":"short "}}');
INSERT INTO "events" VALUES(151,1795952913588,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":133,"text":"bursts, with "}}');
INSERT INTO "events" VALUES(152,1795952913629,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":146,"text":"something "}}');
INSERT INTO "events" VALUES(153,1795952913630,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(154,1795952913671,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":156,"text":"like an "}}');
INSERT INTO "events" VALUES(155,1795952913714,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":164,"text":"apology "}}');
INSERT INTO "events" VALUES(156,1795952913758,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":172,"text":"in "}}');
INSERT INTO "events" VALUES(157,1795952913799,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":175,"text":"between.\n\nCatrin "}}');
INSERT INTO "events" VALUES(158,1795952913847,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":192,"text":"had "}}');
INSERT INTO "events" VALUES(159,1795952913847,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(160,1795952913887,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":196,"text":"the "}}');
INSERT INTO "events" VALUES(161,1795952913942,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":200,"text":"sense "}}');
INSERT INTO "events" VALUES(162,1795952913983,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":206,"text":"of having "}}');
INSERT INTO "events" VALUES(163,1795952914026,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":216,"text":"been "}}');
INSERT INTO "events" VALUES(164,1795952914067,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":221,"text":"shown "}}');
INSERT INTO "events" VALUES(165,1795952914067,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(166,1795952914111,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":227,"text":"something in "}}');
INSERT INTO "events" VALUES(167,1795952914152,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":240,"text":"plain "}}');
INSERT INTO "events" VALUES(168,1795952914192,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":246,"text":"view and "}}');
INSERT INTO "events" VALUES(169,1795952914245,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":255,"text":"of "}}');
INSERT INTO "events" VALUES(170,1795952914286,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":258,"text":"having "}}');
INSERT INTO "events" VALUES(171,1795952914286,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(172,1795952914327,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":265,"text":"said "}}');
INSERT INTO "events" VALUES(173,1795952914369,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":270,"text":"thank you "}}');
INSERT INTO "events" VALUES(174,1795952914434,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":280,"text":"and "}}');
INSERT INTO "events" VALUES(175,1795952914483,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":284,"text":"looked "}}');
INSERT INTO "events" VALUES(176,1795952914530,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":291,"text":"at the "}}');
INSERT INTO "events" VALUES(177,1795952914530,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(178,1795952914574,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":298,"text":"frame.\n\n"}}');
INSERT INTO "events" VALUES(179,1795952914614,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":306,"text":"The smell "}}');
INSERT INTO "events" VALUES(180,1795952914655,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":316,"text":"was "}}');
INSERT INTO "events" VALUES(181,1795952914698,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":320,"text":"of "}}');
INSERT INTO "events" VALUES(182,1795952914740,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":323,"text":"kelp "}}');
INSERT INTO "events" VALUES(183,1795952914741,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(184,1795952914802,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":328,"text":"and paraffin. "}}');
INSERT INTO "events" VALUES(185,1795952914837,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":342,"text":"Catrin "}}');
INSERT INTO "events" VALUES(186,1795952914878,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":349,"text":"had long "}}');
INSERT INTO "events" VALUES(187,1795952914923,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":358,"text":"ceased "}}');
INSERT INTO "events" VALUES(188,1795952914974,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":365,"text":"to "}}');
INSERT INTO "events" VALUES(189,1795952914974,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(190,1795952915011,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":368,"text":"notice it, "}}');
INSERT INTO "events" VALUES(191,1795952915052,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":379,"text":"except "}}');
INSERT INTO "events" VALUES(192,1795952915102,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":386,"text":"on days "}}');
INSERT INTO "events" VALUES(193,1795952915149,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":394,"text":"like "}}');
INSERT INTO "events" VALUES(194,1795952915191,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":399,"text":"this one, "}}');
INSERT INTO "events" VALUES(195,1795952915191,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
INSERT INTO "events" VALUES(196,1795952915231,'01a22722-976e-73d7-9c8f-18b38f44f0cb','{"text":{"run":"01a22722-976e-73d7-9c8f-18b38f44f0cb","story":"01a22722-905e-769d-99a2-e4a595173c50","chapter":4,"offset":409,"text":"when "}}');
INSERT INTO "events" VALUES(197,1795952915546,'01a22722-976e-73d7-9c8f-18b38f44f0cb',NULL);
CREATE TABLE facts (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1, by_person INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "facts" VALUES('01a22722-934c-76b2-b836-74666e5d6418','01a22722-905e-769d-99a2-e4a595173c50','01a22722-905e-769d-99a2-e4a6cb481b08','Someone has been asking for Catrin by name.',1,0);
INSERT INTO "facts" VALUES('01a22722-934c-76b2-b836-7467a37af74e','01a22722-905e-769d-99a2-e4a595173c50','01a22722-905e-769d-99a2-e4a6cb481b08','Catrin has not told Marit everything.',1,0);
INSERT INTO "facts" VALUES('01a22722-9547-7408-8e9d-f19d5cded39c','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9065-7582-9bc6-dafbd1601113','The scarred bell was once left with a stranger, by someone in tears.',1,0);
INSERT INTO "facts" VALUES('01a22722-9547-7408-8e9d-f19e84c03347','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9065-7582-9bc6-dafbd1601113','Marit and Catrin have a bargain: whatever is found, Marit hears it first.',1,0);
CREATE TABLE idempotency (
    key        TEXT PRIMARY KEY,
    run_id     TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
, request TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE interviews (
    id       TEXT PRIMARY KEY,
    story_id TEXT UNIQUE REFERENCES stories (id) ON DELETE CASCADE,
    -- When something was last asked.
    used_at  INTEGER NOT NULL
) STRICT;
CREATE TABLE pace (
    model   TEXT NOT NULL,
    kind    TEXT NOT NULL,
    stage   TEXT NOT NULL,
    tokens  REAL NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (model, kind, stage)
) STRICT, WITHOUT ROWID;
INSERT INTO "pace" VALUES('builtin','chapter','check',70.02,1.01119010299999978474e-01);
INSERT INTO "pace" VALUES('builtin','chapter','draft',1139.63,1.02229224659999992641e-01);
INSERT INTO "pace" VALUES('builtin','chapter','edit',4.0,5.6111339549999986187e-02);
INSERT INTO "pace" VALUES('builtin','chapter','plan',146.951,1.31160354584700011848e+00);
INSERT INTO "pace" VALUES('builtin','chapter','revise',0.0,1.42736829900000014581e-02);
INSERT INTO "pace" VALUES('builtin','outline','draft',182.0,0.00428778);
INSERT INTO "pace" VALUES('builtin','world','draft',711.0,0.042060299);
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
INSERT INTO "relations" VALUES('01a22722-9102-717b-a7f4-7243902924a2','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9100-7100-87d9-348656763fab','01a22722-9100-7100-87d9-34900e7e0201','lives and works at',1);
INSERT INTO "relations" VALUES('01a22722-9102-717b-a7f4-7245e02446ec','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9100-7100-87d9-34889ddaf32a','01a22722-9100-7100-87d9-348656763fab','once close to',1);
INSERT INTO "relations" VALUES('01a22722-9102-717b-a7f4-7247f14126dc','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9100-7100-87d9-348a21a091bd','01a22722-9100-7100-87d9-348656763fab','trusts',1);
INSERT INTO "relations" VALUES('01a22722-9102-717b-a7f4-724975b0459b','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9100-7100-87d9-348c29490609','01a22722-9100-7100-87d9-348656763fab','keeps something from',1);
INSERT INTO "relations" VALUES('01a22722-9102-717b-a7f4-724b3cf2bc16','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9100-7100-87d9-348c29490609','01a22722-9100-7100-87d9-34889ddaf32a','was the last to see',1);
INSERT INTO "relations" VALUES('01a22722-9102-717b-a7f4-724dfd18c338','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9100-7100-87d9-348ea353ee86','01a22722-9100-7100-87d9-348656763fab','owes a favour to',1);
INSERT INTO "relations" VALUES('01a22722-9102-717b-a7f4-724f352960d2','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9100-7100-87d9-348a21a091bd','01a22722-9100-7100-87d9-348c29490609','has not spoken in a year to',1);
INSERT INTO "relations" VALUES('01a22722-9102-717b-a7f4-7251ec8447a4','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9100-7100-87d9-348656763fab','01a22722-9102-717b-a7f4-723b2a496c37','can’t part with',1);
INSERT INTO "relations" VALUES('01a22722-9103-71ce-a40e-a688a9d65c15','01a22722-905e-769d-99a2-e4a595173c50','01a22722-9102-717b-a7f4-723dc337df8d','01a22722-9100-7100-87d9-34921e6cafae','was found at',1);
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
INSERT INTO "revisions" VALUES('01a22722-934a-74c3-8c8c-d37df295db9b','01a22722-905e-769d-99a2-e4a6cb481b08','whole','01a22722-9189-7307-8321-74124acf648c','At that hour the lamps were being lit along the coast, one after the other, and Ferrin Lighthouse took its turn. The wind had gone round in the night and was trying everything that had been left unfastened.

They had told Catrin, in the beginning, that a daughter needs three things: good eyes, warm socks, and somebody to write to. She had got by on two of them for years now. It was only in the evenings, in the quarter of an hour between the last task and the lamp, that the third made itself felt, like a draught one can’t find the source of.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Catrin moved her head. The horizon jumped, and settled, and gave nothing away.

It was the wrong way round: that was how Catrin noticed. One passes a thing every day for years and could not describe it under oath, and then it is turned by the width of a hand, and the whole room shouts.

The scarred bell was not where it belonged. Nobody had any reason to move it, and nobody, when Catrin went through them one by one, could easily have done so without being seen. Nothing else was disturbed. There was not so much as a mark on the floor.

She put it back. She went away and did something else. After a quarter of an hour she returned, casually, as though she had forgotten her gloves, and there was the scarred bell, exactly as she had left it, looking as a child looks who is being good on purpose.

Nobody had touched the scarred bell, and still there was a hum about it, the way a glass goes on after the finger has left.

They had had a signal, Katell and Catrin: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.

What does one hide in a place that everyone walks through? Catrin thought: something that looks as though it belonged to somebody else.

What she needed now was an hour’s sleep and somebody else’s conscience. Catrin took the way to the left.

After ten o’clock there was nobody about at Veldra Sands but those who were paid to be, and Catrin. It was blowing hard enough to lean on.

A person can carry a question about for a week, Catrin found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.

A cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.

So it stood. *Marit will not stop talking about a ferryman called Ivo*: that was the long and the short of it, and however often Catrin went round it in the hours that followed she found no side on which it was open.

Far out a single light was going along the edge of the world, so slowly that one had to line it up with a post to be sure. Catrin wished it well. It was a habit from childhood: one wished them well and did not count them.

That might have been enough for one day. But days do not count in that way, and this one had something left over.

“There’s a person been asking for you,” said Marit, unwinding a scarf. “By your whole name.”

“What sort of a person?”

“Clean boots. That’s all I could tell you. They asked at the shop, and they asked at the gate, and both times they thanked people and wrote nothing down.” Marit frowned at the scarf. “When somebody means to remember a thing and doesn’t write it down, I always think they’ve been told what they’d hear.”

Catrin laughed, and the laugh came out a little short. “And what did they hear?”

“That you’d always lived here. That you never had visitors.” Marit looked up. “It sounded worse, somehow, than it is.”

People lie most about what they are proud of, Catrin had found. For what they were ashamed of they generally had the facts.

“One thing more,” said Marit from the doorway. She seemed to look for it on the ground. “No. It’ll keep.” But it would not keep, and they both saw that.

The tide had turned at five, and when Catrin came out at Ferrin Lighthouse there was a clean strip of sand below the weed on which nobody had yet written anything.

Catrin had the sense of having been shown something in plain view and of having said thank you and looked at the frame.

Somebody had once told Catrin, on a train, without being asked, the whole of a long and dreadful life, and at the end had said, “But I was always lucky with the weather.” She often thought of it.

“You’d say, wouldn’t you?” Marit asked. “If there were something?”

It would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Catrin looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.

“The rates,” Marit repeated. She had the delicacy not to nod.

When Marit was gone Catrin went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.

Why now? It was the one question Catrin kept coming back to, as one comes back to a tooth.

There was a tune that belonged to the scarred bell, or so people said, and they said too that it was better not to finish it. Catrin had only ever got as far as the turn.

There was a photograph of the two of them with their arms about each other’s necks, squinting, Katell with her eyes shut. There was one of her with her eyes open, too. It was not so like.

Marit listened with lowered eyes, as one listens to music, and now and then moved her lips as if to keep hold of a word.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

It was too tidy. In Catrin’s experience life left crumbs.

The light in the window opposite went out. It had been on the whole time; someone had been standing in it.',1133,'[]',1795952907082,NULL,'{"needs_review":false,"summary":"Catrin finds the scarred bell where it should not be. Marit will not stop talking about a ferryman called Ivo. Marit brings news that someone has been asking for Catrin. Catrin keeps back part of the truth.","facts":["Someone has been asking for Catrin by name.","Catrin has not told Marit everything."],"threads":["Who moved the scarred bell, and why."]}');
INSERT INTO "revisions" VALUES('01a22722-9546-74bd-9d67-c0d572bb5eec','01a22722-9065-7582-9bc6-dafbd1601113','whole','01a22722-93d3-741b-8e55-00042104d63f','The last of the daylight hung about Veldra Sands like a visitor who can’t find the words for leaving. Mist stood about in the low places as if waiting to be let in.

It would have been easy that day to let the whole matter rest. Catrin thought so several times, each time with great firmness.

A cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.

One has to have an errand, when one asks questions, and Catrin’s was a poor one: a matter of an old account, possibly in the wrong name. At Veldra Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Catrin thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

Someone had come up behind without a sound. It was Ivar, with a wet collar and the face of a person who has been rehearsing.

“You don’t trust me,” said Ivar.

“I trust you to tell me what you’d like to have happened.”

“That’s more than most people do.” He thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”

“What colour was the door?”

“Green,” Ivar said. But it was his hands that Catrin was watching, and these had closed.

Their last words had been about soup. Catrin had told no one that, in nine years; it did not seem enough to be going on with.

Ivar drew a line with one finger in the spilt sugar, crossed it with another, and wiped both away before they could mean anything.

Why now? It was the one question Catrin kept coming back to, as one comes back to a tooth.

What she needed now was an hour’s sleep and somebody else’s conscience. Catrin took the way to the left.

The beam of the far light went over Skarholm Harbour every twelve seconds and showed it exactly as it had been.

She went over the times again. They fitted. It was exactly this that Catrin disliked about them.

Foam ran up, hesitated, and sank into the sand with a sound like a page being turned.

“You’re going about it the wrong way.” Marit had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” Marit fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Catrin thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” Catrin said. They shook hands on it, and Marit’s was as cold as a key.

Catrin remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

Catrin had kept Katell’s gloves. They had been in the left-hand drawer so long, one on top of the other, that they had taken on the look of hands resting.

Somebody had gone to a great deal of trouble. That was the only thing Catrin knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

And that would have been that, had Catrin not looked back.

The tide had turned at five, and when Catrin came out at Ferrin Lighthouse there was a clean strip of sand below the weed on which nobody had yet written anything.

Catrin had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

Salt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Catrin asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

It was then that Yrsa turned up. She looked as though she had been walking for some time, and not towards anything.

“Where were you that evening?” Catrin asked, as if it were a remark about the soup.

“At home.”

“With whom?”

“With the door locked,” said Yrsa pleasantly. “I recommend it. You’d be surprised how few people it keeps out, and how much of what they say.”

The smell was of kelp and paraffin. Catrin had long ceased to notice it, except on days like this one, when she noticed everything.

Every answer so far had been perfectly good. It was merely that they were answers to something Catrin had not asked.

It was not until she was halfway home that Catrin saw what had been wrong with it. She stopped in the road. Then she turned round.',1146,'[]',1795952907590,NULL,'{"needs_review":false,"summary":"Catrin goes to Veldra Sands to ask questions. Marit follows Catrin and offers a bargain. Catrin learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Marit and Catrin have a bargain: whatever is found, Marit hears it first."],"threads":["Who brought the scarred bell to that door."]}');
INSERT INTO "revisions" VALUES('01a22722-958b-7271-a181-c1bfc1a2d4f9','01a22722-905e-769d-99a2-e4a6cb481b08','whole',NULL,'Ana counted the steps again.

“Eighty-one,” she said. “It was eighty.” *Somebody* had built one more.
',16,'[]',1795952907659,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22722-9595-71ca-9ebb-73185b1381ae','01a22722-9066-75db-83e5-aeda23263bc3','partial',NULL,'Only this line was typed: 雨 ñ ß.
',8,'[]',1795952907669,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22722-9667-72cb-8a4b-2f34d1111b28','01a22722-9065-7582-9bc6-dafbd1601113','whole','01a22722-95a2-709e-870d-98ba5631f3c7','Before it was properly light the gulls were already quarrelling over Veldra Sands, and there was a smell of wet rope and cold ashes. One could see as far as one could have thrown a shoe, and after that one had to believe.

Catrin had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

A cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.

One has to have an errand, when one asks questions, and Catrin’s was a poor one: a matter of an old account, possibly in the wrong name. At Veldra Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Catrin thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

When they were children Katell had taught Catrin to be silent by making her hold a mouthful of water all the way from the pump to the door. Catrin could do it still. It had turned out to be less of a game than it seemed.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

People lie most about what they are proud of, Catrin had found. For what they were ashamed of they generally had the facts.

“Very well,” said Catrin aloud, to nobody at all, and it seemed that nobody had been waiting for just that.

It was washing day along the shore, and the sheets at Skarholm Harbour cracked like sails. There was fog, and in the fog the sounds had come loose from the things that made them.

Catrin had the sense of having been shown something in plain view and of having said thank you and looked at the frame.

Somebody had once told Catrin, on a train, without being asked, the whole of a long and dreadful life, and at the end had said, “But I was always lucky with the weather.” She often thought of it.

“You’re going about it the wrong way.” Marit had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” Marit fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Catrin thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” Catrin said. They shook hands on it, and Marit’s was as cold as a key.

Why now? It was the one question Catrin kept coming back to, as one comes back to a tooth.

Catrin tasted salt on her lip and could not have said whether it had come from without or within.

They had had a signal, Katell and Catrin: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

“One thing more,” said Marit from the doorway. She seemed to look for it on the ground. “No. It’ll keep.” But it would not keep, and they both saw that.

Towards sunset the sea grew quiet around Ferrin Lighthouse, as people do when someone has come into the room.

She went over the times again. They fitted. It was exactly this that Catrin disliked about them.

Under the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Catrin asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

Yrsa had been standing there for a while, it turned out, with that gift she had for not being noticed until she wished to be.

“Where were you that evening?” Catrin asked, as if it were a remark about the soup.

“At home.”

“With whom?”

“With the door locked,” said Yrsa pleasantly. “I recommend it. You’d be surprised how few people it keeps out, and how much of what they say.”

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Catrin moved her head. The horizon jumped, and settled, and gave nothing away.

It was the kind of evening on which Catrin’s father used to go round and try the locks, twice, whistling, so that nobody should think that he was afraid of anything.

It was too tidy. In Catrin’s experience life left crumbs.

And there, in the margin, in a hand that Catrin would have known anywhere, stood her own name.',1146,'[]',1795952907879,NULL,'{"needs_review":false,"summary":"Catrin goes to Veldra Sands to ask questions. Marit follows Catrin and offers a bargain. Catrin learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Marit and Catrin have a bargain: whatever is found, Marit hears it first."],"threads":["Who brought the scarred bell to that door."]}');
CREATE TABLE rules (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    text     TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "rules" VALUES('01a22722-9103-71ce-a40e-a68a3e4acf6b','01a22722-905e-769d-99a2-e4a595173c50','Nothing is explained by chance that was done by someone.',1);
INSERT INTO "rules" VALUES('01a22722-9103-71ce-a40e-a68c3c404622','01a22722-905e-769d-99a2-e4a595173c50','Every lie has left a trace in something that can be touched.',1);
INSERT INTO "rules" VALUES('01a22722-9103-71ce-a40e-a68e79297811','01a22722-905e-769d-99a2-e4a595173c50','Whoever asks a question here owes an answer in return.',1);
INSERT INTO "rules" VALUES('01a22722-9103-71ce-a40e-a6907d17f559','01a22722-905e-769d-99a2-e4a595173c50','The scarred bell may change hands, but it may not be thrown away.',1);
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
, position REAL NOT NULL DEFAULT 0, waiting_for TEXT, pause_after_chapter INTEGER NOT NULL DEFAULT 0, pace TEXT NOT NULL DEFAULT '{"stages":[]}', weight REAL NOT NULL DEFAULT 0, batch INTEGER NOT NULL DEFAULT 0, budget TEXT, told_of_budget INTEGER NOT NULL DEFAULT 0, model_named INTEGER NOT NULL DEFAULT 0, held_up TEXT, mode TEXT) STRICT;
INSERT INTO "runs" VALUES('01a22722-90a6-7655-ac91-4f3b8e334165','01a22722-905e-769d-99a2-e4a595173c50','world','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952906388,1795952906420,1795952906512,1.0,NULL,0,'{"stages":[]}',910.0,1,NULL,0,0,NULL,NULL);
INSERT INTO "runs" VALUES('01a22722-9127-7390-b53a-07fdaebab36c','01a22722-905e-769d-99a2-e4a595173c50','outline','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952906534,1795952906562,1795952906592,2.0,NULL,0,'{"stages":[{"kind":"world","stage":"draft","tokens":711.0}],"rate":16904.302083064125}',610.0,2,NULL,0,0,NULL,NULL);
INSERT INTO "runs" VALUES('01a22722-9189-7307-8321-74124acf648c','01a22722-905e-769d-99a2-e4a595173c50','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952906633,1795952906643,1795952907122,3.0,NULL,0,'{"stages":[{"kind":"outline","stage":"draft","tokens":182.0},{"kind":"world","stage":"draft","tokens":711.0}],"rate":19267.249458170638}',1880.0,3,NULL,0,0,NULL,NULL);
INSERT INTO "runs" VALUES('01a22722-93d3-741b-8e55-00042104d63f','01a22722-905e-769d-99a2-e4a595173c50','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952907213,1795952907334,1795952907606,4.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":69.0},{"kind":"chapter","stage":"draft","tokens":1133.0},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":155.0},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":182.0},{"kind":"world","stage":"draft","tokens":711.0}],"rate":4923.303063683689}',1372.0,4,NULL,0,0,NULL,NULL);
INSERT INTO "runs" VALUES('01a22722-95a2-709e-870d-98ba5631f3c7','01a22722-905e-769d-99a2-e4a595173c50','rewrite','succeeded',0,0,'Let it rain.','builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952907682,1795952907692,1795952907903,5.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":69.6},{"kind":"chapter","stage":"draft","tokens":1136.9},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":152.9},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":182.0},{"kind":"world","stage":"draft","tokens":711.0}],"rate":5658.745978760849}',1374.4,5,NULL,0,0,NULL,NULL);
INSERT INTO "runs" VALUES('01a22722-976e-73d7-9c8f-18b38f44f0cb','01a22722-905e-769d-99a2-e4a595173c50','chapter','queued',0,0,NULL,'builtin',0,1,1,2,NULL,NULL,NULL,NULL,3,1795952908141,1795952908146,NULL,6.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":70.02},{"kind":"chapter","stage":"draft","tokens":1139.63},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":149.93},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":182.0},{"kind":"world","stage":"draft","tokens":711.0}],"rate":6719.209774470316}',1.37458000000000015458e+03,6,NULL,0,0,NULL,NULL);
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
    take          INTEGER NOT NULL DEFAULT 0, read_revision TEXT, is_thinking INTEGER NOT NULL DEFAULT 0, entity_id TEXT, entity TEXT, asked_revision TEXT, asked_finished INTEGER NOT NULL DEFAULT 0,
    UNIQUE (run_id, position)
) STRICT;
INSERT INTO "steps" VALUES('01a22722-90a6-7655-ac91-4f3ce5a00a58','01a22722-90a6-7655-ac91-4f3b8e334165',0,'world',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0,NULL,NULL,NULL,0);
INSERT INTO "steps" VALUES('01a22722-9127-7390-b53a-07fed65bcf97','01a22722-9127-7390-b53a-07fdaebab36c',0,'outline',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0,NULL,NULL,NULL,0);
INSERT INTO "steps" VALUES('01a22722-9189-7307-8321-7413cdf4e66c','01a22722-9189-7307-8321-74124acf648c',0,'chapter','01a22722-905e-769d-99a2-e4a6cb481b08',1,'succeeded','commit',NULL,NULL,1.0,0,1133,NULL,0,NULL,0,NULL,NULL,NULL,0);
INSERT INTO "steps" VALUES('01a22722-93d3-741b-8e55-0005d6dcf5cb','01a22722-93d3-741b-8e55-00042104d63f',0,'chapter','01a22722-9065-7582-9bc6-dafbd1601113',2,'succeeded','commit',NULL,NULL,1.0,0,1146,NULL,0,'01a22722-934a-74c3-8c8c-d37df295db9b',0,NULL,NULL,NULL,0);
INSERT INTO "steps" VALUES('01a22722-95a2-709e-870d-98bb9abbb643','01a22722-95a2-709e-870d-98ba5631f3c7',0,'chapter','01a22722-9065-7582-9bc6-dafbd1601113',2,'succeeded','commit',NULL,NULL,1.0,0,1146,'01a22722-9546-74bd-9d67-c0d572bb5eec',1,'01a22722-958b-7271-a181-c1bfc1a2d4f9',0,NULL,NULL,'01a22722-9546-74bd-9d67-c0d572bb5eec',1);
INSERT INTO "steps" VALUES('01a22722-976f-76e3-b0a1-7975041fb772','01a22722-976e-73d7-9c8f-18b38f44f0cb',0,'chapter','01a22722-9069-741b-af34-e049ea75ddde',4,'queued','draft',1,3,1.63635437733707728158e-01,215,75,NULL,0,'01a22722-9595-71ca-9ebb-73185b1381ae',0,NULL,NULL,NULL,0);
CREATE TABLE stories (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    brief      TEXT NOT NULL,
    template   TEXT,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO "stories" VALUES('01a22722-905e-769d-99a2-e4a595173c50','The Bell of Saint Ruan','{"premise":"A lighthouse keeper’s daughter finds a drowned bell that rings before storms.","genre":"mystery","tone":"quiet","themes":[],"setting":"","chapters":5,"structure":"free","language":"en","rating":"everyone","include":["a ferryman called Ivo"],"avoid":["dreams"]}',NULL,1,1795952906334,1795952907880);
CREATE TABLE summaries (
    story_id  TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    -- part: chapters that follow each other; story: from the beginning to the end of a part.
    level     TEXT NOT NULL,
    -- The part, from 1; for a story, the last part that is in it.
    part      INTEGER NOT NULL,
    -- Empty where the model was asked in vain.
    text      TEXT NOT NULL,
    model     TEXT NOT NULL,
    -- How often it was asked in vain for this, as it was.
    failures  INTEGER NOT NULL DEFAULT 0,
    -- A hash of the chapters' summaries.
    made_from TEXT NOT NULL,
    made_at   INTEGER NOT NULL,
    PRIMARY KEY (story_id, level, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE trash (
    id         TEXT PRIMARY KEY,
    -- The story it is of; NULL for a story.
    story_id   TEXT REFERENCES stories (id) ON DELETE CASCADE,
    -- story, chapter, entity, relation, rule or fact.
    kind       TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    title      TEXT NOT NULL,
    -- JSON: how much of what was deleted together with it.
    contents   TEXT NOT NULL,
    deleted_at INTEGER NOT NULL
) STRICT;
CREATE TABLE trash_links (
    trash_id    TEXT NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
    table_name  TEXT NOT NULL,
    column_name TEXT NOT NULL,
    key_name    TEXT NOT NULL,
    key         TEXT NOT NULL,
    target      TEXT NOT NULL
) STRICT;
CREATE TABLE trash_rows (
    trash_id   TEXT NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    -- The row's id, where its table has one.
    key        TEXT,
    content    TEXT NOT NULL
) STRICT;
CREATE TABLE unreadable (
    id      INTEGER PRIMARY KEY,
    place   TEXT NOT NULL,
    row_id  TEXT NOT NULL,
    value   ANY,
    kept_at INTEGER NOT NULL DEFAULT (unixepoch('subsec') * 1000)
) STRICT;
CREATE TABLE versions (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    -- outline, brief, entity, relation, rule or fact.
    kind       TEXT NOT NULL,
    -- The chapter, the story or the part of the world. No reference: the history of one that was deleted is kept
    -- for as long as it can be restored.
    subject_id TEXT NOT NULL,
    -- person, run, or unknown for values that are older than this table.
    author     TEXT NOT NULL,
    run_id     TEXT,
    -- JSON.
    value      TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO "versions" VALUES('01a22722-9079-77f2-836c-73e4307e1ee2','01a22722-905e-769d-99a2-e4a595173c50','brief','01a22722-905e-769d-99a2-e4a595173c50','person',NULL,'{"title":"The Bell of Saint Ruan","brief":{"premise":"A lighthouse keeper’s daughter finds a drowned bell that rings before storms.","genre":"mystery","tone":"quiet","themes":[],"setting":"","chapters":5,"structure":"free","language":"en","rating":"everyone","include":["a ferryman called Ivo"],"avoid":["dreams"]}}',1795952906361);
INSERT INTO "versions" VALUES('01a22722-9100-7100-87d9-3487a9455673','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9100-7100-87d9-348656763fab','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9100-7100-87d9-348656763fab","kind":"person","name":"Catrin","role":"daughter","description":"The daughter at the centre of it. Was supposed to do the work for one winter and never found the sentence to leave with.","pronouns":"she/her","goal":"to know what was done, and by whom, and why nobody says so","traits":["dry","faithful","bad at asking for help"]}',1795952906496);
INSERT INTO "versions" VALUES('01a22722-9100-7100-87d9-3489e271aa21','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9100-7100-87d9-34889ddaf32a','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9100-7100-87d9-34889ddaf32a","kind":"person","name":"Katell","role":"Catrin’s friend, gone these nine years","description":"Left on an ordinary evening with one bag and did not write. Whistled through the teeth, counted steps, could not pass a locked door without trying it.","pronouns":"she/her","goal":"to be heard out, for once, to the end","traits":["quick","teasing","brave to a fault"]}',1795952906496);
INSERT INTO "versions" VALUES('01a22722-9100-7100-87d9-348b84b2532d','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9100-7100-87d9-348a21a091bd','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9100-7100-87d9-348a21a091bd","kind":"person","name":"Ivar","role":"ship’s cook, ashore for good","description":"Cooks for a crew that no longer exists and is hurt when nobody comes.","pronouns":"he/him","goal":"to be forgiven for a watch he did not keep","traits":["generous","talkative","afraid of silence"]}',1795952906496);
INSERT INTO "versions" VALUES('01a22722-9100-7100-87d9-348d56c50b48','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9100-7100-87d9-348c29490609','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9100-7100-87d9-348c29490609","kind":"person","name":"Marit","role":"net-mender","description":"Sits in the lee of the sheds with a needle of bone and sees everything that lands.","pronouns":"she/her","goal":"to keep a promise made on a night of bad weather","traits":["blunt","loyal","superstitious on weekdays"]}',1795952906496);
INSERT INTO "versions" VALUES('01a22722-9100-7100-87d9-348f32374a42','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9100-7100-87d9-348ea353ee86','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9100-7100-87d9-348ea353ee86","kind":"person","name":"Yrsa","role":"harbour postmistress","description":"Knows the handwriting of everyone within forty miles, and what it looks like when they lie.","pronouns":"she/her","goal":"to see one old debt settled before retirement","traits":["sharp","kind by stealth","unhurried"]}',1795952906496);
INSERT INTO "versions" VALUES('01a22722-9100-7100-87d9-349176a37bda','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9100-7100-87d9-34900e7e0201','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9100-7100-87d9-34900e7e0201","kind":"place","name":"Ferrin Lighthouse","role":"the lighthouse","description":"Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a voice belongs to a person. Somebody has always been awake here.","pronouns":"","goal":"","traits":[]}',1795952906496);
INSERT INTO "versions" VALUES('01a22722-9101-76f0-9b5e-82fe0f567723','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9100-7100-87d9-34921e6cafae','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9100-7100-87d9-34921e6cafae","kind":"place","name":"Skarholm Harbour","role":"the harbour","description":"Two stone arms and a bad anchorage; every boat that lives here knows its own ring in the wall.","pronouns":"","goal":"","traits":[]}',1795952906497);
INSERT INTO "versions" VALUES('01a22722-9101-76f0-9b5e-8300ec9e65e0','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9101-76f0-9b5e-82ffa1d2599a','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9101-76f0-9b5e-82ffa1d2599a","kind":"place","name":"The Customs House","role":"an office on the quay","description":"Closed for twenty years, and dusted every Friday by someone who has kept the key.","pronouns":"","goal":"","traits":[]}',1795952906497);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-723a942e556f','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9101-76f0-9b5e-830141c38aff','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9101-76f0-9b5e-830141c38aff","kind":"place","name":"Veldra Sands","role":"the beach at low water","description":"Three miles of grey sand that belong to the land for six hours and to the sea for the rest.","pronouns":"","goal":"","traits":[]}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-723cccb9b5b8','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9102-717b-a7f4-723b2a496c37','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-723b2a496c37","kind":"thing","name":"The scarred bell","role":"something that sounds","description":"It goes out of tune before a change of weather, and once did so for no reason at all.","pronouns":"","goal":"","traits":[]}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-723e56c802fa','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9102-717b-a7f4-723dc337df8d','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-723dc337df8d","kind":"thing","name":"The tin box","role":"something shut","description":"The hinges are newer than the rest of it.","pronouns":"","goal":"","traits":[]}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-7240a6e71d9b','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9102-717b-a7f4-723f1f727cfb','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-723f1f727cfb","kind":"faction","name":"The Lights Board","role":"an office on the mainland that owns the lamps","description":"People speak of it as of weather.","pronouns":"","goal":"to save money on the dark","traits":[]}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-7242d5f09d67','01a22722-905e-769d-99a2-e4a595173c50','entity','01a22722-9102-717b-a7f4-7241c999f04f','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-7241c999f04f","kind":"idea","name":"The Common Silence","role":"what everyone agreed not to say","description":"Nobody remembers making the agreement, and nobody has broken it yet.","pronouns":"","goal":"","traits":[]}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-7244291b9443','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9102-717b-a7f4-7243902924a2','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-7243902924a2","from":"01a22722-9100-7100-87d9-348656763fab","to":"01a22722-9100-7100-87d9-34900e7e0201","label":"lives and works at"}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-7246ae9b15c4','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9102-717b-a7f4-7245e02446ec','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-7245e02446ec","from":"01a22722-9100-7100-87d9-34889ddaf32a","to":"01a22722-9100-7100-87d9-348656763fab","label":"once close to"}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-7248405f68e9','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9102-717b-a7f4-7247f14126dc','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-7247f14126dc","from":"01a22722-9100-7100-87d9-348a21a091bd","to":"01a22722-9100-7100-87d9-348656763fab","label":"trusts"}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-724ac7551032','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9102-717b-a7f4-724975b0459b','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-724975b0459b","from":"01a22722-9100-7100-87d9-348c29490609","to":"01a22722-9100-7100-87d9-348656763fab","label":"keeps something from"}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-724cb91bcc36','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9102-717b-a7f4-724b3cf2bc16','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-724b3cf2bc16","from":"01a22722-9100-7100-87d9-348c29490609","to":"01a22722-9100-7100-87d9-34889ddaf32a","label":"was the last to see"}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-724e4e21c407','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9102-717b-a7f4-724dfd18c338','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-724dfd18c338","from":"01a22722-9100-7100-87d9-348ea353ee86","to":"01a22722-9100-7100-87d9-348656763fab","label":"owes a favour to"}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-72505bfcbfd8','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9102-717b-a7f4-724f352960d2','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-724f352960d2","from":"01a22722-9100-7100-87d9-348a21a091bd","to":"01a22722-9100-7100-87d9-348c29490609","label":"has not spoken in a year to"}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9102-717b-a7f4-7252e7045f39','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9102-717b-a7f4-7251ec8447a4','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9102-717b-a7f4-7251ec8447a4","from":"01a22722-9100-7100-87d9-348656763fab","to":"01a22722-9102-717b-a7f4-723b2a496c37","label":"can’t part with"}',1795952906498);
INSERT INTO "versions" VALUES('01a22722-9103-71ce-a40e-a68964ad20c6','01a22722-905e-769d-99a2-e4a595173c50','relation','01a22722-9103-71ce-a40e-a688a9d65c15','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9103-71ce-a40e-a688a9d65c15","from":"01a22722-9102-717b-a7f4-723dc337df8d","to":"01a22722-9100-7100-87d9-34921e6cafae","label":"was found at"}',1795952906499);
INSERT INTO "versions" VALUES('01a22722-9103-71ce-a40e-a68b0ef76f68','01a22722-905e-769d-99a2-e4a595173c50','rule','01a22722-9103-71ce-a40e-a68a3e4acf6b','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9103-71ce-a40e-a68a3e4acf6b","text":"Nothing is explained by chance that was done by someone."}',1795952906499);
INSERT INTO "versions" VALUES('01a22722-9103-71ce-a40e-a68daa2be924','01a22722-905e-769d-99a2-e4a595173c50','rule','01a22722-9103-71ce-a40e-a68c3c404622','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9103-71ce-a40e-a68c3c404622","text":"Every lie has left a trace in something that can be touched."}',1795952906499);
INSERT INTO "versions" VALUES('01a22722-9103-71ce-a40e-a68fa13da027','01a22722-905e-769d-99a2-e4a595173c50','rule','01a22722-9103-71ce-a40e-a68e79297811','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9103-71ce-a40e-a68e79297811","text":"Whoever asks a question here owes an answer in return."}',1795952906499);
INSERT INTO "versions" VALUES('01a22722-9103-71ce-a40e-a6914da60985','01a22722-905e-769d-99a2-e4a595173c50','rule','01a22722-9103-71ce-a40e-a6907d17f559','run','01a22722-90a6-7655-ac91-4f3b8e334165','{"id":"01a22722-9103-71ce-a40e-a6907d17f559","text":"The scarred bell may change hands, but it may not be thrown away."}',1795952906499);
INSERT INTO "versions" VALUES('01a22722-915a-77b2-8cb8-bef328243645','01a22722-905e-769d-99a2-e4a595173c50','outline','01a22722-905e-769d-99a2-e4a6cb481b08','run','01a22722-9127-7390-b53a-07fdaebab36c','{"title":"Something Owing","outline":["Catrin finds the scarred bell where it should not be.","Marit will not stop talking about “a ferryman called Ivo”.","Marit brings news that someone has been asking for Catrin.","Catrin keeps back part of the truth."]}',1795952906586);
INSERT INTO "versions" VALUES('01a22722-915a-77b2-8cb8-bef452a52fa8','01a22722-905e-769d-99a2-e4a595173c50','outline','01a22722-9065-7582-9bc6-dafbd1601113','run','01a22722-9127-7390-b53a-07fdaebab36c','{"title":"People Who Remember","outline":["Catrin goes to Veldra Sands to ask questions.","Marit follows Catrin and offers a bargain.","Catrin learns that the scarred bell once belonged to someone else."]}',1795952906586);
INSERT INTO "versions" VALUES('01a22722-915a-77b2-8cb8-bef51910b124','01a22722-905e-769d-99a2-e4a595173c50','outline','01a22722-9066-75db-83e5-aeda23263bc3','run','01a22722-9127-7390-b53a-07fdaebab36c','{"title":"The Middle of the Bridge","outline":["Catrin discovers that Marit has lied.","Catrin confronts Marit at Skarholm Harbour.","Catrin sees her own part in it."]}',1795952906586);
INSERT INTO "versions" VALUES('01a22722-915a-77b2-8cb8-bef6ba30958c','01a22722-905e-769d-99a2-e4a595173c50','outline','01a22722-9069-741b-af34-e049ea75ddde','run','01a22722-9127-7390-b53a-07fdaebab36c','{"title":"A Door on the Chain","outline":["The scarred bell disappears from Ferrin Lighthouse.","Catrin and Marit say unforgivable things.","Catrin is left alone at Ferrin Lighthouse and nearly gives up."]}',1795952906586);
INSERT INTO "versions" VALUES('01a22722-915b-7243-b69a-667986826061','01a22722-905e-769d-99a2-e4a595173c50','outline','01a22722-906d-70ee-89f1-009a6d23b88d','run','01a22722-9127-7390-b53a-07fdaebab36c','{"title":"Bringing It Home","outline":["Marit returns the scarred bell and explains.","Catrin tells the whole story aloud at Skarholm Harbour.","Catrin lets go of the scarred bell."]}',1795952906587);
CREATE TABLE withdrawn_facts (
    chapter_id TEXT NOT NULL REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL,
    PRIMARY KEY (chapter_id, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX revisions_by_chapter ON revisions (chapter_id, id);
CREATE INDEX entities_by_story ON entities (story_id, id);
CREATE INDEX relations_by_story ON relations (story_id, id);
CREATE INDEX rules_by_story ON rules (story_id, id);
CREATE INDEX facts_by_story ON facts (story_id, id);
CREATE INDEX runs_by_story ON runs (story_id, status);
CREATE INDEX steps_by_chapter ON steps (chapter_id);
CREATE INDEX runs_by_status ON runs (status, priority DESC, position, id);
CREATE INDEX readings_by_run ON readings (run_id);
CREATE INDEX readings_by_chapter ON readings (chapter_id);
CREATE INDEX interviews_without_story ON interviews (used_at) WHERE story_id IS NULL;
CREATE INDEX calls_by_run ON calls (run_id, id);
CREATE INDEX calls_by_step ON calls (step_id);
CREATE INDEX calls_by_interview ON calls (interview_id, id) WHERE interview_id IS NOT NULL;
CREATE INDEX calls_of_trials ON calls (id) WHERE run_id IS NULL AND interview_id IS NULL;
CREATE INDEX calls_with_prompt ON calls (id) WHERE prompt IS NOT NULL;
CREATE INDEX versions_by_subject ON versions (subject_id, id);
CREATE INDEX versions_by_story ON versions (story_id);
CREATE INDEX trash_by_story ON trash (story_id);
CREATE INDEX trash_rows_by_entry ON trash_rows (trash_id, table_name, key);
CREATE INDEX trash_rows_by_key ON trash_rows (key) WHERE key IS NOT NULL;
CREATE INDEX trash_links_by_entry ON trash_links (trash_id);
CREATE TRIGGER keep_unreadable_outline BEFORE UPDATE OF outline ON chapters
WHEN CASE WHEN json_valid(OLD.outline) THEN json_type(OLD.outline) <> 'array' ELSE 1 END
BEGIN
    INSERT INTO unreadable (place, row_id, value) VALUES ('chapters.outline', OLD.id, OLD.outline);
END;
CREATE TRIGGER keep_unreadable_traits BEFORE UPDATE OF traits ON entities
WHEN CASE WHEN json_valid(OLD.traits) THEN json_type(OLD.traits) <> 'array' ELSE 1 END
BEGIN
    INSERT INTO unreadable (place, row_id, value) VALUES ('entities.traits', OLD.id, OLD.traits);
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',197);
COMMIT;

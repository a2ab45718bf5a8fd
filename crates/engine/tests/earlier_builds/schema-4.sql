BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO "_sqlx_migrations" VALUES(1,'studio','2026-11-29 11:47:37',1,X'44EE6E9B82A738983004279C89C1C2E3F65F16A4F61ABDD0C814374FBF58688305541EC658B6FA4C615FECB8B23D2851',12672303);
INSERT INTO "_sqlx_migrations" VALUES(2,'queue','2026-11-29 11:47:37',1,X'36C6D8955EFF5689D0022BA075DD861D4485BC6D0E35352DF1E60E3A01C73C9C82BDD69EF91D622F10136A116B7EC0C2',19327091);
INSERT INTO "_sqlx_migrations" VALUES(3,'revisions','2026-11-29 11:47:37',1,X'7A9F62D85B5DE33188F05F5DC5DA11602C12CF8963AD3453BA407CF129DC6500005DE42AE575F405C4FD44E26B214D12',8249869);
INSERT INTO "_sqlx_migrations" VALUES(4,'models','2026-11-29 11:47:37',1,X'69D6D5346973216F8DC0E734DC1A9F8F980A5DF54505B795C578497E827A46880CBE5CFC804FEC6B21ABB2E5DDF98885',16974900);
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
INSERT INTO "chapters" VALUES('01a22721-d128-77e8-9cae-925c390b03b0','01a22721-d127-7584-86be-43778d2cd53e',1,'Something Owing','["Sunniva finds the scarred bell where it should not be.","Petroc will not stop talking about “a ferryman called Ivo”.","Petroc brings news that someone has been asking for Sunniva.","Sunniva keeps back part of the truth."]','written','01a22721-d92d-7322-8c2b-1bc0fd3c5cdf',16,'Sunniva finds the scarred bell where it should not be. Petroc will not stop talking about a ferryman called Ivo. Petroc brings news that someone has been asking for Sunniva. Sunniva keeps back part of the truth.','["Who moved the scarred bell, and why."]',NULL,4);
INSERT INTO "chapters" VALUES('01a22721-d129-7380-aed8-80cb36163d5b','01a22721-d127-7584-86be-43778d2cd53e',2,'Asking at Doors','["Sunniva goes to the Net Lofts to ask questions.","Petroc follows Sunniva and offers a bargain.","Sunniva learns that the scarred bell once belonged to someone else."]','written','01a22721-da6e-70f2-aeb5-b2da0a65801b',1173,'Sunniva goes to the Net Lofts to ask questions. Petroc follows Sunniva and offers a bargain. Sunniva learns that the scarred bell once belonged to someone else.','["Who brought the scarred bell to that door."]',NULL,5);
INSERT INTO "chapters" VALUES('01a22721-d129-7380-aed8-80ccab2b2191','01a22721-d127-7584-86be-43778d2cd53e',3,'The Wrong Half of the Story','["Sunniva discovers that Petroc has lied.","Sunniva confronts Petroc at the Net Lofts.","Sunniva sees her own part in it."]','written','01a22721-d949-728e-94d6-42819a1e208e',8,'','[]','Chapter 2 was written again after this one.',4);
INSERT INTO "chapters" VALUES('01a22721-d129-7380-aed8-80cd521b3407','01a22721-d127-7584-86be-43778d2cd53e',4,'Everything Out on the Table','["The scarred bell disappears from Ferrin Lighthouse.","Sunniva and Petroc say unforgivable things.","Sunniva is left alone at Ferrin Lighthouse and nearly gives up."]','empty',NULL,0,'','[]',NULL,2);
INSERT INTO "chapters" VALUES('01a22721-d129-7380-aed8-80cee9fc0e63','01a22721-d127-7584-86be-43778d2cd53e',5,'The Short Way Back','["Petroc returns the scarred bell and explains.","Sunniva tells the whole story aloud at the Net Lofts.","Sunniva lets go of the scarred bell."]','empty',NULL,0,'','[]',NULL,2);
CREATE TABLE checkpoints (
    step_id TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    stage   TEXT NOT NULL,
    part    INTEGER NOT NULL DEFAULT 0,
    output  TEXT NOT NULL,
    PRIMARY KEY (step_id, stage, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "checkpoints" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17','plan',0,'{"scenes":[{"goal":"to come through this: The scarred bell disappears from Ferrin Lighthouse","conflict":"Maren wants it stopped, for good reasons","point_of_view":"Sunniva","place":"Ferrin Lighthouse","present":["Maren"],"beats":["The scarred bell disappears from Ferrin Lighthouse."]},{"goal":"to be equal to what comes: Sunniva and Petroc say unforgivable things","conflict":"Petroc wants it stopped, for good reasons","point_of_view":"Sunniva","place":"The Slate Chapel","present":["Petroc"],"beats":["Sunniva and Petroc say unforgivable things."]},{"goal":"to get this far: Sunniva is left alone at Ferrin Lighthouse and nearly gives up","conflict":"Nuala wants it stopped, for good reasons","point_of_view":"Sunniva","place":"Ferrin Lighthouse","present":["Nuala"],"beats":["Sunniva is left alone at Ferrin Lighthouse and nearly gives up."]}]}');
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
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',0,'It ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',3,'was ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',7,'washing ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',15,'day along ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',25,'the ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',29,'shore, and ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',40,'the ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',44,'sheets at ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',54,'Ferrin ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',61,'Lighthouse cracked ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',80,'like ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',85,'sails. Clouds ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',99,'were ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',104,'going over ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',115,'fast ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',120,'and low, ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',129,'with ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',134,'the air ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',142,'of ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',145,'being wanted ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',158,'elsewhere.

');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',170,'There were ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',181,'two ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',185,'explanations, and ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',203,'Sunniva ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',211,'liked neither. ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',226,'One ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',230,'was impossible. ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',246,'The other ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',256,'was ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',260,'someone she ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',272,'was ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',276,'fond of.

');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',286,'The ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',290,'smell ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',296,'was of ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',303,'kelp ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',308,'and paraffin. ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',322,'Sunniva ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',330,'had long ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',339,'ceased to ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',349,'notice ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',356,'it, except ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',367,'on ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',370,'days like ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',380,'this ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',385,'one, when ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',395,'she ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',399,'noticed ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',407,'everything.

The ');
INSERT INTO "drafts" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17',424,'place ');
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
) STRICT;
INSERT INTO "entities" VALUES('01a22721-d262-7714-be57-b5d30279cc83','01a22721-d127-7584-86be-43778d2cd53e','person','Sunniva','daughter','The daughter at the centre of it. Keeps the hours, the tools and the silence of the work in equally good order.','she/her','to know what was done, and by whom, and why nobody says so','["practical","tender in secret","stubborn"]');
INSERT INTO "entities" VALUES('01a22721-d263-70ca-9613-fec8a95b427e','01a22721-d127-7584-86be-43778d2cd53e','person','Torvald','Sunniva’s cousin, gone these nine years','Left on an ordinary evening with one bag and did not write. Whistled through the teeth, counted steps, could not pass a locked door without trying it.','he/him','to be heard out, for once, to the end','["quick","teasing","brave to a fault"]');
INSERT INTO "entities" VALUES('01a22721-d263-70ca-9613-fec96d13f4fa','01a22721-d127-7584-86be-43778d2cd53e','person','Maren','net-mender','Sits in the lee of the sheds with a needle of bone and sees everything that lands.','she/her','to keep a promise made on a night of bad weather','["blunt","loyal","superstitious on weekdays"]');
INSERT INTO "entities" VALUES('01a22721-d263-70ca-9613-fecab760e73c','01a22721-d127-7584-86be-43778d2cd53e','person','Petroc','boatman','Brings the post, the paraffin and the gossip across the sound, and has never been heard to hurry a sentence.','he/him','to stop being the one who carries bad news','["patient","dry","weather-wise"]');
INSERT INTO "entities" VALUES('01a22721-d263-70ca-9613-fecbcc396bfb','01a22721-d127-7584-86be-43778d2cd53e','person','Nuala','schoolteacher','Came to the coast for one year and has been here for eleven.','she/her','to find out what the village agreed never to mention','["curious","stubborn","quick to laugh"]');
INSERT INTO "entities" VALUES('01a22721-d263-70ca-9613-fecc84a905d8','01a22721-d127-7584-86be-43778d2cd53e','person','Gwilym','inspector of lights','Arrives twice a year with a clean collar and a list, and this year the list is longer.','he/him','to close the station by the end of the winter','["correct","tired","not as cold as it seems"]');
INSERT INTO "entities" VALUES('01a22721-d264-7353-930b-4e0f631a785d','01a22721-d127-7584-86be-43778d2cd53e','place','Ferrin Lighthouse','the lighthouse','Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a voice belongs to a person. Somebody has always been awake here.','','','[]');
INSERT INTO "entities" VALUES('01a22721-d264-7353-930b-4e1009ad2ed3','01a22721-d127-7584-86be-43778d2cd53e','place','The Net Lofts','sheds along the quay','Tar, twine and talk; the ladders are worn hollow in the middle.','','','[]');
INSERT INTO "entities" VALUES('01a22721-d265-7128-a5ee-a18ff24223b4','01a22721-d127-7584-86be-43778d2cd53e','place','The Slate Chapel','a chapel above the landing','Its north wall is carved with the names of the drowned, and there is room left for more.','','','[]');
INSERT INTO "entities" VALUES('01a22721-d266-76cc-b8e5-90a038567a5d','01a22721-d127-7584-86be-43778d2cd53e','thing','The scarred bell','something that sounds','It goes out of tune before a change of weather, and once did so for no reason at all.','','','[]');
INSERT INTO "entities" VALUES('01a22721-d266-76cc-b8e5-90a1a86bdb56','01a22721-d127-7584-86be-43778d2cd53e','thing','The brass compass','a thing someone left','It is warm from being held, or seems so.','','','[]');
INSERT INTO "entities" VALUES('01a22721-d266-76cc-b8e5-90a2002714f1','01a22721-d127-7584-86be-43778d2cd53e','faction','The Pilots’ Widows','a society that meets on first Fridays','People speak of it as of weather.','','to have the true list of the lost read out in public','[]');
INSERT INTO "entities" VALUES('01a22721-d266-76cc-b8e5-90a376aca82f','01a22721-d127-7584-86be-43778d2cd53e','idea','The Common Silence','what everyone agreed not to say','Nobody remembers making the agreement, and nobody has broken it yet.','','','[]');
CREATE TABLE events (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    run_id TEXT,
    -- JSON of the body; NULL for `run`, whose body is the run as it stands when the event is read.
    body   TEXT
) STRICT;
INSERT INTO "events" VALUES(1,1795952857398,NULL,'{"story":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(2,1795952857450,'01a22721-d15b-76ed-895e-9079c27ae81a',NULL);
INSERT INTO "events" VALUES(3,1795952857467,'01a22721-d15b-76ed-895e-9079c27ae81a',NULL);
INSERT INTO "events" VALUES(4,1795952857522,'01a22721-d15b-76ed-895e-9079c27ae81a',NULL);
INSERT INTO "events" VALUES(5,1795952857566,'01a22721-d15b-76ed-895e-9079c27ae81a',NULL);
INSERT INTO "events" VALUES(6,1795952857693,'01a22721-d15b-76ed-895e-9079c27ae81a',NULL);
INSERT INTO "events" VALUES(7,1795952857706,NULL,'{"world":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(8,1795952857706,NULL,'{"story":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(9,1795952857713,'01a22721-d15b-76ed-895e-9079c27ae81a',NULL);
INSERT INTO "events" VALUES(10,1795952857747,'01a22721-d15b-76ed-895e-9079c27ae81a',NULL);
INSERT INTO "events" VALUES(11,1795952857747,'01a22721-d15b-76ed-895e-9079c27ae81a','{"notice":{"level":"info","text":"Make the world: finished.","run":"01a22721-d15b-76ed-895e-9079c27ae81a"}}');
INSERT INTO "events" VALUES(12,1795952857831,'01a22721-d2df-7401-8605-d4e2eb00c5e3',NULL);
INSERT INTO "events" VALUES(13,1795952857854,'01a22721-d2df-7401-8605-d4e2eb00c5e3',NULL);
INSERT INTO "events" VALUES(14,1795952857872,'01a22721-d2df-7401-8605-d4e2eb00c5e3',NULL);
INSERT INTO "events" VALUES(15,1795952857892,'01a22721-d2df-7401-8605-d4e2eb00c5e3',NULL);
INSERT INTO "events" VALUES(16,1795952857932,'01a22721-d2df-7401-8605-d4e2eb00c5e3',NULL);
INSERT INTO "events" VALUES(17,1795952857934,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(18,1795952857935,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(19,1795952857935,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":3,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(20,1795952857936,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(21,1795952857936,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":5,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(22,1795952857937,NULL,'{"story":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(23,1795952857949,'01a22721-d2df-7401-8605-d4e2eb00c5e3',NULL);
INSERT INTO "events" VALUES(24,1795952857975,'01a22721-d2df-7401-8605-d4e2eb00c5e3',NULL);
INSERT INTO "events" VALUES(25,1795952857975,'01a22721-d2df-7401-8605-d4e2eb00c5e3','{"notice":{"level":"info","text":"Make the outline: finished.","run":"01a22721-d2df-7401-8605-d4e2eb00c5e3"}}');
INSERT INTO "events" VALUES(26,1795952858109,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(27,1795952858147,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(28,1795952858190,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(29,1795952858191,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(30,1795952858199,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(31,1795952858226,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(32,1795952858319,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":0,"text":"The "}}');
INSERT INTO "events" VALUES(33,1795952858331,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":4,"text":"day was well on, and Ferrin Lighthouse smelled of tar, of fish, and of somebody’s burnt milk. The air was so still that smoke went up like a plumb line.\n\nIt was Sunniva’s opinion that a place is kept upright by whoever sweeps it, and at Ferrin Lighthouse that was the daughter, which is to say Sunniva. She rose early, did what lay nearest, "}}');
INSERT INTO "events" VALUES(34,1795952858350,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":349,"text":"and had arranged the day so that there was no corner in it where anything could wait for her. It had worked for a long time. It had worked so well that she had taken it for peace.\n\nIt was the wrong way round: that was how Sunniva noticed. One passes a thing every day for years and could not describe it under oath, and then it is turned by the width of a hand, and the whole room shouts.\n\nThe scarred bell was not where it belonged. Nobody had any reason to move it, and nobody, when Sunniva went through them one by one, could easily have done so without being seen. Nothing else was disturbed. There was not so much as a mark on the floor.\n\nShe put it back. She went away and did something else. After a quarter of an hour she returned, casually, as though she had forgotten her gloves, and there was the scarred bell, exactly as she had left it, looking as a child looks who is being good on purpose.\n\nSomeone had come up behind without a sound. It was Gwilym, with a wet collar and the face of a person who has been rehearsing.\n\n“I’ll tell you a thing about secrets,” said Gwilym. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”\n\n“What happened on the day before?”\n\n“You see?” said Gwilym. “That’s just what I’d have asked.” And he would not say another word on the subject, but talked for ten minutes, very well, about pears.\n\nPeople lie most about what they are proud of, Sunniva had found. For what they were ashamed of they generally had the facts.\n\n“Come tomorrow,” said Gwilym. “Come early. There’s something I’d rather show you than say.”"}}');
INSERT INTO "events" VALUES(35,1795952858352,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":1997,"text":"\n\n"}}');
INSERT INTO "events" VALUES(36,1795952858403,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":1999,"text":"Evening "}}');
INSERT INTO "events" VALUES(37,1795952858419,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":2007,"text":"did not fall at the Net Lofts; it rose, out of the gullies and from under the boats, until only the highest windows were left above it.\n\nSomebody had told the truth that day, and somebody had told nearly the truth, and Sunniva could not yet tell them apart by the sound.\n\nA cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.\n\nWhat happened then can be put briefly, and Sunniva always did put it briefly, later on, when she was asked: “Petroc will not stop talking about a ferryman called Ivo.” What could not be put at all was the quiet that came after, and the colour of the light.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nThe rest followed more quickly.\n\n“There’s a person been asking for you,” said Petroc, unwinding a scarf. “By your whole name.”\n\n“What sort of a person?”\n\n“Clean boots. That’s all I could tell you. They asked at the shop, and they asked at the gate, and both times they thanked people and wrote nothing down.” He frowned at the scarf. “When somebody means to remember a thing and doesn’t write it down, I always think they’ve been told what they’d hear.”\n\nSunniva laughed, and the laugh came out a little short. “And what did they hear?”\n\n“That you’d always lived here. That you never had visitors.” Petroc looked up. “It sounded worse, somehow, than it is.”\n\nThere was a winter in which Sunniva had written a letter every evening and burned it every morning. They had been good letters. She could have used one of them now.\n\nWhy now? It was the one question Sunniva kept coming back to, as one comes back to a tooth.\n\nSomebody had painted a boat that spring and put the rest of the blue on a door, a bucket and a wheelbarrow. It cheered the eye. It made the grey beside it look deliberate.\n\nIt was too tidy. In Sunniva’s experience life left crumbs.\n\nSunniva shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches."}}');
INSERT INTO "events" VALUES(38,1795952858423,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":4117,"text":"\n\n"}}');
INSERT INTO "events" VALUES(39,1795952858566,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":4119,"text":"The "}}');
INSERT INTO "events" VALUES(40,1795952858567,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(41,1795952858601,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":4123,"text":"beam of the far light went over Ferrin Lighthouse every twelve seconds and showed it exactly as it had been.\n\nThere were two explanations, and Sunniva liked neither. One was impossible. The other was someone she was fond of.\n\nWhat did Torvald’s voice sound like? Sunniva could still call it up, but it took longer each year, and she had begun to suspect that what came was partly her own.\n\n“You’d say, wouldn’t you?” Petroc asked. “If there were something?”\n\nIt would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Sunniva looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.\n\n“The rates,” Petroc repeated. He had the delicacy not to nod.\n\nWhen he was gone Sunniva went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.\n\nThey did not speak for some time, and it was not uncomfortable. With most people Sunniva felt silence as a bill that was mounting up; with Petroc it seemed to have been paid by someone.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Sunniva moved her head. The horizon jumped, and settled, and gave nothing away.\n\nAs a child Sunniva had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.\n\nWhat does one hide in a "}}');
INSERT INTO "events" VALUES(42,1795952858606,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"text":{"run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"offset":5692,"text":"place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.\n\nSomebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(43,1795952858611,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(44,1795952858632,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(45,1795952858687,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(46,1795952858696,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(47,1795952858707,NULL,'{"world":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(48,1795952858708,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"revision":"01a22721-d64a-743e-8e86-956ce7a384ad","state":"written"}}');
INSERT INTO "events" VALUES(49,1795952858710,NULL,'{"story":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(50,1795952858715,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(51,1795952858732,'01a22721-d3ef-73ce-a6f2-e9c26df3a221',NULL);
INSERT INTO "events" VALUES(52,1795952858733,'01a22721-d3ef-73ce-a6f2-e9c26df3a221','{"notice":{"level":"info","text":"Write chapter 1: finished.","run":"01a22721-d3ef-73ce-a6f2-e9c26df3a221"}}');
INSERT INTO "events" VALUES(53,1795952858787,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(54,1795952858806,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(55,1795952858862,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(56,1795952858863,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(57,1795952858908,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(58,1795952858960,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(59,1795952859039,'01a22721-d69d-77bb-b031-25557566d691','{"text":{"run":"01a22721-d69d-77bb-b031-25557566d691","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":0,"text":"The "}}');
INSERT INTO "events" VALUES(60,1795952859060,'01a22721-d69d-77bb-b031-25557566d691','{"text":{"run":"01a22721-d69d-77bb-b031-25557566d691","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":4,"text":"day was well on, and the Net Lofts smelled of tar, of fish, and of somebody’s burnt milk. The wind had gone round in the night and was trying everything that had been left unfastened.\n\nSunniva had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nFoam ran up, hesitated, and sank into the sand with a sound like a page being turned.\n\nOne has to have an errand, when one asks questions, and Sunniva’s was a poor one: a matter of an old account, possibly in the wrong name. At the Net Lofts they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nSunniva thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nSomebody had once told Sunniva, on a train, without being asked, the whole of a long and dreadful life, and at the end had said, “But I was always lucky with the weather.” She often thought of it.\n\nWhat does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.\n\nSunniva tasted salt on her lip and could not have said whether it had come from without or within.\n\nThere was a photograph of the two of them with their arms about each other’s necks, squinting, Torvald with his eyes shut. There was one of him with his eyes open, too. It was not so like.\n\nSomebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nFrom far off somebody was calling, and had been, Sunniva now realised, for quite a while."}}');
INSERT INTO "events" VALUES(61,1795952859075,'01a22721-d69d-77bb-b031-25557566d691','{"text":{"run":"01a22721-d69d-77bb-b031-25557566d691","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":1986,"text":"\n\n"}}');
INSERT INTO "events" VALUES(62,1795952859160,'01a22721-d69d-77bb-b031-25557566d691','{"text":{"run":"01a22721-d69d-77bb-b031-25557566d691","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":1988,"text":"The "}}');
INSERT INTO "events" VALUES(63,1795952859162,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(64,1795952859188,'01a22721-d69d-77bb-b031-25557566d691','{"text":{"run":"01a22721-d69d-77bb-b031-25557566d691","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":1992,"text":"last of the daylight hung about the Slate Chapel like a visitor who can’t find the words for leaving.\n\nIt would have been easy that day to let the whole matter rest. Sunniva thought so several times, each time with great firmness.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Sunniva moved her head. The horizon jumped, and settled, and gave nothing away.\n\n“You’re going about it the wrong way.” Petroc had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” He fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nSunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Petroc’s was as cold as a key.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nThere had been a summer, years ago, when Sunniva was ten and everybody was still there. It had lasted about a week, as she remembered it, and in that week nobody had once looked at a clock.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Sunniva had not asked.\n\nThere was nothing more to be done that night, and Sunniva went on doing it for another hour."}}');
INSERT INTO "events" VALUES(65,1795952859189,'01a22721-d69d-77bb-b031-25557566d691','{"text":{"run":"01a22721-d69d-77bb-b031-25557566d691","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":3873,"text":"\n\n"}}');
INSERT INTO "events" VALUES(66,1795952859246,'01a22721-d69d-77bb-b031-25557566d691','{"text":{"run":"01a22721-d69d-77bb-b031-25557566d691","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":3875,"text":"It "}}');
INSERT INTO "events" VALUES(67,1795952859278,'01a22721-d69d-77bb-b031-25557566d691','{"text":{"run":"01a22721-d69d-77bb-b031-25557566d691","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":3878,"text":"was the dead hour at Ferrin Lighthouse, when the tide stands and even the shingle holds its tongue.\n\nWhat troubled Sunniva was not what she knew. It was that she could no longer remember how it had felt not to know it.\n\nSalt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nSunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nMaren had been standing there for a while, it turned out, with that gift she had for not being noticed until she wished to be.\n\n“You don’t trust me,” said Maren.\n\n“I trust you to tell me what you’d like to have happened.”\n\n“That’s more than most people do.” Maren thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”\n\n“What colour was the door?”\n\n“Green,” Maren said. But it was her hands that Sunniva was watching, and these had closed.\n\nPeople lie most about what they are proud of, Sunniva had found. For what they were ashamed of they generally had the facts.\n\n“Good night,” they said behind her, all of them, a shade too much together."}}');
INSERT INTO "events" VALUES(68,1795952859299,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(69,1795952859324,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(70,1795952859355,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(71,1795952859359,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(72,1795952859377,NULL,'{"world":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(73,1795952859378,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"revision":"01a22721-d8ef-77d9-a531-d46baa478624","state":"written"}}');
INSERT INTO "events" VALUES(74,1795952859379,NULL,'{"story":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(75,1795952859380,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(76,1795952859396,'01a22721-d69d-77bb-b031-25557566d691',NULL);
INSERT INTO "events" VALUES(77,1795952859397,'01a22721-d69d-77bb-b031-25557566d691','{"notice":{"level":"info","text":"Write chapter 2: finished.","run":"01a22721-d69d-77bb-b031-25557566d691"}}');
INSERT INTO "events" VALUES(78,1795952859439,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":1,"revision":"01a22721-d92d-7322-8c2b-1bc0fd3c5cdf","state":"written"}}');
INSERT INTO "events" VALUES(79,1795952859439,NULL,'{"story":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(80,1795952859465,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":3,"revision":"01a22721-d949-728e-94d6-42819a1e208e","state":"written"}}');
INSERT INTO "events" VALUES(81,1795952859466,NULL,'{"story":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(82,1795952859503,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(83,1795952859518,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(84,1795952859530,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"revision":"01a22721-d8ef-77d9-a531-d46baa478624","state":"drafting"}}');
INSERT INTO "events" VALUES(85,1795952859530,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(86,1795952859537,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(87,1795952859550,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(88,1795952859573,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"text":{"run":"01a22721-d96b-7011-abfa-2e93b1a93dee","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":0,"text":"It "}}');
INSERT INTO "events" VALUES(89,1795952859584,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"text":{"run":"01a22721-d96b-7011-abfa-2e93b1a93dee","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":3,"text":"was washing day along the shore, and the sheets at the Net Lofts cracked like sails. Clouds were going over fast and low, with the air of being wanted elsewhere.\n\nSunniva had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nThe smell was of kelp and paraffin. Sunniva had long ceased to notice it, except on days like this one, when she noticed everything.\n\nOne has to have an errand, when one asks questions, and Sunniva’s was a poor one: a matter of an old account, possibly in the wrong name. At the Net Lofts they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nSunniva thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nSunniva tasted salt on her lip and could not have said whether it had come from without or within.\n\nSomebody had once told Sunniva, on a train, without being asked, the whole of a long and dreadful life, and at the end had said, “But I was always lucky with the weather.” She often thought of it.\n\nSomebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nThey had had a signal, Torvald and she: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.\n\nWhy now? It was the one question Sunniva kept coming back to, as one comes back to a tooth.\n\nThere was still time to decide otherwise. Sunniva noticed it passing, as one notices a tram."}}');
INSERT INTO "events" VALUES(90,1795952859585,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"text":{"run":"01a22721-d96b-7011-abfa-2e93b1a93dee","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":2120,"text":"\n\n"}}');
INSERT INTO "events" VALUES(91,1795952859614,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"text":{"run":"01a22721-d96b-7011-abfa-2e93b1a93dee","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":2122,"text":"Evening "}}');
INSERT INTO "events" VALUES(92,1795952859625,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"text":{"run":"01a22721-d96b-7011-abfa-2e93b1a93dee","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":2130,"text":"did not fall at the Slate Chapel; it rose, out of the gullies and from under the boats, until only the highest windows were left above it.\n\nShe went over the times again. They fitted. It was exactly this that Sunniva disliked about them.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\n“You’re going about it the wrong way.” Petroc had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” He fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nSunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Petroc’s was as cold as a key.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nThere was a winter in which Sunniva had written a letter every evening and burned it every morning. They had been good letters. She could have used one of them now.\n\nIt was too tidy. In Sunniva’s experience life left crumbs.\n\nSalt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.\n\nWhen they were children Torvald had taught her to be silent by making her hold a mouthful of water all the way from the pump to the door. Sunniva could do it still. It had turned out to be less of a game than it seemed.\n\nPeople lie most about what they are proud of, Sunniva had found. For what they were ashamed of they generally had the facts.\n\nIt was a small sound, and it came from the wrong side of the wall."}}');
INSERT INTO "events" VALUES(93,1795952859627,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"text":{"run":"01a22721-d96b-7011-abfa-2e93b1a93dee","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":4211,"text":"\n\n"}}');
INSERT INTO "events" VALUES(94,1795952859657,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"text":{"run":"01a22721-d96b-7011-abfa-2e93b1a93dee","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":4213,"text":"After "}}');
INSERT INTO "events" VALUES(95,1795952859671,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"text":{"run":"01a22721-d96b-7011-abfa-2e93b1a93dee","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"offset":4219,"text":"ten o’clock there was nobody about at Ferrin Lighthouse but those who were paid to be, and Sunniva.\n\nThere were two explanations, and Sunniva liked neither. One was impossible. The other was someone she was fond of.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nSunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Sunniva moved her head. The horizon jumped, and settled, and gave nothing away.\n\nOnce, when Sunniva was small, she had got lost at a fair, and had not cried but gone from stall to stall asking politely whether anyone was missing a child. They still told it as a funny story. It did not feel like one from inside.\n\nWhat does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nIt was not until she was halfway home that Sunniva saw what had been wrong with it. She stopped in the road. Then she turned round."}}');
INSERT INTO "events" VALUES(96,1795952859677,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(97,1795952859711,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(98,1795952859751,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(99,1795952859756,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(100,1795952859760,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":2,"revision":"01a22721-da6e-70f2-aeb5-b2da0a65801b","state":"written"}}');
INSERT INTO "events" VALUES(101,1795952859760,NULL,'{"story":{"story":"01a22721-d127-7584-86be-43778d2cd53e"}}');
INSERT INTO "events" VALUES(102,1795952859762,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(103,1795952859771,'01a22721-d96b-7011-abfa-2e93b1a93dee',NULL);
INSERT INTO "events" VALUES(104,1795952859771,'01a22721-d96b-7011-abfa-2e93b1a93dee','{"notice":{"level":"info","text":"Rewrite chapter 2: finished.","run":"01a22721-d96b-7011-abfa-2e93b1a93dee"}}');
INSERT INTO "events" VALUES(105,1795952860047,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(106,1795952860071,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(107,1795952860122,NULL,'{"chapter":{"story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(108,1795952860146,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(109,1795952860218,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(110,1795952860408,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(111,1795952860623,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(112,1795952860819,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(113,1795952861031,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(114,1795952861255,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(115,1795952861510,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(116,1795952861687,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(117,1795952861906,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(118,1795952862108,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(119,1795952862328,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(120,1795952862522,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(121,1795952862747,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(122,1795952862954,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(123,1795952863155,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(124,1795952863367,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(125,1795952863590,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(126,1795952863786,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(127,1795952863992,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(128,1795952864090,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(129,1795952864206,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":0,"text":"It "}}');
INSERT INTO "events" VALUES(130,1795952864246,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":3,"text":"was "}}');
INSERT INTO "events" VALUES(131,1795952864289,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":7,"text":"washing "}}');
INSERT INTO "events" VALUES(132,1795952864290,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(133,1795952864328,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":15,"text":"day along "}}');
INSERT INTO "events" VALUES(134,1795952864374,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":25,"text":"the "}}');
INSERT INTO "events" VALUES(135,1795952864414,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":29,"text":"shore, and "}}');
INSERT INTO "events" VALUES(136,1795952864463,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":40,"text":"the "}}');
INSERT INTO "events" VALUES(137,1795952864506,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":44,"text":"sheets at "}}');
INSERT INTO "events" VALUES(138,1795952864518,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(139,1795952864550,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":54,"text":"Ferrin "}}');
INSERT INTO "events" VALUES(140,1795952864584,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":61,"text":"Lighthouse cracked "}}');
INSERT INTO "events" VALUES(141,1795952864626,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":80,"text":"like "}}');
INSERT INTO "events" VALUES(142,1795952864667,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":85,"text":"sails. Clouds "}}');
INSERT INTO "events" VALUES(143,1795952864708,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":99,"text":"were "}}');
INSERT INTO "events" VALUES(144,1795952864709,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(145,1795952864758,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":104,"text":"going over "}}');
INSERT INTO "events" VALUES(146,1795952864792,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":115,"text":"fast "}}');
INSERT INTO "events" VALUES(147,1795952864834,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":120,"text":"and low, "}}');
INSERT INTO "events" VALUES(148,1795952864890,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":129,"text":"with "}}');
INSERT INTO "events" VALUES(149,1795952864930,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":134,"text":"the air "}}');
INSERT INTO "events" VALUES(150,1795952864943,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(151,1795952864966,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":142,"text":"of "}}');
INSERT INTO "events" VALUES(152,1795952865016,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":145,"text":"being wanted "}}');
INSERT INTO "events" VALUES(153,1795952865048,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":158,"text":"elsewhere.\n\n"}}');
INSERT INTO "events" VALUES(154,1795952865093,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":170,"text":"There were "}}');
INSERT INTO "events" VALUES(155,1795952865132,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":181,"text":"two "}}');
INSERT INTO "events" VALUES(156,1795952865133,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(157,1795952865172,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":185,"text":"explanations, and "}}');
INSERT INTO "events" VALUES(158,1795952865223,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":203,"text":"Sunniva "}}');
INSERT INTO "events" VALUES(159,1795952865259,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":211,"text":"liked neither. "}}');
INSERT INTO "events" VALUES(160,1795952865303,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":226,"text":"One "}}');
INSERT INTO "events" VALUES(161,1795952865343,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":230,"text":"was impossible. "}}');
INSERT INTO "events" VALUES(162,1795952865344,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(163,1795952865384,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":246,"text":"The other "}}');
INSERT INTO "events" VALUES(164,1795952865434,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":256,"text":"was "}}');
INSERT INTO "events" VALUES(165,1795952865479,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":260,"text":"someone she "}}');
INSERT INTO "events" VALUES(166,1795952865512,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":272,"text":"was "}}');
INSERT INTO "events" VALUES(167,1795952865555,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":276,"text":"fond of.\n\n"}}');
INSERT INTO "events" VALUES(168,1795952865562,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(169,1795952865599,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":286,"text":"The "}}');
INSERT INTO "events" VALUES(170,1795952865641,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":290,"text":"smell "}}');
INSERT INTO "events" VALUES(171,1795952865685,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":296,"text":"was of "}}');
INSERT INTO "events" VALUES(172,1795952865727,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":303,"text":"kelp "}}');
INSERT INTO "events" VALUES(173,1795952865764,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":308,"text":"and paraffin. "}}');
INSERT INTO "events" VALUES(174,1795952865766,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(175,1795952865815,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":322,"text":"Sunniva "}}');
INSERT INTO "events" VALUES(176,1795952865848,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":330,"text":"had long "}}');
INSERT INTO "events" VALUES(177,1795952865894,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":339,"text":"ceased to "}}');
INSERT INTO "events" VALUES(178,1795952865945,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":349,"text":"notice "}}');
INSERT INTO "events" VALUES(179,1795952865975,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":356,"text":"it, except "}}');
INSERT INTO "events" VALUES(180,1795952865976,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(181,1795952866031,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":367,"text":"on "}}');
INSERT INTO "events" VALUES(182,1795952866061,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":370,"text":"days like "}}');
INSERT INTO "events" VALUES(183,1795952866108,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":380,"text":"this "}}');
INSERT INTO "events" VALUES(184,1795952866149,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":385,"text":"one, when "}}');
INSERT INTO "events" VALUES(185,1795952866190,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":395,"text":"she "}}');
INSERT INTO "events" VALUES(186,1795952866191,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
INSERT INTO "events" VALUES(187,1795952866241,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":399,"text":"noticed "}}');
INSERT INTO "events" VALUES(188,1795952866274,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":407,"text":"everything.\n\nThe "}}');
INSERT INTO "events" VALUES(189,1795952866312,'01a22721-db7b-7583-ad38-bd93ec297c23','{"text":{"run":"01a22721-db7b-7583-ad38-bd93ec297c23","story":"01a22721-d127-7584-86be-43778d2cd53e","chapter":4,"offset":424,"text":"place "}}');
INSERT INTO "events" VALUES(190,1795952866457,'01a22721-db7b-7583-ad38-bd93ec297c23',NULL);
CREATE TABLE facts (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
) STRICT;
INSERT INTO "facts" VALUES('01a22721-d653-772a-a9af-3eeb951d48f4','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d128-77e8-9cae-925c390b03b0','Someone has been asking for Sunniva by name.');
INSERT INTO "facts" VALUES('01a22721-d653-772a-a9af-3eeccc7a28ea','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d128-77e8-9cae-925c390b03b0','Sunniva has not told Petroc everything.');
INSERT INTO "facts" VALUES('01a22721-d8f1-725e-9866-df6cb50f83c9','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d129-7380-aed8-80cb36163d5b','The scarred bell was once left with a stranger, by someone in tears.');
INSERT INTO "facts" VALUES('01a22721-d8f1-725e-9866-df6da71dc5ef','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d129-7380-aed8-80cb36163d5b','Petroc and Sunniva have a bargain: whatever is found, Petroc hears it first.');
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
INSERT INTO "pace" VALUES('builtin','chapter','check',9.6009999999999990905e+01,0.04359093335);
INSERT INTO "pace" VALUES('builtin','chapter','draft',1128.06,0.30197555198);
INSERT INTO "pace" VALUES('builtin','chapter','edit',4.0,2.76505365299999951445e-02);
INSERT INTO "pace" VALUES('builtin','chapter','plan',148.494,1.184472004369000242e+00);
INSERT INTO "pace" VALUES('builtin','chapter','revise',0.0,0.00637483371);
INSERT INTO "pace" VALUES('builtin','outline','draft',187.0,0.047125447);
INSERT INTO "pace" VALUES('builtin','world','draft',719.0,0.120573712);
CREATE TABLE queue (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    -- Held: nothing is claimed until a person lets it go on.
    is_held INTEGER NOT NULL DEFAULT 0,
    workers INTEGER NOT NULL DEFAULT 0,
    -- Counts how often the queue was empty before something was asked for.
    batch   INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "queue" VALUES(1,0,0,6);
CREATE TABLE relations (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    from_id  TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    to_id    TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    label    TEXT NOT NULL
) STRICT;
INSERT INTO "relations" VALUES('01a22721-d266-76cc-b8e5-90a44ce86322','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d262-7714-be57-b5d30279cc83','01a22721-d264-7353-930b-4e0f631a785d','lives and works at');
INSERT INTO "relations" VALUES('01a22721-d267-72fd-86fe-a4fa625e467a','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d263-70ca-9613-fec8a95b427e','01a22721-d262-7714-be57-b5d30279cc83','once close to');
INSERT INTO "relations" VALUES('01a22721-d267-72fd-86fe-a4fb3a11d738','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d263-70ca-9613-fec96d13f4fa','01a22721-d262-7714-be57-b5d30279cc83','trusts');
INSERT INTO "relations" VALUES('01a22721-d267-72fd-86fe-a4fcb2c5079f','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d263-70ca-9613-fecab760e73c','01a22721-d262-7714-be57-b5d30279cc83','keeps something from');
INSERT INTO "relations" VALUES('01a22721-d267-72fd-86fe-a4fd7364b8da','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d263-70ca-9613-fecab760e73c','01a22721-d263-70ca-9613-fec8a95b427e','was the last to see');
INSERT INTO "relations" VALUES('01a22721-d267-72fd-86fe-a4feabed338e','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d263-70ca-9613-fecbcc396bfb','01a22721-d262-7714-be57-b5d30279cc83','owes a favour to');
INSERT INTO "relations" VALUES('01a22721-d267-72fd-86fe-a4ff2de4f224','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d263-70ca-9613-fecc84a905d8','01a22721-d262-7714-be57-b5d30279cc83','is wary of');
INSERT INTO "relations" VALUES('01a22721-d268-7056-8f4f-ad259720eabc','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d263-70ca-9613-fec96d13f4fa','01a22721-d263-70ca-9613-fecab760e73c','has not spoken in a year to');
INSERT INTO "relations" VALUES('01a22721-d268-7056-8f4f-ad26fb77c8c6','01a22721-d127-7584-86be-43778d2cd53e','01a22721-d262-7714-be57-b5d30279cc83','01a22721-d266-76cc-b8e5-90a038567a5d','can’t part with');
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
INSERT INTO "revisions" VALUES('01a22721-d64a-743e-8e86-956ce7a384ad','01a22721-d128-77e8-9cae-925c390b03b0','whole','01a22721-d3ef-73ce-a6f2-e9c26df3a221','The day was well on, and Ferrin Lighthouse smelled of tar, of fish, and of somebody’s burnt milk. The air was so still that smoke went up like a plumb line.

It was Sunniva’s opinion that a place is kept upright by whoever sweeps it, and at Ferrin Lighthouse that was the daughter, which is to say Sunniva. She rose early, did what lay nearest, and had arranged the day so that there was no corner in it where anything could wait for her. It had worked for a long time. It had worked so well that she had taken it for peace.

It was the wrong way round: that was how Sunniva noticed. One passes a thing every day for years and could not describe it under oath, and then it is turned by the width of a hand, and the whole room shouts.

The scarred bell was not where it belonged. Nobody had any reason to move it, and nobody, when Sunniva went through them one by one, could easily have done so without being seen. Nothing else was disturbed. There was not so much as a mark on the floor.

She put it back. She went away and did something else. After a quarter of an hour she returned, casually, as though she had forgotten her gloves, and there was the scarred bell, exactly as she had left it, looking as a child looks who is being good on purpose.

Someone had come up behind without a sound. It was Gwilym, with a wet collar and the face of a person who has been rehearsing.

“I’ll tell you a thing about secrets,” said Gwilym. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”

“What happened on the day before?”

“You see?” said Gwilym. “That’s just what I’d have asked.” And he would not say another word on the subject, but talked for ten minutes, very well, about pears.

People lie most about what they are proud of, Sunniva had found. For what they were ashamed of they generally had the facts.

“Come tomorrow,” said Gwilym. “Come early. There’s something I’d rather show you than say.”

Evening did not fall at the Net Lofts; it rose, out of the gullies and from under the boats, until only the highest windows were left above it.

Somebody had told the truth that day, and somebody had told nearly the truth, and Sunniva could not yet tell them apart by the sound.

A cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.

What happened then can be put briefly, and Sunniva always did put it briefly, later on, when she was asked: “Petroc will not stop talking about a ferryman called Ivo.” What could not be put at all was the quiet that came after, and the colour of the light.

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

The rest followed more quickly.

“There’s a person been asking for you,” said Petroc, unwinding a scarf. “By your whole name.”

“What sort of a person?”

“Clean boots. That’s all I could tell you. They asked at the shop, and they asked at the gate, and both times they thanked people and wrote nothing down.” He frowned at the scarf. “When somebody means to remember a thing and doesn’t write it down, I always think they’ve been told what they’d hear.”

Sunniva laughed, and the laugh came out a little short. “And what did they hear?”

“That you’d always lived here. That you never had visitors.” Petroc looked up. “It sounded worse, somehow, than it is.”

There was a winter in which Sunniva had written a letter every evening and burned it every morning. They had been good letters. She could have used one of them now.

Why now? It was the one question Sunniva kept coming back to, as one comes back to a tooth.

Somebody had painted a boat that spring and put the rest of the blue on a door, a bucket and a wheelbarrow. It cheered the eye. It made the grey beside it look deliberate.

It was too tidy. In Sunniva’s experience life left crumbs.

Sunniva shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches.

The beam of the far light went over Ferrin Lighthouse every twelve seconds and showed it exactly as it had been.

There were two explanations, and Sunniva liked neither. One was impossible. The other was someone she was fond of.

What did Torvald’s voice sound like? Sunniva could still call it up, but it took longer each year, and she had begun to suspect that what came was partly her own.

“You’d say, wouldn’t you?” Petroc asked. “If there were something?”

It would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Sunniva looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.

“The rates,” Petroc repeated. He had the delicacy not to nod.

When he was gone Sunniva went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.

They did not speak for some time, and it was not uncomfortable. With most people Sunniva felt silence as a bill that was mounting up; with Petroc it seemed to have been paid by someone.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Sunniva moved her head. The horizon jumped, and settled, and gave nothing away.

As a child Sunniva had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.

What does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.

Somebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

The light in the window opposite went out. It had been on the whole time; someone had been standing in it.',1122,'[{"severity":"minor","kind":"monotony","quote":"It was the wrong way round: that was how Sunniva noticed.","note":"The third sentence in a row that begins with “it”."},{"severity":"minor","kind":"monotony","quote":"It was too tidy.","note":"The third sentence in a row that begins with “it”."}]',1795952858700,NULL,'{"needs_review":false,"summary":"Sunniva finds the scarred bell where it should not be. Petroc will not stop talking about a ferryman called Ivo. Petroc brings news that someone has been asking for Sunniva. Sunniva keeps back part of the truth.","facts":["Someone has been asking for Sunniva by name.","Sunniva has not told Petroc everything."],"threads":["Who moved the scarred bell, and why."]}');
INSERT INTO "revisions" VALUES('01a22721-d8ef-77d9-a531-d46baa478624','01a22721-d129-7380-aed8-80cb36163d5b','whole','01a22721-d69d-77bb-b031-25557566d691','The day was well on, and the Net Lofts smelled of tar, of fish, and of somebody’s burnt milk. The wind had gone round in the night and was trying everything that had been left unfastened.

Sunniva had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

Foam ran up, hesitated, and sank into the sand with a sound like a page being turned.

One has to have an errand, when one asks questions, and Sunniva’s was a poor one: a matter of an old account, possibly in the wrong name. At the Net Lofts they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Sunniva thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

Somebody had once told Sunniva, on a train, without being asked, the whole of a long and dreadful life, and at the end had said, “But I was always lucky with the weather.” She often thought of it.

What does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.

Sunniva tasted salt on her lip and could not have said whether it had come from without or within.

There was a photograph of the two of them with their arms about each other’s necks, squinting, Torvald with his eyes shut. There was one of him with his eyes open, too. It was not so like.

Somebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

From far off somebody was calling, and had been, Sunniva now realised, for quite a while.

The last of the daylight hung about the Slate Chapel like a visitor who can’t find the words for leaving.

It would have been easy that day to let the whole matter rest. Sunniva thought so several times, each time with great firmness.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Sunniva moved her head. The horizon jumped, and settled, and gave nothing away.

“You’re going about it the wrong way.” Petroc had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” He fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Sunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” she said. They shook hands on it, and Petroc’s was as cold as a key.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

There had been a summer, years ago, when Sunniva was ten and everybody was still there. It had lasted about a week, as she remembered it, and in that week nobody had once looked at a clock.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

Every answer so far had been perfectly good. It was merely that they were answers to something Sunniva had not asked.

There was nothing more to be done that night, and Sunniva went on doing it for another hour.

It was the dead hour at Ferrin Lighthouse, when the tide stands and even the shingle holds its tongue.

What troubled Sunniva was not what she knew. It was that she could no longer remember how it had felt not to know it.

Salt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Sunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

Maren had been standing there for a while, it turned out, with that gift she had for not being noticed until she wished to be.

“You don’t trust me,” said Maren.

“I trust you to tell me what you’d like to have happened.”

“That’s more than most people do.” Maren thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”

“What colour was the door?”

“Green,” Maren said. But it was her hands that Sunniva was watching, and these had closed.

People lie most about what they are proud of, Sunniva had found. For what they were ashamed of they generally had the facts.

“Good night,” they said behind her, all of them, a shade too much together.',1078,'[]',1795952859375,NULL,'{"needs_review":false,"summary":"Sunniva goes to the Net Lofts to ask questions. Petroc follows Sunniva and offers a bargain. Sunniva learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Petroc and Sunniva have a bargain: whatever is found, Petroc hears it first."],"threads":["Who brought the scarred bell to that door."]}');
INSERT INTO "revisions" VALUES('01a22721-d92d-7322-8c2b-1bc0fd3c5cdf','01a22721-d128-77e8-9cae-925c390b03b0','whole',NULL,'Ana counted the steps again.

“Eighty-one,” she said. “It was eighty.” *Somebody* had built one more.
',16,'[]',1795952859437,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22721-d949-728e-94d6-42819a1e208e','01a22721-d129-7380-aed8-80ccab2b2191','whole',NULL,'Only this line was typed: 雨 ñ ß.
',8,'[]',1795952859465,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22721-da6e-70f2-aeb5-b2da0a65801b','01a22721-d129-7380-aed8-80cb36163d5b','whole','01a22721-d96b-7011-abfa-2e93b1a93dee','It was washing day along the shore, and the sheets at the Net Lofts cracked like sails. Clouds were going over fast and low, with the air of being wanted elsewhere.

Sunniva had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

The smell was of kelp and paraffin. Sunniva had long ceased to notice it, except on days like this one, when she noticed everything.

One has to have an errand, when one asks questions, and Sunniva’s was a poor one: a matter of an old account, possibly in the wrong name. At the Net Lofts they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Sunniva thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

Sunniva tasted salt on her lip and could not have said whether it had come from without or within.

Somebody had once told Sunniva, on a train, without being asked, the whole of a long and dreadful life, and at the end had said, “But I was always lucky with the weather.” She often thought of it.

Somebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

They had had a signal, Torvald and she: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.

Why now? It was the one question Sunniva kept coming back to, as one comes back to a tooth.

There was still time to decide otherwise. Sunniva noticed it passing, as one notices a tram.

Evening did not fall at the Slate Chapel; it rose, out of the gullies and from under the boats, until only the highest windows were left above it.

She went over the times again. They fitted. It was exactly this that Sunniva disliked about them.

Under the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.

“You’re going about it the wrong way.” Petroc had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” He fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Sunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” she said. They shook hands on it, and Petroc’s was as cold as a key.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

There was a winter in which Sunniva had written a letter every evening and burned it every morning. They had been good letters. She could have used one of them now.

It was too tidy. In Sunniva’s experience life left crumbs.

Salt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.

When they were children Torvald had taught her to be silent by making her hold a mouthful of water all the way from the pump to the door. Sunniva could do it still. It had turned out to be less of a game than it seemed.

People lie most about what they are proud of, Sunniva had found. For what they were ashamed of they generally had the facts.

It was a small sound, and it came from the wrong side of the wall.

After ten o’clock there was nobody about at Ferrin Lighthouse but those who were paid to be, and Sunniva.

There were two explanations, and Sunniva liked neither. One was impossible. The other was someone she was fond of.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Sunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Sunniva moved her head. The horizon jumped, and settled, and gave nothing away.

Once, when Sunniva was small, she had got lost at a fair, and had not cried but gone from stall to stall asking politely whether anyone was missing a child. They still told it as a funny story. It did not feel like one from inside.

What does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

It was not until she was halfway home that Sunniva saw what had been wrong with it. She stopped in the road. Then she turned round.',1173,'[]',1795952859758,NULL,'{"needs_review":false,"summary":"Sunniva goes to the Net Lofts to ask questions. Petroc follows Sunniva and offers a bargain. Sunniva learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Petroc and Sunniva have a bargain: whatever is found, Petroc hears it first."],"threads":["Who brought the scarred bell to that door."]}');
CREATE TABLE rules (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    text     TEXT NOT NULL
) STRICT;
INSERT INTO "rules" VALUES('01a22721-d268-7056-8f4f-ad279ff41e02','01a22721-d127-7584-86be-43778d2cd53e','Whoever asks a question here owes an answer in return.');
INSERT INTO "rules" VALUES('01a22721-d268-7056-8f4f-ad28267c1c28','01a22721-d127-7584-86be-43778d2cd53e','Nobody in this story is wholly innocent, and nobody is a monster.');
INSERT INTO "rules" VALUES('01a22721-d268-7056-8f4f-ad2997af9a5c','01a22721-d127-7584-86be-43778d2cd53e','Nothing is explained by chance that was done by someone.');
INSERT INTO "rules" VALUES('01a22721-d269-7684-b221-d7a18b3fd212','01a22721-d127-7584-86be-43778d2cd53e','The scarred bell may change hands, but it may not be thrown away.');
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
INSERT INTO "runs" VALUES('01a22721-d15b-76ed-895e-9079c27ae81a','01a22721-d127-7584-86be-43778d2cd53e','world','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952857423,1795952857462,1795952857737,1.0,NULL,0,'{"stages":[]}',910.0,1,NULL,0);
INSERT INTO "runs" VALUES('01a22721-d2df-7401-8605-d4e2eb00c5e3','01a22721-d127-7584-86be-43778d2cd53e','outline','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952857816,1795952857839,1795952857970,2.0,NULL,0,'{"stages":[{"kind":"world","stage":"draft","tokens":719.0}],"rate":5963.157209591424}',610.0,2,NULL,0);
INSERT INTO "runs" VALUES('01a22721-d3ef-73ce-a6f2-e9c26df3a221','01a22721-d127-7584-86be-43778d2cd53e','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952858080,1795952858118,1795952858731,3.0,NULL,0,'{"stages":[{"kind":"outline","stage":"draft","tokens":187.0},{"kind":"world","stage":"draft","tokens":719.0}],"rate":5402.531565468375}',1880.0,3,NULL,0);
INSERT INTO "runs" VALUES('01a22721-d69d-77bb-b031-25557566d691','01a22721-d127-7584-86be-43778d2cd53e','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952858778,1795952858790,1795952859394,4.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":121.0},{"kind":"chapter","stage":"draft","tokens":1122.0},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":159.0},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":187.0},{"kind":"world","stage":"draft","tokens":719.0}],"rate":3502.4000249191517}',1417.0,4,NULL,0);
INSERT INTO "runs" VALUES('01a22721-d96b-7011-abfa-2e93b1a93dee','01a22721-d127-7584-86be-43778d2cd53e','rewrite','succeeded',0,0,'Let it rain.','builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952859498,1795952859512,1795952859767,5.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":106.29999999999998},{"kind":"chapter","stage":"draft","tokens":1108.8},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":156.6},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":187.0},{"kind":"world","stage":"draft","tokens":719.0}],"rate":3522.6007440739972}',1.38669999999999981808e+03,5,NULL,0);
INSERT INTO "runs" VALUES('01a22721-db7b-7583-ad38-bd93ec297c23','01a22721-d127-7584-86be-43778d2cd53e','chapter','queued',0,0,NULL,'builtin',0,1,1,2,NULL,NULL,NULL,NULL,3,1795952860024,1795952860060,NULL,6.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":96.00999999999999},{"kind":"chapter","stage":"draft","tokens":1128.06},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":153.42},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":187.0},{"kind":"world","stage":"draft","tokens":719.0}],"rate":4020.6868539326206}',1392.49,6,NULL,0);
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
    take          INTEGER NOT NULL DEFAULT 0, read_revision TEXT, is_thinking INTEGER NOT NULL DEFAULT 0,
    UNIQUE (run_id, position)
) STRICT;
INSERT INTO "steps" VALUES('01a22721-d15c-70c3-b9f7-dd8cbeaa0597','01a22721-d15b-76ed-895e-9079c27ae81a',0,'world',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0);
INSERT INTO "steps" VALUES('01a22721-d2df-7401-8605-d4e3b422411d','01a22721-d2df-7401-8605-d4e2eb00c5e3',0,'outline',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0);
INSERT INTO "steps" VALUES('01a22721-d3f6-775f-86bd-e54f6fed3bd0','01a22721-d3ef-73ce-a6f2-e9c26df3a221',0,'chapter','01a22721-d128-77e8-9cae-925c390b03b0',1,'succeeded','commit',3,3,1.0,917,758,NULL,0,NULL,0);
INSERT INTO "steps" VALUES('01a22721-d69d-77bb-b031-2556a90f2580','01a22721-d69d-77bb-b031-25557566d691',0,'chapter','01a22721-d129-7380-aed8-80cb36163d5b',2,'succeeded','commit',2,3,1.0,531,380,NULL,0,'01a22721-d64a-743e-8e86-956ce7a384ad',0);
INSERT INTO "steps" VALUES('01a22721-d96c-7533-ab48-38993d8001a7','01a22721-d96b-7011-abfa-2e93b1a93dee',0,'chapter','01a22721-d129-7380-aed8-80cb36163d5b',2,'succeeded','commit',NULL,NULL,1.0,0,0,'01a22721-d8ef-77d9-a531-d46baa478624',1,'01a22721-d92d-7322-8c2b-1bc0fd3c5cdf',0);
INSERT INTO "steps" VALUES('01a22721-db7b-7583-ad38-bd94d631cf17','01a22721-db7b-7583-ad38-bd93ec297c23',0,'chapter','01a22721-d129-7380-aed8-80cd521b3407',4,'queued','draft',1,3,1.61164532599875037766e-01,208,71,NULL,0,'01a22721-d949-728e-94d6-42819a1e208e',0);
CREATE TABLE stories (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    brief      TEXT NOT NULL,
    template   TEXT,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO "stories" VALUES('01a22721-d127-7584-86be-43778d2cd53e','The Bell of Saint Ruan','{"premise":"A lighthouse keeper’s daughter finds a drowned bell that rings before storms.","genre":"mystery","tone":"quiet","themes":[],"setting":"","chapters":5,"structure":"free","language":"en","rating":"everyone","include":["a ferryman called Ivo"],"avoid":["dreams"]}',NULL,1,1795952857383,1795952859760);
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',190);
COMMIT;

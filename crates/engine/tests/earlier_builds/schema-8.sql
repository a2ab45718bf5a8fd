BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO "_sqlx_migrations" VALUES(1,'studio','2026-11-29 11:47:11',1,X'44EE6E9B82A738983004279C89C1C2E3F65F16A4F61ABDD0C814374FBF58688305541EC658B6FA4C615FECB8B23D2851',15870760);
INSERT INTO "_sqlx_migrations" VALUES(2,'queue','2026-11-29 11:47:11',1,X'36C6D8955EFF5689D0022BA075DD861D4485BC6D0E35352DF1E60E3A01C73C9C82BDD69EF91D622F10136A116B7EC0C2',25642914);
INSERT INTO "_sqlx_migrations" VALUES(3,'revisions','2026-11-29 11:47:11',1,X'7A9F62D85B5DE33188F05F5DC5DA11602C12CF8963AD3453BA407CF129DC6500005DE42AE575F405C4FD44E26B214D12',14516280);
INSERT INTO "_sqlx_migrations" VALUES(4,'models','2026-11-29 11:47:11',1,X'69D6D5346973216F8DC0E734DC1A9F8F980A5DF54505B795C578497E827A46880CBE5CFC804FEC6B21ABB2E5DDF98885',14817335);
INSERT INTO "_sqlx_migrations" VALUES(6,'craft','2026-11-29 11:47:11',1,X'A8B2A5400036D981EB50F9D3CAE8FF53B40AF6E9433E857FD5366C009E6A2AF8EE9E53E862BF3AA23A4F0C8EE420BA3F',30149063);
INSERT INTO "_sqlx_migrations" VALUES(7,'asides','2026-11-29 11:47:11',1,X'B146B6B45287F85E919761839D8C73C1D9AFDE4C3E8A77CB5047C242E5C173F476EC83992C1BE9ECE29BFCA02A65695C',22031421);
INSERT INTO "_sqlx_migrations" VALUES(8,'summaries','2026-11-29 11:47:11',1,X'C76DB9C5BE04F26443B3086CB2A5142F4E6E7A1240EC9F7032116CCE319B00528BCA2F69F54B042A3B7F87B02FDE43FC',1530871);
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
    version     INTEGER NOT NULL DEFAULT 1,
    UNIQUE (story_id, number)
) STRICT;
INSERT INTO "chapters" VALUES('01a22721-6e62-76ea-90bd-a1f7794fe597','01a22721-6e57-74fd-9e8a-d654e78627d0',1,'Something Owing','["Bronagh finds the scarred bell where it should not be.","Linnet will not stop talking about “a ferryman called Ivo”.","Linnet brings news that someone has been asking for Bronagh.","Bronagh keeps back part of the truth."]','written','01a22721-7b56-769a-829f-2f30d2c13f0a',16,'Bronagh finds the scarred bell where it should not be. Linnet will not stop talking about a ferryman called Ivo. Linnet brings news that someone has been asking for Bronagh. Bronagh keeps back part of the truth.','["Who moved the scarred bell, and why."]',NULL,4);
INSERT INTO "chapters" VALUES('01a22721-6e62-76ea-90bd-a1f88d14a89d','01a22721-6e57-74fd-9e8a-d654e78627d0',2,'The Price of Directions','["Bronagh goes to Kelder Sands to ask questions.","Linnet follows Bronagh and offers a bargain.","Bronagh learns that the scarred bell once belonged to someone else."]','written','01a22721-7f3f-75e4-933e-358f62b8262f',1125,'Bronagh goes to Kelder Sands to ask questions. Linnet follows Bronagh and offers a bargain. Bronagh learns that the scarred bell once belonged to someone else.','["Who brought the scarred bell to that door."]',NULL,5);
INSERT INTO "chapters" VALUES('01a22721-6e62-76ea-90bd-a1f9b24b2417','01a22721-6e57-74fd-9e8a-d654e78627d0',3,'What Linnet Had Kept','["Bronagh discovers that Linnet has lied.","Bronagh confronts Linnet at Kelder Sands.","Bronagh sees her own part in it."]','written','01a22721-7b8b-70ca-8da4-f4eb4d22acdf',8,'','[]','Chapter 2 was written again after this one.',4);
INSERT INTO "chapters" VALUES('01a22721-6e62-76ea-90bd-a1fad76f2e7b','01a22721-6e57-74fd-9e8a-d654e78627d0',4,'Everything Out on the Table','["The scarred bell disappears from Sallow Lighthouse.","Bronagh and Linnet say unforgivable things.","Bronagh is left alone at Sallow Lighthouse and nearly gives up."]','empty',NULL,0,'','[]',NULL,2);
INSERT INTO "chapters" VALUES('01a22721-6e62-76ea-90bd-a1fbd6b267e5','01a22721-6e57-74fd-9e8a-d654e78627d0',5,'What Was Owed','["Linnet returns the scarred bell and explains.","Bronagh tells the whole story aloud at the Customs House.","Bronagh lets go of the scarred bell."]','empty',NULL,0,'','[]',NULL,2);
CREATE TABLE checkpoints (
    step_id TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    stage   TEXT NOT NULL,
    part    INTEGER NOT NULL DEFAULT 0,
    output  TEXT NOT NULL,
    PRIMARY KEY (step_id, stage, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "checkpoints" VALUES('01a22721-8061-7344-ad40-b57af8b0e516','plan',0,'{"scenes":[{"goal":"to come through this: The scarred bell disappears from Sallow Lighthouse","conflict":"Joss wants it stopped, for good reasons","point_of_view":"Bronagh","place":"Sallow Lighthouse","present":["Joss"],"beats":["The scarred bell disappears from Sallow Lighthouse."]},{"goal":"to be equal to what comes: Bronagh and Linnet say unforgivable things","conflict":"Linnet wants it stopped, for good reasons","point_of_view":"Bronagh","place":"The Customs House","present":["Linnet"],"beats":["Bronagh and Linnet say unforgivable things."]},{"goal":"to get this far: Bronagh is left alone at Sallow Lighthouse and nearly gives up","conflict":"there is no one left to put it off on","point_of_view":"Bronagh","place":"Sallow Lighthouse","present":[],"beats":["Bronagh is left alone at Sallow Lighthouse and nearly gives up."]}]}');
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
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',0,'Evening ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',8,'did ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',12,'not ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',16,'fall at ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',24,'Sallow Lighthouse; ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',43,'it ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',46,'rose, out ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',56,'of ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',59,'the gullies ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',71,'and ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',75,'from under ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',86,'the boats, ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',97,'until ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',103,'only the ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',112,'highest ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',120,'windows were ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',133,'left ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',138,'above it. ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',148,'There ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',154,'was ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',158,'fog, and ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',167,'in ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',170,'the fog ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',178,'the ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',182,'sounds had ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',193,'come loose ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',204,'from ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',209,'the things ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',220,'that ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',225,'made them.

');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',237,'She ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',241,'went over ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',251,'the ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',255,'times again. ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',268,'They fitted. ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',281,'It ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',284,'was exactly ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',296,'this ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',301,'that Bronagh ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',314,'disliked ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',323,'about them.

');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',336,'The ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',340,'scarred bell ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',353,'had ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',357,'gone flat ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',367,'with the ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',376,'weather. ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',385,'Bronagh listened ');
INSERT INTO "drafts" VALUES('01a22721-8061-7344-ad40-b57af8b0e516',402,'with ');
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
INSERT INTO "entities" VALUES('01a22721-6f76-721e-adb5-bb0771e65731','01a22721-6e57-74fd-9e8a-d654e78627d0','person','Bronagh','daughter','The daughter at the centre of it. Keeps the hours, the tools and the silence of the work in equally good order.','she/her','to know what was done, and by whom, and why nobody says so','["practical","tender in secret","stubborn"]',1);
INSERT INTO "entities" VALUES('01a22721-6f7a-747f-bdf6-ecf1d6ea14e2','01a22721-6e57-74fd-9e8a-d654e78627d0','person','Odran','Bronagh’s cousin, gone these nine years','Left on an ordinary evening with one bag and did not write. Whistled through the teeth, counted steps, could not pass a locked door without trying it.','he/him','to be heard out, for once, to the end','["quick","teasing","brave to a fault"]',1);
INSERT INTO "entities" VALUES('01a22721-6f7a-747f-bdf6-ecf2a216059d','01a22721-6e57-74fd-9e8a-d654e78627d0','person','Joss','inspector of lights','Arrives twice a year with a clean collar and a list, and this year the list is longer.','he/him','to close the station by the end of the winter','["correct","tired","not as cold as it seems"]',1);
INSERT INTO "entities" VALUES('01a22721-6f7a-747f-bdf6-ecf38363ae58','01a22721-6e57-74fd-9e8a-d654e78627d0','person','Aileen','harbour postmistress','Knows the handwriting of everyone within forty miles, and what it looks like when they lie.','she/her','to see one old debt settled before retirement','["sharp","kind by stealth","unhurried"]',1);
INSERT INTO "entities" VALUES('01a22721-6f7a-747f-bdf6-ecf40c7884c3','01a22721-6e57-74fd-9e8a-d654e78627d0','person','Linnet','schoolteacher','Came to the coast for one year and has been here for eleven.','they/them','to find out what the village agreed never to mention','["curious","stubborn","quick to laugh"]',1);
INSERT INTO "entities" VALUES('01a22721-6f7a-747f-bdf6-ecf5cd943c5f','01a22721-6e57-74fd-9e8a-d654e78627d0','person','Fergus','boatman','Brings the post, the paraffin and the gossip across the sound, and has never been heard to hurry a sentence.','he/him','to stop being the one who carries bad news','["patient","dry","weather-wise"]',1);
INSERT INTO "entities" VALUES('01a22721-6f7b-74fe-bafd-64c762ddfbc9','01a22721-6e57-74fd-9e8a-d654e78627d0','place','Sallow Lighthouse','the lighthouse','Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a voice belongs to a person. Somebody has always been awake here.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-6f7d-7784-98c5-c05481f560fd','01a22721-6e57-74fd-9e8a-d654e78627d0','place','Kelder Sands','the beach at low water','Three miles of grey sand that belong to the land for six hours and to the sea for the rest.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-6f7e-7271-a9c3-95ca09c2e05e','01a22721-6e57-74fd-9e8a-d654e78627d0','place','The Net Lofts','sheds along the quay','Tar, twine and talk; the ladders are worn hollow in the middle.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-6f7e-7271-a9c3-95cb17b74864','01a22721-6e57-74fd-9e8a-d654e78627d0','place','The Customs House','an office on the quay','Closed for twenty years, and dusted every Friday by someone who has kept the key.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-6f7e-7271-a9c3-95ccb3420a46','01a22721-6e57-74fd-9e8a-d654e78627d0','thing','The scarred bell','something that sounds','It goes out of tune before a change of weather, and once did so for no reason at all.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-6f81-7798-a708-7788dc3729ef','01a22721-6e57-74fd-9e8a-d654e78627d0','thing','The brass compass','a thing someone left','It is warm from being held, or seems so.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-6f85-7274-a1fa-f3102ba2291c','01a22721-6e57-74fd-9e8a-d654e78627d0','faction','The Lights Board','an office on the mainland that owns the lamps','People speak of it as of weather.','','to save money on the dark','[]',1);
INSERT INTO "entities" VALUES('01a22721-6f8a-70f4-8cc4-c03733d13e41','01a22721-6e57-74fd-9e8a-d654e78627d0','idea','The Common Silence','what everyone agreed not to say','Nobody remembers making the agreement, and nobody has broken it yet.','','','[]',1);
CREATE TABLE events (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    run_id TEXT,
    -- JSON of the body; NULL for `run`, whose body is the run as it stands when the event is read.
    body   TEXT
) STRICT;
INSERT INTO "events" VALUES(1,1795952832098,NULL,'{"story":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(2,1795952832121,'01a22721-6e72-7083-98e5-7ac5194fc91f',NULL);
INSERT INTO "events" VALUES(3,1795952832158,'01a22721-6e72-7083-98e5-7ac5194fc91f',NULL);
INSERT INTO "events" VALUES(4,1795952832226,'01a22721-6e72-7083-98e5-7ac5194fc91f',NULL);
INSERT INTO "events" VALUES(5,1795952832265,'01a22721-6e72-7083-98e5-7ac5194fc91f',NULL);
INSERT INTO "events" VALUES(6,1795952832354,'01a22721-6e72-7083-98e5-7ac5194fc91f',NULL);
INSERT INTO "events" VALUES(7,1795952832401,NULL,'{"world":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(8,1795952832414,NULL,'{"story":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(9,1795952832430,'01a22721-6e72-7083-98e5-7ac5194fc91f',NULL);
INSERT INTO "events" VALUES(10,1795952832480,'01a22721-6e72-7083-98e5-7ac5194fc91f',NULL);
INSERT INTO "events" VALUES(11,1795952832481,'01a22721-6e72-7083-98e5-7ac5194fc91f','{"notice":{"level":"info","text":"Make the world: finished.","run":"01a22721-6e72-7083-98e5-7ac5194fc91f"}}');
INSERT INTO "events" VALUES(12,1795952832643,'01a22721-706a-7072-8e3a-baec6c294a13',NULL);
INSERT INTO "events" VALUES(13,1795952832714,'01a22721-706a-7072-8e3a-baec6c294a13',NULL);
INSERT INTO "events" VALUES(14,1795952832726,'01a22721-706a-7072-8e3a-baec6c294a13',NULL);
INSERT INTO "events" VALUES(15,1795952832736,'01a22721-706a-7072-8e3a-baec6c294a13',NULL);
INSERT INTO "events" VALUES(16,1795952832843,'01a22721-706a-7072-8e3a-baec6c294a13',NULL);
INSERT INTO "events" VALUES(17,1795952832891,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(18,1795952832938,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(19,1795952832966,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":3,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(20,1795952832971,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(21,1795952832971,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":5,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(22,1795952832986,NULL,'{"story":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(23,1795952833010,'01a22721-706a-7072-8e3a-baec6c294a13',NULL);
INSERT INTO "events" VALUES(24,1795952833032,'01a22721-706a-7072-8e3a-baec6c294a13',NULL);
INSERT INTO "events" VALUES(25,1795952833032,'01a22721-706a-7072-8e3a-baec6c294a13','{"notice":{"level":"info","text":"Make the outline: finished.","run":"01a22721-706a-7072-8e3a-baec6c294a13"}}');
INSERT INTO "events" VALUES(26,1795952833072,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(27,1795952833091,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(28,1795952833131,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(29,1795952833134,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(30,1795952833151,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(31,1795952833186,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(32,1795952833296,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":0,"text":"From "}}');
INSERT INTO "events" VALUES(33,1795952833350,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":5,"text":"Sallow Lighthouse one could follow the weather as it came in over the water, one squall behind the other, like carts on a road. The rain came in short bursts, with something like an apology in between.\n\nThey had told Bronagh, in the beginning, that a daughter needs three things: good eyes, warm socks, and somebody to write to. She had got by on two of them for years now. It was only in the evenings, in the quarter of an hour between the last task and the lamp, that the third made itself felt, like a draught one can’t find the source of.\n\nThe smell was of kelp and paraffin. Bronagh had long ceased to notice it, except on days like this one, when she noticed everything.\n\nIt was the wrong way round: that was how Bronagh noticed. One passes a thing every day for years and could not describe it under oath, and then it is turned by the width of a hand, and the whole room shouts.\n\nThe scarred bell was not where it belonged. Nobody had any reason to move it, and nobody, when Bronagh went through them one by one, could easily have done so without being seen. Nothing else was disturbed. There was not so much as a mark on the floor.\n\nShe put it back. She went away and did something else. After a quarter of an hour she returned, casually, as though she had forgotten her gloves, and there was the scarred bell, exactly as she had left it, looking as a child looks who is being good on purpose.\n\nFergus came in without knocking, as people do who have decided on the way that there is no time for it.\n\n“Where were you that evening?” Bronagh asked, as if it were a remark about the soup.\n\n“At home.”\n\n“With whom?”\n\n“With the door locked,” said Fergus pleasantly. “I recommend it. You’d be surprised how few people it keeps out, and how much "}}');
INSERT INTO "events" VALUES(34,1795952833354,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":1773,"text":"of what they say.”\n\nWhat does one hide in a place that everyone walks through? Bronagh thought: something that looks as though it belonged to somebody else.\n\nIt was a small sound, and it came from the wrong side of the wall."}}');
INSERT INTO "events" VALUES(35,1795952833362,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":1999,"text":"\n\n"}}');
INSERT INTO "events" VALUES(36,1795952833449,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":2001,"text":"Evening "}}');
INSERT INTO "events" VALUES(37,1795952833450,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(38,1795952833468,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":2009,"text":"did not fall at the Customs House; it rose, out of the gullies and from under the boats, until only the highest windows were left above it.\n\nThere were two explanations, and Bronagh liked neither. One was impossible. The other was someone she was fond of.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Bronagh moved her head. The horizon jumped, and settled, and gave nothing away.\n\nHad it been a story told to children, the teller would have lowered his voice here and leaned forward to the fire. *Linnet will not stop talking about a ferryman called Ivo*, he would have said; and the children would have looked at the door. Bronagh was not a child, and looked at the door.\n\nNo one had ever said that Odran was not coming back. It had been allowed to become true, like a path that grows over.\n\nThere was a pause then, such as there is between two waves. One could have drunk a cup of tea in it.\n\n“There’s a person been asking for you,” said Linnet, unwinding a scarf. “By your whole name.”\n\n“What sort of a person?”\n\n“Clean boots. That’s all I could tell you. They asked at the shop, and they asked at the gate, and both times they thanked people and wrote nothing down.” They frowned at the scarf. “When somebody means to remember a thing and doesn’t write it down, I always think they’ve been told what they’d hear.”\n\nBronagh laughed, and the laugh came out a little short. “And what did they hear?”\n\n“That you’d always lived here. That you never had visitors.” Linnet looked up. “It sounded worse, somehow, than it is.”\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nThe dark came on. Bronagh made no light, so as to be able to see who came."}}');
INSERT INTO "events" VALUES(39,1795952833471,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":3981,"text":"\n\n"}}');
INSERT INTO "events" VALUES(40,1795952833560,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":3983,"text":"It "}}');
INSERT INTO "events" VALUES(41,1795952833598,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":3986,"text":"was the dead hour at Sallow Lighthouse, when the tide stands and even the shingle holds its tongue.\n\nBronagh had made up her mind, and felt the particular lightness of it, which is very like hunger.\n\nShe had been warned about this, as it happened. Long ago, by a woman selling matches, who had looked at Bronagh’s palm, closed the hand up again like a book, and counted out the change.\n\n“You’d say, wouldn’t you?” Linnet asked. “If there were something?”\n\nIt would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Bronagh looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.\n\n“The rates,” Linnet repeated. They had the delicacy not to nod.\n\nWhen they were gone Bronagh went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.\n\nWhy now? It was the one question Bronagh kept coming back to, as one comes back to a tooth.\n\nBronagh tried one note. It hung about Sallow Lighthouse for longer than it should have and seemed to go and look in the corners.\n\nThey had had a signal, Odran and she: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.\n\nIt struck Bronagh that in all this time Linnet had not once asked what was in it for themself.\n\nBronagh tasted salt on her lip and could not have said whether it had come from without or within.\n\nShe had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Bronagh preferred not to tell people; they seemed to need it to have been worse.\n\nPeople lie most about what they are proud of, Bronagh had found. For what they were ashamed of they generally had the facts.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(42,1795952833627,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(43,1795952833637,'01a22721-722e-77ae-8952-849cd060f730','{"rewind":{"run":"01a22721-722e-77ae-8952-849cd060f730","chapter":1,"offset":4167}}');
INSERT INTO "events" VALUES(44,1795952833637,'01a22721-722e-77ae-8952-849cd060f730','{"text":{"run":"01a22721-722e-77ae-8952-849cd060f730","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"offset":4167,"text":"like hunger.\n\nShe had been warned about this, as it happened. Long ago, by a woman selling matches, who had looked at Bronagh’s palm, closed the hand up again like a book, and counted out the change.\n\n“You’d say, wouldn’t you?” Linnet asked. “If there were something?”\n\nIt would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Bronagh looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.\n\n“The rates,” Linnet repeated. They had the delicacy not to nod.\n\nWhen they were gone Bronagh went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.\n\nWhy now? It was the one question Bronagh kept coming back to, as one comes back to a tooth.\n\nBronagh tried one note. It hung about Sallow Lighthouse for longer than it should have and seemed to go and look in the corners.\n\nThey had had a signal, Odran and she: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.\n\nIt struck Bronagh that in all this time Linnet had not once asked what was in it for themself.\n\nBronagh tasted salt on her lip and could not have said whether it had come from without or within.\n\nShe had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Bronagh preferred not to tell people; they seemed to need it to have been worse.\n\nPeople lie most about what they are proud of, Bronagh had found. For what they were ashamed of they generally had the facts.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(45,1795952833674,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(46,1795952834170,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(47,1795952834186,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(48,1795952834215,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(49,1795952834231,NULL,'{"world":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(50,1795952834233,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"revision":"01a22721-76af-7515-929b-b0cc4da53f72","state":"written"}}');
INSERT INTO "events" VALUES(51,1795952834233,NULL,'{"story":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(52,1795952834234,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(53,1795952834278,'01a22721-722e-77ae-8952-849cd060f730',NULL);
INSERT INTO "events" VALUES(54,1795952834278,'01a22721-722e-77ae-8952-849cd060f730','{"notice":{"level":"info","text":"Write chapter 1: finished.","run":"01a22721-722e-77ae-8952-849cd060f730"}}');
INSERT INTO "events" VALUES(55,1795952834327,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(56,1795952834362,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(57,1795952834387,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(58,1795952834388,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(59,1795952834402,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(60,1795952834451,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(61,1795952834544,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":0,"text":"At "}}');
INSERT INTO "events" VALUES(62,1795952834589,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":3,"text":"noon there was hardly any difference, at Kelder Sands, between the sound of the water and the sound of nothing at all. It was fine weather, and had been for days, and people had begun to distrust it.\n\nBronagh had the sense of having been shown something in plain view and of having said thank you and looked at the frame.\n\nWhat did Odran’s voice sound like? Bronagh could still call it up, but it took longer each year, and she had begun to suspect that what came was partly her own.\n\nOne has to have an errand, when one asks questions, and Bronagh’s was a poor one: a matter of an old account, possibly in the wrong name. At Kelder Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nBronagh thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nBronagh remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.\n\nSomebody had gone to a great deal of trouble. That was the only thing Bronagh knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nWhy now? It was the one question Bronagh kept coming back to, as one comes back to a tooth.\n\nBronagh shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches."}}');
INSERT INTO "events" VALUES(63,1795952834592,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":2042,"text":"\n\n"}}');
INSERT INTO "events" VALUES(64,1795952834673,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":2044,"text":"Evening "}}');
INSERT INTO "events" VALUES(65,1795952834678,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(66,1795952834699,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":2052,"text":"did not fall at Kelder Sands; it rose, out of the gullies and from under the boats, until only the highest windows were left above it.\n\nSomething had shifted since the day before, no more than a picture shifts on its nail. Bronagh kept wanting to put out a finger and set it straight.\n\nBronagh tasted salt on her lip and could not have said whether it had come from without or within.\n\n“You’re going about it the wrong way.” Linnet had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nBronagh thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Linnet’s was as cold as a key.\n\nBronagh had kept Odran’s gloves. They had been in the left-hand drawer so long, one on top of the other, that they had taken on the look of hands resting.\n\nTheir hands were what gave Linnet away: they went on being kind when the rest of them had stopped.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nAs a child Bronagh had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.\n\nIt was too tidy. In Bronagh’s experience life left crumbs.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Bronagh had not asked.\n\n“Very well,” said Bronagh aloud, to nobody at all, and it seemed that nobody had been waiting for just that."}}');
INSERT INTO "events" VALUES(67,1795952834702,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":4242,"text":"\n\n"}}');
INSERT INTO "events" VALUES(68,1795952834774,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":4244,"text":"The "}}');
INSERT INTO "events" VALUES(69,1795952834815,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":4248,"text":"beam of the far light went over Sallow Lighthouse every twelve seconds and showed it exactly as it had been.\n\nA person can carry a question about for a week, Bronagh found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.\n\nThere was a photograph of the two of them with their arms about each other’s necks, squinting, Odran with his eyes shut. There was one of him with his eyes open, too. It was not so like.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nBronagh asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nBronagh heard Joss before she "}}');
INSERT INTO "events" VALUES(70,1795952834828,'01a22721-7712-73db-96ed-2b74768ba58a','{"text":{"run":"01a22721-7712-73db-96ed-2b74768ba58a","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":5501,"text":"saw him: there was nobody else who hummed when he was worried.\n\n“I’ll tell you a thing about secrets,” said Joss. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”\n\n“What happened on the day before?”\n\n“You see?” said Joss. “That’s just what I’d have asked.” And he would not say another word on the subject, but talked for ten minutes, very well, about pears.\n\nOne got used to Joss’s bluntness as one gets used to hard water. It was only elsewhere that one noticed how little of the other kind agreed with one.\n\nWhat does one hide in a place that everyone walks through? Bronagh thought: something that looks as though it belonged to somebody else.\n\nAnd there, in the margin, in a hand that Bronagh would have known anywhere, stood her own name."}}');
INSERT INTO "events" VALUES(71,1795952834834,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(72,1795952834849,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(73,1795952835255,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(74,1795952835279,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(75,1795952835285,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(76,1795952835299,NULL,'{"world":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(77,1795952835301,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"revision":"01a22721-7ad8-72bc-8a8c-5cecb9fef8ae","state":"written"}}');
INSERT INTO "events" VALUES(78,1795952835306,NULL,'{"story":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(79,1795952835312,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(80,1795952835342,'01a22721-7712-73db-96ed-2b74768ba58a',NULL);
INSERT INTO "events" VALUES(81,1795952835342,'01a22721-7712-73db-96ed-2b74768ba58a','{"notice":{"level":"info","text":"Write chapter 2: finished.","run":"01a22721-7712-73db-96ed-2b74768ba58a"}}');
INSERT INTO "events" VALUES(82,1795952835423,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":1,"revision":"01a22721-7b56-769a-829f-2f30d2c13f0a","state":"written"}}');
INSERT INTO "events" VALUES(83,1795952835426,NULL,'{"story":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(84,1795952835468,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":3,"revision":"01a22721-7b8b-70ca-8da4-f4eb4d22acdf","state":"written"}}');
INSERT INTO "events" VALUES(85,1795952835468,NULL,'{"story":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(86,1795952835512,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(87,1795952835567,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(88,1795952835601,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"revision":"01a22721-7ad8-72bc-8a8c-5cecb9fef8ae","state":"drafting"}}');
INSERT INTO "events" VALUES(89,1795952835602,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(90,1795952835626,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(91,1795952835670,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(92,1795952835740,'01a22721-7ba1-769d-96f5-67f57e410339','{"text":{"run":"01a22721-7ba1-769d-96f5-67f57e410339","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":0,"text":"The "}}');
INSERT INTO "events" VALUES(93,1795952835755,'01a22721-7ba1-769d-96f5-67f57e410339','{"text":{"run":"01a22721-7ba1-769d-96f5-67f57e410339","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":4,"text":"last of the daylight hung about Kelder Sands like a visitor who can’t find the words for leaving. A thin, methodical rain was falling, the kind that does not wet one until one has stopped paying attention.\n\nBronagh had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nBronagh tasted salt on her lip and could not have said whether it had come from without or within.\n\nOne has to have an errand, when one asks questions, and Bronagh’s was a poor one: a matter of an old account, possibly in the wrong name. At Kelder Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nBronagh thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nAs a child Bronagh had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.\n\nIt was too tidy. In Bronagh’s experience life left crumbs.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nHe could whistle through his teeth, Odran, any tune at all after hearing it once. For months after he was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.\n\nWhy now? It was the one question Bronagh kept coming back to, as one comes back to a tooth.\n\nThe dark came on. Bronagh made no light, so as to be able to see who came."}}');
INSERT INTO "events" VALUES(94,1795952835759,'01a22721-7ba1-769d-96f5-67f57e410339','{"text":{"run":"01a22721-7ba1-769d-96f5-67f57e410339","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":1966,"text":"\n\n"}}');
INSERT INTO "events" VALUES(95,1795952835822,'01a22721-7ba1-769d-96f5-67f57e410339','{"text":{"run":"01a22721-7ba1-769d-96f5-67f57e410339","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":1968,"text":"The "}}');
INSERT INTO "events" VALUES(96,1795952835858,'01a22721-7ba1-769d-96f5-67f57e410339','{"text":{"run":"01a22721-7ba1-769d-96f5-67f57e410339","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":1972,"text":"beam of the far light went over Kelder Sands every twelve seconds and showed it exactly as it had been.\n\nWhat troubled Bronagh was not what she knew. It was that she could no longer remember how it had felt not to know it.\n\nFar out a single light was going along the edge of the world, so slowly that one had to line it up with a chimney to be sure. Bronagh wished it well. It was a habit from childhood: one wished them well and did not count them.\n\n“You’re going about it the wrong way.” Linnet had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nBronagh thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Linnet’s was as cold as a key.\n\nA cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.\n\nBronagh’s grandmother used to say that a house remembers its quarrels and forgets its dinners. As a child she had gone along the walls with one ear to the plaster.\n\nPeople lie most about what they are proud of, Bronagh had found. For what they were ashamed of they generally had the facts.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nBronagh shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches."}}');
INSERT INTO "events" VALUES(97,1795952835859,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(98,1795952835871,'01a22721-7ba1-769d-96f5-67f57e410339','{"text":{"run":"01a22721-7ba1-769d-96f5-67f57e410339","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":3920,"text":"\n\n"}}');
INSERT INTO "events" VALUES(99,1795952835980,'01a22721-7ba1-769d-96f5-67f57e410339','{"text":{"run":"01a22721-7ba1-769d-96f5-67f57e410339","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":3922,"text":"The tide had turned at five, and when Bronagh came out at Sallow Lighthouse there was a clean strip of sand below the weed on which nobody had yet written anything.\n\nBronagh was not afraid, or not more than was useful. She had counted up what could "}}');
INSERT INTO "events" VALUES(100,1795952835987,'01a22721-7ba1-769d-96f5-67f57e410339','{"text":{"run":"01a22721-7ba1-769d-96f5-67f57e410339","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"offset":4171,"text":"still be lost, and it had come to less than she expected, and that was the part that frightened her.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Bronagh moved her head. The horizon jumped, and settled, and gave nothing away.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nBronagh asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\n“There you are,” said Joss, as if it were Bronagh who had been hard to find all these years.\n\n“You don’t trust me,” said Joss.\n\n“I trust you to tell me what you’d like to have happened.”\n\n“That’s more than most people do.” He thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”\n\n“What colour was the door?”\n\n“Green,” Joss said. But it was his hands that Bronagh was watching, and these had closed.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Bronagh had not asked.\n\nWhen Bronagh counted again there was one too many."}}');
INSERT INTO "events" VALUES(101,1795952836028,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(102,1795952836079,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(103,1795952836387,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(104,1795952836396,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(105,1795952836406,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(106,1795952836430,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":2,"revision":"01a22721-7f3f-75e4-933e-358f62b8262f","state":"written"}}');
INSERT INTO "events" VALUES(107,1795952836430,NULL,'{"story":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0"}}');
INSERT INTO "events" VALUES(108,1795952836432,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(109,1795952836454,'01a22721-7ba1-769d-96f5-67f57e410339',NULL);
INSERT INTO "events" VALUES(110,1795952836454,'01a22721-7ba1-769d-96f5-67f57e410339','{"notice":{"level":"info","text":"Rewrite chapter 2: finished.","run":"01a22721-7ba1-769d-96f5-67f57e410339"}}');
INSERT INTO "events" VALUES(111,1795952836716,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(112,1795952836744,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(113,1795952836802,NULL,'{"chapter":{"story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(114,1795952836814,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(115,1795952836870,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(116,1795952837082,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(117,1795952837286,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(118,1795952837492,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(119,1795952837707,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(120,1795952837906,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(121,1795952838111,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(122,1795952838319,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(123,1795952838533,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(124,1795952838751,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(125,1795952838974,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(126,1795952839179,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(127,1795952839402,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(128,1795952839599,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(129,1795952839809,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(130,1795952840025,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(131,1795952840238,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(132,1795952840461,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(133,1795952840664,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(134,1795952840802,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(135,1795952840889,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":0,"text":"Evening "}}');
INSERT INTO "events" VALUES(136,1795952840938,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":8,"text":"did "}}');
INSERT INTO "events" VALUES(137,1795952840976,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":12,"text":"not "}}');
INSERT INTO "events" VALUES(138,1795952841017,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":16,"text":"fall at "}}');
INSERT INTO "events" VALUES(139,1795952841018,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(140,1795952841058,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":24,"text":"Sallow Lighthouse; "}}');
INSERT INTO "events" VALUES(141,1795952841100,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":43,"text":"it "}}');
INSERT INTO "events" VALUES(142,1795952841141,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":46,"text":"rose, out "}}');
INSERT INTO "events" VALUES(143,1795952841186,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":56,"text":"of "}}');
INSERT INTO "events" VALUES(144,1795952841231,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":59,"text":"the gullies "}}');
INSERT INTO "events" VALUES(145,1795952841234,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(146,1795952841271,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":71,"text":"and "}}');
INSERT INTO "events" VALUES(147,1795952841318,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":75,"text":"from under "}}');
INSERT INTO "events" VALUES(148,1795952841355,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":86,"text":"the boats, "}}');
INSERT INTO "events" VALUES(149,1795952841397,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":97,"text":"until "}}');
INSERT INTO "events" VALUES(150,1795952841438,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":103,"text":"only the "}}');
INSERT INTO "events" VALUES(151,1795952841442,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(152,1795952841485,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":112,"text":"highest "}}');
INSERT INTO "events" VALUES(153,1795952841523,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":120,"text":"windows were "}}');
INSERT INTO "events" VALUES(154,1795952841564,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":133,"text":"left "}}');
INSERT INTO "events" VALUES(155,1795952841605,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":138,"text":"above it. "}}');
INSERT INTO "events" VALUES(156,1795952841647,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":148,"text":"There "}}');
INSERT INTO "events" VALUES(157,1795952841650,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(158,1795952841691,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":154,"text":"was "}}');
INSERT INTO "events" VALUES(159,1795952841734,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":158,"text":"fog, and "}}');
INSERT INTO "events" VALUES(160,1795952841773,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":167,"text":"in "}}');
INSERT INTO "events" VALUES(161,1795952841812,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":170,"text":"the fog "}}');
INSERT INTO "events" VALUES(162,1795952841862,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":178,"text":"the "}}');
INSERT INTO "events" VALUES(163,1795952841870,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(164,1795952841903,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":182,"text":"sounds had "}}');
INSERT INTO "events" VALUES(165,1795952841944,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":193,"text":"come loose "}}');
INSERT INTO "events" VALUES(166,1795952841998,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":204,"text":"from "}}');
INSERT INTO "events" VALUES(167,1795952842028,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":209,"text":"the things "}}');
INSERT INTO "events" VALUES(168,1795952842069,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":220,"text":"that "}}');
INSERT INTO "events" VALUES(169,1795952842070,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(170,1795952842110,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":225,"text":"made them.\n\n"}}');
INSERT INTO "events" VALUES(171,1795952842155,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":237,"text":"She "}}');
INSERT INTO "events" VALUES(172,1795952842198,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":241,"text":"went over "}}');
INSERT INTO "events" VALUES(173,1795952842237,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":251,"text":"the "}}');
INSERT INTO "events" VALUES(174,1795952842286,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":255,"text":"times again. "}}');
INSERT INTO "events" VALUES(175,1795952842287,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(176,1795952842325,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":268,"text":"They fitted. "}}');
INSERT INTO "events" VALUES(177,1795952842374,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":281,"text":"It "}}');
INSERT INTO "events" VALUES(178,1795952842413,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":284,"text":"was exactly "}}');
INSERT INTO "events" VALUES(179,1795952842455,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":296,"text":"this "}}');
INSERT INTO "events" VALUES(180,1795952842498,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":301,"text":"that Bronagh "}}');
INSERT INTO "events" VALUES(181,1795952842510,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(182,1795952842546,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":314,"text":"disliked "}}');
INSERT INTO "events" VALUES(183,1795952842577,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":323,"text":"about them.\n\n"}}');
INSERT INTO "events" VALUES(184,1795952842623,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":336,"text":"The "}}');
INSERT INTO "events" VALUES(185,1795952842667,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":340,"text":"scarred bell "}}');
INSERT INTO "events" VALUES(186,1795952842711,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":353,"text":"had "}}');
INSERT INTO "events" VALUES(187,1795952842712,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(188,1795952842767,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":357,"text":"gone flat "}}');
INSERT INTO "events" VALUES(189,1795952842802,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":367,"text":"with the "}}');
INSERT INTO "events" VALUES(190,1795952842843,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":376,"text":"weather. "}}');
INSERT INTO "events" VALUES(191,1795952842890,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":385,"text":"Bronagh listened "}}');
INSERT INTO "events" VALUES(192,1795952842929,'01a22721-8061-7344-ad40-b5793d4c45e1','{"text":{"run":"01a22721-8061-7344-ad40-b5793d4c45e1","story":"01a22721-6e57-74fd-9e8a-d654e78627d0","chapter":4,"offset":402,"text":"with "}}');
INSERT INTO "events" VALUES(193,1795952842930,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
INSERT INTO "events" VALUES(194,1795952843115,'01a22721-8061-7344-ad40-b5793d4c45e1',NULL);
CREATE TABLE facts (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "facts" VALUES('01a22721-76b7-77bd-88b1-dc0ad17390b9','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6e62-76ea-90bd-a1f7794fe597','Someone has been asking for Bronagh by name.',1);
INSERT INTO "facts" VALUES('01a22721-76b7-77bd-88b1-dc0b4959bb5d','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6e62-76ea-90bd-a1f7794fe597','Bronagh has not told Linnet everything.',1);
INSERT INTO "facts" VALUES('01a22721-7ae2-7799-92a0-44b653ed5b8e','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6e62-76ea-90bd-a1f88d14a89d','The scarred bell was once left with a stranger, by someone in tears.',1);
INSERT INTO "facts" VALUES('01a22721-7ae2-7799-92a0-44b746404d76','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6e62-76ea-90bd-a1f88d14a89d','Linnet and Bronagh have a bargain: whatever is found, Linnet hears it first.',1);
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
INSERT INTO "pace" VALUES('builtin','chapter','check',70.02,4.54269710779999946748e-01);
INSERT INTO "pace" VALUES('builtin','chapter','draft',1135.71,4.1783062932000003542e-01);
INSERT INTO "pace" VALUES('builtin','chapter','edit',7.91999999999999815258e+00,0.02479553392);
INSERT INTO "pace" VALUES('builtin','chapter','plan',148.094,1.1945860073180001315e+00);
INSERT INTO "pace" VALUES('builtin','chapter','revise',0.0,0.00903259739);
INSERT INTO "pace" VALUES('builtin','outline','draft',183.0,0.106005775);
INSERT INTO "pace" VALUES('builtin','world','draft',749.0,0.088270799);
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
INSERT INTO "relations" VALUES('01a22721-6f8a-70f4-8cc4-c038ac28ecc6','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f76-721e-adb5-bb0771e65731','01a22721-6f7b-74fe-bafd-64c762ddfbc9','lives and works at',1);
INSERT INTO "relations" VALUES('01a22721-6f8a-70f4-8cc4-c03988c1f5e0','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f7a-747f-bdf6-ecf1d6ea14e2','01a22721-6f76-721e-adb5-bb0771e65731','once close to',1);
INSERT INTO "relations" VALUES('01a22721-6f8a-70f4-8cc4-c03ac96ec0b8','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f7a-747f-bdf6-ecf2a216059d','01a22721-6f76-721e-adb5-bb0771e65731','trusts',1);
INSERT INTO "relations" VALUES('01a22721-6f8a-70f4-8cc4-c03bb60ad1b9','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f7a-747f-bdf6-ecf38363ae58','01a22721-6f76-721e-adb5-bb0771e65731','keeps something from',1);
INSERT INTO "relations" VALUES('01a22721-6f8a-70f4-8cc4-c03c248a54dd','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f7a-747f-bdf6-ecf38363ae58','01a22721-6f7a-747f-bdf6-ecf1d6ea14e2','was the last to see',1);
INSERT INTO "relations" VALUES('01a22721-6f8a-70f4-8cc4-c03d94462ef9','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f7a-747f-bdf6-ecf40c7884c3','01a22721-6f76-721e-adb5-bb0771e65731','owes a favour to',1);
INSERT INTO "relations" VALUES('01a22721-6f8b-7713-b167-29deae54cfb8','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f7a-747f-bdf6-ecf5cd943c5f','01a22721-6f76-721e-adb5-bb0771e65731','is wary of',1);
INSERT INTO "relations" VALUES('01a22721-6f8b-7713-b167-29df4c553629','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f7a-747f-bdf6-ecf2a216059d','01a22721-6f7a-747f-bdf6-ecf38363ae58','has not spoken in a year to',1);
INSERT INTO "relations" VALUES('01a22721-6f8b-7713-b167-29e00c7ced45','01a22721-6e57-74fd-9e8a-d654e78627d0','01a22721-6f76-721e-adb5-bb0771e65731','01a22721-6f7e-7271-a9c3-95ccb3420a46','can’t part with',1);
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
INSERT INTO "revisions" VALUES('01a22721-76af-7515-929b-b0cc4da53f72','01a22721-6e62-76ea-90bd-a1f7794fe597','whole','01a22721-722e-77ae-8952-849cd060f730','From Sallow Lighthouse one could follow the weather as it came in over the water, one squall behind the other, like carts on a road. The rain came in short bursts, with something like an apology in between.

They had told Bronagh, in the beginning, that a daughter needs three things: good eyes, warm socks, and somebody to write to. She had got by on two of them for years now. It was only in the evenings, in the quarter of an hour between the last task and the lamp, that the third made itself felt, like a draught one can’t find the source of.

The smell was of kelp and paraffin. Bronagh had long ceased to notice it, except on days like this one, when she noticed everything.

It was the wrong way round: that was how Bronagh noticed. One passes a thing every day for years and could not describe it under oath, and then it is turned by the width of a hand, and the whole room shouts.

The scarred bell was not where it belonged. Nobody had any reason to move it, and nobody, when Bronagh went through them one by one, could easily have done so without being seen. Nothing else was disturbed. There was not so much as a mark on the floor.

She put it back. She went away and did something else. After a quarter of an hour she returned, casually, as though she had forgotten her gloves, and there was the scarred bell, exactly as she had left it, looking as a child looks who is being good on purpose.

Fergus came in without knocking, as people do who have decided on the way that there is no time for it.

“Where were you that evening?” Bronagh asked, as if it were a remark about the soup.

“At home.”

“With whom?”

“With the door locked,” said Fergus pleasantly. “I recommend it. You’d be surprised how few people it keeps out, and how much of what they say.”

What does one hide in a place that everyone walks through? Bronagh thought: something that looks as though it belonged to somebody else.

It was a small sound, and it came from the wrong side of the wall.

Evening did not fall at the Customs House; it rose, out of the gullies and from under the boats, until only the highest windows were left above it.

There were two explanations, and Bronagh liked neither. One was impossible. The other was someone she was fond of.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Bronagh moved her head. The horizon jumped, and settled, and gave nothing away.

Had it been a story told to children, the teller would have lowered his voice here and leaned forward to the fire. *Linnet will not stop talking about a ferryman called Ivo*, he would have said; and the children would have looked at the door. Bronagh was not a child, and looked at the door.

No one had ever said that Odran was not coming back. It had been allowed to become true, like a path that grows over.

There was a pause then, such as there is between two waves. One could have drunk a cup of tea in it.

“There’s a person been asking for you,” said Linnet, unwinding a scarf. “By your whole name.”

“What sort of a person?”

“Clean boots. That’s all I could tell you. They asked at the shop, and they asked at the gate, and both times they thanked people and wrote nothing down.” They frowned at the scarf. “When somebody means to remember a thing and doesn’t write it down, I always think they’ve been told what they’d hear.”

Bronagh laughed, and the laugh came out a little short. “And what did they hear?”

“That you’d always lived here. That you never had visitors.” Linnet looked up. “It sounded worse, somehow, than it is.”

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

The dark came on. Bronagh made no light, so as to be able to see who came.

It was the dead hour at Sallow Lighthouse, when the tide stands and even the shingle holds its tongue.

Bronagh had made up her mind, and felt the particular lightness of it, which is like hunger.

She had been warned about this, as it happened. Long ago, by a woman selling matches, who had looked at Bronagh’s palm, closed the hand up again like a book, and counted out the change.

“You’d say, wouldn’t you?” Linnet asked. “If there were something?”

It would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Bronagh looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.

“The rates,” Linnet repeated. They had the delicacy not to nod.

When they were gone Bronagh went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.

Why now? It was the one question Bronagh kept coming back to, as one comes back to a tooth.

Bronagh tried one note. It hung about Sallow Lighthouse for longer than it should have and seemed to go and look in the corners.

They had had a signal, Odran and she: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.

It struck Bronagh that in all this time Linnet had not once asked what was in it for themself.

Bronagh tasted salt on her lip and could not have said whether it had come from without or within.

She had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Bronagh preferred not to tell people; they seemed to need it to have been worse.

People lie most about what they are proud of, Bronagh had found. For what they were ashamed of they generally had the facts.

The light in the window opposite went out. It had been on the whole time; someone had been standing in it.',1118,'[]',1795952834224,NULL,'{"needs_review":false,"summary":"Bronagh finds the scarred bell where it should not be. Linnet will not stop talking about a ferryman called Ivo. Linnet brings news that someone has been asking for Bronagh. Bronagh keeps back part of the truth.","facts":["Someone has been asking for Bronagh by name.","Bronagh has not told Linnet everything."],"threads":["Who moved the scarred bell, and why."]}');
INSERT INTO "revisions" VALUES('01a22721-7ad8-72bc-8a8c-5cecb9fef8ae','01a22721-6e62-76ea-90bd-a1f88d14a89d','whole','01a22721-7712-73db-96ed-2b74768ba58a','At noon there was hardly any difference, at Kelder Sands, between the sound of the water and the sound of nothing at all. It was fine weather, and had been for days, and people had begun to distrust it.

Bronagh had the sense of having been shown something in plain view and of having said thank you and looked at the frame.

What did Odran’s voice sound like? Bronagh could still call it up, but it took longer each year, and she had begun to suspect that what came was partly her own.

One has to have an errand, when one asks questions, and Bronagh’s was a poor one: a matter of an old account, possibly in the wrong name. At Kelder Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Bronagh thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

Bronagh remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.

Somebody had gone to a great deal of trouble. That was the only thing Bronagh knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

Why now? It was the one question Bronagh kept coming back to, as one comes back to a tooth.

Bronagh shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches.

Evening did not fall at Kelder Sands; it rose, out of the gullies and from under the boats, until only the highest windows were left above it.

Something had shifted since the day before, no more than a picture shifts on its nail. Bronagh kept wanting to put out a finger and set it straight.

Bronagh tasted salt on her lip and could not have said whether it had come from without or within.

“You’re going about it the wrong way.” Linnet had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Bronagh thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” she said. They shook hands on it, and Linnet’s was as cold as a key.

Bronagh had kept Odran’s gloves. They had been in the left-hand drawer so long, one on top of the other, that they had taken on the look of hands resting.

Their hands were what gave Linnet away: they went on being kind when the rest of them had stopped.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

As a child Bronagh had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.

It was too tidy. In Bronagh’s experience life left crumbs.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

Every answer so far had been perfectly good. It was merely that they were answers to something Bronagh had not asked.

“Very well,” said Bronagh aloud, to nobody at all, and it seemed that nobody had been waiting for just that.

The beam of the far light went over Sallow Lighthouse every twelve seconds and showed it exactly as it had been.

A person can carry a question about for a week, Bronagh found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.

There was a photograph of the two of them with their arms about each other’s necks, squinting, Odran with his eyes shut. There was one of him with his eyes open, too. It was not so like.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Bronagh asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

Bronagh heard Joss before she saw him: there was nobody else who hummed when he was worried.

“I’ll tell you a thing about secrets,” said Joss. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”

“What happened on the day before?”

“You see?” said Joss. “That’s just what I’d have asked.” And he would not say another word on the subject, but talked for ten minutes, very well, about pears.

One got used to Joss’s bluntness as one gets used to hard water. It was only elsewhere that one noticed how little of the other kind agreed with one.

What does one hide in a place that everyone walks through? Bronagh thought: something that looks as though it belonged to somebody else.

And there, in the margin, in a hand that Bronagh would have known anywhere, stood her own name.',1190,'[]',1795952835288,NULL,'{"needs_review":false,"summary":"Bronagh goes to Kelder Sands to ask questions. Linnet follows Bronagh and offers a bargain. Bronagh learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Linnet and Bronagh have a bargain: whatever is found, Linnet hears it first."],"threads":["Who brought the scarred bell to that door."]}');
INSERT INTO "revisions" VALUES('01a22721-7b56-769a-829f-2f30d2c13f0a','01a22721-6e62-76ea-90bd-a1f7794fe597','whole',NULL,'Ana counted the steps again.

“Eighty-one,” she said. “It was eighty.” *Somebody* had built one more.
',16,'[]',1795952835414,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22721-7b8b-70ca-8da4-f4eb4d22acdf','01a22721-6e62-76ea-90bd-a1f9b24b2417','whole',NULL,'Only this line was typed: 雨 ñ ß.
',8,'[]',1795952835467,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22721-7f3f-75e4-933e-358f62b8262f','01a22721-6e62-76ea-90bd-a1f88d14a89d','whole','01a22721-7ba1-769d-96f5-67f57e410339','The last of the daylight hung about Kelder Sands like a visitor who can’t find the words for leaving. A thin, methodical rain was falling, the kind that does not wet one until one has stopped paying attention.

Bronagh had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

Bronagh tasted salt on her lip and could not have said whether it had come from without or within.

One has to have an errand, when one asks questions, and Bronagh’s was a poor one: a matter of an old account, possibly in the wrong name. At Kelder Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Bronagh thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

As a child Bronagh had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.

It was too tidy. In Bronagh’s experience life left crumbs.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

He could whistle through his teeth, Odran, any tune at all after hearing it once. For months after he was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.

Why now? It was the one question Bronagh kept coming back to, as one comes back to a tooth.

The dark came on. Bronagh made no light, so as to be able to see who came.

The beam of the far light went over Kelder Sands every twelve seconds and showed it exactly as it had been.

What troubled Bronagh was not what she knew. It was that she could no longer remember how it had felt not to know it.

Far out a single light was going along the edge of the world, so slowly that one had to line it up with a chimney to be sure. Bronagh wished it well. It was a habit from childhood: one wished them well and did not count them.

“You’re going about it the wrong way.” Linnet had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Bronagh thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” she said. They shook hands on it, and Linnet’s was as cold as a key.

A cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.

Bronagh’s grandmother used to say that a house remembers its quarrels and forgets its dinners. As a child she had gone along the walls with one ear to the plaster.

People lie most about what they are proud of, Bronagh had found. For what they were ashamed of they generally had the facts.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

Bronagh shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches.

The tide had turned at five, and when Bronagh came out at Sallow Lighthouse there was a clean strip of sand below the weed on which nobody had yet written anything.

Bronagh was not afraid, or not more than was useful. She had counted up what could still be lost, and it had come to less than she expected, and that was the part that frightened her.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Bronagh moved her head. The horizon jumped, and settled, and gave nothing away.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Bronagh asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

“There you are,” said Joss, as if it were Bronagh who had been hard to find all these years.

“You don’t trust me,” said Joss.

“I trust you to tell me what you’d like to have happened.”

“That’s more than most people do.” He thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”

“What colour was the door?”

“Green,” Joss said. But it was his hands that Bronagh was watching, and these had closed.

Every answer so far had been perfectly good. It was merely that they were answers to something Bronagh had not asked.

When Bronagh counted again there was one too many.',1125,'[]',1795952836415,NULL,'{"needs_review":false,"summary":"Bronagh goes to Kelder Sands to ask questions. Linnet follows Bronagh and offers a bargain. Bronagh learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Linnet and Bronagh have a bargain: whatever is found, Linnet hears it first."],"threads":["Who brought the scarred bell to that door."]}');
CREATE TABLE rules (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    text     TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "rules" VALUES('01a22721-6f8e-7328-8ed3-12f92f9b3f6c','01a22721-6e57-74fd-9e8a-d654e78627d0','Nothing is explained by chance that was done by someone.',1);
INSERT INTO "rules" VALUES('01a22721-6f90-7335-8f45-c294978bd9ff','01a22721-6e57-74fd-9e8a-d654e78627d0','Whoever asks a question here owes an answer in return.',1);
INSERT INTO "rules" VALUES('01a22721-6f91-740b-872d-214f863f6224','01a22721-6e57-74fd-9e8a-d654e78627d0','Nobody in this story is wholly innocent, and nobody is a monster.',1);
INSERT INTO "rules" VALUES('01a22721-6f91-740b-872d-2150731790f8','01a22721-6e57-74fd-9e8a-d654e78627d0','The scarred bell may change hands, but it may not be thrown away.',1);
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
INSERT INTO "runs" VALUES('01a22721-6e72-7083-98e5-7ac5194fc91f','01a22721-6e57-74fd-9e8a-d654e78627d0','world','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952832108,1795952832142,1795952832458,1.0,NULL,0,'{"stages":[]}',910.0,1,NULL,0);
INSERT INTO "runs" VALUES('01a22721-706a-7072-8e3a-baec6c294a13','01a22721-6e57-74fd-9e8a-d654e78627d0','outline','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952832593,1795952832677,1795952833031,2.0,NULL,0,'{"stages":[{"kind":"world","stage":"draft","tokens":749.0}],"rate":8485.252297308423}',610.0,2,NULL,0);
INSERT INTO "runs" VALUES('01a22721-722e-77ae-8952-849cd060f730','01a22721-6e57-74fd-9e8a-d654e78627d0','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952833065,1795952833084,1795952834273,3.0,NULL,0,'{"stages":[{"kind":"outline","stage":"draft","tokens":183.0},{"kind":"world","stage":"draft","tokens":749.0}],"rate":4797.284514601334}',1880.0,3,NULL,0);
INSERT INTO "runs" VALUES('01a22721-7712-73db-96ed-2b74768ba58a','01a22721-6e57-74fd-9e8a-d654e78627d0','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952834318,1795952834354,1795952835338,4.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":69.0},{"kind":"chapter","stage":"draft","tokens":1119.0},{"kind":"chapter","stage":"edit","tokens":12.0},{"kind":"chapter","stage":"plan","tokens":161.0},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":183.0},{"kind":"world","stage":"draft","tokens":749.0}],"rate":1850.4360520276864}',1372.0,4,NULL,0);
INSERT INTO "runs" VALUES('01a22721-7ba1-769d-96f5-67f57e410339','01a22721-6e57-74fd-9e8a-d654e78627d0','rewrite','succeeded',0,0,'Let it rain.','builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952835486,1795952835566,1795952836452,5.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":69.6},{"kind":"chapter","stage":"draft","tokens":1140.3},{"kind":"chapter","stage":"edit","tokens":9.599999999999998},{"kind":"chapter","stage":"plan","tokens":155.6},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":183.0},{"kind":"world","stage":"draft","tokens":749.0}],"rate":1937.2438629532858}',1.38609999999999968163e+03,5,NULL,0);
INSERT INTO "runs" VALUES('01a22721-8061-7344-ad40-b5793d4c45e1','01a22721-6e57-74fd-9e8a-d654e78627d0','chapter','queued',0,0,NULL,'builtin',0,1,1,2,NULL,NULL,NULL,NULL,3,1795952836698,1795952836742,NULL,6.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":70.02},{"kind":"chapter","stage":"draft","tokens":1135.71},{"kind":"chapter","stage":"edit","tokens":7.919999999999998},{"kind":"chapter","stage":"plan","tokens":152.42},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":183.0},{"kind":"world","stage":"draft","tokens":749.0}],"rate":2040.8752061127868}',1.37707000000000016372e+03,6,NULL,0);
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
INSERT INTO "steps" VALUES('01a22721-6e76-7688-b3c1-f8a062142e21','01a22721-6e72-7083-98e5-7ac5194fc91f',0,'world',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-707d-7669-bd58-58d884bfe5d3','01a22721-706a-7072-8e3a-baec6c294a13',0,'outline',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-722e-77ae-8952-849db0321591','01a22721-722e-77ae-8952-849cd060f730',0,'chapter','01a22721-6e62-76ea-90bd-a1f7794fe597',1,'succeeded','commit',3,3,1.0,1293,1119,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-7713-730b-ac74-5b741eb97a07','01a22721-7712-73db-96ed-2b74768ba58a',0,'chapter','01a22721-6e62-76ea-90bd-a1f88d14a89d',2,'succeeded','commit',3,3,1.0,1338,1190,NULL,0,'01a22721-76af-7515-929b-b0cc4da53f72',0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-7ba1-769d-96f5-67f68458cbab','01a22721-7ba1-769d-96f5-67f57e410339',0,'chapter','01a22721-6e62-76ea-90bd-a1f88d14a89d',2,'succeeded','commit',3,3,1.0,1275,1125,'01a22721-7ad8-72bc-8a8c-5cecb9fef8ae',1,'01a22721-7b56-769a-829f-2f30d2c13f0a',0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-8061-7344-ad40-b57af8b0e516','01a22721-8061-7344-ad40-b5793d4c45e1',0,'chapter','01a22721-6e62-76ea-90bd-a1fad76f2e7b',4,'queued','draft',1,3,1.64421561721626335872e-01,212,74,NULL,0,'01a22721-7b8b-70ca-8da4-f4eb4d22acdf',0,NULL,NULL);
CREATE TABLE stories (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    brief      TEXT NOT NULL,
    template   TEXT,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO "stories" VALUES('01a22721-6e57-74fd-9e8a-d654e78627d0','The Bell of Saint Ruan','{"premise":"A lighthouse keeper’s daughter finds a drowned bell that rings before storms.","genre":"mystery","tone":"quiet","themes":[],"setting":"","chapters":5,"structure":"free","language":"en","rating":"everyone","include":["a ferryman called Ivo"],"avoid":["dreams"]}',NULL,1,1795952832087,1795952836430);
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
CREATE INDEX revisions_by_chapter ON revisions (chapter_id, id);
CREATE INDEX entities_by_story ON entities (story_id, id);
CREATE INDEX relations_by_story ON relations (story_id, id);
CREATE INDEX rules_by_story ON rules (story_id, id);
CREATE INDEX facts_by_story ON facts (story_id, id);
CREATE INDEX runs_by_story ON runs (story_id, status);
CREATE INDEX steps_by_chapter ON steps (chapter_id);
CREATE INDEX runs_by_status ON runs (status, priority DESC, position, id);
CREATE INDEX former_by_chapter ON former (chapter_id, id) WHERE chapter_id IS NOT NULL;
CREATE INDEX former_by_entity ON former (entity_id, id) WHERE entity_id IS NOT NULL;
CREATE INDEX readings_by_run ON readings (run_id);
CREATE INDEX readings_by_chapter ON readings (chapter_id);
CREATE INDEX interviews_without_story ON interviews (used_at) WHERE story_id IS NULL;
CREATE INDEX calls_by_run ON calls (run_id, id);
CREATE INDEX calls_by_step ON calls (step_id);
CREATE INDEX calls_by_interview ON calls (interview_id, id) WHERE interview_id IS NOT NULL;
CREATE INDEX calls_of_trials ON calls (id) WHERE run_id IS NULL AND interview_id IS NULL;
CREATE INDEX calls_with_prompt ON calls (id) WHERE prompt IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',194);
COMMIT;

BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO "_sqlx_migrations" VALUES(1,'studio','2026-11-29 11:47:00',1,X'44EE6E9B82A738983004279C89C1C2E3F65F16A4F61ABDD0C814374FBF58688305541EC658B6FA4C615FECB8B23D2851',26796838);
INSERT INTO "_sqlx_migrations" VALUES(2,'queue','2026-11-29 11:47:00',1,X'36C6D8955EFF5689D0022BA075DD861D4485BC6D0E35352DF1E60E3A01C73C9C82BDD69EF91D622F10136A116B7EC0C2',19920303);
INSERT INTO "_sqlx_migrations" VALUES(3,'revisions','2026-11-29 11:47:00',1,X'7A9F62D85B5DE33188F05F5DC5DA11602C12CF8963AD3453BA407CF129DC6500005DE42AE575F405C4FD44E26B214D12',7143225);
INSERT INTO "_sqlx_migrations" VALUES(4,'models','2026-11-29 11:47:00',1,X'69D6D5346973216F8DC0E734DC1A9F8F980A5DF54505B795C578497E827A46880CBE5CFC804FEC6B21ABB2E5DDF98885',7608376);
INSERT INTO "_sqlx_migrations" VALUES(6,'craft','2026-11-29 11:47:00',1,X'A8B2A5400036D981EB50F9D3CAE8FF53B40AF6E9433E857FD5366C009E6A2AF8EE9E53E862BF3AA23A4F0C8EE420BA3F',9858265);
INSERT INTO "_sqlx_migrations" VALUES(7,'asides','2026-11-29 11:47:00',1,X'B146B6B45287F85E919761839D8C73C1D9AFDE4C3E8A77CB5047C242E5C173F476EC83992C1BE9ECE29BFCA02A65695C',9007761);
INSERT INTO "_sqlx_migrations" VALUES(8,'summaries','2026-11-29 11:47:00',1,X'C76DB9C5BE04F26443B3086CB2A5142F4E6E7A1240EC9F7032116CCE319B00528BCA2F69F54B042A3B7F87B02FDE43FC',1491728);
INSERT INTO "_sqlx_migrations" VALUES(9,'patience','2026-11-29 11:47:00',1,X'0F15C99E973C2D4B76057CCCB320B459C5DF92DFE1CCC80628379481B7D7E600266127AA1B4827C7F4D7F4E980FA29F0',5696432);
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
INSERT INTO "chapters" VALUES('01a22721-40c0-7245-ae74-271f3562a947','01a22721-40bf-736b-aa0e-751f874b6ad0',1,'A Stranger’s Handwriting','["An unsigned letter reaches Demelza at Gannet Lighthouse.","Ash will not stop talking about “a ferryman called Ivo”.","Demelza shows Ash the letter.","Demelza decides to find the writer at Veldra Sands."]','written','01a22721-4ac4-7045-ac1c-baaef3fc9682',16,'An unsigned letter reaches Demelza at Gannet Lighthouse. Ash will not stop talking about a ferryman called Ivo. Demelza shows Ash the letter. Demelza decides to find the writer at Veldra Sands.','["Who wrote the letter."]',NULL,4);
INSERT INTO "chapters" VALUES('01a22721-40c0-7245-ae74-272062f14071','01a22721-40bf-736b-aa0e-751f874b6ad0',2,'People Who Remember','["Demelza goes to Veldra Sands to ask questions.","Ash follows Demelza and offers a bargain.","Demelza learns that the scarred bell once belonged to someone else."]','written','01a22721-4ddf-76bc-af59-26b39109584a',1166,'Demelza goes to Veldra Sands to ask questions. Ash follows Demelza and offers a bargain. Demelza learns that the scarred bell once belonged to someone else.','["Who brought the scarred bell to that door."]',NULL,5);
INSERT INTO "chapters" VALUES('01a22721-40c0-7245-ae74-272125dcaabb','01a22721-40bf-736b-aa0e-751f874b6ad0',3,'The Wrong Half of the Story','["Demelza discovers that Ash has lied.","Demelza confronts Ash at the Customs House.","Demelza sees her own part in it."]','written','01a22721-4af2-728b-ad98-bdd4d9eaea54',8,'','[]','Chapter 2 was written again after this one.',4);
INSERT INTO "chapters" VALUES('01a22721-40c1-7668-96cb-b2f3f604ed26','01a22721-40bf-736b-aa0e-751f874b6ad0',4,'The Last Reasonable Hour','["The scarred bell disappears from Gannet Lighthouse.","Demelza and Ash say unforgivable things.","Demelza is left alone at Gannet Lighthouse and nearly gives up."]','empty',NULL,0,'','[]',NULL,2);
INSERT INTO "chapters" VALUES('01a22721-40c1-7668-96cb-b2f4660b7c03','01a22721-40bf-736b-aa0e-751f874b6ad0',5,'The Short Way Back','["Ash returns the scarred bell and explains.","Demelza tells the whole story aloud at the Customs House.","Demelza lets go of the scarred bell."]','empty',NULL,0,'','[]',NULL,2);
CREATE TABLE checkpoints (
    step_id TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    stage   TEXT NOT NULL,
    part    INTEGER NOT NULL DEFAULT 0,
    output  TEXT NOT NULL,
    PRIMARY KEY (step_id, stage, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "checkpoints" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c','plan',0,'{"scenes":[{"goal":"to come through this: The scarred bell disappears from Gannet Lighthouse","conflict":"there is no one left to put it off on","point_of_view":"Demelza","place":"Gannet Lighthouse","present":[],"beats":["The scarred bell disappears from Gannet Lighthouse."]},{"goal":"to get this far: Demelza and Ash say unforgivable things","conflict":"Ash wants it stopped, for good reasons","point_of_view":"Demelza","place":"The Customs House","present":["Ash"],"beats":["Demelza and Ash say unforgivable things."]},{"goal":"to be equal to what comes: Demelza is left alone at Gannet Lighthouse and nearly gives up","conflict":"Torvald wants it stopped, for good reasons","point_of_view":"Demelza","place":"Gannet Lighthouse","present":["Torvald"],"beats":["Demelza is left alone at Gannet Lighthouse and nearly gives up."]}]}');
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
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',0,'At ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',3,'daybreak ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',12,'Gannet Lighthouse ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',30,'always ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',37,'seemed to ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',47,'have ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',52,'been ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',57,'put back ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',66,'a ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',68,'little carelessly, ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',87,'not ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',91,'quite where ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',103,'it ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',106,'had ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',110,'stood the ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',120,'night ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',126,'before. Clouds ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',141,'were ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',146,'going over ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',157,'fast ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',162,'and low, ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',171,'with ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',176,'the air ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',184,'of ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',187,'being wanted ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',200,'elsewhere.

');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',212,'There were ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',223,'two explanations, ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',241,'and Demelza ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',253,'liked ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',259,'neither. ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',268,'One was ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',276,'impossible. The ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',292,'other ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',298,'was someone ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',310,'she ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',314,'was ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',318,'fond ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',323,'of.

Out ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',332,'past ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',337,'the bar ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',345,'a ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',347,'bell-buoy ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',357,'was talking, ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',370,'two ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',374,'notes and ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',384,'a ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',386,'rest. ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',392,'As children ');
INSERT INTO "drafts" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c',404,'they ');
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
INSERT INTO "entities" VALUES('01a22721-41b2-769f-9d91-951de98066d0','01a22721-40bf-736b-aa0e-751f874b6ad0','person','Demelza','daughter','The daughter at the centre of it. Has done the work alone for longer than was ever intended, and does it well.','she/her','to know what was done, and by whom, and why nobody says so','["patient","proud","wakeful"]',1);
INSERT INTO "entities" VALUES('01a22721-41b3-74ec-835e-1e7ebd76c807','01a22721-40bf-736b-aa0e-751f874b6ad0','person','Nuala','Demelza’s cousin, gone these nine years','Left on an ordinary evening with one bag and did not write. Whistled through the teeth, counted steps, could not pass a locked door without trying it.','she/her','to be heard out, for once, to the end','["quick","teasing","brave to a fault"]',1);
INSERT INTO "entities" VALUES('01a22721-41b3-74ec-835e-1e7f258116bb','01a22721-40bf-736b-aa0e-751f874b6ad0','person','Mathias','ship’s cook, ashore for good','Cooks for a crew that no longer exists and is hurt when nobody comes.','he/him','to be forgiven for a watch he did not keep','["generous","talkative","afraid of silence"]',1);
INSERT INTO "entities" VALUES('01a22721-41b3-74ec-835e-1e801d46547c','01a22721-40bf-736b-aa0e-751f874b6ad0','person','Ash','schoolteacher','Came to the coast for one year and has been here for eleven.','they/them','to find out what the village agreed never to mention','["curious","stubborn","quick to laugh"]',1);
INSERT INTO "entities" VALUES('01a22721-41b3-74ec-835e-1e817bc247cd','01a22721-40bf-736b-aa0e-751f874b6ad0','person','Torvald','boatman','Brings the post, the paraffin and the gossip across the sound, and has never been heard to hurry a sentence.','he/him','to stop being the one who carries bad news','["patient","dry","weather-wise"]',1);
INSERT INTO "entities" VALUES('01a22721-41b3-74ec-835e-1e82e9de1028','01a22721-40bf-736b-aa0e-751f874b6ad0','place','Gannet Lighthouse','the lighthouse','Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a voice belongs to a person. Somebody has always been awake here.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-41b3-74ec-835e-1e834cfe3eba','01a22721-40bf-736b-aa0e-751f874b6ad0','place','Veldra Sands','the beach at low water','Three miles of grey sand that belong to the land for six hours and to the sea for the rest.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-41b3-74ec-835e-1e84d25ef8cf','01a22721-40bf-736b-aa0e-751f874b6ad0','place','The Customs House','an office on the quay','Closed for twenty years, and dusted every Friday by someone who has kept the key.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-41b4-72ea-a0b7-4e86e0fd378d','01a22721-40bf-736b-aa0e-751f874b6ad0','thing','The scarred bell','something that sounds','It goes out of tune before a change of weather, and once did so for no reason at all.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-41b4-72ea-a0b7-4e8794a1f586','01a22721-40bf-736b-aa0e-751f874b6ad0','thing','The tin box','something shut','The hinges are newer than the rest of it.','','','[]',1);
INSERT INTO "entities" VALUES('01a22721-41b4-72ea-a0b7-4e8835700ad0','01a22721-40bf-736b-aa0e-751f874b6ad0','faction','The Pilots’ Widows','a society that meets on first Fridays','People speak of it as of weather.','','to have the true list of the lost read out in public','[]',1);
INSERT INTO "entities" VALUES('01a22721-41b4-72ea-a0b7-4e89889dd0bd','01a22721-40bf-736b-aa0e-751f874b6ad0','idea','The Common Silence','what everyone agreed not to say','Nobody remembers making the agreement, and nobody has broken it yet.','','','[]',1);
CREATE TABLE events (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    run_id TEXT,
    -- JSON of the body; NULL for `run`, whose body is the run as it stands when the event is read.
    body   TEXT
) STRICT;
INSERT INTO "events" VALUES(1,1795952820418,NULL,'{"story":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(2,1795952820447,'01a22721-40d8-74c8-acaa-3d2f096dfbf4',NULL);
INSERT INTO "events" VALUES(3,1795952820469,'01a22721-40d8-74c8-acaa-3d2f096dfbf4',NULL);
INSERT INTO "events" VALUES(4,1795952820486,'01a22721-40d8-74c8-acaa-3d2f096dfbf4',NULL);
INSERT INTO "events" VALUES(5,1795952820540,'01a22721-40d8-74c8-acaa-3d2f096dfbf4',NULL);
INSERT INTO "events" VALUES(6,1795952820657,'01a22721-40d8-74c8-acaa-3d2f096dfbf4',NULL);
INSERT INTO "events" VALUES(7,1795952820662,NULL,'{"world":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(8,1795952820662,NULL,'{"story":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(9,1795952820665,'01a22721-40d8-74c8-acaa-3d2f096dfbf4',NULL);
INSERT INTO "events" VALUES(10,1795952820695,'01a22721-40d8-74c8-acaa-3d2f096dfbf4',NULL);
INSERT INTO "events" VALUES(11,1795952820695,'01a22721-40d8-74c8-acaa-3d2f096dfbf4','{"notice":{"level":"info","text":"Make the world: finished.","run":"01a22721-40d8-74c8-acaa-3d2f096dfbf4"}}');
INSERT INTO "events" VALUES(12,1795952820755,'01a22721-4211-75cb-9058-de4536f0ee11',NULL);
INSERT INTO "events" VALUES(13,1795952820764,'01a22721-4211-75cb-9058-de4536f0ee11',NULL);
INSERT INTO "events" VALUES(14,1795952820771,'01a22721-4211-75cb-9058-de4536f0ee11',NULL);
INSERT INTO "events" VALUES(15,1795952820779,'01a22721-4211-75cb-9058-de4536f0ee11',NULL);
INSERT INTO "events" VALUES(16,1795952820805,'01a22721-4211-75cb-9058-de4536f0ee11',NULL);
INSERT INTO "events" VALUES(17,1795952820807,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(18,1795952820807,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(19,1795952820807,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":3,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(20,1795952820808,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(21,1795952820808,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":5,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(22,1795952820808,NULL,'{"story":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(23,1795952820810,'01a22721-4211-75cb-9058-de4536f0ee11',NULL);
INSERT INTO "events" VALUES(24,1795952820822,'01a22721-4211-75cb-9058-de4536f0ee11',NULL);
INSERT INTO "events" VALUES(25,1795952820822,'01a22721-4211-75cb-9058-de4536f0ee11','{"notice":{"level":"info","text":"Make the outline: finished.","run":"01a22721-4211-75cb-9058-de4536f0ee11"}}');
INSERT INTO "events" VALUES(26,1795952820899,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(27,1795952820919,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(28,1795952820942,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(29,1795952820943,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(30,1795952820956,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(31,1795952820982,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(32,1795952821012,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":0,"text":"Evening "}}');
INSERT INTO "events" VALUES(33,1795952821027,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":8,"text":"did not fall at Gannet Lighthouse; it rose, out of the gullies and from under the boats, until only the highest windows were left above it. It was blowing hard enough to lean on.\n\nThey had told Demelza, in the beginning, that a daughter needs three things: good eyes, warm socks, and somebody to write to. She had got by on two of them for years now. It was only in the evenings, in the quarter of an hour between the last task and the lamp, that the third made itself felt, like a draught one can’t find the source of.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\nThere was no stamp on it, and no name on the back. It lay inside the door, face up, and it had been put there while Demelza was in the next room with nothing between them but a wall.\n\n*You will have been told that it was an accident*, it began, without any greeting. *You will have found it convenient. I do not reproach you for that. But there is a person still living who knows better, and who is tired, and I am writing this while I can still make my letters.* Then it broke off. The rest of the sheet was blank, except for a ring where a cup had stood.\n\nDemelza read it standing up. Then she went and opened the door and looked both ways, as one does, long after it could be of any use.\n\nThere was a tune that belonged to the scarred bell, or so people said, and they said too that it was better not to finish it. Demelza had only ever got as far as the turn.\n\nNuala would have laughed. Demelza could hear just how: first the breath through the nose, then the hand over the mouth, too late.\n\nThe smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.\n\n“Very well,” said Demelza aloud, to nobody at all, and it seemed that nobody had been waiting for just that."}}');
INSERT INTO "events" VALUES(34,1795952821028,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":2045,"text":"\n\n"}}');
INSERT INTO "events" VALUES(35,1795952821106,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":2047,"text":"After "}}');
INSERT INTO "events" VALUES(36,1795952821162,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":2053,"text":"ten o’clock there was nobody about at Veldra Sands but those who were paid to be, and Demelza. Loose things knocked. Nobody went to see to them any more.\n\nDemelza had the sense of having been shown something in plain view and of having said thank you and looked at the frame.\n\nAt school they had made Demelza learn a poem about courage. She had forgotten all of it but the last line, and now could not get it to mean anything without the rest.\n\n“Tell me again,” Demelza said, “slowly, as if I were somebody else.” And so it was said again, in just so many words: “Ash will not stop talking about a ferryman called Ivo.” It did not sound any smaller the second time.\n\nA cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.\n\nAfterwards Demelza could not have said how much time went by. The light had moved a little way along the wall.\n\nAsh read slowly, with their lips pressed together, and at the end turned the sheet over to see whether it was any better from behind.\n\n“Do you know the hand?” Demelza asked.\n\n“No.” It came a little too soon. They seemed to hear this themself, for they added: “I know the paper. That’s shop paper. There’s hardly anyone buys it now, they say it drinks the ink.”\n\n“Who does?”\n\n“You’d better ask them who sell it.” Ash folded the letter along its own creases and held it out by one corner. “Or you could put it in the "}}');
INSERT INTO "events" VALUES(37,1795952821170,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":3530,"text":"stove. I’m not advising it. I only want it to have been mentioned.”\n\nSomebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nSomebody had painted a boat that spring and put the rest of the blue on a door, a bucket and a wheelbarrow. It cheered the eye. It made the grey beside it look deliberate.\n\nPeople lie most about what they are proud of, Demelza had found. For what they were ashamed of they generally had the facts.\n\nThere was still time to decide otherwise. Demelza noticed it passing, as one notices a tram."}}');
INSERT INTO "events" VALUES(38,1795952821172,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":4164,"text":"\n\n"}}');
INSERT INTO "events" VALUES(39,1795952821266,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":4166,"text":"The "}}');
INSERT INTO "events" VALUES(40,1795952821268,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(41,1795952821295,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":4170,"text":"first boats were going out past Veldra Sands with their lamps still lit, though they no longer needed them.\n\nShe went over the times again. They fitted. It was exactly this that Demelza disliked about them.\n\nNuala used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. She had been nine or ten at the time and had probably got it out of a book.\n\nBy evening Demelza had written a reply, though there was nobody to send it to. It ran to three lines. It said where she could be found, and when, and that she would come alone.\n\nThe trail, such as it was, led to Veldra Sands. Demelza had not been there for "}}');
INSERT INTO "events" VALUES(42,1795952821308,'01a22721-42a1-721c-b62b-b1880936da22','{"text":{"run":"01a22721-42a1-721c-b62b-b1880936da22","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"offset":4823,"text":"years; one could live quite well without going to Veldra Sands, and she had brought some skill to it. She got out the better shoes. She cleaned them with attention, the heels as well, and stood them side by side, with the toes towards the door.\n\nDemelza heard Torvald before she saw him: there was nobody else who hummed when he was worried.\n\n“You don’t trust me,” said Torvald.\n\n“I trust you to tell me what you’d like to have happened.”\n\n“That’s more than most people do.” He thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”\n\n“What colour was the door?”\n\n“Green,” Torvald said. But it was his hands that Demelza was watching, and these had closed.\n\nIt struck Demelza that in all this time Torvald had not once asked what was in it for himself.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nAs a child Demelza had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.\n\nWhy now? It was the one question Demelza kept coming back to, as one comes back to a tooth.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(43,1795952821321,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(44,1795952821332,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(45,1795952821750,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(46,1795952821795,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(47,1795952821828,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(48,1795952821857,NULL,'{"world":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(49,1795952821866,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"revision":"01a22721-4647-70bf-a0b6-5d672ca3cdf1","state":"written"}}');
INSERT INTO "events" VALUES(50,1795952821869,NULL,'{"story":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(51,1795952821872,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(52,1795952821898,'01a22721-42a1-721c-b62b-b1880936da22',NULL);
INSERT INTO "events" VALUES(53,1795952821898,'01a22721-42a1-721c-b62b-b1880936da22','{"notice":{"level":"info","text":"Write chapter 1: finished.","run":"01a22721-42a1-721c-b62b-b1880936da22"}}');
INSERT INTO "events" VALUES(54,1795952821949,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(55,1795952821990,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(56,1795952822028,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(57,1795952822031,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(58,1795952822054,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(59,1795952822139,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(60,1795952822213,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"text":{"run":"01a22721-46b7-71bf-91fb-d584c88bbb2a","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":0,"text":"The "}}');
INSERT INTO "events" VALUES(61,1795952822232,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"text":{"run":"01a22721-46b7-71bf-91fb-d584c88bbb2a","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4,"text":"last of the daylight hung about Veldra Sands like a visitor who can’t find the words for leaving. A thin, methodical rain was falling, the kind that does not wet one until one has stopped paying attention.\n\nA person can carry a question about for a week, Demelza found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.\n\nThe smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.\n\nOne has to have an errand, when one asks questions, and Demelza’s was a poor one: a matter of an old account, possibly in the wrong name. At Veldra Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nDemelza thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nNuala used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. She had been nine or ten at the time and had probably got it out of a book.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nDemelza tasted salt on her lip and could not have said whether it had come from without or within.\n\nThere was a tune that Demelza’s mother used to hum over difficult letters. One knew from it, in the next room, how bad it was going to be.\n\nIt was too tidy. In Demelza’s experience life left crumbs.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nWhy now? It was the one question Demelza kept coming back to, as one comes back to a tooth.\n\n“Very well,” said Demelza aloud, to nobody at all, and it seemed that nobody had been waiting for just that."}}');
INSERT INTO "events" VALUES(62,1795952822233,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"text":{"run":"01a22721-46b7-71bf-91fb-d584c88bbb2a","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":2064,"text":"\n\n"}}');
INSERT INTO "events" VALUES(63,1795952822282,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"text":{"run":"01a22721-46b7-71bf-91fb-d584c88bbb2a","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":2066,"text":"After "}}');
INSERT INTO "events" VALUES(64,1795952822296,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"text":{"run":"01a22721-46b7-71bf-91fb-d584c88bbb2a","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":2072,"text":"ten o’clock there was nobody about at the Customs House but those who were paid to be, and Demelza. Rain ticked against whatever would let it, and ran off the rest.\n\nDemelza had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nDemelza had kept Nuala’s gloves. They had been in the left-hand drawer so long, one on top of the other, that they had taken on the look of hands resting.\n\n“You’re going about it the wrong way.” Ash had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nDemelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Ash’s was as cold as a key.\n\nTheir hands were what gave Ash away: they went on being kind when the rest of them had stopped.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Demelza moved her head. The horizon jumped, and settled, and gave nothing away.\n\nShe had been warned about this, as it happened. Long ago, by a woman selling matches, who had looked at Demelza’s palm, closed the hand up again like a book, and counted out the change.\n\nWhat does one hide in a place that everyone walks through? Demelza thought: something that looks as though it belonged to somebody else.\n\nThere was still time to decide otherwise. Demelza noticed it passing, as one notices a tram."}}');
INSERT INTO "events" VALUES(65,1795952822297,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"text":{"run":"01a22721-46b7-71bf-91fb-d584c88bbb2a","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4097,"text":"\n\n"}}');
INSERT INTO "events" VALUES(66,1795952822358,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"text":{"run":"01a22721-46b7-71bf-91fb-d584c88bbb2a","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4099,"text":"The "}}');
INSERT INTO "events" VALUES(67,1795952822359,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(68,1795952822378,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"text":{"run":"01a22721-46b7-71bf-91fb-d584c88bbb2a","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4103,"text":"first boats were going out past Gannet Lighthouse with their lamps still lit, though they no longer needed them.\n\nThere were two explanations, and Demelza liked neither. One was impossible. The other was someone she was fond of.\n\nSalt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nDemelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nThe scarred bell had gone flat with the weather. Demelza listened with her head on one side, like a doctor who is fond of the patient.\n\nIf Nuala had been there she would have done something foolish by now, and it would have worked. That was the maddening thing about her. Demelza had been careful all her life, and had so much more to regret.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nIt was not until she was halfway home that Demelza saw what had been wrong with it. She stopped in the road. Then she turned round."}}');
INSERT INTO "events" VALUES(69,1795952822412,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(70,1795952822447,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(71,1795952822788,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(72,1795952822838,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(73,1795952822874,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(74,1795952822886,NULL,'{"world":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(75,1795952822891,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"revision":"01a22721-4a62-7701-b5f1-d3d8d64f81b8","state":"written"}}');
INSERT INTO "events" VALUES(76,1795952822894,NULL,'{"story":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(77,1795952822898,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(78,1795952822930,'01a22721-46b7-71bf-91fb-d584c88bbb2a',NULL);
INSERT INTO "events" VALUES(79,1795952822931,'01a22721-46b7-71bf-91fb-d584c88bbb2a','{"notice":{"level":"info","text":"Write chapter 2: finished.","run":"01a22721-46b7-71bf-91fb-d584c88bbb2a"}}');
INSERT INTO "events" VALUES(80,1795952823003,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":1,"revision":"01a22721-4ac4-7045-ac1c-baaef3fc9682","state":"written"}}');
INSERT INTO "events" VALUES(81,1795952823003,NULL,'{"story":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(82,1795952823027,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":3,"revision":"01a22721-4af2-728b-ad98-bdd4d9eaea54","state":"written"}}');
INSERT INTO "events" VALUES(83,1795952823027,NULL,'{"story":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(84,1795952823048,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(85,1795952823057,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(86,1795952823081,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"revision":"01a22721-4a62-7701-b5f1-d3d8d64f81b8","state":"drafting"}}');
INSERT INTO "events" VALUES(87,1795952823082,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(88,1795952823106,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(89,1795952823152,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(90,1795952823226,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":0,"text":"The "}}');
INSERT INTO "events" VALUES(91,1795952823247,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4,"text":"first boats were going out past Veldra Sands with their lamps still lit, though they no longer needed them. It had been raining long enough for people to have stopped mentioning it.\n\nIt would have been easy that day to let the whole matter rest. Demelza thought so several times, each time with great firmness.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nOne has to have an errand, when one asks questions, and Demelza’s was a poor one: a matter of an old account, possibly in the wrong name. At Veldra Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nDemelza thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nNuala used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. She had been nine or ten at the time and had probably got it out of a book.\n\nA cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.\n\nDemelza tasted salt on her lip and could not have said whether it had come from without or within.\n\nShe had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Demelza preferred not to tell people; they seemed to need it to have been worse.\n\nWhy now? It was the one question Demelza kept coming back to, as one comes back to a tooth.\n\nDemelza shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches."}}');
INSERT INTO "events" VALUES(92,1795952823248,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":2065,"text":"\n\n"}}');
INSERT INTO "events" VALUES(93,1795952823295,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":2067,"text":"The "}}');
INSERT INTO "events" VALUES(94,1795952823308,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":2071,"text":"day was well on, and the Customs House smelled of tar, of fish, and of somebody’s burnt milk.\n\nDemelza had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nSalt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.\n\n“You’re going about it the wrong way.” Ash had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nDemelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Ash’s was as cold as a key.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nThere was a photograph of the two of them with their arms about each other’s necks, squinting, Nuala with her eyes shut. There was one of her with her eyes open, too. It was not so like.\n\nOutside something fell over. Ash flinched; it was quickly mastered, but it had been a good deal of flinch for so little noise.\n\nSomebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nThere was nothing more to be done that day, and Demelza went on doing it for another hour."}}');
INSERT INTO "events" VALUES(95,1795952823312,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4025,"text":"\n\n"}}');
INSERT INTO "events" VALUES(96,1795952823350,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4027,"text":"At "}}');
INSERT INTO "events" VALUES(97,1795952823351,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(98,1795952823378,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4030,"text":"that hour the lamps were being lit along the coast, one after the other, and Gannet Lighthouse took its turn. The rain came in short bursts, with something like an apology in between.\n\nDemelza had made up her mind, and felt the particular lightness of it, which is very like hunger.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nDemelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nThere had been a teacher who held that every question has a handle, and that one need only wait until it is turned towards one. Demelza had waited a good many years on the strength of that.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.\n\nThe scarred bell had gone flat with the weather. Demelza listened with her head on one side, like a doctor who is fond of the patient.\n\nWhen they were children Nuala had taught Demelza to be silent by making her hold a mouthful of water all the way from the pump to the door. Demelza could do it still. It had turned out to be less of a game than it seemed.\n\nIt was too tidy. In Demelza’s experience life left crumbs.\n\nDemelza slid the paper back exactly as it had lain. But the dust had gone, and dust can’t be put back, and by tomorrow somebody would know."}}');
INSERT INTO "events" VALUES(99,1795952823392,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(100,1795952823405,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"rewind":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","chapter":2,"offset":4295}}');
INSERT INTO "events" VALUES(101,1795952823405,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"text":{"run":"01a22721-4b02-7228-9d60-1953b2ef59b6","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"offset":4295,"text":"like hunger.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nDemelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nThere had been a teacher who held that every question has a handle, and that one need only wait until it is turned towards one. Demelza had waited a good many years on the strength of that.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.\n\nThe scarred bell had gone flat with the weather. Demelza listened with her head on one side, like a doctor who is fond of the patient.\n\nWhen they were children Nuala had taught Demelza to be silent by making her hold a mouthful of water all the way from the pump to the door. Demelza could do it still. It had turned out to be less of a game than it seemed.\n\nIt was too tidy. In Demelza’s experience life left crumbs.\n\nDemelza slid the paper back exactly as it had lain. But the dust had gone, and dust can’t be put back, and by tomorrow somebody would know."}}');
INSERT INTO "events" VALUES(102,1795952823416,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(103,1795952823747,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(104,1795952823759,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(105,1795952823771,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(106,1795952823784,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":2,"revision":"01a22721-4ddf-76bc-af59-26b39109584a","state":"written"}}');
INSERT INTO "events" VALUES(107,1795952823784,NULL,'{"story":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0"}}');
INSERT INTO "events" VALUES(108,1795952823794,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(109,1795952823804,'01a22721-4b02-7228-9d60-1953b2ef59b6',NULL);
INSERT INTO "events" VALUES(110,1795952823805,'01a22721-4b02-7228-9d60-1953b2ef59b6','{"notice":{"level":"info","text":"Rewrite chapter 2: finished.","run":"01a22721-4b02-7228-9d60-1953b2ef59b6"}}');
INSERT INTO "events" VALUES(111,1795952824018,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(112,1795952824039,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(113,1795952824075,NULL,'{"chapter":{"story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(114,1795952824077,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(115,1795952824109,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(116,1795952824320,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(117,1795952824522,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(118,1795952824747,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(119,1795952824941,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(120,1795952825155,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(121,1795952825372,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(122,1795952825600,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(123,1795952825811,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(124,1795952826013,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(125,1795952826218,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(126,1795952826417,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(127,1795952826626,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(128,1795952826846,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(129,1795952827076,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(130,1795952827296,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(131,1795952827491,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(132,1795952827716,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(133,1795952827978,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(134,1795952828130,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(135,1795952828239,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":0,"text":"At "}}');
INSERT INTO "events" VALUES(136,1795952828281,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":3,"text":"daybreak "}}');
INSERT INTO "events" VALUES(137,1795952828322,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":12,"text":"Gannet Lighthouse "}}');
INSERT INTO "events" VALUES(138,1795952828323,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(139,1795952828374,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":30,"text":"always "}}');
INSERT INTO "events" VALUES(140,1795952828407,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":37,"text":"seemed to "}}');
INSERT INTO "events" VALUES(141,1795952828448,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":47,"text":"have "}}');
INSERT INTO "events" VALUES(142,1795952828490,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":52,"text":"been "}}');
INSERT INTO "events" VALUES(143,1795952828531,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":57,"text":"put back "}}');
INSERT INTO "events" VALUES(144,1795952828532,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(145,1795952828574,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":66,"text":"a "}}');
INSERT INTO "events" VALUES(146,1795952828615,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":68,"text":"little carelessly, "}}');
INSERT INTO "events" VALUES(147,1795952828656,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":87,"text":"not "}}');
INSERT INTO "events" VALUES(148,1795952828698,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":91,"text":"quite where "}}');
INSERT INTO "events" VALUES(149,1795952828738,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":103,"text":"it "}}');
INSERT INTO "events" VALUES(150,1795952828739,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(151,1795952828780,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":106,"text":"had "}}');
INSERT INTO "events" VALUES(152,1795952828821,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":110,"text":"stood the "}}');
INSERT INTO "events" VALUES(153,1795952828863,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":120,"text":"night "}}');
INSERT INTO "events" VALUES(154,1795952828904,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":126,"text":"before. Clouds "}}');
INSERT INTO "events" VALUES(155,1795952828946,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":141,"text":"were "}}');
INSERT INTO "events" VALUES(156,1795952828950,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(157,1795952828988,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":146,"text":"going over "}}');
INSERT INTO "events" VALUES(158,1795952829030,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":157,"text":"fast "}}');
INSERT INTO "events" VALUES(159,1795952829075,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":162,"text":"and low, "}}');
INSERT INTO "events" VALUES(160,1795952829122,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":171,"text":"with "}}');
INSERT INTO "events" VALUES(161,1795952829159,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":176,"text":"the air "}}');
INSERT INTO "events" VALUES(162,1795952829163,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(163,1795952829200,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":184,"text":"of "}}');
INSERT INTO "events" VALUES(164,1795952829255,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":187,"text":"being wanted "}}');
INSERT INTO "events" VALUES(165,1795952829311,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":200,"text":"elsewhere.\n\n"}}');
INSERT INTO "events" VALUES(166,1795952829363,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":212,"text":"There were "}}');
INSERT INTO "events" VALUES(167,1795952829406,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":223,"text":"two explanations, "}}');
INSERT INTO "events" VALUES(168,1795952829407,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(169,1795952829447,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":241,"text":"and Demelza "}}');
INSERT INTO "events" VALUES(170,1795952829489,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":253,"text":"liked "}}');
INSERT INTO "events" VALUES(171,1795952829529,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":259,"text":"neither. "}}');
INSERT INTO "events" VALUES(172,1795952829578,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":268,"text":"One was "}}');
INSERT INTO "events" VALUES(173,1795952829615,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":276,"text":"impossible. The "}}');
INSERT INTO "events" VALUES(174,1795952829616,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(175,1795952829658,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":292,"text":"other "}}');
INSERT INTO "events" VALUES(176,1795952829696,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":298,"text":"was someone "}}');
INSERT INTO "events" VALUES(177,1795952829742,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":310,"text":"she "}}');
INSERT INTO "events" VALUES(178,1795952829778,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":314,"text":"was "}}');
INSERT INTO "events" VALUES(179,1795952829822,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":318,"text":"fond "}}');
INSERT INTO "events" VALUES(180,1795952829823,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(181,1795952829861,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":323,"text":"of.\n\nOut "}}');
INSERT INTO "events" VALUES(182,1795952829906,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":332,"text":"past "}}');
INSERT INTO "events" VALUES(183,1795952829942,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":337,"text":"the bar "}}');
INSERT INTO "events" VALUES(184,1795952829987,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":345,"text":"a "}}');
INSERT INTO "events" VALUES(185,1795952830024,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":347,"text":"bell-buoy "}}');
INSERT INTO "events" VALUES(186,1795952830026,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(187,1795952830065,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":357,"text":"was talking, "}}');
INSERT INTO "events" VALUES(188,1795952830106,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":370,"text":"two "}}');
INSERT INTO "events" VALUES(189,1795952830147,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":374,"text":"notes and "}}');
INSERT INTO "events" VALUES(190,1795952830189,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":384,"text":"a "}}');
INSERT INTO "events" VALUES(191,1795952830231,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":386,"text":"rest. "}}');
INSERT INTO "events" VALUES(192,1795952830232,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
INSERT INTO "events" VALUES(193,1795952830271,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":392,"text":"As children "}}');
INSERT INTO "events" VALUES(194,1795952830313,'01a22721-4ec6-7681-b6ba-7153f594933f','{"text":{"run":"01a22721-4ec6-7681-b6ba-7153f594933f","story":"01a22721-40bf-736b-aa0e-751f874b6ad0","chapter":4,"offset":404,"text":"they "}}');
INSERT INTO "events" VALUES(195,1795952830435,'01a22721-4ec6-7681-b6ba-7153f594933f',NULL);
CREATE TABLE facts (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "facts" VALUES('01a22721-465e-769e-a188-06579d6ae4c5','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-40c0-7245-ae74-271f3562a947','An unsigned letter says that the accident was none.',1);
INSERT INTO "facts" VALUES('01a22721-465f-7623-9948-9819f7f45cff','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-40c0-7245-ae74-271f3562a947','Ash knows more about the letter than they admits.',1);
INSERT INTO "facts" VALUES('01a22721-4a64-71bd-90b8-a6769faf43b0','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-40c0-7245-ae74-272062f14071','The scarred bell was once left with a stranger, by someone in tears.',1);
INSERT INTO "facts" VALUES('01a22721-4a65-7302-8239-eb2939163599','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-40c0-7245-ae74-272062f14071','Ash and Demelza have a bargain: whatever is found, Ash hears it first.',1);
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
INSERT INTO "pace" VALUES('builtin','chapter','check',68.06,0.41033696002);
INSERT INTO "pace" VALUES('builtin','chapter','draft',1169.45,2.95281342759999954061e-01);
INSERT INTO "pace" VALUES('builtin','chapter','edit',6.4,0.01852504429);
INSERT INTO "pace" VALUES('builtin','chapter','plan',142.606,1.22368465229700018603e+00);
INSERT INTO "pace" VALUES('builtin','chapter','revise',0.0,0.02687002489);
INSERT INTO "pace" VALUES('builtin','outline','draft',181.0,0.023996416);
INSERT INTO "pace" VALUES('builtin','world','draft',670.0,0.112030813);
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
INSERT INTO "relations" VALUES('01a22721-41b4-72ea-a0b7-4e8a37385f82','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b2-769f-9d91-951de98066d0','01a22721-41b3-74ec-835e-1e82e9de1028','lives and works at',1);
INSERT INTO "relations" VALUES('01a22721-41b4-72ea-a0b7-4e8b421514f8','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b3-74ec-835e-1e7ebd76c807','01a22721-41b2-769f-9d91-951de98066d0','once close to',1);
INSERT INTO "relations" VALUES('01a22721-41b4-72ea-a0b7-4e8c0e637101','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b3-74ec-835e-1e7f258116bb','01a22721-41b2-769f-9d91-951de98066d0','trusts',1);
INSERT INTO "relations" VALUES('01a22721-41b4-72ea-a0b7-4e8d4ac2df87','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b3-74ec-835e-1e801d46547c','01a22721-41b2-769f-9d91-951de98066d0','keeps something from',1);
INSERT INTO "relations" VALUES('01a22721-41b5-7383-838c-c69d7e665898','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b3-74ec-835e-1e801d46547c','01a22721-41b3-74ec-835e-1e7ebd76c807','was the last to see',1);
INSERT INTO "relations" VALUES('01a22721-41b5-7383-838c-c69ebb9bb3e9','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b3-74ec-835e-1e817bc247cd','01a22721-41b2-769f-9d91-951de98066d0','owes a favour to',1);
INSERT INTO "relations" VALUES('01a22721-41b5-7383-838c-c69f5b3d2035','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b3-74ec-835e-1e7f258116bb','01a22721-41b3-74ec-835e-1e801d46547c','has not spoken in a year to',1);
INSERT INTO "relations" VALUES('01a22721-41b5-7383-838c-c6a0fd248531','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b2-769f-9d91-951de98066d0','01a22721-41b4-72ea-a0b7-4e86e0fd378d','can’t part with',1);
INSERT INTO "relations" VALUES('01a22721-41b5-7383-838c-c6a16fe664d1','01a22721-40bf-736b-aa0e-751f874b6ad0','01a22721-41b4-72ea-a0b7-4e8794a1f586','01a22721-41b3-74ec-835e-1e834cfe3eba','was found at',1);
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
INSERT INTO "revisions" VALUES('01a22721-4647-70bf-a0b6-5d672ca3cdf1','01a22721-40c0-7245-ae74-271f3562a947','whole','01a22721-42a1-721c-b62b-b1880936da22','Evening did not fall at Gannet Lighthouse; it rose, out of the gullies and from under the boats, until only the highest windows were left above it. It was blowing hard enough to lean on.

They had told Demelza, in the beginning, that a daughter needs three things: good eyes, warm socks, and somebody to write to. She had got by on two of them for years now. It was only in the evenings, in the quarter of an hour between the last task and the lamp, that the third made itself felt, like a draught one can’t find the source of.

Under the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.

There was no stamp on it, and no name on the back. It lay inside the door, face up, and it had been put there while Demelza was in the next room with nothing between them but a wall.

*You will have been told that it was an accident*, it began, without any greeting. *You will have found it convenient. I do not reproach you for that. But there is a person still living who knows better, and who is tired, and I am writing this while I can still make my letters.* Then it broke off. The rest of the sheet was blank, except for a ring where a cup had stood.

Demelza read it standing up. Then she went and opened the door and looked both ways, as one does, long after it could be of any use.

There was a tune that belonged to the scarred bell, or so people said, and they said too that it was better not to finish it. Demelza had only ever got as far as the turn.

Nuala would have laughed. Demelza could hear just how: first the breath through the nose, then the hand over the mouth, too late.

The smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.

Every answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.

“Very well,” said Demelza aloud, to nobody at all, and it seemed that nobody had been waiting for just that.

After ten o’clock there was nobody about at Veldra Sands but those who were paid to be, and Demelza. Loose things knocked. Nobody went to see to them any more.

Demelza had the sense of having been shown something in plain view and of having said thank you and looked at the frame.

At school they had made Demelza learn a poem about courage. She had forgotten all of it but the last line, and now could not get it to mean anything without the rest.

“Tell me again,” Demelza said, “slowly, as if I were somebody else.” And so it was said again, in just so many words: “Ash will not stop talking about a ferryman called Ivo.” It did not sound any smaller the second time.

A cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.

Afterwards Demelza could not have said how much time went by. The light had moved a little way along the wall.

Ash read slowly, with their lips pressed together, and at the end turned the sheet over to see whether it was any better from behind.

“Do you know the hand?” Demelza asked.

“No.” It came a little too soon. They seemed to hear this themself, for they added: “I know the paper. That’s shop paper. There’s hardly anyone buys it now, they say it drinks the ink.”

“Who does?”

“You’d better ask them who sell it.” Ash folded the letter along its own creases and held it out by one corner. “Or you could put it in the stove. I’m not advising it. I only want it to have been mentioned.”

Somebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

Somebody had painted a boat that spring and put the rest of the blue on a door, a bucket and a wheelbarrow. It cheered the eye. It made the grey beside it look deliberate.

People lie most about what they are proud of, Demelza had found. For what they were ashamed of they generally had the facts.

There was still time to decide otherwise. Demelza noticed it passing, as one notices a tram.

The first boats were going out past Veldra Sands with their lamps still lit, though they no longer needed them.

She went over the times again. They fitted. It was exactly this that Demelza disliked about them.

Nuala used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. She had been nine or ten at the time and had probably got it out of a book.

By evening Demelza had written a reply, though there was nobody to send it to. It ran to three lines. It said where she could be found, and when, and that she would come alone.

The trail, such as it was, led to Veldra Sands. Demelza had not been there for years; one could live quite well without going to Veldra Sands, and she had brought some skill to it. She got out the better shoes. She cleaned them with attention, the heels as well, and stood them side by side, with the toes towards the door.

Demelza heard Torvald before she saw him: there was nobody else who hummed when he was worried.

“You don’t trust me,” said Torvald.

“I trust you to tell me what you’d like to have happened.”

“That’s more than most people do.” He thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”

“What colour was the door?”

“Green,” Torvald said. But it was his hands that Demelza was watching, and these had closed.

It struck Demelza that in all this time Torvald had not once asked what was in it for himself.

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

As a child Demelza had hidden a tin of treasures so well that it was never found again. She could still recite what was in it. It was by now the most complete thing that she owned.

Why now? It was the one question Demelza kept coming back to, as one comes back to a tooth.

The light in the window opposite went out. It had been on the whole time; someone had been standing in it.',1175,'[]',1795952821831,NULL,'{"needs_review":false,"summary":"An unsigned letter reaches Demelza at Gannet Lighthouse. Ash will not stop talking about a ferryman called Ivo. Demelza shows Ash the letter. Demelza decides to find the writer at Veldra Sands.","facts":["An unsigned letter says that the accident was none.","Ash knows more about the letter than they admits."],"threads":["Who wrote the letter."]}');
INSERT INTO "revisions" VALUES('01a22721-4a62-7701-b5f1-d3d8d64f81b8','01a22721-40c0-7245-ae74-272062f14071','whole','01a22721-46b7-71bf-91fb-d584c88bbb2a','The last of the daylight hung about Veldra Sands like a visitor who can’t find the words for leaving. A thin, methodical rain was falling, the kind that does not wet one until one has stopped paying attention.

A person can carry a question about for a week, Demelza found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.

The smell was of kelp and paraffin. Demelza had long ceased to notice it, except on days like this one, when she noticed everything.

One has to have an errand, when one asks questions, and Demelza’s was a poor one: a matter of an old account, possibly in the wrong name. At Veldra Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Demelza thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

Nuala used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. She had been nine or ten at the time and had probably got it out of a book.

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

Demelza tasted salt on her lip and could not have said whether it had come from without or within.

There was a tune that Demelza’s mother used to hum over difficult letters. One knew from it, in the next room, how bad it was going to be.

It was too tidy. In Demelza’s experience life left crumbs.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

Why now? It was the one question Demelza kept coming back to, as one comes back to a tooth.

“Very well,” said Demelza aloud, to nobody at all, and it seemed that nobody had been waiting for just that.

After ten o’clock there was nobody about at the Customs House but those who were paid to be, and Demelza. Rain ticked against whatever would let it, and ran off the rest.

Demelza had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

Demelza had kept Nuala’s gloves. They had been in the left-hand drawer so long, one on top of the other, that they had taken on the look of hands resting.

“You’re going about it the wrong way.” Ash had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Demelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” she said. They shook hands on it, and Ash’s was as cold as a key.

Their hands were what gave Ash away: they went on being kind when the rest of them had stopped.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Demelza moved her head. The horizon jumped, and settled, and gave nothing away.

She had been warned about this, as it happened. Long ago, by a woman selling matches, who had looked at Demelza’s palm, closed the hand up again like a book, and counted out the change.

What does one hide in a place that everyone walks through? Demelza thought: something that looks as though it belonged to somebody else.

There was still time to decide otherwise. Demelza noticed it passing, as one notices a tram.

The first boats were going out past Gannet Lighthouse with their lamps still lit, though they no longer needed them.

There were two explanations, and Demelza liked neither. One was impossible. The other was someone she was fond of.

Salt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Demelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

The scarred bell had gone flat with the weather. Demelza listened with her head on one side, like a doctor who is fond of the patient.

If Nuala had been there she would have done something foolish by now, and it would have worked. That was the maddening thing about her. Demelza had been careful all her life, and had so much more to regret.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

Under the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

It was not until she was halfway home that Demelza saw what had been wrong with it. She stopped in the road. Then she turned round.',1160,'[]',1795952822882,NULL,'{"needs_review":false,"summary":"Demelza goes to Veldra Sands to ask questions. Ash follows Demelza and offers a bargain. Demelza learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Ash and Demelza have a bargain: whatever is found, Ash hears it first."],"threads":["Who brought the scarred bell to that door."]}');
INSERT INTO "revisions" VALUES('01a22721-4ac4-7045-ac1c-baaef3fc9682','01a22721-40c0-7245-ae74-271f3562a947','whole',NULL,'Ana counted the steps again.

“Eighty-one,” she said. “It was eighty.” *Somebody* had built one more.
',16,'[]',1795952822980,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22721-4af2-728b-ad98-bdd4d9eaea54','01a22721-40c0-7245-ae74-272125dcaabb','whole',NULL,'Only this line was typed: 雨 ñ ß.
',8,'[]',1795952823026,NULL,NULL);
INSERT INTO "revisions" VALUES('01a22721-4ddf-76bc-af59-26b39109584a','01a22721-40c0-7245-ae74-272062f14071','whole','01a22721-4b02-7228-9d60-1953b2ef59b6','The first boats were going out past Veldra Sands with their lamps still lit, though they no longer needed them. It had been raining long enough for people to have stopped mentioning it.

It would have been easy that day to let the whole matter rest. Demelza thought so several times, each time with great firmness.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

One has to have an errand, when one asks questions, and Demelza’s was a poor one: a matter of an old account, possibly in the wrong name. At Veldra Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Demelza thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

Nuala used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. She had been nine or ten at the time and had probably got it out of a book.

A cormorant stood on the outermost post with its wings hung out to dry, like someone who has been told to wait and has taken it personally.

Demelza tasted salt on her lip and could not have said whether it had come from without or within.

She had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Demelza preferred not to tell people; they seemed to need it to have been worse.

Why now? It was the one question Demelza kept coming back to, as one comes back to a tooth.

Demelza shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches.

The day was well on, and the Customs House smelled of tar, of fish, and of somebody’s burnt milk.

Demelza had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

Salt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.

“You’re going about it the wrong way.” Ash had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Demelza thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” she said. They shook hands on it, and Ash’s was as cold as a key.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

There was a photograph of the two of them with their arms about each other’s necks, squinting, Nuala with her eyes shut. There was one of her with her eyes open, too. It was not so like.

Outside something fell over. Ash flinched; it was quickly mastered, but it had been a good deal of flinch for so little noise.

Somebody had gone to a great deal of trouble. That was the only thing Demelza knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

There was nothing more to be done that day, and Demelza went on doing it for another hour.

At that hour the lamps were being lit along the coast, one after the other, and Gannet Lighthouse took its turn. The rain came in short bursts, with something like an apology in between.

Demelza had made up her mind, and felt the particular lightness of it, which is like hunger.

Under the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Demelza asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

There had been a teacher who held that every question has a handle, and that one need only wait until it is turned towards one. Demelza had waited a good many years on the strength of that.

Every answer so far had been perfectly good. It was merely that they were answers to something Demelza had not asked.

The scarred bell had gone flat with the weather. Demelza listened with her head on one side, like a doctor who is fond of the patient.

When they were children Nuala had taught Demelza to be silent by making her hold a mouthful of water all the way from the pump to the door. Demelza could do it still. It had turned out to be less of a game than it seemed.

It was too tidy. In Demelza’s experience life left crumbs.

Demelza slid the paper back exactly as it had lain. But the dust had gone, and dust can’t be put back, and by tomorrow somebody would know.',1166,'[]',1795952823776,NULL,'{"needs_review":false,"summary":"Demelza goes to Veldra Sands to ask questions. Ash follows Demelza and offers a bargain. Demelza learns that the scarred bell once belonged to someone else.","facts":["The scarred bell was once left with a stranger, by someone in tears.","Ash and Demelza have a bargain: whatever is found, Ash hears it first."],"threads":["Who brought the scarred bell to that door."]}');
CREATE TABLE rules (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    text     TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO "rules" VALUES('01a22721-41b5-7383-838c-c6a253405677','01a22721-40bf-736b-aa0e-751f874b6ad0','Nothing is explained by chance that was done by someone.',1);
INSERT INTO "rules" VALUES('01a22721-41b5-7383-838c-c6a3e0d9d777','01a22721-40bf-736b-aa0e-751f874b6ad0','Every lie has left a trace in something that can be touched.',1);
INSERT INTO "rules" VALUES('01a22721-41b5-7383-838c-c6a4853db736','01a22721-40bf-736b-aa0e-751f874b6ad0','Whoever asks a question here owes an answer in return.',1);
INSERT INTO "rules" VALUES('01a22721-41b6-7593-9291-24e8306055bd','01a22721-40bf-736b-aa0e-751f874b6ad0','The scarred bell may change hands, but it may not be thrown away.',1);
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
, position REAL NOT NULL DEFAULT 0, waiting_for TEXT, pause_after_chapter INTEGER NOT NULL DEFAULT 0, pace TEXT NOT NULL DEFAULT '{"stages":[]}', weight REAL NOT NULL DEFAULT 0, batch INTEGER NOT NULL DEFAULT 0, budget TEXT, told_of_budget INTEGER NOT NULL DEFAULT 0, model_named INTEGER NOT NULL DEFAULT 0, held_up TEXT) STRICT;
INSERT INTO "runs" VALUES('01a22721-40d8-74c8-acaa-3d2f096dfbf4','01a22721-40bf-736b-aa0e-751f874b6ad0','world','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952820435,1795952820463,1795952820693,1.0,NULL,0,'{"stages":[]}',910.0,1,NULL,0,0,NULL);
INSERT INTO "runs" VALUES('01a22721-4211-75cb-9058-de4536f0ee11','01a22721-40bf-736b-aa0e-751f874b6ad0','outline','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952820752,1795952820763,1795952820817,2.0,NULL,0,'{"stages":[{"kind":"world","stage":"draft","tokens":670.0}],"rate":5980.497526158272}',610.0,2,NULL,0,0,NULL);
INSERT INTO "runs" VALUES('01a22721-42a1-721c-b62b-b1880936da22','01a22721-40bf-736b-aa0e-751f874b6ad0','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952820895,1795952820917,1795952821894,3.0,NULL,0,'{"stages":[{"kind":"outline","stage":"draft","tokens":181.0},{"kind":"world","stage":"draft","tokens":670.0}],"rate":6256.100387077649}',1880.0,3,NULL,0,0,NULL);
INSERT INTO "runs" VALUES('01a22721-46b7-71bf-91fb-d584c88bbb2a','01a22721-40bf-736b-aa0e-751f874b6ad0','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952821936,1795952821980,1795952822926,4.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":65.0},{"kind":"chapter","stage":"draft","tokens":1175.0},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":145.0},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":181.0},{"kind":"world","stage":"draft","tokens":670.0}],"rate":2242.214998993336}',1400.0,4,NULL,0,0,NULL);
INSERT INTO "runs" VALUES('01a22721-4b02-7228-9d60-1953b2ef59b6','01a22721-40bf-736b-aa0e-751f874b6ad0','rewrite','succeeded',0,0,'Let it rain.','builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795952823036,1795952823053,1795952823802,5.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":66.80000000000001},{"kind":"chapter","stage":"draft","tokens":1170.5},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":144.4},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":181.0},{"kind":"world","stage":"draft","tokens":670.0}],"rate":2269.756384483921}',1396.7,5,NULL,0,0,NULL);
INSERT INTO "runs" VALUES('01a22721-4ec6-7681-b6ba-7153f594933f','01a22721-40bf-736b-aa0e-751f874b6ad0','chapter','queued',0,0,NULL,'builtin',0,1,1,2,NULL,NULL,NULL,NULL,3,1795952824002,1795952824036,NULL,6.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":68.06},{"kind":"chapter","stage":"draft","tokens":1169.45},{"kind":"chapter","stage":"edit","tokens":6.4},{"kind":"chapter","stage":"plan","tokens":144.58},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":181.0},{"kind":"world","stage":"draft","tokens":670.0}],"rate":2406.8524266083837}',1399.49,6,NULL,0,0,NULL);
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
INSERT INTO "steps" VALUES('01a22721-40d9-7203-859e-3f9553b09766','01a22721-40d8-74c8-acaa-3d2f096dfbf4',0,'world',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-4211-75cb-9058-de46a0958e5b','01a22721-4211-75cb-9058-de4536f0ee11',0,'outline',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-42a2-763a-80cc-823a40440749','01a22721-42a1-721c-b62b-b1880936da22',0,'chapter','01a22721-40c0-7245-ae74-271f3562a947',1,'succeeded','commit',3,3,1.0,1325,1175,NULL,0,NULL,0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-46b7-71bf-91fb-d585dfc34aca','01a22721-46b7-71bf-91fb-d584c88bbb2a',0,'chapter','01a22721-40c0-7245-ae74-272062f14071',2,'succeeded','commit',3,3,1.0,1308,1160,NULL,0,'01a22721-4647-70bf-a0b6-5d672ca3cdf1',0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-4b03-76d6-9b5c-51b5469b6f95','01a22721-4b02-7228-9d60-1953b2ef59b6',0,'chapter','01a22721-40c0-7245-ae74-272062f14071',2,'succeeded','commit',3,3,1.0,1325,1167,'01a22721-4a62-7701-b5f1-d3d8d64f81b8',1,'01a22721-4ac4-7045-ac1c-baaef3fc9682',0,NULL,NULL);
INSERT INTO "steps" VALUES('01a22721-4ec7-75cd-9d0c-57af66c5c17c','01a22721-4ec6-7681-b6ba-7153f594933f',0,'chapter','01a22721-40c1-7668-96cb-b2f3f604ed26',4,'queued','draft',1,3,1.52612737497231171213e-01,207,69,NULL,0,'01a22721-4af2-728b-ad98-bdd4d9eaea54',0,NULL,NULL);
CREATE TABLE stories (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    brief      TEXT NOT NULL,
    template   TEXT,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO "stories" VALUES('01a22721-40bf-736b-aa0e-751f874b6ad0','The Bell of Saint Ruan','{"premise":"A lighthouse keeper’s daughter finds a drowned bell that rings before storms.","genre":"mystery","tone":"quiet","themes":[],"setting":"","chapters":5,"structure":"free","language":"en","rating":"everyone","include":["a ferryman called Ivo"],"avoid":["dreams"]}',NULL,1,1795952820415,1795952823784);
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
INSERT INTO "sqlite_sequence" VALUES('events',195);
COMMIT;

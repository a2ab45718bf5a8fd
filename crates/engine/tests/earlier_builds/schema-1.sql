BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO "_sqlx_migrations" VALUES(1,'studio','2026-11-29 12:18:44',1,X'44EE6E9B82A738983004279C89C1C2E3F65F16A4F61ABDD0C814374FBF58688305541EC658B6FA4C615FECB8B23D2851',6876204);
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
INSERT INTO "chapters" VALUES('01a2273e-4e9f-760a-a2f4-b68b8c1a05de','01a2273e-4e9e-7162-921e-dfa0a59aef85',1,'Something Owing','["Sunniva finds the scarred bell where it should not be.","Marlow will not stop talking about “a ferryman called Ivo”.","Marlow brings news that someone has been asking for Sunniva.","Sunniva keeps back part of the truth."]','written','01a2273e-52ad-703f-80a4-e935417003d0',16,'Sunniva finds the scarred bell where it should not be. Marlow will not stop talking about a ferryman called Ivo. Marlow brings news that someone has been asking for Sunniva. Sunniva keeps back part of the truth.','["Who moved the scarred bell, and why."]',NULL,4);
INSERT INTO "chapters" VALUES('01a2273e-4ea0-72b1-a5a9-8fd552921385','01a2273e-4e9e-7162-921e-dfa0a59aef85',2,'People Who Remember','["Sunniva goes to Oystermouth Sands to ask questions.","Marlow follows Sunniva and offers a bargain.","Sunniva learns that the scarred bell once belonged to someone else."]','written','01a2273e-5404-75e7-a537-3baaa3276c29',1091,'Sunniva goes to Oystermouth Sands to ask questions. Marlow follows Sunniva and offers a bargain. Sunniva learns that the scarred bell once belonged to someone else.','["Who brought the scarred bell to that door."]',NULL,4);
INSERT INTO "chapters" VALUES('01a2273e-4ea0-72b1-a5a9-8fd6a8e0f3a4','01a2273e-4e9e-7162-921e-dfa0a59aef85',3,'The Middle of the Bridge','["Sunniva discovers that Marlow has lied.","Sunniva confronts Marlow at the Slate Chapel.","Sunniva sees her own part in it."]','written','01a2273e-52cf-7264-b43e-6f321a0be823',8,'','[]','Chapter 2 was written again after this one.',4);
INSERT INTO "chapters" VALUES('01a2273e-4ea0-72b1-a5a9-8fd7ed2a6ba9','01a2273e-4e9e-7162-921e-dfa0a59aef85',4,'A Door on the Chain','["The scarred bell disappears from Harrow Lighthouse.","Sunniva and Marlow say unforgivable things.","Sunniva is left alone at Harrow Lighthouse and nearly gives up."]','empty',NULL,0,'','[]',NULL,2);
INSERT INTO "chapters" VALUES('01a2273e-4ea0-72b1-a5a9-8fd89b98f9ad','01a2273e-4e9e-7162-921e-dfa0a59aef85',5,'The Short Way Back','["Marlow returns the scarred bell and explains.","Sunniva tells the whole story aloud at the Slate Chapel.","Sunniva lets go of the scarred bell."]','empty',NULL,0,'','[]',NULL,2);
CREATE TABLE checkpoints (
    step_id TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    stage   TEXT NOT NULL,
    part    INTEGER NOT NULL DEFAULT 0,
    output  TEXT NOT NULL,
    PRIMARY KEY (step_id, stage, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "checkpoints" VALUES('01a2273e-5495-75e7-863f-43dab74838b7','plan',0,'{"scenes":[{"goal":"to be equal to what comes: The scarred bell disappears from Harrow Lighthouse","conflict":"there is no one left to put it off on","point_of_view":"Sunniva","place":"Harrow Lighthouse","present":[],"beats":["The scarred bell disappears from Harrow Lighthouse."]},{"goal":"to come through this: Sunniva and Marlow say unforgivable things","conflict":"Marlow wants it stopped, for good reasons","point_of_view":"Sunniva","place":"Oystermouth Sands","present":["Marlow"],"beats":["Sunniva and Marlow say unforgivable things."]},{"goal":"to get this far: Sunniva is left alone at Harrow Lighthouse and nearly gives up","conflict":"there is no one left to put it off on","point_of_view":"Sunniva","place":"Harrow Lighthouse","present":[],"beats":["Sunniva is left alone at Harrow Lighthouse and nearly gives up."]}]}');
CREATE TABLE drafts (
    step_id   TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    at_offset INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (step_id, at_offset)
) STRICT, WITHOUT ROWID;
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',0,'Before ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',7,'it ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',10,'was properly ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',23,'light ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',29,'the gulls ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',39,'were ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',44,'already quarrelling ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',64,'over ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',69,'Harrow Lighthouse, ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',88,'and ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',92,'there was ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',102,'a smell ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',110,'of ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',113,'wet rope ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',122,'and ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',126,'cold ashes. ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',138,'A ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',140,'wind was ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',149,'blowing that ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',162,'made ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',167,'people hold ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',179,'their ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',185,'collars and ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',197,'agree ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',203,'with each ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',213,'other.

');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',221,'Sunniva ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',229,'had drawn ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',239,'up ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',242,'a list. ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',250,'It ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',253,'had seemed ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',264,'a good ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',271,'idea ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',276,'at ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',279,'the ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',283,'time, ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',289,'and it ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',296,'was ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',300,'a good ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',307,'list, and ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',317,'what ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',322,'was wrong ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',332,'with ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',337,'it was ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',344,'that ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',349,'one name ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',358,'was ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',362,'missing, ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',371,'and ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',375,'she knew ');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',384,'which.

');
INSERT INTO "drafts" VALUES('01a2273e-5495-75e7-863f-43dab74838b7',392,'There had ');
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
INSERT INTO "entities" VALUES('01a2273e-4eea-7750-a336-7fbfbcc27b5e','01a2273e-4e9e-7162-921e-dfa0a59aef85','person','Sunniva','daughter','The daughter at the centre of it. Keeps the hours, the tools and the silence of the work in equally good order.','she/her','to know what was done, and by whom, and why nobody says so','["practical","tender in secret","stubborn"]');
INSERT INTO "entities" VALUES('01a2273e-4eea-7750-a336-7fc0cc331773','01a2273e-4e9e-7162-921e-dfa0a59aef85','person','Anders','Sunniva’s friend, gone these nine years','Left on an ordinary evening with one bag and did not write. Whistled through the teeth, counted steps, could not pass a locked door without trying it.','he/him','to be heard out, for once, to the end','["quick","teasing","brave to a fault"]');
INSERT INTO "entities" VALUES('01a2273e-4eea-7750-a336-7fc19052f8c9','01a2273e-4e9e-7162-921e-dfa0a59aef85','person','Marlow','inspector of lights','Arrives twice a year with a clean collar and a list, and this year the list is longer.','they/them','to close the station by the end of the winter','["correct","tired","not as cold as it seems"]');
INSERT INTO "entities" VALUES('01a2273e-4eea-7750-a336-7fc25e56c97b','01a2273e-4e9e-7162-921e-dfa0a59aef85','person','Ingrid','harbour postmistress','Knows the handwriting of everyone within forty miles, and what it looks like when they lie.','she/her','to see one old debt settled before retirement','["sharp","kind by stealth","unhurried"]');
INSERT INTO "entities" VALUES('01a2273e-4eea-7750-a336-7fc34bfdc071','01a2273e-4e9e-7162-921e-dfa0a59aef85','person','Tobias','ship’s cook, ashore for good','Cooks for a crew that no longer exists and is hurt when nobody comes.','he/him','to be forgiven for a watch he did not keep','["generous","talkative","afraid of silence"]');
INSERT INTO "entities" VALUES('01a2273e-4eea-7750-a336-7fc4e255cf07','01a2273e-4e9e-7162-921e-dfa0a59aef85','person','Brannoc','boatman','Brings the post, the paraffin and the gossip across the sound, and has never been heard to hurry a sentence.','he/him','to stop being the one who carries bad news','["patient","dry","weather-wise"]');
INSERT INTO "entities" VALUES('01a2273e-4eea-7750-a336-7fc551195d62','01a2273e-4e9e-7162-921e-dfa0a59aef85','place','Harrow Lighthouse','the lighthouse','Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a voice belongs to a person. Somebody has always been awake here.','','','[]');
INSERT INTO "entities" VALUES('01a2273e-4eeb-70ed-af28-1fdc6f312461','01a2273e-4e9e-7162-921e-dfa0a59aef85','place','The Slate Chapel','a chapel above the landing','Its north wall is carved with the names of the drowned, and there is room left for more.','','','[]');
INSERT INTO "entities" VALUES('01a2273e-4eeb-70ed-af28-1fdde5d90867','01a2273e-4e9e-7162-921e-dfa0a59aef85','place','The Customs House','an office on the quay','Closed for twenty years, and dusted every Friday by someone who has kept the key.','','','[]');
INSERT INTO "entities" VALUES('01a2273e-4eeb-70ed-af28-1fdefc67a24b','01a2273e-4e9e-7162-921e-dfa0a59aef85','place','Oystermouth Sands','the beach at low water','Three miles of grey sand that belong to the land for six hours and to the sea for the rest.','','','[]');
INSERT INTO "entities" VALUES('01a2273e-4eeb-70ed-af28-1fdfdb3bb9d1','01a2273e-4e9e-7162-921e-dfa0a59aef85','thing','The scarred bell','something that sounds','It goes out of tune before a change of weather, and once did so for no reason at all.','','','[]');
INSERT INTO "entities" VALUES('01a2273e-4eeb-70ed-af28-1fe0d7e3f901','01a2273e-4e9e-7162-921e-dfa0a59aef85','thing','The brass compass','a thing someone left','It is warm from being held, or seems so.','','','[]');
INSERT INTO "entities" VALUES('01a2273e-4eeb-70ed-af28-1fe144aa1e0e','01a2273e-4e9e-7162-921e-dfa0a59aef85','faction','The Lights Board','an office on the mainland that owns the lamps','People speak of it as of weather.','','to save money on the dark','[]');
INSERT INTO "entities" VALUES('01a2273e-4eeb-70ed-af28-1fe25e41d72b','01a2273e-4e9e-7162-921e-dfa0a59aef85','idea','The Common Silence','what everyone agreed not to say','Nobody remembers making the agreement, and nobody has broken it yet.','','','[]');
CREATE TABLE events (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    run_id TEXT,
    -- JSON of the body; NULL for `run`, whose body is the run as it stands when the event is read.
    body   TEXT
) STRICT;
INSERT INTO "events" VALUES(1,1795954724513,NULL,'{"story":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(2,1795954724525,'01a2273e-4eab-763a-8e77-7f6d10f3407a',NULL);
INSERT INTO "events" VALUES(3,1795954724532,'01a2273e-4eab-763a-8e77-7f6d10f3407a',NULL);
INSERT INTO "events" VALUES(4,1795954724555,'01a2273e-4eab-763a-8e77-7f6d10f3407a',NULL);
INSERT INTO "events" VALUES(5,1795954724563,'01a2273e-4eab-763a-8e77-7f6d10f3407a',NULL);
INSERT INTO "events" VALUES(6,1795954724584,'01a2273e-4eab-763a-8e77-7f6d10f3407a',NULL);
INSERT INTO "events" VALUES(7,1795954724589,NULL,'{"world":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(8,1795954724589,NULL,'{"story":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(9,1795954724590,'01a2273e-4eab-763a-8e77-7f6d10f3407a',NULL);
INSERT INTO "events" VALUES(10,1795954724596,'01a2273e-4eab-763a-8e77-7f6d10f3407a',NULL);
INSERT INTO "events" VALUES(11,1795954724597,'01a2273e-4eab-763a-8e77-7f6d10f3407a','{"notice":{"level":"info","text":"Make the world: finished.","run":"01a2273e-4eab-763a-8e77-7f6d10f3407a"}}');
INSERT INTO "events" VALUES(12,1795954724662,'01a2273e-4f36-73e8-9b0d-75bebf5c6c9d',NULL);
INSERT INTO "events" VALUES(13,1795954724667,'01a2273e-4f36-73e8-9b0d-75bebf5c6c9d',NULL);
INSERT INTO "events" VALUES(14,1795954724674,'01a2273e-4f36-73e8-9b0d-75bebf5c6c9d',NULL);
INSERT INTO "events" VALUES(15,1795954724678,'01a2273e-4f36-73e8-9b0d-75bebf5c6c9d',NULL);
INSERT INTO "events" VALUES(16,1795954724690,'01a2273e-4f36-73e8-9b0d-75bebf5c6c9d',NULL);
INSERT INTO "events" VALUES(17,1795954724692,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(18,1795954724692,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(19,1795954724693,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":3,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(20,1795954724693,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(21,1795954724693,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":5,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(22,1795954724694,NULL,'{"story":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(23,1795954724695,'01a2273e-4f36-73e8-9b0d-75bebf5c6c9d',NULL);
INSERT INTO "events" VALUES(24,1795954724700,'01a2273e-4f36-73e8-9b0d-75bebf5c6c9d',NULL);
INSERT INTO "events" VALUES(25,1795954724700,'01a2273e-4f36-73e8-9b0d-75bebf5c6c9d','{"notice":{"level":"info","text":"Make the outline: finished.","run":"01a2273e-4f36-73e8-9b0d-75bebf5c6c9d"}}');
INSERT INTO "events" VALUES(26,1795954724733,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(27,1795954724741,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(28,1795954724763,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(29,1795954724767,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(30,1795954724781,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(31,1795954724810,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(32,1795954724883,'01a2273e-4f7d-71c4-8640-8de112c481de','{"text":{"run":"01a2273e-4f7d-71c4-8640-8de112c481de","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"offset":0,"text":"It "}}');
INSERT INTO "events" VALUES(33,1795954724899,'01a2273e-4f7d-71c4-8640-8de112c481de','{"text":{"run":"01a2273e-4f7d-71c4-8640-8de112c481de","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"offset":3,"text":"was washing day along the shore, and the sheets at Harrow Lighthouse cracked like sails. The wind had gone round in the night and was trying everything that had been left unfastened.\n\nIt was Sunniva’s opinion that a place is kept upright by whoever sweeps it, and at Harrow Lighthouse that was the daughter, which is to say Sunniva. She rose early, did what lay nearest, and had arranged the day so that there was no corner in it where anything could wait for her. It had worked for a long time. It had worked so well that she had taken it for peace.\n\nOn the inside of the cupboard door were the pencil marks, two columns, with dates. Anders’s went up by leaps. At a certain height it stopped, and the other one went on for a bit alone, and then that stopped as well, for shame.\n\nIt was the wrong way round: that was how Sunniva noticed. One passes a thing every day for years and could not describe it under oath, and then it is turned by the width of a hand, and the whole room shouts.\n\nThe scarred bell was not where it belonged. Nobody had any reason to move it, and nobody, when Sunniva went through them one by one, could easily have done so without being seen. Nothing else was disturbed. There was not so much as a mark on the floor.\n\nShe put it back. She went away and did something else. After a quarter of an hour she returned, casually, as though she had forgotten her gloves, and there was the scarred bell, exactly as she had left it, looking as a child looks who is being good on purpose.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\nNobody had touched the scarred bell, and still there was a hum about it, the way a glass goes on after the finger has left.\n\nWhat does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.\n\nFrom far off somebody was calling, and had been, Sunniva now realised, for quite a while."}}');
INSERT INTO "events" VALUES(34,1795954724901,'01a2273e-4f7d-71c4-8640-8de112c481de','{"text":{"run":"01a2273e-4f7d-71c4-8640-8de112c481de","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"offset":2026,"text":"\n\n"}}');
INSERT INTO "events" VALUES(35,1795954724930,'01a2273e-4f7d-71c4-8640-8de112c481de','{"text":{"run":"01a2273e-4f7d-71c4-8640-8de112c481de","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"offset":2028,"text":"The "}}');
INSERT INTO "events" VALUES(36,1795954724945,'01a2273e-4f7d-71c4-8640-8de112c481de','{"text":{"run":"01a2273e-4f7d-71c4-8640-8de112c481de","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"offset":2032,"text":"last of the daylight hung about Oystermouth Sands like a visitor who can’t find the words for leaving. The wind dropped, considered, and began again from the other side.\n\nSunniva had got into the way of talking to herself again, under her breath, in the tone one uses to a horse.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nWhat happened then can be put briefly, and Sunniva always did put it briefly, later on, when she was asked: “Marlow will not stop talking about a ferryman called Ivo.” What could not be put at all was the quiet that came after, and the colour of the light.\n\nSunniva remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.\n\nThere was a pause then, such as there is between two waves. It did not last.\n\n“There’s a person been asking for you,” said Marlow, unwinding a scarf. “By your whole name.”\n\n“What sort of a person?”\n\n“Clean boots. That’s all I could tell you. They asked at the shop, and they asked at the gate, and both times they thanked people and wrote nothing down.” They frowned at the scarf. “When somebody means to remember a thing and doesn’t write it down, I always think they’ve been told what they’d hear.”\n\nSunniva laughed, and the laugh came out a little short. “And what did they hear?”\n\n“That you’d always lived here. That you never had visitors.” Marlow looked up. “It sounded worse, somehow, than it is.”\n\nFoam ran up, hesitated, and sank into the sand with a sound like a page being turned.\n\nAnders would have laughed. Sunniva could hear just how: first the breath through the nose, then the hand over the mouth, too late.\n\nThey did not speak for some time, and it was not uncomfortable. With most people Sunniva felt silence as a bill that was mounting up; with Marlow it seemed to have been paid by someone.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Sunniva had not asked.\n\nSunniva counted to a hundred. At sixty-one the light came on."}}');
INSERT INTO "events" VALUES(37,1795954724952,'01a2273e-4f7d-71c4-8640-8de112c481de','{"text":{"run":"01a2273e-4f7d-71c4-8640-8de112c481de","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"offset":4230,"text":"\n\n"}}');
INSERT INTO "events" VALUES(38,1795954724981,'01a2273e-4f7d-71c4-8640-8de112c481de','{"text":{"run":"01a2273e-4f7d-71c4-8640-8de112c481de","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"offset":4232,"text":"It "}}');
INSERT INTO "events" VALUES(39,1795954724991,'01a2273e-4f7d-71c4-8640-8de112c481de','{"text":{"run":"01a2273e-4f7d-71c4-8640-8de112c481de","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"offset":4235,"text":"was the dead hour at Harrow Lighthouse, when the tide stands and even the shingle holds its tongue. A wind was blowing that made people hold their collars and agree with each other.\n\nThere were two explanations, and Sunniva liked neither. One was impossible. The other was someone she was fond of.\n\nUnder the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.\n\n“You’d say, wouldn’t you?” Marlow asked. “If there were something?”\n\nIt would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Sunniva looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.\n\n“The rates,” Marlow repeated. They had the delicacy not to nod.\n\nWhen they were gone Sunniva went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.\n\nThere was a tune that Sunniva’s mother used to hum over difficult letters. One knew from it, in the next room, how bad it was going to be.\n\nSomebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nSunniva tried one note. It hung about Harrow Lighthouse for longer than it should have and seemed to go and look in the corners.\n\nHe could whistle through his teeth, Anders, any tune at all after hearing it once. For months after he was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.\n\nMarlow never sat in a room with their back to the door. Sunniva had noticed it long ago and had taken it for manners.\n\nWhy now? It was the one question Sunniva kept coming back to, as one comes back to a tooth.\n\n“Good night,” they said behind her, all of them, a shade too much together."}}');
INSERT INTO "events" VALUES(40,1795954725004,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(41,1795954725019,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(42,1795954725048,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(43,1795954725058,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(44,1795954725070,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"revision":"01a2273e-50cb-73e2-8444-47b455f560f0","state":"written"}}');
INSERT INTO "events" VALUES(45,1795954725071,NULL,'{"story":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(46,1795954725071,NULL,'{"world":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(47,1795954725071,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(48,1795954725080,'01a2273e-4f7d-71c4-8640-8de112c481de',NULL);
INSERT INTO "events" VALUES(49,1795954725081,'01a2273e-4f7d-71c4-8640-8de112c481de','{"notice":{"level":"info","text":"Write chapter 1: finished.","run":"01a2273e-4f7d-71c4-8640-8de112c481de"}}');
INSERT INTO "events" VALUES(50,1795954725132,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(51,1795954725145,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(52,1795954725162,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(53,1795954725162,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(54,1795954725191,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(55,1795954725216,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(56,1795954725240,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"text":{"run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":0,"text":"By "}}');
INSERT INTO "events" VALUES(57,1795954725252,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"text":{"run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":3,"text":"mid-morning the light at Oystermouth Sands lay flat as a slate, and the sea beyond had the colour of the inside of a mussel. The rain came in short bursts, with something like an apology in between.\n\nIt would have been easy that day to let the whole matter rest. Sunniva thought so several times, each time with great firmness.\n\nFoam ran up, hesitated, and sank into the sand with a sound like a page being turned.\n\nOne has to have an errand, when one asks questions, and Sunniva’s was a poor one: a matter of an old account, possibly in the wrong name. At Oystermouth Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nSunniva thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nThe boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.\n\nShe had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Sunniva preferred not to tell people; they seemed to need it to have been worse.\n\nIt was too tidy. In Sunniva’s experience life left crumbs.\n\nSunniva tasted salt on her lip and could not have said whether it had come from without or within.\n\nWhat did Anders’s voice sound like? Sunniva could still call it up, but it took longer each year, and she had begun to suspect that what came was partly her own.\n\nTwo women were gutting fish on the slip, their arms red to the elbow, talking without a stop; the knives never once looked up. A gull took what it was given and screamed about the rest.\n\nSomebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nAnd that would have been that, had Sunniva not looked back."}}');
INSERT INTO "events" VALUES(58,1795954725268,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"text":{"run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":2105,"text":"\n\n"}}');
INSERT INTO "events" VALUES(59,1795954725303,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"text":{"run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":2107,"text":"Towards "}}');
INSERT INTO "events" VALUES(60,1795954725313,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"text":{"run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":2115,"text":"sunset the sea grew quiet around the Slate Chapel, as people do when someone has come into the room. Every surface shone, and there was a sound of running water from somewhere that was usually dry.\n\nA person can carry a question about for a week, Sunniva found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Sunniva moved her head. The horizon jumped, and settled, and gave nothing away.\n\n“You’re going about it the wrong way.” Marlow had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nSunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Marlow’s was as cold as a key.\n\nSunniva’s grandmother used to say that a house remembers its quarrels and forgets its dinners. As a child she had gone along the walls with one ear to the plaster.\n\nPeople lie most about what they are proud of, Sunniva had found. For what they were ashamed of they generally had the facts.\n\nThe smell was of kelp and paraffin. Sunniva had long ceased to notice it, except on days like this one, when she noticed everything.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nSunniva shut the door behind her and stood for a moment with her hand still on it. Then she went to look for a coat."}}');
INSERT INTO "events" VALUES(61,1795954725315,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"text":{"run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":4166,"text":"\n\n"}}');
INSERT INTO "events" VALUES(62,1795954725373,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"text":{"run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":4168,"text":"It "}}');
INSERT INTO "events" VALUES(63,1795954725379,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"text":{"run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":4171,"text":"was the dead hour at Harrow Lighthouse, when the tide stands and even the shingle holds its tongue.\n\nSomething had shifted since the day before, no more than a picture shifts on its nail. Sunniva kept wanting to put out a finger and set it straight.\n\nThere was a photograph of the two of them with their arms about each other’s necks, squinting, Anders with his eyes shut. There was one of him with his eyes open, too. It was not so like.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nSunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nMarlow had been standing there for a while, it turned out, with that gift they had for not being noticed until they wished to be.\n\n“You don’t trust me,” said Marlow.\n\n“I trust you to tell me what you’d like to have happened.”\n\n“That’s more than most people do.” They thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”\n\n“What colour was the door?”\n\n“Green,” Marlow said. But it was their hands that Sunniva was watching, and these had closed.\n\nWhat does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.\n\nIt was not until she was halfway home that Sunniva saw what had been wrong with it. She stopped in the road. Then she turned round."}}');
INSERT INTO "events" VALUES(64,1795954725391,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(65,1795954725418,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(66,1795954725478,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(67,1795954725484,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(68,1795954725492,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"revision":"01a2273e-5271-711a-8ee2-5cf63fd106d3","state":"written"}}');
INSERT INTO "events" VALUES(69,1795954725492,NULL,'{"story":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(70,1795954725492,NULL,'{"world":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(71,1795954725493,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(72,1795954725503,'01a2273e-510b-73ff-ae3b-3bedfc8a326a',NULL);
INSERT INTO "events" VALUES(73,1795954725503,'01a2273e-510b-73ff-ae3b-3bedfc8a326a','{"notice":{"level":"info","text":"Write chapter 2: finished.","run":"01a2273e-510b-73ff-ae3b-3bedfc8a326a"}}');
INSERT INTO "events" VALUES(74,1795954725562,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":1,"revision":"01a2273e-52ad-703f-80a4-e935417003d0","state":"written"}}');
INSERT INTO "events" VALUES(75,1795954725563,NULL,'{"story":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(76,1795954725584,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":3,"revision":"01a2273e-52cf-7264-b43e-6f321a0be823","state":"written"}}');
INSERT INTO "events" VALUES(77,1795954725584,NULL,'{"story":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(78,1795954725605,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(79,1795954725618,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(80,1795954725625,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"revision":"01a2273e-5271-711a-8ee2-5cf63fd106d3","state":"drafting"}}');
INSERT INTO "events" VALUES(81,1795954725626,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(82,1795954725633,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(83,1795954725653,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(84,1795954725702,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":0,"text":"It "}}');
INSERT INTO "events" VALUES(85,1795954725713,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":3,"text":"was washing day along the shore, and the sheets at Oystermouth Sands cracked like sails. It was fine weather, and had been for days, and people had begun to distrust it.\n\nIt would have been easy that day to let the whole matter rest. Sunniva thought so several times, each time with great firmness.\n\nAnders used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. He had been nine or ten at the time and had probably got it out of a book.\n\nOne has to have an errand, when one asks questions, and Sunniva’s was a poor one: a matter of an old account, possibly in the wrong name. At Oystermouth Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nSunniva thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nSunniva tasted salt on her lip and could not have said whether it had come from without or within.\n\nTwo women were gutting fish on the slip, their arms red to the elbow, talking without a stop; the knives never once looked up. A gull took what it was given and screamed about the rest.\n\nShe had been warned about this, as it happened. Long ago, by a woman selling matches, who had looked at Sunniva’s palm, closed the hand up again like a book, and counted out the change.\n\nSomebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\n“Very well,” said Sunniva aloud, to nobody at all, and it seemed that nobody had been waiting for just that."}}');
INSERT INTO "events" VALUES(86,1795954725715,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":1899,"text":"\n\n"}}');
INSERT INTO "events" VALUES(87,1795954725762,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":1901,"text":"At "}}');
INSERT INTO "events" VALUES(88,1795954725772,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":1904,"text":"that hour the lamps were being lit along the coast, one after the other, and the Slate Chapel took its turn. The sun shone with great impartiality on what was whole and what was broken.\n\nSunniva had made up her mind, and felt the particular lightness of it, which is very like hunger.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\n“You’re going about it the wrong way.” Marlow had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nSunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Marlow’s was as cold as a key.\n\nThe smell was of kelp and paraffin. Sunniva had long ceased to notice it, except on days like this one, when she noticed everything.\n\nWhen they were children Anders had taught her to be silent by making her hold a mouthful of water all the way from the pump to the door. Sunniva could do it still. It had turned out to be less of a game than it seemed.\n\nMarlow never sat in a room with their back to the door. Sunniva had noticed it long ago and had taken it for manners.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Sunniva had not asked.\n\nThe dark came on. Sunniva made no light, so as to be able to see who came."}}');
INSERT INTO "events" VALUES(89,1795954725774,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":3829,"text":"\n\n"}}');
INSERT INTO "events" VALUES(90,1795954725795,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":3831,"text":"The "}}');
INSERT INTO "events" VALUES(91,1795954725800,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":3835,"text":"beam of the far light went over Harrow Lighthouse every twelve seconds and showed it exactly as it had been.\n\nSunniva was not afraid, or not more than was useful. She had counted up what could still be lost, and it had come to less than she expected, and that was the part that frightened her.\n\nFar out a single light was going along the edge of the world, so slowly that one had to line it up with a chimney to be sure. Sunniva wished it well. It was a habit from childhood: one wished them well and did not count them.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nSunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nAnd since it is always so when one wants to be alone, there came Marlow.\n\n“I’ll tell you a thing about secrets,” said Marlow. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”\n\n“What happened on the day before?”\n\n“You see?” said Marlow. “That’s just what I’d have asked.” And they would not say another word on the subject, but talked for ten minutes, very well, about pears.\n\nIt was too tidy. In Sunniva’s experience life left crumbs.\n\nSunniva slid the paper back exactly as it had lain. But the dust had gone, and dust can’t be put back, and by tomorrow somebody would know."}}');
INSERT INTO "events" VALUES(92,1795954725804,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(93,1795954725817,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"rewind":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","chapter":2,"offset":2171}}');
INSERT INTO "events" VALUES(94,1795954725817,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"text":{"run":"01a2273e-52e4-76bb-a413-de69d6786c1a","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"offset":2171,"text":"like hunger.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\n“You’re going about it the wrong way.” Marlow had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nSunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” she said. They shook hands on it, and Marlow’s was as cold as a key.\n\nThe smell was of kelp and paraffin. Sunniva had long ceased to notice it, except on days like this one, when she noticed everything.\n\nWhen they were children Anders had taught her to be silent by making her hold a mouthful of water all the way from the pump to the door. Sunniva could do it still. It had turned out to be less of a game than it seemed.\n\nMarlow never sat in a room with their back to the door. Sunniva had noticed it long ago and had taken it for manners.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Sunniva had not asked.\n\nThe dark came on. Sunniva made no light, so as to be able to see who came.\n\nThe beam of the far light went over Harrow Lighthouse every twelve seconds and showed it exactly as it had been.\n\nSunniva was not afraid, or not more than was useful. She had counted up what could still be lost, and it had come to less than she expected, and that was the part that frightened her.\n\nFar out a single light was going along the edge of the world, so slowly that one had to line it up with a chimney to be sure. Sunniva wished it well. It was a habit from childhood: one wished them well and did not count them.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nSunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nAnd since it is always so when one wants to be alone, there came Marlow.\n\n“I’ll tell you a thing about secrets,” said Marlow. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”\n\n“What happened on the day before?”\n\n“You see?” said Marlow. “That’s just what I’d have asked.” And they would not say another word on the subject, but talked for ten minutes, very well, about pears.\n\nIt was too tidy. In Sunniva’s experience life left crumbs.\n\nSunniva slid the paper back exactly as it had lain. But the dust had gone, and dust can’t be put back, and by tomorrow somebody would know."}}');
INSERT INTO "events" VALUES(95,1795954725822,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(96,1795954725879,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(97,1795954725890,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(98,1795954725895,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":2,"revision":"01a2273e-5404-75e7-a537-3baaa3276c29","state":"written"}}');
INSERT INTO "events" VALUES(99,1795954725895,NULL,'{"story":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(100,1795954725895,NULL,'{"world":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85"}}');
INSERT INTO "events" VALUES(101,1795954725896,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(102,1795954725911,'01a2273e-52e4-76bb-a413-de69d6786c1a',NULL);
INSERT INTO "events" VALUES(103,1795954725911,'01a2273e-52e4-76bb-a413-de69d6786c1a','{"notice":{"level":"info","text":"Rewrite chapter 2: finished.","run":"01a2273e-52e4-76bb-a413-de69d6786c1a"}}');
INSERT INTO "events" VALUES(104,1795954726039,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(105,1795954726044,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(106,1795954726057,NULL,'{"chapter":{"story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(107,1795954726058,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(108,1795954726068,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(109,1795954726269,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(110,1795954726477,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(111,1795954726682,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(112,1795954726888,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(113,1795954727095,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(114,1795954727301,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(115,1795954727506,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(116,1795954727711,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(117,1795954727916,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(118,1795954728124,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(119,1795954728332,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(120,1795954728538,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(121,1795954728745,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(122,1795954728952,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(123,1795954729163,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(124,1795954729388,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(125,1795954729604,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(126,1795954729806,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(127,1795954730152,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(128,1795954730211,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":0,"text":"Before "}}');
INSERT INTO "events" VALUES(129,1795954730252,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":7,"text":"it "}}');
INSERT INTO "events" VALUES(130,1795954730293,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":10,"text":"was properly "}}');
INSERT INTO "events" VALUES(131,1795954730334,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":23,"text":"light "}}');
INSERT INTO "events" VALUES(132,1795954730375,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":29,"text":"the gulls "}}');
INSERT INTO "events" VALUES(133,1795954730376,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(134,1795954730416,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":39,"text":"were "}}');
INSERT INTO "events" VALUES(135,1795954730458,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":44,"text":"already quarrelling "}}');
INSERT INTO "events" VALUES(136,1795954730500,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":64,"text":"over "}}');
INSERT INTO "events" VALUES(137,1795954730541,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":69,"text":"Harrow Lighthouse, "}}');
INSERT INTO "events" VALUES(138,1795954730582,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":88,"text":"and "}}');
INSERT INTO "events" VALUES(139,1795954730583,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(140,1795954730625,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":92,"text":"there was "}}');
INSERT INTO "events" VALUES(141,1795954730664,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":102,"text":"a smell "}}');
INSERT INTO "events" VALUES(142,1795954730706,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":110,"text":"of "}}');
INSERT INTO "events" VALUES(143,1795954730747,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":113,"text":"wet rope "}}');
INSERT INTO "events" VALUES(144,1795954730788,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":122,"text":"and "}}');
INSERT INTO "events" VALUES(145,1795954730789,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(146,1795954730830,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":126,"text":"cold ashes. "}}');
INSERT INTO "events" VALUES(147,1795954730871,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":138,"text":"A "}}');
INSERT INTO "events" VALUES(148,1795954730912,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":140,"text":"wind was "}}');
INSERT INTO "events" VALUES(149,1795954730953,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":149,"text":"blowing that "}}');
INSERT INTO "events" VALUES(150,1795954730994,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":162,"text":"made "}}');
INSERT INTO "events" VALUES(151,1795954730995,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(152,1795954731035,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":167,"text":"people hold "}}');
INSERT INTO "events" VALUES(153,1795954731077,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":179,"text":"their "}}');
INSERT INTO "events" VALUES(154,1795954731119,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":185,"text":"collars and "}}');
INSERT INTO "events" VALUES(155,1795954731160,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":197,"text":"agree "}}');
INSERT INTO "events" VALUES(156,1795954731241,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":203,"text":"with each "}}');
INSERT INTO "events" VALUES(157,1795954731243,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(158,1795954731246,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":213,"text":"other.\n\n"}}');
INSERT INTO "events" VALUES(159,1795954731286,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":221,"text":"Sunniva "}}');
INSERT INTO "events" VALUES(160,1795954731328,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":229,"text":"had drawn "}}');
INSERT INTO "events" VALUES(161,1795954731369,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":239,"text":"up "}}');
INSERT INTO "events" VALUES(162,1795954731419,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":242,"text":"a list. "}}');
INSERT INTO "events" VALUES(163,1795954731423,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(164,1795954731457,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":250,"text":"It "}}');
INSERT INTO "events" VALUES(165,1795954731499,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":253,"text":"had seemed "}}');
INSERT INTO "events" VALUES(166,1795954731541,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":264,"text":"a good "}}');
INSERT INTO "events" VALUES(167,1795954731586,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":271,"text":"idea "}}');
INSERT INTO "events" VALUES(168,1795954731638,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":276,"text":"at "}}');
INSERT INTO "events" VALUES(169,1795954731639,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(170,1795954731705,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":279,"text":"the "}}');
INSERT INTO "events" VALUES(171,1795954731723,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":283,"text":"time, "}}');
INSERT INTO "events" VALUES(172,1795954731765,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":289,"text":"and it "}}');
INSERT INTO "events" VALUES(173,1795954731806,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":296,"text":"was "}}');
INSERT INTO "events" VALUES(174,1795954731847,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":300,"text":"a good "}}');
INSERT INTO "events" VALUES(175,1795954731847,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(176,1795954731888,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":307,"text":"list, and "}}');
INSERT INTO "events" VALUES(177,1795954731933,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":317,"text":"what "}}');
INSERT INTO "events" VALUES(178,1795954731971,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":322,"text":"was wrong "}}');
INSERT INTO "events" VALUES(179,1795954732012,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":332,"text":"with "}}');
INSERT INTO "events" VALUES(180,1795954732054,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":337,"text":"it was "}}');
INSERT INTO "events" VALUES(181,1795954732055,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(182,1795954732095,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":344,"text":"that "}}');
INSERT INTO "events" VALUES(183,1795954732136,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":349,"text":"one name "}}');
INSERT INTO "events" VALUES(184,1795954732250,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":358,"text":"was "}}');
INSERT INTO "events" VALUES(185,1795954732308,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":362,"text":"missing, "}}');
INSERT INTO "events" VALUES(186,1795954732309,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
INSERT INTO "events" VALUES(187,1795954732348,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":371,"text":"and "}}');
INSERT INTO "events" VALUES(188,1795954732389,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":375,"text":"she knew "}}');
INSERT INTO "events" VALUES(189,1795954732431,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":384,"text":"which.\n\n"}}');
INSERT INTO "events" VALUES(190,1795954732473,'01a2273e-5495-75e7-863f-43d90d26fa55','{"text":{"run":"01a2273e-5495-75e7-863f-43d90d26fa55","story":"01a2273e-4e9e-7162-921e-dfa0a59aef85","chapter":4,"offset":392,"text":"There had "}}');
INSERT INTO "events" VALUES(191,1795954732626,'01a2273e-5495-75e7-863f-43d90d26fa55',NULL);
CREATE TABLE facts (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
) STRICT;
INSERT INTO "facts" VALUES('01a2273e-50cd-70f3-a57c-a6017ef6d76a','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4e9f-760a-a2f4-b68b8c1a05de','Someone has been asking for Sunniva by name.');
INSERT INTO "facts" VALUES('01a2273e-50cd-70f3-a57c-a602662cdd47','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4e9f-760a-a2f4-b68b8c1a05de','Sunniva has not told Marlow everything.');
INSERT INTO "facts" VALUES('01a2273e-5405-7668-bb74-6fc1f9c579c2','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4ea0-72b1-a5a9-8fd552921385','The scarred bell was once left with a stranger, by someone in tears.');
INSERT INTO "facts" VALUES('01a2273e-5405-7668-bb74-6fc2f549cca5','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4ea0-72b1-a5a9-8fd552921385','Marlow and Sunniva have a bargain: whatever is found, Marlow hears it first.');
CREATE TABLE idempotency (
    key        TEXT PRIMARY KEY,
    run_id     TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE relations (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    from_id  TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    to_id    TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    label    TEXT NOT NULL
) STRICT;
INSERT INTO "relations" VALUES('01a2273e-4eeb-70ed-af28-1fe30bb2ce0e','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fbfbcc27b5e','01a2273e-4eea-7750-a336-7fc551195d62','lives and works at');
INSERT INTO "relations" VALUES('01a2273e-4eeb-70ed-af28-1fe461a0b6bb','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fc0cc331773','01a2273e-4eea-7750-a336-7fbfbcc27b5e','once close to');
INSERT INTO "relations" VALUES('01a2273e-4eec-777d-8e13-809c06514862','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fc19052f8c9','01a2273e-4eea-7750-a336-7fbfbcc27b5e','trusts');
INSERT INTO "relations" VALUES('01a2273e-4eec-777d-8e13-809dc422aa2e','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fc25e56c97b','01a2273e-4eea-7750-a336-7fbfbcc27b5e','keeps something from');
INSERT INTO "relations" VALUES('01a2273e-4eec-777d-8e13-809e881245b6','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fc25e56c97b','01a2273e-4eea-7750-a336-7fc0cc331773','was the last to see');
INSERT INTO "relations" VALUES('01a2273e-4eec-777d-8e13-809fdcdd4b0b','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fc34bfdc071','01a2273e-4eea-7750-a336-7fbfbcc27b5e','owes a favour to');
INSERT INTO "relations" VALUES('01a2273e-4eec-777d-8e13-80a0ec6d08ab','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fc4e255cf07','01a2273e-4eea-7750-a336-7fbfbcc27b5e','is wary of');
INSERT INTO "relations" VALUES('01a2273e-4eec-777d-8e13-80a142206a22','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fc19052f8c9','01a2273e-4eea-7750-a336-7fc25e56c97b','has not spoken in a year to');
INSERT INTO "relations" VALUES('01a2273e-4eec-777d-8e13-80a2b97d2212','01a2273e-4e9e-7162-921e-dfa0a59aef85','01a2273e-4eea-7750-a336-7fbfbcc27b5e','01a2273e-4eeb-70ed-af28-1fdfdb3bb9d1','can’t part with');
CREATE TABLE revisions (
    id         TEXT PRIMARY KEY,
    chapter_id TEXT NOT NULL REFERENCES chapters (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    run_id     TEXT,
    text       TEXT NOT NULL,
    words      INTEGER NOT NULL,
    findings   TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO "revisions" VALUES('01a2273e-50cb-73e2-8444-47b455f560f0','01a2273e-4e9f-760a-a2f4-b68b8c1a05de','whole','01a2273e-4f7d-71c4-8640-8de112c481de','It was washing day along the shore, and the sheets at Harrow Lighthouse cracked like sails. The wind had gone round in the night and was trying everything that had been left unfastened.

It was Sunniva’s opinion that a place is kept upright by whoever sweeps it, and at Harrow Lighthouse that was the daughter, which is to say Sunniva. She rose early, did what lay nearest, and had arranged the day so that there was no corner in it where anything could wait for her. It had worked for a long time. It had worked so well that she had taken it for peace.

On the inside of the cupboard door were the pencil marks, two columns, with dates. Anders’s went up by leaps. At a certain height it stopped, and the other one went on for a bit alone, and then that stopped as well, for shame.

It was the wrong way round: that was how Sunniva noticed. One passes a thing every day for years and could not describe it under oath, and then it is turned by the width of a hand, and the whole room shouts.

The scarred bell was not where it belonged. Nobody had any reason to move it, and nobody, when Sunniva went through them one by one, could easily have done so without being seen. Nothing else was disturbed. There was not so much as a mark on the floor.

She put it back. She went away and did something else. After a quarter of an hour she returned, casually, as though she had forgotten her gloves, and there was the scarred bell, exactly as she had left it, looking as a child looks who is being good on purpose.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

Nobody had touched the scarred bell, and still there was a hum about it, the way a glass goes on after the finger has left.

What does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.

From far off somebody was calling, and had been, Sunniva now realised, for quite a while.

The last of the daylight hung about Oystermouth Sands like a visitor who can’t find the words for leaving. The wind dropped, considered, and began again from the other side.

Sunniva had got into the way of talking to herself again, under her breath, in the tone one uses to a horse.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

What happened then can be put briefly, and Sunniva always did put it briefly, later on, when she was asked: “Marlow will not stop talking about a ferryman called Ivo.” What could not be put at all was the quiet that came after, and the colour of the light.

Sunniva remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.

There was a pause then, such as there is between two waves. It did not last.

“There’s a person been asking for you,” said Marlow, unwinding a scarf. “By your whole name.”

“What sort of a person?”

“Clean boots. That’s all I could tell you. They asked at the shop, and they asked at the gate, and both times they thanked people and wrote nothing down.” They frowned at the scarf. “When somebody means to remember a thing and doesn’t write it down, I always think they’ve been told what they’d hear.”

Sunniva laughed, and the laugh came out a little short. “And what did they hear?”

“That you’d always lived here. That you never had visitors.” Marlow looked up. “It sounded worse, somehow, than it is.”

Foam ran up, hesitated, and sank into the sand with a sound like a page being turned.

Anders would have laughed. Sunniva could hear just how: first the breath through the nose, then the hand over the mouth, too late.

They did not speak for some time, and it was not uncomfortable. With most people Sunniva felt silence as a bill that was mounting up; with Marlow it seemed to have been paid by someone.

Every answer so far had been perfectly good. It was merely that they were answers to something Sunniva had not asked.

Sunniva counted to a hundred. At sixty-one the light came on.

It was the dead hour at Harrow Lighthouse, when the tide stands and even the shingle holds its tongue. A wind was blowing that made people hold their collars and agree with each other.

There were two explanations, and Sunniva liked neither. One was impossible. The other was someone she was fond of.

Under the floor the sea could be felt rather than heard, a soft blow every few seconds, as though the rock had a pulse and was not in very good health.

“You’d say, wouldn’t you?” Marlow asked. “If there were something?”

It would have been perfectly simple. There was even a gap left for it in the talk, of about the right size. Sunniva looked into this gap and saw at the bottom of it, quite small, her own face; and said that it was probably about the rates.

“The rates,” Marlow repeated. They had the delicacy not to nod.

When they were gone Sunniva went and stood before the scarred bell. It was the first lie in a good while, and it had come out as smoothly as a drawer that someone has been waxing in secret.

There was a tune that Sunniva’s mother used to hum over difficult letters. One knew from it, in the next room, how bad it was going to be.

Somebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

Sunniva tried one note. It hung about Harrow Lighthouse for longer than it should have and seemed to go and look in the corners.

He could whistle through his teeth, Anders, any tune at all after hearing it once. For months after he was gone the butcher’s boy did the same, all down the road, and had no notion why a grown person should cross over to the other side.

Marlow never sat in a room with their back to the door. Sunniva had noticed it long ago and had taken it for manners.

Why now? It was the one question Sunniva kept coming back to, as one comes back to a tooth.

“Good night,” they said behind her, all of them, a shade too much together.',1162,'[]',1795954725067);
INSERT INTO "revisions" VALUES('01a2273e-5271-711a-8ee2-5cf63fd106d3','01a2273e-4ea0-72b1-a5a9-8fd552921385','whole','01a2273e-510b-73ff-ae3b-3bedfc8a326a','By mid-morning the light at Oystermouth Sands lay flat as a slate, and the sea beyond had the colour of the inside of a mussel. The rain came in short bursts, with something like an apology in between.

It would have been easy that day to let the whole matter rest. Sunniva thought so several times, each time with great firmness.

Foam ran up, hesitated, and sank into the sand with a sound like a page being turned.

One has to have an errand, when one asks questions, and Sunniva’s was a poor one: a matter of an old account, possibly in the wrong name. At Oystermouth Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Sunniva thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

The boats had come up on their chains and all lay pointing the same way, with an air of having agreed on something.

She had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Sunniva preferred not to tell people; they seemed to need it to have been worse.

It was too tidy. In Sunniva’s experience life left crumbs.

Sunniva tasted salt on her lip and could not have said whether it had come from without or within.

What did Anders’s voice sound like? Sunniva could still call it up, but it took longer each year, and she had begun to suspect that what came was partly her own.

Two women were gutting fish on the slip, their arms red to the elbow, talking without a stop; the knives never once looked up. A gull took what it was given and screamed about the rest.

Somebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

And that would have been that, had Sunniva not looked back.

Towards sunset the sea grew quiet around the Slate Chapel, as people do when someone has come into the room. Every surface shone, and there was a sound of running water from somewhere that was usually dry.

A person can carry a question about for a week, Sunniva found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Sunniva moved her head. The horizon jumped, and settled, and gave nothing away.

“You’re going about it the wrong way.” Marlow had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Sunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” she said. They shook hands on it, and Marlow’s was as cold as a key.

Sunniva’s grandmother used to say that a house remembers its quarrels and forgets its dinners. As a child she had gone along the walls with one ear to the plaster.

People lie most about what they are proud of, Sunniva had found. For what they were ashamed of they generally had the facts.

The smell was of kelp and paraffin. Sunniva had long ceased to notice it, except on days like this one, when she noticed everything.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

Sunniva shut the door behind her and stood for a moment with her hand still on it. Then she went to look for a coat.

It was the dead hour at Harrow Lighthouse, when the tide stands and even the shingle holds its tongue.

Something had shifted since the day before, no more than a picture shifts on its nail. Sunniva kept wanting to put out a finger and set it straight.

There was a photograph of the two of them with their arms about each other’s necks, squinting, Anders with his eyes shut. There was one of him with his eyes open, too. It was not so like.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Sunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

Marlow had been standing there for a while, it turned out, with that gift they had for not being noticed until they wished to be.

“You don’t trust me,” said Marlow.

“I trust you to tell me what you’d like to have happened.”

“That’s more than most people do.” They thought it over and seemed, on the whole, to find it just. “All right. Ask me something I’d have no reason to lie about, and watch my hands.”

“What colour was the door?”

“Green,” Marlow said. But it was their hands that Sunniva was watching, and these had closed.

What does one hide in a place that everyone walks through? Sunniva thought: something that looks as though it belonged to somebody else.

It was not until she was halfway home that Sunniva saw what had been wrong with it. She stopped in the road. Then she turned round.',1155,'[]',1795954725490);
INSERT INTO "revisions" VALUES('01a2273e-52ad-703f-80a4-e935417003d0','01a2273e-4e9f-760a-a2f4-b68b8c1a05de','whole',NULL,'Ana counted the steps again.

“Eighty-one,” she said. “It was eighty.” *Somebody* had built one more.
',16,'[]',1795954725549);
INSERT INTO "revisions" VALUES('01a2273e-52cf-7264-b43e-6f321a0be823','01a2273e-4ea0-72b1-a5a9-8fd6a8e0f3a4','whole',NULL,'Only this line was typed: 雨 ñ ß.
',8,'[]',1795954725583);
INSERT INTO "revisions" VALUES('01a2273e-5404-75e7-a537-3baaa3276c29','01a2273e-4ea0-72b1-a5a9-8fd552921385','whole','01a2273e-52e4-76bb-a413-de69d6786c1a','It was washing day along the shore, and the sheets at Oystermouth Sands cracked like sails. It was fine weather, and had been for days, and people had begun to distrust it.

It would have been easy that day to let the whole matter rest. Sunniva thought so several times, each time with great firmness.

Anders used to say that there were only two sorts of trouble, the sort that knocks and the sort that has a key. He had been nine or ten at the time and had probably got it out of a book.

One has to have an errand, when one asks questions, and Sunniva’s was a poor one: a matter of an old account, possibly in the wrong name. At Oystermouth Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Sunniva thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

Sunniva tasted salt on her lip and could not have said whether it had come from without or within.

Two women were gutting fish on the slip, their arms red to the elbow, talking without a stop; the knives never once looked up. A gull took what it was given and screamed about the rest.

She had been warned about this, as it happened. Long ago, by a woman selling matches, who had looked at Sunniva’s palm, closed the hand up again like a book, and counted out the change.

Somebody had gone to a great deal of trouble. That was the only thing Sunniva knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

“Very well,” said Sunniva aloud, to nobody at all, and it seemed that nobody had been waiting for just that.

At that hour the lamps were being lit along the coast, one after the other, and the Slate Chapel took its turn. The sun shone with great impartiality on what was whole and what was broken.

Sunniva had made up her mind, and felt the particular lightness of it, which is like hunger.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

“You’re going about it the wrong way.” Marlow had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” They fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Sunniva thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” she said. They shook hands on it, and Marlow’s was as cold as a key.

The smell was of kelp and paraffin. Sunniva had long ceased to notice it, except on days like this one, when she noticed everything.

When they were children Anders had taught her to be silent by making her hold a mouthful of water all the way from the pump to the door. Sunniva could do it still. It had turned out to be less of a game than it seemed.

Marlow never sat in a room with their back to the door. Sunniva had noticed it long ago and had taken it for manners.

Every answer so far had been perfectly good. It was merely that they were answers to something Sunniva had not asked.

The dark came on. Sunniva made no light, so as to be able to see who came.

The beam of the far light went over Harrow Lighthouse every twelve seconds and showed it exactly as it had been.

Sunniva was not afraid, or not more than was useful. She had counted up what could still be lost, and it had come to less than she expected, and that was the part that frightened her.

Far out a single light was going along the edge of the world, so slowly that one had to line it up with a chimney to be sure. Sunniva wished it well. It was a habit from childhood: one wished them well and did not count them.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Sunniva asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

And since it is always so when one wants to be alone, there came Marlow.

“I’ll tell you a thing about secrets,” said Marlow. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”

“What happened on the day before?”

“You see?” said Marlow. “That’s just what I’d have asked.” And they would not say another word on the subject, but talked for ten minutes, very well, about pears.

It was too tidy. In Sunniva’s experience life left crumbs.

Sunniva slid the paper back exactly as it had lain. But the dust had gone, and dust can’t be put back, and by tomorrow somebody would know.',1091,'[{"severity":"minor","kind":"monotony","quote":"It would have been easy that day to let the whole matter rest.","note":"The third sentence in a row that begins with “it”."}]',1795954725892);
CREATE TABLE rules (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    text     TEXT NOT NULL
) STRICT;
INSERT INTO "rules" VALUES('01a2273e-4eec-777d-8e13-80a38cf70220','01a2273e-4e9e-7162-921e-dfa0a59aef85','Every lie has left a trace in something that can be touched.');
INSERT INTO "rules" VALUES('01a2273e-4eec-777d-8e13-80a457417cc9','01a2273e-4e9e-7162-921e-dfa0a59aef85','Nothing is explained by chance that was done by someone.');
INSERT INTO "rules" VALUES('01a2273e-4eec-777d-8e13-80a5665f1ba9','01a2273e-4e9e-7162-921e-dfa0a59aef85','Whoever asks a question here owes an answer in return.');
INSERT INTO "rules" VALUES('01a2273e-4eed-763b-b802-568f782ea1b5','01a2273e-4e9e-7162-921e-dfa0a59aef85','The scarred bell may change hands, but it may not be thrown away.');
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
) STRICT;
INSERT INTO "runs" VALUES('01a2273e-4eab-763a-8e77-7f6d10f3407a','01a2273e-4e9e-7162-921e-dfa0a59aef85','world','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795954724521,1795954724530,1795954724594);
INSERT INTO "runs" VALUES('01a2273e-4f36-73e8-9b0d-75bebf5c6c9d','01a2273e-4e9e-7162-921e-dfa0a59aef85','outline','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795954724657,1795954724664,1795954724699);
INSERT INTO "runs" VALUES('01a2273e-4f7d-71c4-8640-8de112c481de','01a2273e-4e9e-7162-921e-dfa0a59aef85','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795954724730,1795954724739,1795954725080);
INSERT INTO "runs" VALUES('01a2273e-510b-73ff-ae3b-3bedfc8a326a','01a2273e-4e9e-7162-921e-dfa0a59aef85','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795954725128,1795954725140,1795954725498);
INSERT INTO "runs" VALUES('01a2273e-52e4-76bb-a413-de69d6786c1a','01a2273e-4e9e-7162-921e-dfa0a59aef85','rewrite','succeeded',0,0,'Let it rain.','builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795954725596,1795954725614,1795954725906);
INSERT INTO "runs" VALUES('01a2273e-5495-75e7-863f-43d90d26fa55','01a2273e-4e9e-7162-921e-dfa0a59aef85','chapter','queued',0,0,NULL,'builtin',0,1,1,2,NULL,NULL,NULL,NULL,3,1795954726032,1795954726044,NULL);
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
    take          INTEGER NOT NULL DEFAULT 0,
    UNIQUE (run_id, position)
) STRICT;
INSERT INTO "steps" VALUES('01a2273e-4eac-7703-8dd2-304f5807b636','01a2273e-4eab-763a-8e77-7f6d10f3407a',0,'world',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0);
INSERT INTO "steps" VALUES('01a2273e-4f36-73e8-9b0d-75bf1a0fc3b5','01a2273e-4f36-73e8-9b0d-75bebf5c6c9d',0,'outline',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0);
INSERT INTO "steps" VALUES('01a2273e-4f7d-71c4-8640-8de2b5ad4a35','01a2273e-4f7d-71c4-8640-8de112c481de',0,'chapter','01a2273e-4e9f-760a-a2f4-b68b8c1a05de',1,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0);
INSERT INTO "steps" VALUES('01a2273e-510c-7749-8e8b-a81e24a36946','01a2273e-510b-73ff-ae3b-3bedfc8a326a',0,'chapter','01a2273e-4ea0-72b1-a5a9-8fd552921385',2,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0);
INSERT INTO "steps" VALUES('01a2273e-52e5-7033-8c46-12a45f2e4b77','01a2273e-52e4-76bb-a413-de69d6786c1a',0,'chapter','01a2273e-4ea0-72b1-a5a9-8fd552921385',2,'succeeded','commit',NULL,NULL,1.0,0,0,'01a2273e-5271-711a-8ee2-5cf63fd106d3',1);
INSERT INTO "steps" VALUES('01a2273e-5495-75e7-863f-43dab74838b7','01a2273e-5495-75e7-863f-43d90d26fa55',0,'chapter','01a2273e-4ea0-72b1-a5a9-8fd7ed2a6ba9',4,'queued','draft',1,3,1.71276595744680848465e-01,210,72,NULL,0);
CREATE TABLE stories (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    brief      TEXT NOT NULL,
    template   TEXT,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO "stories" VALUES('01a2273e-4e9e-7162-921e-dfa0a59aef85','The Bell of Saint Ruan','{"premise":"A lighthouse keeper’s daughter finds a drowned bell that rings before storms.","genre":"mystery","tone":"quiet","themes":[],"setting":"","chapters":5,"language":"en","rating":"everyone","include":["a ferryman called Ivo"],"avoid":["dreams"]}',NULL,1,1795954724510,1795954725895);
CREATE INDEX revisions_by_chapter ON revisions (chapter_id, id);
CREATE INDEX entities_by_story ON entities (story_id, id);
CREATE INDEX relations_by_story ON relations (story_id, id);
CREATE INDEX rules_by_story ON rules (story_id, id);
CREATE INDEX facts_by_story ON facts (story_id, id);
CREATE INDEX runs_by_status ON runs (status, priority DESC, id);
CREATE INDEX runs_by_story ON runs (story_id, status);
CREATE INDEX steps_by_chapter ON steps (chapter_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',191);
COMMIT;

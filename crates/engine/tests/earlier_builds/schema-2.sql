BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO "_sqlx_migrations" VALUES(1,'studio','2026-11-29 11:51:36',1,X'44EE6E9B82A738983004279C89C1C2E3F65F16A4F61ABDD0C814374FBF58688305541EC658B6FA4C615FECB8B23D2851',14336102);
INSERT INTO "_sqlx_migrations" VALUES(2,'queue','2026-11-29 11:51:36',1,X'36C6D8955EFF5689D0022BA075DD861D4485BC6D0E35352DF1E60E3A01C73C9C82BDD69EF91D622F10136A116B7EC0C2',14564410);
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
INSERT INTO "chapters" VALUES('01a22725-786f-7533-82e5-cf3c2a778d06','01a22725-786e-7026-ad26-8284ca92bd7b',1,'A Stranger’s Handwriting','["An unsigned letter reaches Oonagh at Sallow Lighthouse.","Demelza will not stop talking about “a ferryman called Ivo”.","Oonagh shows Demelza the letter.","Oonagh decides to find the writer at Corrow Sands."]','written','01a22725-7e7c-7060-89a8-ec9368c1505d',16,'An unsigned letter reaches Oonagh at Sallow Lighthouse. Demelza will not stop talking about a ferryman called Ivo. Oonagh shows Demelza the letter. Oonagh decides to find the writer at Corrow Sands.','["Who wrote the letter."]',NULL,4);
INSERT INTO "chapters" VALUES('01a22725-7870-74bc-adaf-39fe878d524e','01a22725-786e-7026-ad26-8284ca92bd7b',2,'Asking at Doors','["Oonagh goes to Corrow Sands to ask questions.","Demelza follows Oonagh and offers a bargain.","Oonagh learns that the scarred bell once belonged to someone else."]','written','01a22725-8096-77d7-8a0b-737820a0fd15',1097,'Oonagh goes to Corrow Sands to ask questions. Demelza follows Oonagh and offers a bargain. Oonagh learns that the scarred bell once belonged to someone else.','["Who brought the scarred bell to that door."]',NULL,5);
INSERT INTO "chapters" VALUES('01a22725-7870-74bc-adaf-39ff4355c6e7','01a22725-786e-7026-ad26-8284ca92bd7b',3,'The Middle of the Bridge','["Oonagh discovers that Demelza has lied.","Oonagh confronts Demelza at the Net Lofts.","Oonagh sees her own part in it."]','written','01a22725-7ea5-73bc-9fe4-d25824efdeee',8,'','[]','Chapter 2 was written again after this one.',4);
INSERT INTO "chapters" VALUES('01a22725-7870-74bc-adaf-3a0046b7e3f8','01a22725-786e-7026-ad26-8284ca92bd7b',4,'The Last Reasonable Hour','["The scarred bell disappears from Sallow Lighthouse.","Oonagh and Demelza say unforgivable things.","Oonagh is left alone at Sallow Lighthouse and nearly gives up."]','empty',NULL,0,'','[]',NULL,2);
INSERT INTO "chapters" VALUES('01a22725-7870-74bc-adaf-3a0182cf3756','01a22725-786e-7026-ad26-8284ca92bd7b',5,'The Short Way Back','["Demelza returns the scarred bell and explains.","Oonagh tells the whole story aloud at the Net Lofts.","Oonagh lets go of the scarred bell."]','empty',NULL,0,'','[]',NULL,2);
CREATE TABLE checkpoints (
    step_id TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    stage   TEXT NOT NULL,
    part    INTEGER NOT NULL DEFAULT 0,
    output  TEXT NOT NULL,
    PRIMARY KEY (step_id, stage, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "checkpoints" VALUES('01a22725-8192-7408-bbda-2167efc60a22','plan',0,'{"scenes":[{"goal":"to be equal to what comes: The scarred bell disappears from Sallow Lighthouse","conflict":"Anders wants it stopped, for good reasons","point_of_view":"Oonagh","place":"Sallow Lighthouse","present":["Anders"],"beats":["The scarred bell disappears from Sallow Lighthouse."]},{"goal":"to get this far: Oonagh and Demelza say unforgivable things","conflict":"Demelza wants it stopped, for good reasons","point_of_view":"Oonagh","place":"Corrow Sands","present":["Demelza"],"beats":["Oonagh and Demelza say unforgivable things."]},{"goal":"to be equal to what comes: Oonagh is left alone at Sallow Lighthouse and nearly gives up","conflict":"Nuala wants it stopped, for good reasons","point_of_view":"Oonagh","place":"Sallow Lighthouse","present":["Nuala"],"beats":["Oonagh is left alone at Sallow Lighthouse and nearly gives up."]}]}');
CREATE TABLE drafts (
    step_id   TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    at_offset INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (step_id, at_offset)
) STRICT, WITHOUT ROWID;
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',0,'The ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',4,'first ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',10,'boats were ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',21,'going out ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',31,'past ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',36,'Sallow Lighthouse ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',54,'with ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',59,'their lamps ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',71,'still ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',77,'lit, though ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',89,'they ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',94,'no longer ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',104,'needed ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',111,'them. The ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',121,'wind ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',126,'dropped, considered, ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',147,'and ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',151,'began again ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',163,'from ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',168,'the ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',172,'other side.

');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',185,'Oonagh ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',192,'had made ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',201,'up ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',204,'her mind, ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',214,'and ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',218,'felt the ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',227,'particular ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',238,'lightness of ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',251,'it, which ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',261,'is ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',264,'very ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',269,'like hunger.

');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',283,'Oonagh ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',290,'tried one ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',300,'note. ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',306,'It hung ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',314,'about ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',320,'Sallow Lighthouse ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',338,'for longer ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',349,'than ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',354,'it ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',357,'should have ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',369,'and ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',373,'seemed ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',380,'to go ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',386,'and ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',390,'look in ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',398,'the ');
INSERT INTO "drafts" VALUES('01a22725-8192-7408-bbda-2167efc60a22',402,'corners.

The ');
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
INSERT INTO "entities" VALUES('01a22725-78f4-733f-8497-7dc603a1d86c','01a22725-786e-7026-ad26-8284ca92bd7b','person','Oonagh','daughter','The daughter at the centre of it. Keeps the hours, the tools and the silence of the work in equally good order.','she/her','to know what was done, and by whom, and why nobody says so','["watchful","exact","slow to anger"]');
INSERT INTO "entities" VALUES('01a22725-78f4-733f-8497-7dc788f07ad4','01a22725-786e-7026-ad26-8284ca92bd7b','person','Henrik','Oonagh’s teacher, gone these nine years','Left on an ordinary evening with one bag and did not write. Whistled through the teeth, counted steps, could not pass a locked door without trying it.','he/him','to be heard out, for once, to the end','["quick","teasing","brave to a fault"]');
INSERT INTO "entities" VALUES('01a22725-78f5-7012-b7c5-1974a97dd4cc','01a22725-786e-7026-ad26-8284ca92bd7b','person','Anders','ship’s cook, ashore for good','Cooks for a crew that no longer exists and is hurt when nobody comes.','he/him','to be forgiven for a watch he did not keep','["generous","talkative","afraid of silence"]');
INSERT INTO "entities" VALUES('01a22725-78f5-7012-b7c5-1975912bded9','01a22725-786e-7026-ad26-8284ca92bd7b','person','Torvald','schoolteacher','Came to the coast for one year and has been here for eleven.','he/him','to find out what the village agreed never to mention','["curious","stubborn","quick to laugh"]');
INSERT INTO "entities" VALUES('01a22725-78f5-7012-b7c5-197695f22339','01a22725-786e-7026-ad26-8284ca92bd7b','person','Nuala','harbour postmistress','Knows the handwriting of everyone within forty miles, and what it looks like when they lie.','she/her','to see one old debt settled before retirement','["sharp","kind by stealth","unhurried"]');
INSERT INTO "entities" VALUES('01a22725-78f5-7012-b7c5-19774e5fd49a','01a22725-786e-7026-ad26-8284ca92bd7b','person','Demelza','net-mender','Sits in the lee of the sheds with a needle of bone and sees everything that lands.','she/her','to keep a promise made on a night of bad weather','["blunt","loyal","superstitious on weekdays"]');
INSERT INTO "entities" VALUES('01a22725-78f5-7012-b7c5-197807578908','01a22725-786e-7026-ad26-8284ca92bd7b','place','Sallow Lighthouse','the lighthouse','Thick walls, worn thresholds, and a smell of damp stone that belongs to it as a voice belongs to a person. Somebody has always been awake here.','','','[]');
INSERT INTO "entities" VALUES('01a22725-78f5-7012-b7c5-197993b8e2ab','01a22725-786e-7026-ad26-8284ca92bd7b','place','The Net Lofts','sheds along the quay','Tar, twine and talk; the ladders are worn hollow in the middle.','','','[]');
INSERT INTO "entities" VALUES('01a22725-78f5-7012-b7c5-197a9f904f17','01a22725-786e-7026-ad26-8284ca92bd7b','place','Corrow Sands','the beach at low water','Three miles of grey sand that belong to the land for six hours and to the sea for the rest.','','','[]');
INSERT INTO "entities" VALUES('01a22725-78f6-756a-89fa-667453e97136','01a22725-786e-7026-ad26-8284ca92bd7b','thing','The scarred bell','something that sounds','It goes out of tune before a change of weather, and once did so for no reason at all.','','','[]');
INSERT INTO "entities" VALUES('01a22725-78f6-756a-89fa-66757cc467b0','01a22725-786e-7026-ad26-8284ca92bd7b','thing','The brass compass','a thing someone left','It is warm from being held, or seems so.','','','[]');
INSERT INTO "entities" VALUES('01a22725-78f6-756a-89fa-66765654cd1d','01a22725-786e-7026-ad26-8284ca92bd7b','faction','The Pilots’ Widows','a society that meets on first Fridays','People speak of it as of weather.','','to have the true list of the lost read out in public','[]');
INSERT INTO "entities" VALUES('01a22725-78f6-756a-89fa-667718b63257','01a22725-786e-7026-ad26-8284ca92bd7b','idea','The Common Silence','what everyone agreed not to say','Nobody remembers making the agreement, and nobody has broken it yet.','','','[]');
CREATE TABLE events (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    run_id TEXT,
    -- JSON of the body; NULL for `run`, whose body is the run as it stands when the event is read.
    body   TEXT
) STRICT;
INSERT INTO "events" VALUES(1,1795953096816,NULL,'{"story":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(2,1795953096857,'01a22725-7895-7674-8103-c2404ec73924',NULL);
INSERT INTO "events" VALUES(3,1795953096878,'01a22725-7895-7674-8103-c2404ec73924',NULL);
INSERT INTO "events" VALUES(4,1795953096902,'01a22725-7895-7674-8103-c2404ec73924',NULL);
INSERT INTO "events" VALUES(5,1795953096913,'01a22725-7895-7674-8103-c2404ec73924',NULL);
INSERT INTO "events" VALUES(6,1795953096946,'01a22725-7895-7674-8103-c2404ec73924',NULL);
INSERT INTO "events" VALUES(7,1795953096952,NULL,'{"world":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(8,1795953096952,NULL,'{"story":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(9,1795953096956,'01a22725-7895-7674-8103-c2404ec73924',NULL);
INSERT INTO "events" VALUES(10,1795953097008,'01a22725-7895-7674-8103-c2404ec73924',NULL);
INSERT INTO "events" VALUES(11,1795953097009,'01a22725-7895-7674-8103-c2404ec73924','{"notice":{"level":"info","text":"Make the world: finished.","run":"01a22725-7895-7674-8103-c2404ec73924"}}');
INSERT INTO "events" VALUES(12,1795953097082,'01a22725-7978-7133-9c48-35d8c7d1ac27',NULL);
INSERT INTO "events" VALUES(13,1795953097095,'01a22725-7978-7133-9c48-35d8c7d1ac27',NULL);
INSERT INTO "events" VALUES(14,1795953097110,'01a22725-7978-7133-9c48-35d8c7d1ac27',NULL);
INSERT INTO "events" VALUES(15,1795953097116,'01a22725-7978-7133-9c48-35d8c7d1ac27',NULL);
INSERT INTO "events" VALUES(16,1795953097155,'01a22725-7978-7133-9c48-35d8c7d1ac27',NULL);
INSERT INTO "events" VALUES(17,1795953097159,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(18,1795953097160,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(19,1795953097161,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":3,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(20,1795953097161,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(21,1795953097161,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":5,"revision":null,"state":"empty"}}');
INSERT INTO "events" VALUES(22,1795953097161,NULL,'{"story":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(23,1795953097167,'01a22725-7978-7133-9c48-35d8c7d1ac27',NULL);
INSERT INTO "events" VALUES(24,1795953097199,'01a22725-7978-7133-9c48-35d8c7d1ac27',NULL);
INSERT INTO "events" VALUES(25,1795953097205,'01a22725-7978-7133-9c48-35d8c7d1ac27','{"notice":{"level":"info","text":"Make the outline: finished.","run":"01a22725-7978-7133-9c48-35d8c7d1ac27"}}');
INSERT INTO "events" VALUES(26,1795953097247,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(27,1795953097267,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(28,1795953097290,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(29,1795953097292,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(30,1795953097321,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(31,1795953097360,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(32,1795953097416,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"text":{"run":"01a22725-7a1c-7334-83cc-bb867b8065b4","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"offset":0,"text":"It "}}');
INSERT INTO "events" VALUES(33,1795953097425,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"text":{"run":"01a22725-7a1c-7334-83cc-bb867b8065b4","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"offset":3,"text":"was washing day along the shore, and the sheets at Sallow Lighthouse cracked like sails. There was not a cloud; it made one feel somewhat overlooked.\n\nIt was Oonagh’s opinion that a place is kept upright by whoever sweeps it, and at Sallow Lighthouse that was the daughter, which is to say Oonagh. She rose early, did what lay nearest, and had arranged the day so that there was no corner in it where anything could wait for her. It had worked for a long time. It had worked so well that she had taken it for peace.\n\nThe smell was of kelp and paraffin. Oonagh had long ceased to notice it, except on days like this one, when she noticed everything.\n\nThere was no stamp on it, and no name on the back. It lay inside the door, face up, and it had been put there while Oonagh was in the next room with nothing between them but a wall.\n\n*You will have been told that it was an accident*, it began, without any greeting. *You will have found it convenient. I do not reproach you for that. But there is a person still living who knows better, and who is tired, and I am writing this while I can still make my letters.* Then it broke off. The rest of the sheet was blank, except for a ring where a cup had stood.\n\nOonagh read it standing up. Then she went and opened the door and looked both ways, as one does, long after it could be of any use.\n\nWhat did Henrik’s voice sound like? Oonagh could still call it up, but it took longer each year, and she had begun to suspect that what came was partly her own.\n\nA window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Oonagh moved her head. The horizon jumped, and settled, and gave nothing away.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Oonagh had not asked.\n\n“Very well,” said Oonagh aloud, to nobody at all, and it seemed that nobody had been waiting for just that."}}');
INSERT INTO "events" VALUES(34,1795953097427,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"text":{"run":"01a22725-7a1c-7334-83cc-bb867b8065b4","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"offset":1944,"text":"\n\n"}}');
INSERT INTO "events" VALUES(35,1795953097489,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"text":{"run":"01a22725-7a1c-7334-83cc-bb867b8065b4","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"offset":1946,"text":"The "}}');
INSERT INTO "events" VALUES(36,1795953097510,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"text":{"run":"01a22725-7a1c-7334-83cc-bb867b8065b4","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"offset":1950,"text":"tide was making. One heard it before one saw it, at the Net Lofts, a rustling in the stones like a great many people getting to their feet. The sun shone with great impartiality on what was whole and what was broken.\n\nOonagh was not afraid, or not more than was useful. She had counted up what could still be lost, and it had come to less than she expected, and that was the part that frightened her.\n\nIt was the kind of evening on which Oonagh’s father used to go round and try the locks, twice, whistling, so that nobody should think that he was afraid of anything.\n\nSomebody had chalked it up where nobody could miss it, half as a joke: *Demelza will not stop talking about a ferryman called Ivo.* Oonagh read it, and read it once more, and understood that it was simply the news.\n\nOonagh tasted salt on her lip and could not have said whether it had come from without or within.\n\nOonagh had hardly sat down when the other matter presented itself.\n\nDemelza read slowly, with her lips pressed together, and at the end turned the sheet over to see whether it was any better from behind.\n\n“Do you know the hand?” Oonagh asked.\n\n“No.” It came a little too soon. Demelza seemed to hear this herself, for she added: “I know the paper. That’s shop paper. There’s hardly anyone buys it now, they say it drinks the ink.”\n\n“Who does?”\n\n“You’d better ask them who sell it.” Demelza folded the letter along its own creases and held it out by one corner. “Or you could put it in the stove. I’m not advising it. I only want it to have been mentioned.”\n\nIt was too tidy. In Oonagh’s experience life left crumbs.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nWhat does one hide in a place that everyone walks through? Oonagh thought: something that looks as though it belonged to somebody else.\n\nWhen Demelza had gone Oonagh found that Demelza had left something behind on the table, squarely in the middle, where it could not be called forgetting."}}');
INSERT INTO "events" VALUES(37,1795953097516,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"text":{"run":"01a22725-7a1c-7334-83cc-bb867b8065b4","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"offset":4063,"text":"\n\n"}}');
INSERT INTO "events" VALUES(38,1795953097607,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"text":{"run":"01a22725-7a1c-7334-83cc-bb867b8065b4","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"offset":4065,"text":"After "}}');
INSERT INTO "events" VALUES(39,1795953097608,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(40,1795953097614,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"text":{"run":"01a22725-7a1c-7334-83cc-bb867b8065b4","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"offset":4071,"text":"ten o’clock there was nobody about at Corrow Sands but those who were paid to be, and Oonagh.\n\nOonagh had got into the way of talking to herself again, under her breath, in the tone one uses to a horse.\n\nThere was a photograph of the two of them with their arms about each other’s necks, squinting, Henrik with his eyes shut. There was one of him with his eyes open, too. It was not so like.\n\nBy evening Oonagh had written a reply, though there was nobody to send it to. It ran to three lines. It said where she could be found, and when, and that she would come alone.\n\nThe trail, such as it was, led to Corrow Sands. Oonagh had not been there for years; one could live quite well without going to Corrow Sands, and she had brought some skill to it. She got out the better shoes. She cleaned them with attention, the heels as well, and stood them side by side, with the toes towards the door.\n\nFar out a single light was going along the edge of the world, so slowly that one had to line it up with a post to be sure. Oonagh wished it well. It was a habit from childhood: one wished them well and did not count them.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nThere had been a teacher who held that every question has a handle, and that one need only wait until it is turned towards one. Oonagh had waited a good many years on the strength of that.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nSomebody had painted a boat that spring and put the rest of the blue on a door, a bucket and a wheelbarrow. It cheered the eye. It made the grey beside it look deliberate.\n\nWhy now? It was the one question Oonagh kept coming back to, as one comes back to a tooth.\n\nThe light in the window opposite went out. It had been on the whole time; someone had been standing in it."}}');
INSERT INTO "events" VALUES(41,1795953097630,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(42,1795953097650,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(43,1795953097743,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(44,1795953097771,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(45,1795953097788,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"revision":"01a22725-7c32-7166-afb1-b71dbd1383ee","state":"written"}}');
INSERT INTO "events" VALUES(46,1795953097789,NULL,'{"story":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(47,1795953097789,NULL,'{"world":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(48,1795953097794,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(49,1795953097815,'01a22725-7a1c-7334-83cc-bb867b8065b4',NULL);
INSERT INTO "events" VALUES(50,1795953097815,'01a22725-7a1c-7334-83cc-bb867b8065b4','{"notice":{"level":"info","text":"Write chapter 1: finished.","run":"01a22725-7a1c-7334-83cc-bb867b8065b4"}}');
INSERT INTO "events" VALUES(51,1795953097862,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(52,1795953097891,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(53,1795953097915,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(54,1795953097916,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(55,1795953097929,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(56,1795953097961,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(57,1795953098018,'01a22725-7c7f-7734-83da-b61b376c500c','{"text":{"run":"01a22725-7c7f-7734-83da-b61b376c500c","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":0,"text":"The "}}');
INSERT INTO "events" VALUES(58,1795953098024,'01a22725-7c7f-7734-83da-b61b376c500c','{"text":{"run":"01a22725-7c7f-7734-83da-b61b376c500c","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":4,"text":"first boats were going out past Corrow Sands with their lamps still lit, though they no longer needed them. There was wind in every gap, on its own low note, like somebody thinking.\n\nOonagh had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nHenrik would have laughed. Oonagh could hear just how: first the breath through the nose, then the hand over the mouth, too late.\n\nOne has to have an errand, when one asks questions, and Oonagh’s was a poor one: a matter of an old account, possibly in the wrong name. At Corrow Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nOonagh thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nDown on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nThere was a tune that Oonagh’s mother used to hum over difficult letters. One knew from it, in the next room, how bad it was going to be.\n\nWhoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.\n\nWhy now? It was the one question Oonagh kept coming back to, as one comes back to a tooth.\n\nOonagh shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches."}}');
INSERT INTO "events" VALUES(59,1795953098027,'01a22725-7c7f-7734-83da-b61b376c500c','{"text":{"run":"01a22725-7c7f-7734-83da-b61b376c500c","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":1900,"text":"\n\n"}}');
INSERT INTO "events" VALUES(60,1795953098072,'01a22725-7c7f-7734-83da-b61b376c500c','{"text":{"run":"01a22725-7c7f-7734-83da-b61b376c500c","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":1902,"text":"It "}}');
INSERT INTO "events" VALUES(61,1795953098078,'01a22725-7c7f-7734-83da-b61b376c500c','{"text":{"run":"01a22725-7c7f-7734-83da-b61b376c500c","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":1905,"text":"was washing day along the shore, and the sheets at Corrow Sands cracked like sails. The wind dropped, considered, and began again from the other side.\n\nIt would have been easy that day to let the whole matter rest. Oonagh thought so several times, each time with great firmness.\n\nTwo women were gutting fish on the slip, their arms red to the elbow, talking without a stop; the knives never once looked up. A gull took what it was given and screamed about the rest.\n\n“You’re going about it the wrong way.” Demelza had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” Demelza fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nOonagh thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” Oonagh said. They shook hands on it, and Demelza’s was as cold as a key.\n\nIf Henrik had been there he would have done something foolish by now, and it would have worked. That was the maddening thing about him. Oonagh had been careful all her life, and had so much more to regret.\n\nDemelza listened with lowered eyes, as one listens to music, and now and then moved her lips as if to keep hold of a word.\n\nSomebody had painted a boat that spring and put the rest of the blue on a door, a bucket and a wheelbarrow. It cheered the eye. It made the grey beside it look deliberate.\n\nPeople lie most about what they are proud of, Oonagh had found. For what they were ashamed of they generally had the facts.\n\nWhen Demelza had gone Oonagh found that Demelza had left something behind on the table, squarely in the middle, where it could not be called forgetting."}}');
INSERT INTO "events" VALUES(62,1795953098082,'01a22725-7c7f-7734-83da-b61b376c500c','{"text":{"run":"01a22725-7c7f-7734-83da-b61b376c500c","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":3971,"text":"\n\n"}}');
INSERT INTO "events" VALUES(63,1795953098156,'01a22725-7c7f-7734-83da-b61b376c500c','{"text":{"run":"01a22725-7c7f-7734-83da-b61b376c500c","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":3973,"text":"The "}}');
INSERT INTO "events" VALUES(64,1795953098164,'01a22725-7c7f-7734-83da-b61b376c500c','{"text":{"run":"01a22725-7c7f-7734-83da-b61b376c500c","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":3977,"text":"tide was making. One heard it before one saw it, at Sallow Lighthouse, a rustling in the stones like a great many people getting to their feet. Clouds were going over fast and low, with the air of being wanted elsewhere.\n\nShe went over the times again. They fitted. It was exactly this that Oonagh disliked about them.\n\nOonagh remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nOonagh asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nEvery answer so far had been perfectly good. It was merely that they were answers to something Oonagh had not asked.\n\nThere was a tune that belonged to the scarred bell, or so people said, and they said too that it was better not to finish it. Oonagh had only ever got as far as the turn.\n\nOn the inside of the cupboard door were the pencil marks, two columns, with dates. Henrik’s went up by leaps. At a certain height it stopped, and the other one went on for a bit alone, and then that stopped as well, for shame.\n\nSomebody had gone to a great deal of trouble. That was the only thing Oonagh knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nAnd there, in the margin, in a hand that Oonagh would have known anywhere, stood her own name."}}');
INSERT INTO "events" VALUES(65,1795953098165,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(66,1795953098178,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(67,1795953098199,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(68,1795953098227,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(69,1795953098234,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(70,1795953098240,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"revision":"01a22725-7dfe-7540-8b41-32f7b9c1466a","state":"written"}}');
INSERT INTO "events" VALUES(71,1795953098240,NULL,'{"story":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(72,1795953098240,NULL,'{"world":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(73,1795953098241,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(74,1795953098314,'01a22725-7c7f-7734-83da-b61b376c500c',NULL);
INSERT INTO "events" VALUES(75,1795953098320,'01a22725-7c7f-7734-83da-b61b376c500c','{"notice":{"level":"info","text":"Write chapter 2: finished.","run":"01a22725-7c7f-7734-83da-b61b376c500c"}}');
INSERT INTO "events" VALUES(76,1795953098366,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":1,"revision":"01a22725-7e7c-7060-89a8-ec9368c1505d","state":"written"}}');
INSERT INTO "events" VALUES(77,1795953098367,NULL,'{"story":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(78,1795953098406,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":3,"revision":"01a22725-7ea5-73bc-9fe4-d25824efdeee","state":"written"}}');
INSERT INTO "events" VALUES(79,1795953098407,NULL,'{"story":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(80,1795953098450,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(81,1795953098495,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(82,1795953098527,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"revision":"01a22725-7dfe-7540-8b41-32f7b9c1466a","state":"drafting"}}');
INSERT INTO "events" VALUES(83,1795953098528,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(84,1795953098544,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(85,1795953098571,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(86,1795953098628,'01a22725-7ec9-75dc-ae42-16556081271d','{"text":{"run":"01a22725-7ec9-75dc-ae42-16556081271d","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":0,"text":"It "}}');
INSERT INTO "events" VALUES(87,1795953098654,'01a22725-7ec9-75dc-ae42-16556081271d','{"text":{"run":"01a22725-7ec9-75dc-ae42-16556081271d","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":3,"text":"was washing day along the shore, and the sheets at Corrow Sands cracked like sails. The sun shone with great impartiality on what was whole and what was broken.\n\nA person can carry a question about for a week, Oonagh found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.\n\nOonagh tasted salt on her lip and could not have said whether it had come from without or within.\n\nOne has to have an errand, when one asks questions, and Oonagh’s was a poor one: a matter of an old account, possibly in the wrong name. At Corrow Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.\n\nHad there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.\n\nOonagh thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.\n\nShe had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Oonagh preferred not to tell people; they seemed to need it to have been worse.\n\nWhat does one hide in a place that everyone walks through? Oonagh thought: something that looks as though it belonged to somebody else.\n\nThe ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.\n\nThey had had a signal, Henrik and she: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.\n\nWhy now? It was the one question Oonagh kept coming back to, as one comes back to a tooth.\n\nShe had almost reached the corner when Oonagh heard, quite distinctly, someone say “Wait.”"}}');
INSERT INTO "events" VALUES(88,1795953098671,'01a22725-7ec9-75dc-ae42-16556081271d','{"text":{"run":"01a22725-7ec9-75dc-ae42-16556081271d","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":1890,"text":"\n\n"}}');
INSERT INTO "events" VALUES(89,1795953098770,'01a22725-7ec9-75dc-ae42-16556081271d','{"text":{"run":"01a22725-7ec9-75dc-ae42-16556081271d","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":1892,"text":"Evening "}}');
INSERT INTO "events" VALUES(90,1795953098780,'01a22725-7ec9-75dc-ae42-16556081271d','{"text":{"run":"01a22725-7ec9-75dc-ae42-16556081271d","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":1900,"text":"did not fall at Corrow Sands; it rose, out of the gullies and from under the boats, until only the highest windows were left above it. It was one of those clear cold hours in which every edge looks freshly cut.\n\nShe had meant to come with a clear head. Instead Oonagh had brought along, as one brings in leaves on a shoe, bits of yesterday’s talk, and went over them again: who had said what, and who had looked away.\n\nOut past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.\n\n“You’re going about it the wrong way.” Demelza had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”\n\n“Why should I want to know that?”\n\n“Because nobody’s told them what to say.” Demelza fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”\n\nOonagh thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.\n\n“Done,” Oonagh said. They shook hands on it, and Demelza’s was as cold as a key.\n\nThe smell was of kelp and paraffin. Oonagh had long ceased to notice it, except on days like this one, when she noticed everything.\n\nOonagh remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.\n\nSomebody had gone to a great deal of trouble. That was the only thing Oonagh knew for certain, and it was not a comfort: one takes trouble over what one means to keep.\n\nOonagh counted to a hundred. At sixty-one the light came on."}}');
INSERT INTO "events" VALUES(91,1795953098781,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(92,1795953098784,'01a22725-7ec9-75dc-ae42-16556081271d','{"text":{"run":"01a22725-7ec9-75dc-ae42-16556081271d","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":3881,"text":"\n\n"}}');
INSERT INTO "events" VALUES(93,1795953098811,'01a22725-7ec9-75dc-ae42-16556081271d','{"text":{"run":"01a22725-7ec9-75dc-ae42-16556081271d","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":3883,"text":"At "}}');
INSERT INTO "events" VALUES(94,1795953098823,'01a22725-7ec9-75dc-ae42-16556081271d','{"text":{"run":"01a22725-7ec9-75dc-ae42-16556081271d","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"offset":3886,"text":"night Sallow Lighthouse was mostly sound: the suck and drag below, a halyard tapping, now and then a bird with something on its mind.\n\nOonagh had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.\n\nSalt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.\n\nThe woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.\n\n“And did you?”\n\n“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”\n\nOonagh asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.\n\nAnd since it is always so when one wants to be alone, there came Anders.\n\n“I’ll tell you a thing about secrets,” said Anders. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”\n\n“What happened on the day before?”\n\n“You see?” said Anders. “That’s just what I’d have asked.” And he would not say another word on the subject, but talked for ten minutes, very well, about pears.\n\nThe scarred bell had gone flat with the weather. Oonagh listened with her head on one side, like a doctor who is fond of the patient.\n\nPeople lie most about what they are proud of, Oonagh had found. For what they were ashamed of they generally had the facts.\n\nWhen Oonagh counted again there was one too many."}}');
INSERT INTO "events" VALUES(95,1795953098844,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(96,1795953098867,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(97,1795953098895,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(98,1795953098900,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(99,1795953098907,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":2,"revision":"01a22725-8096-77d7-8a0b-737820a0fd15","state":"written"}}');
INSERT INTO "events" VALUES(100,1795953098908,NULL,'{"story":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(101,1795953098908,NULL,'{"world":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b"}}');
INSERT INTO "events" VALUES(102,1795953098909,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(103,1795953098921,'01a22725-7ec9-75dc-ae42-16556081271d',NULL);
INSERT INTO "events" VALUES(104,1795953098921,'01a22725-7ec9-75dc-ae42-16556081271d','{"notice":{"level":"info","text":"Rewrite chapter 2: finished.","run":"01a22725-7ec9-75dc-ae42-16556081271d"}}');
INSERT INTO "events" VALUES(105,1795953099178,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(106,1795953099227,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(107,1795953099336,NULL,'{"chapter":{"story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"revision":null,"state":"drafting"}}');
INSERT INTO "events" VALUES(108,1795953099341,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(109,1795953099388,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(110,1795953099610,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(111,1795953099850,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(112,1795953100043,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(113,1795953100240,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(114,1795953100467,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(115,1795953100700,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(116,1795953100907,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(117,1795953101108,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(118,1795953101313,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(119,1795953101521,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(120,1795953101726,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(121,1795953101934,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(122,1795953102140,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(123,1795953102359,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(124,1795953102598,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(125,1795953102806,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(126,1795953103013,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(127,1795953103228,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(128,1795953103296,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(129,1795953103399,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":0,"text":"The "}}');
INSERT INTO "events" VALUES(130,1795953103439,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":4,"text":"first "}}');
INSERT INTO "events" VALUES(131,1795953103480,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":10,"text":"boats were "}}');
INSERT INTO "events" VALUES(132,1795953103481,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(133,1795953103523,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":21,"text":"going out "}}');
INSERT INTO "events" VALUES(134,1795953103563,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":31,"text":"past "}}');
INSERT INTO "events" VALUES(135,1795953103605,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":36,"text":"Sallow Lighthouse "}}');
INSERT INTO "events" VALUES(136,1795953103646,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":54,"text":"with "}}');
INSERT INTO "events" VALUES(137,1795953103690,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":59,"text":"their lamps "}}');
INSERT INTO "events" VALUES(138,1795953103693,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(139,1795953103740,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":71,"text":"still "}}');
INSERT INTO "events" VALUES(140,1795953103791,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":77,"text":"lit, though "}}');
INSERT INTO "events" VALUES(141,1795953103813,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":89,"text":"they "}}');
INSERT INTO "events" VALUES(142,1795953103853,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":94,"text":"no longer "}}');
INSERT INTO "events" VALUES(143,1795953103897,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":104,"text":"needed "}}');
INSERT INTO "events" VALUES(144,1795953103899,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(145,1795953103943,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":111,"text":"them. The "}}');
INSERT INTO "events" VALUES(146,1795953103981,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":121,"text":"wind "}}');
INSERT INTO "events" VALUES(147,1795953104018,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":126,"text":"dropped, considered, "}}');
INSERT INTO "events" VALUES(148,1795953104064,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":147,"text":"and "}}');
INSERT INTO "events" VALUES(149,1795953104100,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":151,"text":"began again "}}');
INSERT INTO "events" VALUES(150,1795953104107,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(151,1795953104148,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":163,"text":"from "}}');
INSERT INTO "events" VALUES(152,1795953104188,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":168,"text":"the "}}');
INSERT INTO "events" VALUES(153,1795953104225,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":172,"text":"other side.\n\n"}}');
INSERT INTO "events" VALUES(154,1795953104265,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":185,"text":"Oonagh "}}');
INSERT INTO "events" VALUES(155,1795953104310,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":192,"text":"had made "}}');
INSERT INTO "events" VALUES(156,1795953104314,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(157,1795953104354,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":201,"text":"up "}}');
INSERT INTO "events" VALUES(158,1795953104387,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":204,"text":"her mind, "}}');
INSERT INTO "events" VALUES(159,1795953104428,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":214,"text":"and "}}');
INSERT INTO "events" VALUES(160,1795953104471,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":218,"text":"felt the "}}');
INSERT INTO "events" VALUES(161,1795953104512,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":227,"text":"particular "}}');
INSERT INTO "events" VALUES(162,1795953104514,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(163,1795953104562,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":238,"text":"lightness of "}}');
INSERT INTO "events" VALUES(164,1795953104599,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":251,"text":"it, which "}}');
INSERT INTO "events" VALUES(165,1795953104639,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":261,"text":"is "}}');
INSERT INTO "events" VALUES(166,1795953104695,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":264,"text":"very "}}');
INSERT INTO "events" VALUES(167,1795953104730,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":269,"text":"like hunger.\n\n"}}');
INSERT INTO "events" VALUES(168,1795953104741,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(169,1795953104763,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":283,"text":"Oonagh "}}');
INSERT INTO "events" VALUES(170,1795953104808,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":290,"text":"tried one "}}');
INSERT INTO "events" VALUES(171,1795953104856,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":300,"text":"note. "}}');
INSERT INTO "events" VALUES(172,1795953104884,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":306,"text":"It hung "}}');
INSERT INTO "events" VALUES(173,1795953104927,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":314,"text":"about "}}');
INSERT INTO "events" VALUES(174,1795953104932,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(175,1795953104970,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":320,"text":"Sallow Lighthouse "}}');
INSERT INTO "events" VALUES(176,1795953105013,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":338,"text":"for longer "}}');
INSERT INTO "events" VALUES(177,1795953105058,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":349,"text":"than "}}');
INSERT INTO "events" VALUES(178,1795953105099,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":354,"text":"it "}}');
INSERT INTO "events" VALUES(179,1795953105139,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":357,"text":"should have "}}');
INSERT INTO "events" VALUES(180,1795953105145,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(181,1795953105177,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":369,"text":"and "}}');
INSERT INTO "events" VALUES(182,1795953105219,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":373,"text":"seemed "}}');
INSERT INTO "events" VALUES(183,1795953105261,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":380,"text":"to go "}}');
INSERT INTO "events" VALUES(184,1795953105302,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":386,"text":"and "}}');
INSERT INTO "events" VALUES(185,1795953105342,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":390,"text":"look in "}}');
INSERT INTO "events" VALUES(186,1795953105343,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
INSERT INTO "events" VALUES(187,1795953105389,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":398,"text":"the "}}');
INSERT INTO "events" VALUES(188,1795953105428,'01a22725-818a-7350-85e9-2ddac35ae3c7','{"text":{"run":"01a22725-818a-7350-85e9-2ddac35ae3c7","story":"01a22725-786e-7026-ad26-8284ca92bd7b","chapter":4,"offset":402,"text":"corners.\n\nThe "}}');
INSERT INTO "events" VALUES(189,1795953105506,'01a22725-818a-7350-85e9-2ddac35ae3c7',NULL);
CREATE TABLE facts (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL
) STRICT;
INSERT INTO "facts" VALUES('01a22725-7c36-7347-8ddf-72753a7f9668','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-786f-7533-82e5-cf3c2a778d06','An unsigned letter says that the accident was none.');
INSERT INTO "facts" VALUES('01a22725-7c37-72d6-95c5-3577f102244e','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-786f-7533-82e5-cf3c2a778d06','Demelza knows more about the letter than she admits.');
INSERT INTO "facts" VALUES('01a22725-809a-7180-b15b-6131d0496ea2','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-7870-74bc-adaf-39fe878d524e','The scarred bell was once left with a stranger, by someone in tears.');
INSERT INTO "facts" VALUES('01a22725-809a-7180-b15b-6132f7db3956','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-7870-74bc-adaf-39fe878d524e','Demelza and Oonagh have a bargain: whatever is found, Demelza hears it first.');
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
INSERT INTO "pace" VALUES('builtin','chapter','check',68.06,5.87376898999999938477e-02);
INSERT INTO "pace" VALUES('builtin','chapter','draft',1128.71,2.58147666069999948135e-01);
INSERT INTO "pace" VALUES('builtin','chapter','edit',4.0,2.47745893699999955583e-02);
INSERT INTO "pace" VALUES('builtin','chapter','plan',1.44545000000000015919e+02,1.19155945401800034133e+00);
INSERT INTO "pace" VALUES('builtin','chapter','revise',0.0,1.72781805199999950739e-02);
INSERT INTO "pace" VALUES('builtin','outline','draft',180.0,0.021872394);
INSERT INTO "pace" VALUES('builtin','world','draft',713.0,0.03212076);
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
INSERT INTO "relations" VALUES('01a22725-78f6-756a-89fa-66782a0feb63','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f4-733f-8497-7dc603a1d86c','01a22725-78f5-7012-b7c5-197807578908','lives and works at');
INSERT INTO "relations" VALUES('01a22725-78f6-756a-89fa-6679132072ee','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f4-733f-8497-7dc788f07ad4','01a22725-78f4-733f-8497-7dc603a1d86c','once close to');
INSERT INTO "relations" VALUES('01a22725-78f6-756a-89fa-667a548004bc','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f5-7012-b7c5-1974a97dd4cc','01a22725-78f4-733f-8497-7dc603a1d86c','trusts');
INSERT INTO "relations" VALUES('01a22725-78f7-75d2-ad0d-b5a7e024e3e7','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f5-7012-b7c5-1975912bded9','01a22725-78f4-733f-8497-7dc603a1d86c','keeps something from');
INSERT INTO "relations" VALUES('01a22725-78f7-75d2-ad0d-b5a8cf7d8ec8','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f5-7012-b7c5-1975912bded9','01a22725-78f4-733f-8497-7dc788f07ad4','was the last to see');
INSERT INTO "relations" VALUES('01a22725-78f7-75d2-ad0d-b5a99422b7be','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f5-7012-b7c5-197695f22339','01a22725-78f4-733f-8497-7dc603a1d86c','owes a favour to');
INSERT INTO "relations" VALUES('01a22725-78f7-75d2-ad0d-b5aa3c50e776','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f5-7012-b7c5-19774e5fd49a','01a22725-78f4-733f-8497-7dc603a1d86c','is wary of');
INSERT INTO "relations" VALUES('01a22725-78f7-75d2-ad0d-b5abba3762ce','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f5-7012-b7c5-1974a97dd4cc','01a22725-78f5-7012-b7c5-1975912bded9','has not spoken in a year to');
INSERT INTO "relations" VALUES('01a22725-78f7-75d2-ad0d-b5ac1bb837c5','01a22725-786e-7026-ad26-8284ca92bd7b','01a22725-78f4-733f-8497-7dc603a1d86c','01a22725-78f6-756a-89fa-667453e97136','can’t part with');
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
INSERT INTO "revisions" VALUES('01a22725-7c32-7166-afb1-b71dbd1383ee','01a22725-786f-7533-82e5-cf3c2a778d06','whole','01a22725-7a1c-7334-83cc-bb867b8065b4','It was washing day along the shore, and the sheets at Sallow Lighthouse cracked like sails. There was not a cloud; it made one feel somewhat overlooked.

It was Oonagh’s opinion that a place is kept upright by whoever sweeps it, and at Sallow Lighthouse that was the daughter, which is to say Oonagh. She rose early, did what lay nearest, and had arranged the day so that there was no corner in it where anything could wait for her. It had worked for a long time. It had worked so well that she had taken it for peace.

The smell was of kelp and paraffin. Oonagh had long ceased to notice it, except on days like this one, when she noticed everything.

There was no stamp on it, and no name on the back. It lay inside the door, face up, and it had been put there while Oonagh was in the next room with nothing between them but a wall.

*You will have been told that it was an accident*, it began, without any greeting. *You will have found it convenient. I do not reproach you for that. But there is a person still living who knows better, and who is tired, and I am writing this while I can still make my letters.* Then it broke off. The rest of the sheet was blank, except for a ring where a cup had stood.

Oonagh read it standing up. Then she went and opened the door and looked both ways, as one does, long after it could be of any use.

What did Henrik’s voice sound like? Oonagh could still call it up, but it took longer each year, and she had begun to suspect that what came was partly her own.

A window-pane had a flaw in it, a knot in the glass, and whoever moved their head a little could make the whole horizon jump. Oonagh moved her head. The horizon jumped, and settled, and gave nothing away.

Every answer so far had been perfectly good. It was merely that they were answers to something Oonagh had not asked.

“Very well,” said Oonagh aloud, to nobody at all, and it seemed that nobody had been waiting for just that.

The tide was making. One heard it before one saw it, at the Net Lofts, a rustling in the stones like a great many people getting to their feet. The sun shone with great impartiality on what was whole and what was broken.

Oonagh was not afraid, or not more than was useful. She had counted up what could still be lost, and it had come to less than she expected, and that was the part that frightened her.

It was the kind of evening on which Oonagh’s father used to go round and try the locks, twice, whistling, so that nobody should think that he was afraid of anything.

Somebody had chalked it up where nobody could miss it, half as a joke: *Demelza will not stop talking about a ferryman called Ivo.* Oonagh read it, and read it once more, and understood that it was simply the news.

Oonagh tasted salt on her lip and could not have said whether it had come from without or within.

Oonagh had hardly sat down when the other matter presented itself.

Demelza read slowly, with her lips pressed together, and at the end turned the sheet over to see whether it was any better from behind.

“Do you know the hand?” Oonagh asked.

“No.” It came a little too soon. Demelza seemed to hear this herself, for she added: “I know the paper. That’s shop paper. There’s hardly anyone buys it now, they say it drinks the ink.”

“Who does?”

“You’d better ask them who sell it.” Demelza folded the letter along its own creases and held it out by one corner. “Or you could put it in the stove. I’m not advising it. I only want it to have been mentioned.”

It was too tidy. In Oonagh’s experience life left crumbs.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

What does one hide in a place that everyone walks through? Oonagh thought: something that looks as though it belonged to somebody else.

When Demelza had gone Oonagh found that Demelza had left something behind on the table, squarely in the middle, where it could not be called forgetting.

After ten o’clock there was nobody about at Corrow Sands but those who were paid to be, and Oonagh.

Oonagh had got into the way of talking to herself again, under her breath, in the tone one uses to a horse.

There was a photograph of the two of them with their arms about each other’s necks, squinting, Henrik with his eyes shut. There was one of him with his eyes open, too. It was not so like.

By evening Oonagh had written a reply, though there was nobody to send it to. It ran to three lines. It said where she could be found, and when, and that she would come alone.

The trail, such as it was, led to Corrow Sands. Oonagh had not been there for years; one could live quite well without going to Corrow Sands, and she had brought some skill to it. She got out the better shoes. She cleaned them with attention, the heels as well, and stood them side by side, with the toes towards the door.

Far out a single light was going along the edge of the world, so slowly that one had to line it up with a post to be sure. Oonagh wished it well. It was a habit from childhood: one wished them well and did not count them.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

There had been a teacher who held that every question has a handle, and that one need only wait until it is turned towards one. Oonagh had waited a good many years on the strength of that.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

Somebody had painted a boat that spring and put the rest of the blue on a door, a bucket and a wheelbarrow. It cheered the eye. It made the grey beside it look deliberate.

Why now? It was the one question Oonagh kept coming back to, as one comes back to a tooth.

The light in the window opposite went out. It had been on the whole time; someone had been standing in it.',1139,'[]',1795953097779);
INSERT INTO "revisions" VALUES('01a22725-7dfe-7540-8b41-32f7b9c1466a','01a22725-7870-74bc-adaf-39fe878d524e','whole','01a22725-7c7f-7734-83da-b61b376c500c','The first boats were going out past Corrow Sands with their lamps still lit, though they no longer needed them. There was wind in every gap, on its own low note, like somebody thinking.

Oonagh had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

Henrik would have laughed. Oonagh could hear just how: first the breath through the nose, then the hand over the mouth, too late.

One has to have an errand, when one asks questions, and Oonagh’s was a poor one: a matter of an old account, possibly in the wrong name. At Corrow Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Oonagh thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

Down on the stones a child was walking along the edge of the water, stopping at every third step to look back at the prints. There was no reason why that should have been hard to watch.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

There was a tune that Oonagh’s mother used to hum over difficult letters. One knew from it, in the next room, how bad it was going to be.

Whoever had done it must have stood about here, and must have been cold. It was odd how that made it more difficult to hate them.

Why now? It was the one question Oonagh kept coming back to, as one comes back to a tooth.

Oonagh shut the door behind her and stood for a moment with her hand still on it. Then she went to look for the matches.

It was washing day along the shore, and the sheets at Corrow Sands cracked like sails. The wind dropped, considered, and began again from the other side.

It would have been easy that day to let the whole matter rest. Oonagh thought so several times, each time with great firmness.

Two women were gutting fish on the slip, their arms red to the elbow, talking without a stop; the knives never once looked up. A gull took what it was given and screamed about the rest.

“You’re going about it the wrong way.” Demelza had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” Demelza fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Oonagh thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” Oonagh said. They shook hands on it, and Demelza’s was as cold as a key.

If Henrik had been there he would have done something foolish by now, and it would have worked. That was the maddening thing about him. Oonagh had been careful all her life, and had so much more to regret.

Demelza listened with lowered eyes, as one listens to music, and now and then moved her lips as if to keep hold of a word.

Somebody had painted a boat that spring and put the rest of the blue on a door, a bucket and a wheelbarrow. It cheered the eye. It made the grey beside it look deliberate.

People lie most about what they are proud of, Oonagh had found. For what they were ashamed of they generally had the facts.

When Demelza had gone Oonagh found that Demelza had left something behind on the table, squarely in the middle, where it could not be called forgetting.

The tide was making. One heard it before one saw it, at Sallow Lighthouse, a rustling in the stones like a great many people getting to their feet. Clouds were going over fast and low, with the air of being wanted elsewhere.

She went over the times again. They fitted. It was exactly this that Oonagh disliked about them.

Oonagh remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Oonagh asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

Every answer so far had been perfectly good. It was merely that they were answers to something Oonagh had not asked.

There was a tune that belonged to the scarred bell, or so people said, and they said too that it was better not to finish it. Oonagh had only ever got as far as the turn.

On the inside of the cupboard door were the pencil marks, two columns, with dates. Henrik’s went up by leaps. At a certain height it stopped, and the other one went on for a bit alone, and then that stopped as well, for shame.

Somebody had gone to a great deal of trouble. That was the only thing Oonagh knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

And there, in the margin, in a hand that Oonagh would have known anywhere, stood her own name.',1150,'[]',1795953098238);
INSERT INTO "revisions" VALUES('01a22725-7e7c-7060-89a8-ec9368c1505d','01a22725-786f-7533-82e5-cf3c2a778d06','whole',NULL,'Ana counted the steps again.

“Eighty-one,” she said. “It was eighty.” *Somebody* had built one more.
',16,'[]',1795953098364);
INSERT INTO "revisions" VALUES('01a22725-7ea5-73bc-9fe4-d25824efdeee','01a22725-7870-74bc-adaf-39ff4355c6e7','whole',NULL,'Only this line was typed: 雨 ñ ß.
',8,'[]',1795953098405);
INSERT INTO "revisions" VALUES('01a22725-8096-77d7-8a0b-737820a0fd15','01a22725-7870-74bc-adaf-39fe878d524e','whole','01a22725-7ec9-75dc-ae42-16556081271d','It was washing day along the shore, and the sheets at Corrow Sands cracked like sails. The sun shone with great impartiality on what was whole and what was broken.

A person can carry a question about for a week, Oonagh found, like a stone in a coat, and only learn from other people’s looks that the coat hangs crooked.

Oonagh tasted salt on her lip and could not have said whether it had come from without or within.

One has to have an errand, when one asks questions, and Oonagh’s was a poor one: a matter of an old account, possibly in the wrong name. At Corrow Sands they heard it out with sympathy. Nobody believed a word of it, and everyone was much too well brought up to say so.

Had there been anything out of the way that year? There had been a frost. Had anyone left? People did leave. An old man by the stove began, “There was that business with the—” and was asked at once, by two people, whether he was warm enough.

Oonagh thanked them. Walking off, she could feel the talk start up again behind her, like birds after a cart has passed.

She had once, for a bet, spent a night in the churchyard, and been bored. It was a thing that Oonagh preferred not to tell people; they seemed to need it to have been worse.

What does one hide in a place that everyone walks through? Oonagh thought: something that looks as though it belonged to somebody else.

The ropes had been coiled by someone who cared about it, each turn lying in the last like a cat.

They had had a signal, Henrik and she: three knocks and one, which meant, depending on the hour, *come out* or *I’m sorry*. It had never failed. They had simply got too old for it, one week, without either of them saying so.

Why now? It was the one question Oonagh kept coming back to, as one comes back to a tooth.

She had almost reached the corner when Oonagh heard, quite distinctly, someone say “Wait.”

Evening did not fall at Corrow Sands; it rose, out of the gullies and from under the boats, until only the highest windows were left above it. It was one of those clear cold hours in which every edge looks freshly cut.

She had meant to come with a clear head. Instead Oonagh had brought along, as one brings in leaves on a shoe, bits of yesterday’s talk, and went over them again: who had said what, and who had looked away.

Out past the bar a bell-buoy was talking, two notes and a rest. As children they had put words to it. The words came now, uninvited, and fitted as well as ever.

“You’re going about it the wrong way.” Demelza had caught up, a little short of breath. “You ask what happened. They’ve all got an answer to that, they’ve had it ready for years. You should ask what they had for supper.”

“Why should I want to know that?”

“Because nobody’s told them what to say.” Demelza fell into step. “I’ll make a bargain with you. I’ll tell you whom to ask. And you tell me, before you tell another soul, whatever it is you find. Good or bad. I’ve a reason for wanting it first.”

Oonagh thought of several sharp replies. It was a fair offer, that was the trouble with it; it had exactly the weight of a fair offer, like a coin that is nevertheless of some other country.

“Done,” Oonagh said. They shook hands on it, and Demelza’s was as cold as a key.

The smell was of kelp and paraffin. Oonagh had long ceased to notice it, except on days like this one, when she noticed everything.

Oonagh remembered a day on which nothing had happened at all. There had been washing on a line, and a bowl of gooseberries. Why it was that day of all days that had kept, like something in a jar, there was no saying.

Somebody had gone to a great deal of trouble. That was the only thing Oonagh knew for certain, and it was not a comfort: one takes trouble over what one means to keep.

Oonagh counted to a hundred. At sixty-one the light came on.

At night Sallow Lighthouse was mostly sound: the suck and drag below, a halyard tapping, now and then a bird with something on its mind.

Oonagh had drawn up a list. It had seemed a good idea at the time, and it was a good list, and what was wrong with it was that one name was missing, and she knew which.

Salt had got into everything. It stiffened the curtains and bloomed on the bread-board, and the drawer with the spoons had to be spoken to.

The woman had had pancakes. She remembered it perfectly, and why: because there had been a knock in the middle of them, and somebody had come to the door with the scarred bell, done up in a blanket like a child, and asked whether she would keep it till morning.

“And did you?”

“I did. I kept it three years.” She was quite old and quite untroubled. “Then your people came and said it was theirs. Well, I didn’t argue. It never felt like mine. But I’ll tell you what I told them: whoever brought that to me was crying, and it wasn’t any of you.”

Oonagh asked who it had been. It seemed to take a long time to get the question out. But she had turned to the fire again and was smiling at it. “It’s the lemon that makes them,” she said.

And since it is always so when one wants to be alone, there came Anders.

“I’ll tell you a thing about secrets,” said Anders. “They’re no trouble to keep. It’s the day before and the day after that one has to be so careful with.”

“What happened on the day before?”

“You see?” said Anders. “That’s just what I’d have asked.” And he would not say another word on the subject, but talked for ten minutes, very well, about pears.

The scarred bell had gone flat with the weather. Oonagh listened with her head on one side, like a doctor who is fond of the patient.

People lie most about what they are proud of, Oonagh had found. For what they were ashamed of they generally had the facts.

When Oonagh counted again there was one too many.',1097,'[]',1795953098904);
CREATE TABLE rules (
    id       TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    text     TEXT NOT NULL
) STRICT;
INSERT INTO "rules" VALUES('01a22725-78f7-75d2-ad0d-b5ad7951dab4','01a22725-786e-7026-ad26-8284ca92bd7b','Whoever asks a question here owes an answer in return.');
INSERT INTO "rules" VALUES('01a22725-78f7-75d2-ad0d-b5aeeb7bb9ce','01a22725-786e-7026-ad26-8284ca92bd7b','Nothing is explained by chance that was done by someone.');
INSERT INTO "rules" VALUES('01a22725-78f8-728a-9ae9-9b1dd64172fe','01a22725-786e-7026-ad26-8284ca92bd7b','Nobody in this story is wholly innocent, and nobody is a monster.');
INSERT INTO "rules" VALUES('01a22725-78f8-728a-9ae9-9b1edc6931df','01a22725-786e-7026-ad26-8284ca92bd7b','The scarred bell may change hands, but it may not be thrown away.');
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
, position REAL NOT NULL DEFAULT 0, waiting_for TEXT, pause_after_chapter INTEGER NOT NULL DEFAULT 0, pace TEXT NOT NULL DEFAULT '{"stages":[]}', weight REAL NOT NULL DEFAULT 0, batch INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "runs" VALUES('01a22725-7895-7674-8103-c2404ec73924','01a22725-786e-7026-ad26-8284ca92bd7b','world','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795953096851,1795953096871,1795953097004,1.0,NULL,0,'{"stages":[]}',910.0,1);
INSERT INTO "runs" VALUES('01a22725-7978-7133-9c48-35d8c7d1ac27','01a22725-786e-7026-ad26-8284ca92bd7b','outline','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795953097078,1795953097087,1795953097174,2.0,NULL,0,'{"stages":[{"kind":"world","stage":"draft","tokens":713.0}],"rate":22197.482251353955}',610.0,2);
INSERT INTO "runs" VALUES('01a22725-7a1c-7334-83cc-bb867b8065b4','01a22725-786e-7026-ad26-8284ca92bd7b','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795953097242,1795953097257,1795953097811,3.0,NULL,0,'{"stages":[{"kind":"outline","stage":"draft","tokens":180.0},{"kind":"world","stage":"draft","tokens":713.0}],"rate":16539.133831670584}',1880.0,3);
INSERT INTO "runs" VALUES('01a22725-7c7f-7734-83da-b61b376c500c','01a22725-786e-7026-ad26-8284ca92bd7b','chapter','succeeded',0,0,NULL,'builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795953097852,1795953097880,1795953098267,4.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":65.0},{"kind":"chapter","stage":"draft","tokens":1139.0},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":149.0},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":180.0},{"kind":"world","stage":"draft","tokens":713.0}],"rate":4438.227900813181}',1368.0,4);
INSERT INTO "runs" VALUES('01a22725-7ec9-75dc-ae42-16556081271d','01a22725-786e-7026-ad26-8284ca92bd7b','rewrite','succeeded',0,0,'Let it rain.','builtin',0,1,0,1,NULL,NULL,NULL,NULL,3,1795953098437,1795953098479,1795953098919,5.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":66.80000000000001},{"kind":"chapter","stage":"draft","tokens":1142.3},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":147.5},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":180.0},{"kind":"world","stage":"draft","tokens":713.0}],"rate":4879.709477479969}',1371.6,5);
INSERT INTO "runs" VALUES('01a22725-818a-7350-85e9-2ddac35ae3c7','01a22725-786e-7026-ad26-8284ca92bd7b','chapter','queued',0,0,NULL,'builtin',0,1,1,2,NULL,NULL,NULL,NULL,3,1795953099138,1795953099210,NULL,6.0,NULL,0,'{"stages":[{"kind":"chapter","stage":"check","tokens":68.06},{"kind":"chapter","stage":"draft","tokens":1128.71},{"kind":"chapter","stage":"edit","tokens":4.0},{"kind":"chapter","stage":"plan","tokens":147.35000000000002},{"kind":"chapter","stage":"revise","tokens":0.0},{"kind":"outline","stage":"draft","tokens":180.0},{"kind":"world","stage":"draft","tokens":713.0}],"rate":5016.7092399066205}',1359.12,6);
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
    take          INTEGER NOT NULL DEFAULT 0, read_revision TEXT,
    UNIQUE (run_id, position)
) STRICT;
INSERT INTO "steps" VALUES('01a22725-7896-73b3-904e-a75b840abac3','01a22725-7895-7674-8103-c2404ec73924',0,'world',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL);
INSERT INTO "steps" VALUES('01a22725-7978-7133-9c48-35d9a4ccc188','01a22725-7978-7133-9c48-35d8c7d1ac27',0,'outline',NULL,NULL,'succeeded','commit',NULL,NULL,1.0,0,0,NULL,0,NULL);
INSERT INTO "steps" VALUES('01a22725-7a1d-760a-abad-bef442fc2f34','01a22725-7a1c-7334-83cc-bb867b8065b4',0,'chapter','01a22725-786f-7533-82e5-cf3c2a778d06',1,'succeeded','commit',3,3,1.0,910,761,NULL,0,NULL);
INSERT INTO "steps" VALUES('01a22725-7c7f-7734-83da-b61c528b213b','01a22725-7c7f-7734-83da-b61b376c500c',0,'chapter','01a22725-7870-74bc-adaf-39fe878d524e',2,'succeeded','commit',3,3,1.0,1294,1150,NULL,0,'01a22725-7c32-7166-afb1-b71dbd1383ee');
INSERT INTO "steps" VALUES('01a22725-7eca-70e9-818d-b0ac0b56dc8b','01a22725-7ec9-75dc-ae42-16556081271d',0,'chapter','01a22725-7870-74bc-adaf-39fe878d524e',2,'succeeded','commit',2,3,1.0,874,727,'01a22725-7dfe-7540-8b41-32f7b9c1466a',1,'01a22725-7e7c-7060-89a8-ec9368c1505d');
INSERT INTO "steps" VALUES('01a22725-8192-7408-bbda-2167efc60a22','01a22725-818a-7350-85e9-2ddac35ae3c7',0,'chapter','01a22725-7870-74bc-adaf-3a0046b7e3f8',4,'queued','draft',1,3,1.60655424097945753736e-01,209,71,NULL,0,'01a22725-7ea5-73bc-9fe4-d25824efdeee');
CREATE TABLE stories (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    brief      TEXT NOT NULL,
    template   TEXT,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO "stories" VALUES('01a22725-786e-7026-ad26-8284ca92bd7b','The Bell of Saint Ruan','{"premise":"A lighthouse keeper’s daughter finds a drowned bell that rings before storms.","genre":"mystery","tone":"quiet","themes":[],"setting":"","chapters":5,"language":"en","rating":"everyone","include":["a ferryman called Ivo"],"avoid":["dreams"]}',NULL,1,1795953096814,1795953098908);
CREATE INDEX revisions_by_chapter ON revisions (chapter_id, id);
CREATE INDEX entities_by_story ON entities (story_id, id);
CREATE INDEX relations_by_story ON relations (story_id, id);
CREATE INDEX rules_by_story ON rules (story_id, id);
CREATE INDEX facts_by_story ON facts (story_id, id);
CREATE INDEX runs_by_story ON runs (story_id, status);
CREATE INDEX steps_by_chapter ON steps (chapter_id);
CREATE INDEX runs_by_status ON runs (status, priority DESC, position, id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',189);
COMMIT;

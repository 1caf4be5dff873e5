BEGIN;
CREATE TABLE "extract_migrations" (
   "number" INTEGER PRIMARY KEY,
   "name" TEXT
);
INSERT INTO "extract_migrations" ("number","name") VALUES (1,'tables');
INSERT INTO "extract_migrations" ("number","name") VALUES (2,'full-text search');
INSERT INTO "extract_migrations" ("number","name") VALUES (3,'views');
CREATE TABLE "articles" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT,
   "source" TEXT,
   "sha256" TEXT,
   "title" TEXT,
   "publisher" TEXT,
   "byline" TEXT,
   "published" TEXT,
   "dateline" TEXT,
   "anchor" TEXT,
   "anchor_origin" TEXT,
   "language" TEXT,
   "text" TEXT,
   "warnings" TEXT,
   "error" TEXT,
   "package" TEXT,
   "model" TEXT,
   "tables" TEXT
);
INSERT INTO "articles" ("id","name","source","sha256","title","publisher","byline","published","dateline","anchor","anchor_origin","language","text","warnings","error","package","model","tables") VALUES ('6185a0a7a60684bc','siege','samples/siege.txt','6185a0a7a60684bc0ace409692d0c7885cf8ed0aa40020587169f1b8ad0e5892','Troops retake desert fort; army and rebels differ over the dead','The Harbour Courier',NULL,'2014-03-06','AGADEZ, Niger','2014-03-06','header','en','- The Harbour Courier - Thursday, March 6, 2014

Troops retake desert fort; army and rebels differ over the dead

AGADEZ, Niger — Soldiers retook a disused customs fort from armed rebels yesterday after a four-day siege, killing at least 31 fighters and losing nine of their own, the army said. The rebels and the city’s hospital gave very different counts.

Army spokesman Col. Moutari Lawandi told reporters that the assault began at 4:15 a.m. Wednesday, a little more than four hours after an ultimatum ran out, and that “the flag is back on the roof.”

He said 31 militants had been killed and 17 captured, “most of them wounded.” About two dozen soldiers were hurt, he added, three of them gravely.

Rebel leader Aghali ag Tessoum scoffed at the figures. Reached by satellite telephone before the line went dead, he put his losses at “seven martyrs, not one more,” and claimed that his men had killed more than 40 soldiers.

“They are counting goats,” he said. “We left by the north gate with our weapons, and we will be back before the rains.”

Neither account could be verified. Dr. Salamatou Lawandi, the chief surgeon at the regional hospital, who is not related to the spokesman, said her staff had received 22 bodies, 14 of them in uniform, and was treating 63 wounded, six of them children.

“I have stopped asking who is who,” she said. “Blood has one colour.”

The fighters, who call themselves the Front for the Dignity of the Mountains (FDM), seized the mud-walled “Fort of the Wells” on Saturday along with a convoy of traders. Early reports spoke of up to 60 hostages. The governor’s office said yesterday that all 46 had been accounted for: 38 were released on Monday, six were rescued during the assault and two were found dead.

In Niamey, Prime Minister Hadiza Korgom defended the operation, saying that talks had been “tried, tried again and used against us.” Asked whether any foreign troops had taken part, she declined to comment.

A Western diplomat, who spoke on the condition of anonymity, said there were none. “It was their fight,” the diplomat said, “and, frankly, their mess.”

The government is offering 50 million CFA francs (about $105,000) for the capture of Mr. Tessoum, a 52-year-old former schoolteacher known to his followers as “the Inspector.” He was arrested in 2007 and escaped a year later.

Between 2,000 and 3,000 people have fled villages near the fort since Saturday, up from 800 on Monday, according to the Sahel Relief Network, an aid group. It was feared that mines laid around the wells could kill dozens of people if families went home too soon.

“We told them: wait,” said Père Anselme Dogari, a priest who runs one of the shelters. “But their animals are out there, and nobody can tell a camel to wait.”

Story Continues →

READ MORE: Who are the men of the mountains?

Click to View Comments
','[]',NULL,'newsextract 0.1.0','en_core_web_md 3.7.1','en 0.1.0 d62fae26e614');
CREATE TABLE "people" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "article" TEXT REFERENCES "articles"("id") ON DELETE CASCADE,
   "name" TEXT,
   "titles" TEXT,
   "roles" TEXT,
   "mentions" INTEGER,
   "rule" TEXT
);
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('6185a0a7a60684bc:person-1','6185a0a7a60684bc','Moutari Lawandi','Col.','Army spokesman',8,'names/titles.csv:Col.');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('6185a0a7a60684bc:person-2','6185a0a7a60684bc','Aghali ag Tessoum','Mr.','Rebel leader',4,'base:PERSON');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('6185a0a7a60684bc:person-3','6185a0a7a60684bc','Salamatou Lawandi','Dr.','chief surgeon at the regional hospital',5,'names/titles.csv:Dr.');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('6185a0a7a60684bc:person-4','6185a0a7a60684bc','Hadiza Korgom','Prime Minister','',2,'names/titles.csv:Prime Minister');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('6185a0a7a60684bc:person-5','6185a0a7a60684bc','Anselme Dogari','Père','priest',2,'names/titles.csv:Père');
CREATE TABLE "organizations" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "article" TEXT REFERENCES "articles"("id") ON DELETE CASCADE,
   "name" TEXT,
   "acronym" TEXT,
   "kind" TEXT,
   "mentions" INTEGER,
   "rule" TEXT
);
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('6185a0a7a60684bc:organization-1','6185a0a7a60684bc','The Harbour Courier',NULL,'media',1,'structure:header');
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('6185a0a7a60684bc:organization-2','6185a0a7a60684bc','Army',NULL,'government',1,'names/organizations.csv:Army');
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('6185a0a7a60684bc:organization-3','6185a0a7a60684bc','Front for the Dignity of the Mountains','FDM','armed_group',2,'base:ORG');
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('6185a0a7a60684bc:organization-4','6185a0a7a60684bc','Sahel Relief Network',NULL,'other',1,'names/heads.csv:Network/last');
CREATE TABLE "places" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "article" TEXT REFERENCES "articles"("id") ON DELETE CASCADE,
   "name" TEXT,
   "kind" TEXT,
   "country" TEXT,
   "admin1" TEXT,
   "lat" REAL,
   "lon" REAL,
   "geonames_id" INTEGER,
   "mentions" INTEGER,
   "rule" TEXT
);
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('6185a0a7a60684bc:place-1','6185a0a7a60684bc','Agadez','city','NE','Agadez',16.9733,7.9911,2448085,1,'places:dateline');
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('6185a0a7a60684bc:place-2','6185a0a7a60684bc','Niger','country','NE',NULL,16.0,8.0,2440476,1,'base:GPE');
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('6185a0a7a60684bc:place-3','6185a0a7a60684bc','Fort of the Wells','facility','NE','Agadez',NULL,NULL,NULL,1,'base:FAC');
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('6185a0a7a60684bc:place-4','6185a0a7a60684bc','Niamey','city','NE','Niamey',13.5137,2.1098,2440485,1,'base:GPE');
CREATE TABLE "figures" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "article" TEXT REFERENCES "articles"("id") ON DELETE CASCADE,
   "start" INTEGER,
   "end" INTEGER,
   "text" TEXT,
   "kind" TEXT,
   "value" REAL,
   "low" REAL,
   "high" REAL,
   "bound" TEXT,
   "trend" TEXT,
   "unit" TEXT,
   "unit_text" TEXT,
   "noun" TEXT,
   "role" TEXT,
   "attributed_to" TEXT,
   "attributed_to_name" TEXT,
   "source_person" TEXT REFERENCES "people"("id") ON DELETE SET NULL,
   "source_organization" TEXT REFERENCES "organizations"("id") ON DELETE SET NULL,
   "person" TEXT REFERENCES "people"("id") ON DELETE CASCADE,
   "hypothetical" INTEGER,
   "same_as" TEXT,
   "conflicts_with" TEXT,
   "sentence_start" INTEGER,
   "sentence_end" INTEGER,
   "rule" TEXT
);
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-1','6185a0a7a60684bc',205,213,'four-day','duration',4.0,NULL,NULL,'=',NULL,'day','day','siege',NULL,'the army',NULL,NULL,NULL,NULL,0,'','',114,294,'figures/units.csv:day');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-2','6185a0a7a60684bc',229,240,'at least 31','count',31.0,NULL,NULL,'>=',NULL,'fighter','fighters','fighters','killed','the army',NULL,NULL,NULL,NULL,0,'','',114,294,'figures/roles.csv:kill/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-3','6185a0a7a60684bc',261,265,'nine','count',9.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,'killed','the army',NULL,NULL,NULL,NULL,0,'','',114,294,'figures/roles.csv:lose/object/of their own|of its own|of his own|of our own');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-4','6185a0a7a60684bc',457,486,'a little more than four hours','duration',4.0,NULL,NULL,'>',NULL,'hour','hours','ultimatum',NULL,'Army spokesman Col. Moutari Lawandi','Moutari Lawandi','6185a0a7a60684bc:person-1',NULL,NULL,0,'','',359,555,'figures/hedges.csv:a little more than/before');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-5','6185a0a7a60684bc',565,567,'31','count',31.0,NULL,NULL,'=',NULL,'militant','militants','militants','killed','He','Moutari Lawandi','6185a0a7a60684bc:person-1',NULL,NULL,0,'','',557,634,'figures/roles.csv:kill/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-6','6185a0a7a60684bc',598,600,'17','count',17.0,NULL,NULL,'=',NULL,'militant','militants','militants','arrested','He','Moutari Lawandi','6185a0a7a60684bc:person-1',NULL,NULL,0,'','',557,634,'figures/roles.csv:capture/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-7','6185a0a7a60684bc',635,650,'About two dozen','count',24.0,NULL,NULL,'~',NULL,'soldier','soldiers','soldiers','wounded','he','Moutari Lawandi','6185a0a7a60684bc:person-1',NULL,NULL,0,'','',635,703,'figures/roles.csv:hurt/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-8','6185a0a7a60684bc',681,686,'three','count',3.0,NULL,NULL,'=',NULL,'soldier','soldiers','soldiers','wounded',NULL,NULL,NULL,NULL,NULL,0,'','',635,703,'figures/roles.csv:gravely/degree/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-9','6185a0a7a60684bc',840,845,'seven','count',7.0,NULL,NULL,'=',NULL,'martyr','martyrs','martyrs','killed',NULL,NULL,NULL,NULL,NULL,0,'','',760,928,'figures/roles.csv:martyr/noun/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-10','6185a0a7a60684bc',906,918,'more than 40','count',40.0,NULL,NULL,'>',NULL,'soldier','soldiers','soldiers','killed','he','Moutari Lawandi','6185a0a7a60684bc:person-1',NULL,NULL,0,'','',760,928,'figures/roles.csv:kill/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-11','6185a0a7a60684bc',1218,1220,'22','count',22.0,NULL,NULL,'=',NULL,'body','bodies','bodies','killed','Dr. Salamatou Lawandi, the chief surgeon at the regional hospital, who is not related to the spokesman','Salamatou Lawandi','6185a0a7a60684bc:person-3',NULL,NULL,0,'','',1086,1302,'figures/roles.csv:body/noun/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-12','6185a0a7a60684bc',1229,1231,'14','count',14.0,NULL,NULL,'=',NULL,'body','bodies','bodies',NULL,'Dr. Salamatou Lawandi, the chief surgeon at the regional hospital, who is not related to the spokesman','Salamatou Lawandi','6185a0a7a60684bc:person-3',NULL,NULL,0,'','',1086,1302,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-13','6185a0a7a60684bc',1269,1271,'63','count',63.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,'wounded','Dr. Salamatou Lawandi, the chief surgeon at the regional hospital, who is not related to the spokesman','Salamatou Lawandi','6185a0a7a60684bc:person-3',NULL,NULL,0,'','',1086,1302,'figures/roles.csv:wound/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-14','6185a0a7a60684bc',1281,1284,'six','count',6.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,NULL,'Dr. Salamatou Lawandi, the chief surgeon at the regional hospital, who is not related to the spokesman','Salamatou Lawandi','6185a0a7a60684bc:person-3',NULL,NULL,0,'','',1086,1302,'numbers/words.csv:six');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-15','6185a0a7a60684bc',1361,1364,'one','count',1.0,NULL,NULL,'=',NULL,'colour','colour','colour',NULL,'she','Salamatou Lawandi','6185a0a7a60684bc:person-3',NULL,NULL,0,'','',1350,1373,'numbers/words.csv:one');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-16','6185a0a7a60684bc',1568,1576,'up to 60','count',60.0,NULL,NULL,'<=',NULL,'hostage','hostages','hostages',NULL,'Early reports',NULL,NULL,NULL,NULL,0,'','',1545,1586,'figures/hedges.csv:up to/before');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-17','6185a0a7a60684bc',1633,1635,'46','count',46.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,NULL,'The governor’s office',NULL,NULL,NULL,NULL,0,'','',1587,1748,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-18','6185a0a7a60684bc',1660,1662,'38','count',38.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,NULL,'The governor’s office',NULL,NULL,NULL,NULL,0,'','',1587,1748,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-19','6185a0a7a60684bc',1688,1691,'six','count',6.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,'rescued','The governor’s office',NULL,NULL,NULL,NULL,0,'','',1587,1748,'figures/roles.csv:rescue/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-20','6185a0a7a60684bc',1728,1731,'two','count',2.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,'killed','The governor’s office',NULL,NULL,NULL,NULL,0,'','',1587,1748,'figures/roles.csv:dead/state/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-21','6185a0a7a60684bc',2138,2159,'50 million CFA francs','money',50000000.0,NULL,NULL,'=',NULL,'cfa franc','CFA francs','capture of Mr. Tessoum',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',2111,2286,'figures/units.csv:cfa franc');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-22','6185a0a7a60684bc',2161,2175,'about $105,000','money',105000.0,NULL,NULL,'~',NULL,'dollar','$','capture of Mr. Tessoum',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',2111,2286,'figures/hedges.csv:about/before');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-23','6185a0a7a60684bc',2211,2222,'52-year-old','age',52.0,NULL,NULL,'=',NULL,'year','year-old','former schoolteacher',NULL,NULL,NULL,NULL,NULL,'6185a0a7a60684bc:person-2',0,'','',2111,2286,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-24','6185a0a7a60684bc',2338,2361,'Between 2,000 and 3,000','count',NULL,2000.0,3000.0,'=',NULL,'person','people','people','displaced','the Sahel Relief Network, an aid group','Sahel Relief Network',NULL,'6185a0a7a60684bc:organization-4',NULL,0,'','',2338,2493,'figures/roles.csv:flee/subject/home|village|fighting|violence|country|war|flood|fire|town|city|house|clash|flame|border|unrest|advance|conflict|region|abroad|shelling');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-25','6185a0a7a60684bc',2426,2429,'800','count',800.0,NULL,NULL,'=',NULL,'person','people','people',NULL,'the Sahel Relief Network, an aid group','Sahel Relief Network',NULL,'6185a0a7a60684bc:organization-4',NULL,0,'','',2338,2493,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:figure-26','6185a0a7a60684bc',2552,2558,'dozens','count',NULL,12.0,120.0,'~',NULL,'person','people','people','killed',NULL,NULL,NULL,NULL,NULL,1,'','',2494,2600,'figures/roles.csv:kill/object/');
CREATE TABLE "quotes" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "article" TEXT REFERENCES "articles"("id") ON DELETE CASCADE,
   "start" INTEGER,
   "end" INTEGER,
   "text" TEXT,
   "kind" TEXT,
   "speaker" TEXT,
   "speaker_text" TEXT,
   "speaker_type" TEXT,
   "speaker_person" TEXT REFERENCES "people"("id") ON DELETE SET NULL,
   "speaker_organization" TEXT REFERENCES "organizations"("id") ON DELETE SET NULL,
   "cue" TEXT,
   "cue_lemma" TEXT,
   "stance" TEXT,
   "no_speaker" TEXT,
   "sentence_start" INTEGER,
   "sentence_end" INTEGER,
   "rule" TEXT
);
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-1','6185a0a7a60684bc',130,278,'Soldiers retook a disused customs fort from armed rebels yesterday after a four-day siege, killing at least 31 fighters and losing nine of their own','indirect',NULL,'the army','nominal',NULL,NULL,'said','say','states','unnamed',114,294,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-2','6185a0a7a60684bc',415,555,'the assault began at 4:15 a.m. Wednesday, a little more than four hours after an ultimatum ran out, and that “the flag is back on the roof.”','mixed','Moutari Lawandi','Army spokesman Col. Moutari Lawandi','name','6185a0a7a60684bc:person-1',NULL,'told','tell','states',NULL,359,555,'quotes/verbs.csv:tell');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-3','6185a0a7a60684bc',565,634,'31 militants had been killed and 17 captured, “most of them wounded.”','mixed','Moutari Lawandi','He','pronoun','6185a0a7a60684bc:person-1',NULL,'said','say','states',NULL,557,634,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-4','6185a0a7a60684bc',635,669,'About two dozen soldiers were hurt','indirect','Moutari Lawandi','he','pronoun','6185a0a7a60684bc:person-1',NULL,'added','add','states',NULL,635,703,'quotes/verbs.csv:add');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-5','6185a0a7a60684bc',887,927,'his men had killed more than 40 soldiers','indirect','Moutari Lawandi','he','pronoun','6185a0a7a60684bc:person-1',NULL,'claimed','claim','claims',NULL,760,928,'quotes/verbs.csv:claim');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-6','6185a0a7a60684bc',930,1049,'“They are counting goats,” “We left by the north gate with our weapons, and we will be back before the rains.”','direct','Moutari Lawandi','he','pronoun','6185a0a7a60684bc:person-1',NULL,'said','say','states',NULL,930,965,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-7','6185a0a7a60684bc',1195,1301,'her staff had received 22 bodies, 14 of them in uniform, and was treating 63 wounded, six of them children','indirect','Salamatou Lawandi','Dr. Salamatou Lawandi, the chief surgeon at the regional hospital, who is not related to the spokesman','name','6185a0a7a60684bc:person-3',NULL,'said','say','states',NULL,1086,1302,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-8','6185a0a7a60684bc',1304,1373,'“I have stopped asking who is who,” “Blood has one colour.”','direct','Salamatou Lawandi','she','pronoun','6185a0a7a60684bc:person-3',NULL,'said','say','states',NULL,1304,1349,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-9','6185a0a7a60684bc',1568,1585,'up to 60 hostages','indirect',NULL,'Early reports','nominal',NULL,NULL,'spoke','speak','states','unnamed',1545,1586,'quotes/verbs.csv:speak');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-10','6185a0a7a60684bc',1629,1747,'all 46 had been accounted for: 38 were released on Monday, six were rescued during the assault and two were found dead','indirect',NULL,'The governor’s office','nominal',NULL,NULL,'said','say','states','unnamed',1587,1748,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-11','6185a0a7a60684bc',1799,1812,'the operation','indirect','Hadiza Korgom','Prime Minister Hadiza Korgom','name','6185a0a7a60684bc:person-4',NULL,'defended','defend','states',NULL,1750,1882,'quotes/verbs.csv:defend');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-12','6185a0a7a60684bc',1826,1882,'talks had been “tried, tried again and used against us.”','mixed','Hadiza Korgom','Prime Minister Hadiza Korgom','name','6185a0a7a60684bc:person-4',NULL,'saying','say','states',NULL,1750,1882,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-13','6185a0a7a60684bc',1889,1930,'whether any foreign troops had taken part','indirect',NULL,NULL,NULL,NULL,NULL,'Asked','ask','asks','passive',1883,1956,'quotes/verbs.csv:ask');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-14','6185a0a7a60684bc',1945,1955,'to comment','indirect','Hadiza Korgom','she','pronoun','6185a0a7a60684bc:person-4',NULL,'declined','decline','declines',NULL,1883,1956,'quotes/verbs.csv:decline');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-15','6185a0a7a60684bc',2024,2039,'there were none','indirect',NULL,'A Western diplomat','nominal',NULL,NULL,'said','say','states','unnamed',1958,2040,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-16','6185a0a7a60684bc',2041,2109,'“It was their fight,” “and, frankly, their mess.”','direct',NULL,'the diplomat','nominal',NULL,NULL,'said','say','states','unnamed',2041,2109,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-17','6185a0a7a60684bc',2338,2439,'Between 2,000 and 3,000 people have fled villages near the fort since Saturday, up from 800 on Monday','indirect','Sahel Relief Network','the Sahel Relief Network, an aid group','name',NULL,'6185a0a7a60684bc:organization-4','according to','according to','states',NULL,2338,2493,'quotes/phrases.csv:according to');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('6185a0a7a60684bc:quote-18','6185a0a7a60684bc',2602,2760,'“We told them: wait,” “But their animals are out there, and nobody can tell a camel to wait.”','direct','Anselme Dogari','Père Anselme Dogari, a priest who runs one of the shelters','name','6185a0a7a60684bc:person-5',NULL,'said','say','states',NULL,2602,2688,'quotes/verbs.csv:say');
CREATE TABLE "dates" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "article" TEXT REFERENCES "articles"("id") ON DELETE CASCADE,
   "start" INTEGER,
   "end" INTEGER,
   "text" TEXT,
   "type" TEXT,
   "value" TEXT,
   "earliest" TEXT,
   "latest" TEXT,
   "rule" TEXT
);
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-1','6185a0a7a60684bc',24,47,'Thursday, March 6, 2014','DATE','2014-03-06','2014-03-06','2014-03-06','dates:month-day@text');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-2','6185a0a7a60684bc',187,196,'yesterday','DATE','2014-03-05','2014-03-05','2014-03-05','dates:deictic@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-3','6185a0a7a60684bc',205,213,'four-day','DURATION','P4D',NULL,NULL,'dates:duration@text');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-4','6185a0a7a60684bc',436,455,'4:15 a.m. Wednesday','TIME','2014-03-05T04:15','2014-03-05','2014-03-05','dates:time@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-5','6185a0a7a60684bc',466,486,'more than four hours','DURATION','PT4H',NULL,NULL,'dates:shift@text');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-6','6185a0a7a60684bc',1504,1512,'Saturday','DATE','2014-03-01','2014-03-01','2014-03-01','dates:weekday@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-7','6185a0a7a60684bc',1614,1623,'yesterday','DATE','2014-03-05','2014-03-05','2014-03-05','dates:deictic@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-8','6185a0a7a60684bc',1680,1686,'Monday','DATE','2014-03-03','2014-03-03','2014-03-03','dates:weekday@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-9','6185a0a7a60684bc',2306,2310,'2007','DATE','2007','2007-01-01','2007-12-31','dates:year@text');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-10','6185a0a7a60684bc',2323,2335,'a year later','DATE','2008','2008-01-01','2008-12-31','dates:shift@story');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-11','6185a0a7a60684bc',2408,2416,'Saturday','DATE','2014-03-01','2014-03-01','2014-03-01','dates:weekday@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('6185a0a7a60684bc:date-12','6185a0a7a60684bc',2433,2439,'Monday','DATE','2014-03-03','2014-03-03','2014-03-03','dates:weekday@header');
CREATE TABLE "person_mentions" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "person" TEXT REFERENCES "people"("id") ON DELETE CASCADE,
   "start" INTEGER,
   "end" INTEGER,
   "text" TEXT,
   "type" TEXT
);
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-1:1','6185a0a7a60684bc:person-1',379,394,'Moutari Lawandi','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-1:2','6185a0a7a60684bc:person-1',557,559,'He','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-1:3','6185a0a7a60684bc:person-1',671,673,'he','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-1:4','6185a0a7a60684bc:person-1',818,820,'he','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-1:5','6185a0a7a60684bc:person-1',825,828,'his','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-1:6','6185a0a7a60684bc:person-1',887,890,'his','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-1:7','6185a0a7a60684bc:person-1',957,959,'he','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-1:8','6185a0a7a60684bc:person-1',1175,1188,'the spokesman','nominal');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-2:1','6185a0a7a60684bc:person-2',718,735,'Aghali ag Tessoum','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-2:2','6185a0a7a60684bc:person-2',2200,2207,'Tessoum','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-2:3','6185a0a7a60684bc:person-2',2253,2256,'his','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-2:4','6185a0a7a60684bc:person-2',2287,2289,'He','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-3:1','6185a0a7a60684bc:person-3',1090,1107,'Salamatou Lawandi','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-3:2','6185a0a7a60684bc:person-3',1109,1126,'the chief surgeon','nominal');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-3:3','6185a0a7a60684bc:person-3',1195,1198,'her','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-3:4','6185a0a7a60684bc:person-3',1305,1306,'I','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-3:5','6185a0a7a60684bc:person-3',1340,1343,'she','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-4:1','6185a0a7a60684bc:person-4',1776,1789,'Hadiza Korgom','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-4:2','6185a0a7a60684bc:person-4',1932,1935,'she','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-5:1','6185a0a7a60684bc:person-5',2634,2648,'Anselme Dogari','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('6185a0a7a60684bc:person-5:2','6185a0a7a60684bc:person-5',2650,2658,'a priest','nominal');
CREATE TABLE "organization_mentions" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "organization" TEXT REFERENCES "organizations"("id") ON DELETE CASCADE,
   "start" INTEGER,
   "end" INTEGER,
   "text" TEXT,
   "type" TEXT
);
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('6185a0a7a60684bc:organization-1:1','6185a0a7a60684bc:organization-1',2,21,'The Harbour Courier','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('6185a0a7a60684bc:organization-2:1','6185a0a7a60684bc:organization-2',359,363,'Army','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('6185a0a7a60684bc:organization-3:1','6185a0a7a60684bc:organization-3',1413,1451,'Front for the Dignity of the Mountains','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('6185a0a7a60684bc:organization-3:2','6185a0a7a60684bc:organization-3',1453,1456,'FDM','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('6185a0a7a60684bc:organization-4:1','6185a0a7a60684bc:organization-4',2458,2478,'Sahel Relief Network','name');
CREATE TABLE "place_mentions" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "place" TEXT REFERENCES "places"("id") ON DELETE CASCADE,
   "start" INTEGER,
   "end" INTEGER,
   "text" TEXT,
   "type" TEXT
);
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('6185a0a7a60684bc:place-1:1','6185a0a7a60684bc:place-1',114,120,'AGADEZ','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('6185a0a7a60684bc:place-2:1','6185a0a7a60684bc:place-2',122,127,'Niger','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('6185a0a7a60684bc:place-3:1','6185a0a7a60684bc:place-3',1482,1499,'Fort of the Wells','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('6185a0a7a60684bc:place-4:1','6185a0a7a60684bc:place-4',1753,1759,'Niamey','name');
CREATE TABLE "quote_spans" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "quote" TEXT REFERENCES "quotes"("id") ON DELETE CASCADE,
   "start" INTEGER,
   "end" INTEGER,
   "text" TEXT
);
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-1:1','6185a0a7a60684bc:quote-1',130,278,'Soldiers retook a disused customs fort from armed rebels yesterday after a four-day siege, killing at least 31 fighters and losing nine of their own');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-2:1','6185a0a7a60684bc:quote-2',415,555,'the assault began at 4:15 a.m. Wednesday, a little more than four hours after an ultimatum ran out, and that “the flag is back on the roof.”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-3:1','6185a0a7a60684bc:quote-3',565,634,'31 militants had been killed and 17 captured, “most of them wounded.”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-4:1','6185a0a7a60684bc:quote-4',635,669,'About two dozen soldiers were hurt');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-5:1','6185a0a7a60684bc:quote-5',887,927,'his men had killed more than 40 soldiers');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-6:1','6185a0a7a60684bc:quote-6',930,956,'“They are counting goats,”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-6:2','6185a0a7a60684bc:quote-6',966,1049,'“We left by the north gate with our weapons, and we will be back before the rains.”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-7:1','6185a0a7a60684bc:quote-7',1195,1301,'her staff had received 22 bodies, 14 of them in uniform, and was treating 63 wounded, six of them children');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-8:1','6185a0a7a60684bc:quote-8',1304,1339,'“I have stopped asking who is who,”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-8:2','6185a0a7a60684bc:quote-8',1350,1373,'“Blood has one colour.”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-9:1','6185a0a7a60684bc:quote-9',1568,1585,'up to 60 hostages');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-10:1','6185a0a7a60684bc:quote-10',1629,1747,'all 46 had been accounted for: 38 were released on Monday, six were rescued during the assault and two were found dead');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-11:1','6185a0a7a60684bc:quote-11',1799,1812,'the operation');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-12:1','6185a0a7a60684bc:quote-12',1826,1882,'talks had been “tried, tried again and used against us.”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-13:1','6185a0a7a60684bc:quote-13',1889,1930,'whether any foreign troops had taken part');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-14:1','6185a0a7a60684bc:quote-14',1945,1955,'to comment');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-15:1','6185a0a7a60684bc:quote-15',2024,2039,'there were none');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-16:1','6185a0a7a60684bc:quote-16',2041,2062,'“It was their fight,”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-16:2','6185a0a7a60684bc:quote-16',2082,2109,'“and, frankly, their mess.”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-17:1','6185a0a7a60684bc:quote-17',2338,2439,'Between 2,000 and 3,000 people have fled villages near the fort since Saturday, up from 800 on Monday');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-18:1','6185a0a7a60684bc:quote-18',2602,2623,'“We told them: wait,”');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('6185a0a7a60684bc:quote-18:2','6185a0a7a60684bc:quote-18',2689,2760,'“But their animals are out there, and nobody can tell a camel to wait.”');
CREATE VIRTUAL TABLE "articles_fts" USING FTS5 (
    "title", "text",
    tokenize='porter',
    content="articles"
);
CREATE VIRTUAL TABLE "quotes_fts" USING FTS5 (
    "text", "speaker",
    tokenize='porter',
    content="quotes"
);
CREATE INDEX "idx_people_article"
    ON "people" ("article");
CREATE INDEX "idx_organizations_article"
    ON "organizations" ("article");
CREATE INDEX "idx_places_article"
    ON "places" ("article");
CREATE INDEX "idx_figures_article"
    ON "figures" ("article");
CREATE INDEX "idx_figures_source_person"
    ON "figures" ("source_person");
CREATE INDEX "idx_figures_source_organization"
    ON "figures" ("source_organization");
CREATE INDEX "idx_figures_person"
    ON "figures" ("person");
CREATE INDEX "idx_quotes_article"
    ON "quotes" ("article");
CREATE INDEX "idx_quotes_speaker_person"
    ON "quotes" ("speaker_person");
CREATE INDEX "idx_quotes_speaker_organization"
    ON "quotes" ("speaker_organization");
CREATE INDEX "idx_dates_article"
    ON "dates" ("article");
CREATE INDEX "idx_person_mentions_person"
    ON "person_mentions" ("person");
CREATE INDEX "idx_organization_mentions_organization"
    ON "organization_mentions" ("organization");
CREATE INDEX "idx_place_mentions_place"
    ON "place_mentions" ("place");
CREATE INDEX "idx_quote_spans_quote"
    ON "quote_spans" ("quote");
CREATE INDEX "idx_articles_published"
    ON "articles" ("published");
CREATE VIEW "quotes_by_speaker" AS 
            SELECT coalesce(q.speaker, q.speaker_text) AS speaker, q.text, q.cue, q.stance, q.kind, a.published, a.title, a.name AS article, a.source, q.id
            FROM quotes q JOIN articles a ON a.id = q.article
            WHERE q.speaker_text IS NOT NULL
            ORDER BY speaker, a.published, q.article, q.start;
CREATE VIEW "speakers" AS 
            SELECT coalesce(speaker, speaker_text) AS speaker, count(*) AS quotes, count(DISTINCT article) AS articles
            FROM quotes WHERE speaker_text IS NOT NULL
            GROUP BY coalesce(speaker, speaker_text) ORDER BY quotes DESC, speaker;
CREATE VIEW "tolls_by_source" AS 
            SELECT f.role, f.bound, f.value, f.low, f.high, f.noun, f.unit,
                coalesce(f.attributed_to_name, f.attributed_to) AS according_to, a.published, a.title, a.name AS article, a.source, f.id
            FROM figures f JOIN articles a ON a.id = f.article
            WHERE f.role IS NOT NULL
            ORDER BY a.published, f.article, f.role, f.start;
CREATE VIEW "places_on_the_map" AS 
            SELECT p.name, p.lat AS latitude, p.lon AS longitude, p.kind, p.country, p.mentions, a.published, a.title, a.name AS article, a.source, p.id
            FROM places p JOIN articles a ON a.id = p.article
            WHERE p.lat IS NOT NULL AND p.lon IS NOT NULL;
CREATE VIEW "people_by_mentions" AS 
            SELECT name, sum(mentions) AS mentions, count(DISTINCT article) AS articles
            FROM people GROUP BY name ORDER BY mentions DESC, name;
CREATE VIEW "failures" AS SELECT name, source, error FROM articles WHERE error IS NOT NULL;
CREATE TRIGGER "articles_ai" AFTER INSERT ON "articles" BEGIN
  INSERT INTO "articles_fts" (rowid, "title", "text") VALUES (new.rowid, new."title", new."text");
END;
CREATE TRIGGER "articles_ad" AFTER DELETE ON "articles" BEGIN
  INSERT INTO "articles_fts" ("articles_fts", rowid, "title", "text") VALUES('delete', old.rowid, old."title", old."text");
END;
CREATE TRIGGER "articles_au" AFTER UPDATE ON "articles" BEGIN
  INSERT INTO "articles_fts" ("articles_fts", rowid, "title", "text") VALUES('delete', old.rowid, old."title", old."text");
  INSERT INTO "articles_fts" (rowid, "title", "text") VALUES (new.rowid, new."title", new."text");
END;
CREATE TRIGGER "quotes_ai" AFTER INSERT ON "quotes" BEGIN
  INSERT INTO "quotes_fts" (rowid, "text", "speaker") VALUES (new.rowid, new."text", new."speaker");
END;
CREATE TRIGGER "quotes_ad" AFTER DELETE ON "quotes" BEGIN
  INSERT INTO "quotes_fts" ("quotes_fts", rowid, "text", "speaker") VALUES('delete', old.rowid, old."text", old."speaker");
END;
CREATE TRIGGER "quotes_au" AFTER UPDATE ON "quotes" BEGIN
  INSERT INTO "quotes_fts" ("quotes_fts", rowid, "text", "speaker") VALUES('delete', old.rowid, old."text", old."speaker");
  INSERT INTO "quotes_fts" (rowid, "text", "speaker") VALUES (new.rowid, new."text", new."speaker");
END;
INSERT INTO articles_fts(articles_fts) VALUES('rebuild');
INSERT INTO quotes_fts(quotes_fts) VALUES('rebuild');
COMMIT;

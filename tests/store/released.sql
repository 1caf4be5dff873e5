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
INSERT INTO "articles" ("id","name","source","sha256","title","publisher","byline","published","dateline","anchor","anchor_origin","language","text","warnings","error","package","model","tables") VALUES ('c244f4999996c3e0','flood-wrapped-crlf','samples/flood-wrapped-crlf.txt','c244f4999996c3e050607a2108af8a91ed80decc4d7d0d9c4f495331766ba1fa','UPDATE 3-Paraguay flood toll climbs to 19, dozens still missing',NULL,NULL,'2017-10-17','CONCEPCION, Paraguay','2017-10-17','header','en','UPDATE 3-Paraguay flood toll climbs to 19, dozens still missing

Tue Oct 17, 2017 6:40pm

(Adds governor''s count, missing, forecast)

CONCEPCION, Paraguay (NNP) - Floodwater from the Tayi River has killed
at least 19 people and driven almost 14,000 from their homes in northern
Paraguay, officials said on Tuesday, raising a toll that had stood at 11
the night before.

Twenty-seven people were still missing, down from 41 on Monday, the
National Emergency Board (JNE) reported.

"Yesterday I had a list of 41 names. Eight families got the worst news
and six got the best," said JNE director Graciela Ayala. "That leaves
27, and I won''t talk about them in the past tense."

The governor, Ramon de la Cruz Ayala, gave a higher figure. He told
Radio Puerto that 23 bodies had been recovered. An aide later explained
that Gov. Ayala, who is a cousin of the director, had included four
passengers killed in a bus crash on Friday, before the river rose.

The Tayi crested at 8.4 metres (27.6 feet) shortly after 3 a.m. on
Sunday, 1.9 metres above the record of 6.5 metres set in 1983. By then
nearly every house in Puerto Tayi, a town of some 6,000, was under
water.

Army helicopters plucked 212 people from roofs and about 3,500 were
evacuated by boat. Most of the others walked. More than 9,000 are
sleeping in schools, churches and a half-built casino.

Mr. and Mrs. Benitez spent 11 hours in a mango tree with their daughter,
4.

"She asked me if the river was angry with us," recalled Nestor Benitez,
38, a carpenter. "I said no, it was only lost." His wife, Zunilda, said
that they had been given "five minutes, maybe six" to leave, and that no
siren sounded.

Residents complained that the JNE had been warned two weeks earlier that
a dyke upstream was cracked. The board denied it. It acknowledged
receiving a letter but maintained that the writer "referred to another
dyke."

No cases of cholera have been confirmed, the Health Ministry said,
although 130 people have been treated for diarrhoea since Sunday. Three
people in Concepcion were arrested on suspicion of looting.

Meteorologist Ignacio Zarza, Jr. predicted that a further 60 to 80 mm of
rain would fall by Thursday. "It isn''t over," he cautioned. As many as
30 villages could be cut off, according to the army, which sent 450 more
troops and two field kitchens.

Damage was estimated at 85 billion guaranies ($15 million), a figure
that is expected to double once the roads can be inspected. President
Ladislao Ferreira, who cut short a visit to Montevideo, promised 2
million guaranies to each household next month.

"Money dries," said Graciela Ayala, when asked about the offer.
"Photographs don''t."

(Reporting by Lidia Benegas in Concepcion and Tom Achterberg in
Asuncion; writing by Joan Prewitt; editing by D. K. Rowell)
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
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('c244f4999996c3e0:person-1','c244f4999996c3e0','Concepcion','','',2,'base:PERSON');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('c244f4999996c3e0:person-2','c244f4999996c3e0','Graciela Ayala','','JNE director',5,'base:PERSON');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('c244f4999996c3e0:person-3','c244f4999996c3e0','Ramon de la Cruz Ayala','Gov.','governor',4,'base:PERSON');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('c244f4999996c3e0:person-4','c244f4999996c3e0','Nestor Benitez','Mr.','',6,'base:PERSON');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('c244f4999996c3e0:person-5','c244f4999996c3e0','Benitez','Mrs.','',2,'names/titles.csv:Mrs.');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('c244f4999996c3e0:person-6','c244f4999996c3e0','Zunilda','','',2,'base:PERSON');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('c244f4999996c3e0:person-7','c244f4999996c3e0','Ignacio Zarza, Jr.','','Meteorologist',2,'base:PERSON');
INSERT INTO "people" ("id","article","name","titles","roles","mentions","rule") VALUES ('c244f4999996c3e0:person-8','c244f4999996c3e0','Ladislao Ferreira','','',1,'base:PERSON');
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
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('c244f4999996c3e0:organization-1','c244f4999996c3e0','NNP',NULL,NULL,1,'base:ORG');
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('c244f4999996c3e0:organization-2','c244f4999996c3e0','National Emergency Board','JNE','government',4,'names/heads.csv:Board/last');
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('c244f4999996c3e0:organization-3','c244f4999996c3e0','Radio Puerto',NULL,'media',1,'base:ORG');
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('c244f4999996c3e0:organization-4','c244f4999996c3e0','Army',NULL,'government',1,'names/organizations.csv:Army');
INSERT INTO "organizations" ("id","article","name","acronym","kind","mentions","rule") VALUES ('c244f4999996c3e0:organization-5','c244f4999996c3e0','Health Ministry',NULL,'government',1,'names/heads.csv:Ministry/last');
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
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('c244f4999996c3e0:place-1','c244f4999996c3e0','Concepción','city','PY','Concepción',-23.3999,-57.4324,3438834,1,'places:dateline');
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('c244f4999996c3e0:place-2','c244f4999996c3e0','Paraguay','country','PY',NULL,-23.0,-58.0,3437598,2,'names:article(ORG)');
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('c244f4999996c3e0:place-3','c244f4999996c3e0','Tayi River','natural',NULL,NULL,NULL,NULL,NULL,2,'names/heads.csv:River/last');
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('c244f4999996c3e0:place-4','c244f4999996c3e0','Puerto Tayi',NULL,NULL,NULL,NULL,NULL,NULL,1,'base:GPE');
INSERT INTO "places" ("id","article","name","kind","country","admin1","lat","lon","geonames_id","mentions","rule") VALUES ('c244f4999996c3e0:place-5','c244f4999996c3e0','Montevideo','city','UY','Montevideo',-34.9033,-56.1882,3441575,1,'base:GPE');
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
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-1','c244f4999996c3e0',39,41,'19','count',19.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,'killed',NULL,NULL,NULL,NULL,NULL,0,'figure-3','figure-12',0,63,'figures/roles.csv:toll/noun/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-2','c244f4999996c3e0',43,49,'dozens','count',NULL,12.0,120.0,'~',NULL,NULL,NULL,NULL,'missing',NULL,NULL,NULL,NULL,NULL,0,'','',0,63,'figures/roles.csv:missing/state/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-3','c244f4999996c3e0',212,223,'at least 19','count',19.0,NULL,NULL,'>=',NULL,'person','people','people','killed','officials',NULL,NULL,NULL,NULL,0,'figure-1','figure-5',140,377,'figures/roles.csv:kill/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-4','c244f4999996c3e0',242,255,'almost 14,000','count',14000.0,NULL,NULL,'~',NULL,NULL,NULL,NULL,'displaced','officials',NULL,NULL,NULL,NULL,0,'','',140,377,'figures/roles.csv:drive from/object/from their homes|from their villages|from home|out of their homes');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-5','c244f4999996c3e0',356,358,'11','count',11.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,'killed',NULL,NULL,NULL,NULL,NULL,0,'','figure-3 figure-12',140,377,'figures/roles.csv:toll/noun/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-6','c244f4999996c3e0',381,393,'Twenty-seven','count',27.0,NULL,NULL,'=',NULL,'person','people','people','missing','the
National Emergency Board (JNE)','National Emergency Board',NULL,'c244f4999996c3e0:organization-2',NULL,0,'','figure-7',381,490,'figures/roles.csv:missing/state/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-7','c244f4999996c3e0',431,433,'41','count',41.0,NULL,NULL,'=',NULL,'person','people','people',NULL,'the
National Emergency Board (JNE)','National Emergency Board',NULL,'c244f4999996c3e0:organization-2',NULL,0,'','figure-6',381,490,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-8','c244f4999996c3e0',521,523,'41','count',41.0,NULL,NULL,'=',NULL,'name','names','names',NULL,'JNE director Graciela Ayala','Graciela Ayala','c244f4999996c3e0:person-2',NULL,NULL,0,'','',494,530,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-9','c244f4999996c3e0',531,536,'Eight','count',8.0,NULL,NULL,'=',NULL,'family','families','families',NULL,'JNE director Graciela Ayala','Graciela Ayala','c244f4999996c3e0:person-2',NULL,NULL,0,'','',531,622,'numbers/words.csv:eight');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-10','c244f4999996c3e0',570,573,'six','count',6.0,NULL,NULL,'=',NULL,'family','families','families',NULL,'JNE director Graciela Ayala','Graciela Ayala','c244f4999996c3e0:person-2',NULL,NULL,0,'','',531,622,'numbers/words.csv:six');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-11','c244f4999996c3e0',637,639,'27','count',27.0,NULL,NULL,'=',NULL,NULL,NULL,NULL,NULL,'JNE director Graciela Ayala','Graciela Ayala','c244f4999996c3e0:person-2',NULL,NULL,0,'','',623,688,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-12','c244f4999996c3e0',779,781,'23','count',23.0,NULL,NULL,'=',NULL,'body','bodies','bodies','killed','He','Ramon de la Cruz Ayala','c244f4999996c3e0:person-3',NULL,NULL,0,'','figure-1 figure-5',752,808,'figures/roles.csv:body/noun/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-13','c244f4999996c3e0',897,901,'four','count',4.0,NULL,NULL,'=',NULL,'passenger','passengers','passengers','killed','An aide',NULL,NULL,NULL,NULL,0,'','',809,969,'figures/roles.csv:kill/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-14','c244f4999996c3e0',993,1003,'8.4 metres','length',8.4,NULL,NULL,'=',NULL,'metre','metres','Tayi',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',973,1103,'figures/units.csv:metre');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-15','c244f4999996c3e0',1005,1014,'27.6 feet','length',27.6,NULL,NULL,'=',NULL,'foot','feet','Tayi',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',973,1103,'figures/units.csv:foot');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-16','c244f4999996c3e0',1049,1059,'1.9 metres','length',1.9,NULL,NULL,'=',NULL,'metre','metres','Tayi',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',973,1103,'figures/units.csv:metre');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-17','c244f4999996c3e0',1080,1090,'6.5 metres','length',6.5,NULL,NULL,'=',NULL,'metre','metres','Tayi',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',973,1103,'figures/units.csv:metre');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-18','c244f4999996c3e0',1158,1168,'some 6,000','other',6000.0,NULL,NULL,'~',NULL,NULL,NULL,'town',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',1104,1187,'figures/hedges.csv:some/before');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-19','c244f4999996c3e0',1216,1219,'212','count',212.0,NULL,NULL,'=',NULL,'person','people','people','rescued',NULL,NULL,NULL,NULL,NULL,0,'','',1191,1278,'figures/roles.csv:pluck/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-20','c244f4999996c3e0',1242,1253,'about 3,500','count',3500.0,NULL,NULL,'~',NULL,NULL,NULL,NULL,'evacuated',NULL,NULL,NULL,NULL,NULL,0,'','',1191,1278,'figures/roles.csv:evacuate/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-21','c244f4999996c3e0',1306,1321,'More than 9,000','count',9000.0,NULL,NULL,'>',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'','',1306,1381,'figures/hedges.csv:more than/before');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-22','c244f4999996c3e0',1412,1420,'11 hours','duration',11.0,NULL,NULL,'=',NULL,'hour','hours','Mr.',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',1385,1461,'figures/units.csv:hour');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-23','c244f4999996c3e0',1538,1540,'38','age',38.0,NULL,NULL,'=',NULL,'year',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'c244f4999996c3e0:person-4',0,'','',1465,1554,'figures/age');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-24','c244f4999996c3e0',1637,1649,'five minutes','duration',5.0,NULL,NULL,'=',NULL,'minute','minutes',NULL,NULL,'His wife, Zunilda','Zunilda','c244f4999996c3e0:person-6',NULL,NULL,0,'','',1586,1699,'figures/units.csv:minute');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-25','c244f4999996c3e0',1651,1660,'maybe six','count',6.0,NULL,NULL,'~',NULL,NULL,NULL,NULL,NULL,'His wife, Zunilda','Zunilda','c244f4999996c3e0:person-6',NULL,NULL,0,'','',1586,1699,'figures/hedges.csv:maybe/before');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-26','c244f4999996c3e0',2003,2006,'130','count',130.0,NULL,NULL,'=',NULL,'person','people','people',NULL,'the Health Ministry','Health Ministry',NULL,'c244f4999996c3e0:organization-5',NULL,0,'','',1926,2059,'figures/roles.csv:treat/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-27','c244f4999996c3e0',2060,2065,'Three','count',3.0,NULL,NULL,'=',NULL,'person','people','people','arrested',NULL,NULL,NULL,NULL,NULL,0,'','',2060,2126,'figures/roles.csv:arrest/object/');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-28','c244f4999996c3e0',2188,2199,'60 to 80 mm','length',NULL,60.0,80.0,'=',NULL,'millimetre','mm','rain',NULL,'Meteorologist Ignacio Zarza, Jr.','Ignacio Zarza, Jr.','c244f4999996c3e0:person-7',NULL,NULL,1,'','',2130,2232,'figures/units.csv:millimetre');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-29','c244f4999996c3e0',2276,2278,'30','count',30.0,NULL,NULL,'=',NULL,'village','villages','villages',NULL,'the army',NULL,NULL,NULL,NULL,1,'','',2264,2380,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-30','c244f4999996c3e0',2340,2343,'450','count',450.0,NULL,NULL,'=',NULL,'troop','troops','troops',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',2264,2380,'numbers/digits');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-31','c244f4999996c3e0',2361,2364,'two','count',2.0,NULL,NULL,'=',NULL,'kitchen','field kitchens','field kitchens',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',2264,2380,'numbers/words.csv:two');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-32','c244f4999996c3e0',2408,2428,'85 billion guaranies','money',85000000000.0,NULL,NULL,'=',NULL,'guarani','guaranies','Damage',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',2384,2513,'figures/units.csv:guarani');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-33','c244f4999996c3e0',2430,2441,'$15 million','money',15000000.0,NULL,NULL,'=',NULL,'dollar','$','Damage',NULL,NULL,NULL,NULL,NULL,NULL,0,'','',2384,2513,'figures/units.csv:dollar');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-34','c244f4999996c3e0',2474,2480,'double','ratio',2.0,NULL,NULL,'=','up',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'','',2384,2513,'figures/multiples.csv:double/verb');
INSERT INTO "figures" ("id","article","start","end","text","kind","value","low","high","bound","trend","unit","unit_text","noun","role","attributed_to","attributed_to_name","source_person","source_organization","person","hypothetical","same_as","conflicts_with","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:figure-35','c244f4999996c3e0',2590,2610,'2
million guaranies','money',2000000.0,NULL,NULL,'=',NULL,'guarani','guaranies','Ladislao Ferreira',NULL,'President
Ladislao Ferreira','Ladislao Ferreira','c244f4999996c3e0:person-8',NULL,NULL,0,'','',2514,2640,'figures/units.csv:guarani');
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
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-1','c244f4999996c3e0',169,294,'Floodwater from the Tayi River has killed
at least 19 people and driven almost 14,000 from their homes in northern
Paraguay','indirect',NULL,'officials','nominal',NULL,NULL,'said','say','states','unnamed',140,377,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-2','c244f4999996c3e0',381,443,'Twenty-seven people were still missing, down from 41 on Monday','indirect','National Emergency Board','the
National Emergency Board (JNE)','name',NULL,'c244f4999996c3e0:organization-2','reported','report','states',NULL,381,490,'quotes/verbs.csv:report');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-3','c244f4999996c3e0',494,688,'"Yesterday I had a list of 41 names. Eight families got the worst news
and six got the best," "That leaves
27, and I won''t talk about them in the past tense."','direct','Graciela Ayala','JNE director Graciela Ayala','name','c244f4999996c3e0:person-2',NULL,'said','say','states',NULL,531,622,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-4','c244f4999996c3e0',779,807,'23 bodies had been recovered','indirect','Ramon de la Cruz Ayala','He','pronoun','c244f4999996c3e0:person-3',NULL,'told','tell','states',NULL,752,808,'quotes/verbs.csv:tell');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-5','c244f4999996c3e0',839,968,'Gov. Ayala, who is a cousin of the director, had included four
passengers killed in a bus crash on Friday, before the river rose','indirect',NULL,'An aide','nominal',NULL,NULL,'later explained','explain','states','unnamed',809,969,'quotes/verbs.csv:explain');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-6','c244f4999996c3e0',1465,1585,'"She asked me if the river was angry with us," "I said no, it was only lost."','direct','Nestor Benitez','Nestor Benitez,
38, a carpenter','name','c244f4999996c3e0:person-4',NULL,'recalled','recall','states',NULL,1465,1554,'quotes/verbs.csv:recall');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-7','c244f4999996c3e0',1616,1698,'they had been given "five minutes, maybe six" to leave, and that no
siren sounded','mixed','Zunilda','His wife, Zunilda','nominal','c244f4999996c3e0:person-6',NULL,'said','say','states',NULL,1586,1699,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-8','c244f4999996c3e0',1729,1804,'the JNE had been warned two weeks earlier that
a dyke upstream was cracked','indirect',NULL,'Residents','nominal',NULL,NULL,'complained','complain','states','unnamed',1703,1805,'quotes/verbs.csv:complain');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-9','c244f4999996c3e0',1823,1825,'it','indirect',NULL,'The board','nominal',NULL,NULL,'denied','deny','denies','unnamed',1806,1826,'quotes/verbs.csv:deny');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-10','c244f4999996c3e0',1844,1862,'receiving a letter','indirect',NULL,'It','pronoun',NULL,NULL,'acknowledged','acknowledge','states','ambiguous',1827,1921,'quotes/verbs.csv:acknowledge');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-11','c244f4999996c3e0',1883,1922,'the writer "referred to another
dyke."','mixed',NULL,'It','pronoun',NULL,NULL,'maintained','maintain','claims','ambiguous',1827,1921,'quotes/verbs.csv:maintain');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-12','c244f4999996c3e0',1926,2058,'No cases of cholera have been confirmed although 130 people have been treated for diarrhoea since Sunday','indirect','Health Ministry','the Health Ministry','name',NULL,'c244f4999996c3e0:organization-5','said','say','states',NULL,1926,2059,'quotes/verbs.csv:say');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-13','c244f4999996c3e0',2178,2231,'a further 60 to 80 mm of
rain would fall by Thursday','indirect','Ignacio Zarza, Jr.','Meteorologist Ignacio Zarza, Jr.','name','c244f4999996c3e0:person-7',NULL,'predicted','predict','states',NULL,2130,2232,'quotes/verbs.csv:predict');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-14','c244f4999996c3e0',2233,2249,'"It isn''t over,"','direct','Ignacio Zarza, Jr.','he','pronoun','c244f4999996c3e0:person-7',NULL,'cautioned','caution','states',NULL,2233,2263,'quotes/verbs.csv:caution');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-15','c244f4999996c3e0',2264,2304,'As many as
30 villages could be cut off','indirect',NULL,'the army','nominal',NULL,NULL,'according to','according to','states','unnamed',2264,2380,'quotes/phrases.csv:according to');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-16','c244f4999996c3e0',2408,2512,'85 billion guaranies ($15 million), a figure
that is expected to double once the roads can be inspected','indirect',NULL,NULL,NULL,NULL,NULL,'was estimated','estimate','states','passive',2384,2513,'quotes/verbs.csv:estimate');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-17','c244f4999996c3e0',2590,2610,'2
million guaranies','indirect','Ladislao Ferreira','President
Ladislao Ferreira','name','c244f4999996c3e0:person-8',NULL,'promised','promise','promises',NULL,2514,2640,'quotes/verbs.csv:promise');
INSERT INTO "quotes" ("id","article","start","end","text","kind","speaker","speaker_text","speaker_type","speaker_person","speaker_organization","cue","cue_lemma","stance","no_speaker","sentence_start","sentence_end","rule") VALUES ('c244f4999996c3e0:quote-18','c244f4999996c3e0',2644,2658,'"Money dries,"','direct','Graciela Ayala','Graciela Ayala','name','c244f4999996c3e0:person-2',NULL,'said','say','states',NULL,2644,2707,'quotes/verbs.csv:say');
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
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-1','c244f4999996c3e0',67,83,'Tue Oct 17, 2017','DATE','2017-10-17','2017-10-17','2017-10-17','dates:month-day@text');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-2','c244f4999996c3e0',84,90,'6:40pm','TIME','2017-10-17T18:40','2017-10-17','2017-10-17','dates:time@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-3','c244f4999996c3e0',314,321,'Tuesday','DATE','2017-10-17','2017-10-17','2017-10-17','dates:weekday@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-4','c244f4999996c3e0',437,443,'Monday','DATE','2017-10-16','2017-10-16','2017-10-16','dates:weekday@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-5','c244f4999996c3e0',495,504,'Yesterday','DATE','2017-10-16','2017-10-16','2017-10-16','dates:deictic@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-6','c244f4999996c3e0',939,945,'Friday','DATE','2017-10-13','2017-10-13','2017-10-13','dates:weekday@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-7','c244f4999996c3e0',1030,1047,'3 a.m. on
Sunday','TIME','2017-10-15T03:00','2017-10-15','2017-10-15','dates:time@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-8','c244f4999996c3e0',1098,1102,'1983','DATE','1983','1983-01-01','1983-12-31','dates:year@text');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-9','c244f4999996c3e0',1412,1420,'11 hours','DURATION','PT11H',NULL,NULL,'dates:duration@text');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-10','c244f4999996c3e0',1637,1649,'five minutes','DURATION','PT5M',NULL,NULL,'dates:duration@text');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-11','c244f4999996c3e0',1753,1770,'two weeks earlier','DATE','2017-10-03','2017-10-03','2017-10-03','dates:shift@story');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-12','c244f4999996c3e0',2052,2058,'Sunday','DATE','2017-10-15','2017-10-15','2017-10-15','dates:weekday@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-13','c244f4999996c3e0',2223,2231,'Thursday','DATE','2017-10-19','2017-10-19','2017-10-19','dates:weekday@header');
INSERT INTO "dates" ("id","article","start","end","text","type","value","earliest","latest","rule") VALUES ('c244f4999996c3e0:date-14','c244f4999996c3e0',2629,2639,'next month','DATE','2017-11','2017-11-01','2017-11-30','dates:unit@header');
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
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-1:1','c244f4999996c3e0:person-1',140,150,'CONCEPCION','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-1:2','c244f4999996c3e0:person-1',2077,2087,'Concepcion','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-2:1','c244f4999996c3e0:person-2',505,506,'I','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-2:2','c244f4999996c3e0:person-2',607,621,'Graciela Ayala','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-2:3','c244f4999996c3e0:person-2',645,646,'I','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-2:4','c244f4999996c3e0:person-2',870,882,'the director','nominal');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-2:5','c244f4999996c3e0:person-2',2664,2678,'Graciela Ayala','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-3:1','c244f4999996c3e0:person-3',692,704,'The governor','nominal');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-3:2','c244f4999996c3e0:person-3',706,728,'Ramon de la Cruz Ayala','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-3:3','c244f4999996c3e0:person-3',752,754,'He','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-3:4','c244f4999996c3e0:person-3',844,849,'Ayala','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-4:1','c244f4999996c3e0:person-4',1398,1405,'Benitez','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-4:2','c244f4999996c3e0:person-4',1476,1478,'me','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-4:3','c244f4999996c3e0:person-4',1521,1535,'Nestor Benitez','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-4:4','c244f4999996c3e0:person-4',1542,1553,'a carpenter','nominal');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-4:5','c244f4999996c3e0:person-4',1556,1557,'I','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-4:6','c244f4999996c3e0:person-4',1586,1589,'His','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-5:1','c244f4999996c3e0:person-5',1398,1405,'Benitez','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-5:2','c244f4999996c3e0:person-5',1466,1469,'She','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-6:1','c244f4999996c3e0:person-6',1586,1594,'His wife','nominal');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-6:2','c244f4999996c3e0:person-6',1596,1603,'Zunilda','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-7:1','c244f4999996c3e0:person-7',2144,2162,'Ignacio Zarza, Jr.','name');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-7:2','c244f4999996c3e0:person-7',2250,2252,'he','pronoun');
INSERT INTO "person_mentions" ("id","person","start","end","text","type") VALUES ('c244f4999996c3e0:person-8:1','c244f4999996c3e0:person-8',2525,2542,'Ladislao Ferreira','name');
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
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('c244f4999996c3e0:organization-1:1','c244f4999996c3e0:organization-1',162,165,'NNP','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('c244f4999996c3e0:organization-2:1','c244f4999996c3e0:organization-2',450,474,'National Emergency Board','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('c244f4999996c3e0:organization-2:2','c244f4999996c3e0:organization-2',476,479,'JNE','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('c244f4999996c3e0:organization-2:3','c244f4999996c3e0:organization-2',594,597,'JNE','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('c244f4999996c3e0:organization-2:4','c244f4999996c3e0:organization-2',1733,1736,'JNE','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('c244f4999996c3e0:organization-3:1','c244f4999996c3e0:organization-3',761,773,'Radio Puerto','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('c244f4999996c3e0:organization-4:1','c244f4999996c3e0:organization-4',1191,1195,'Army','name');
INSERT INTO "organization_mentions" ("id","organization","start","end","text","type") VALUES ('c244f4999996c3e0:organization-5:1','c244f4999996c3e0:organization-5',1971,1986,'Health Ministry','name');
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
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('c244f4999996c3e0:place-1:1','c244f4999996c3e0:place-1',140,150,'CONCEPCION','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('c244f4999996c3e0:place-2:1','c244f4999996c3e0:place-2',152,160,'Paraguay','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('c244f4999996c3e0:place-2:2','c244f4999996c3e0:place-2',286,294,'Paraguay','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('c244f4999996c3e0:place-3:1','c244f4999996c3e0:place-3',189,199,'Tayi River','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('c244f4999996c3e0:place-3:2','c244f4999996c3e0:place-3',977,981,'Tayi','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('c244f4999996c3e0:place-4:1','c244f4999996c3e0:place-4',1135,1146,'Puerto Tayi','name');
INSERT INTO "place_mentions" ("id","place","start","end","text","type") VALUES ('c244f4999996c3e0:place-5:1','c244f4999996c3e0:place-5',2569,2579,'Montevideo','name');
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
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-1:1','c244f4999996c3e0:quote-1',169,294,'Floodwater from the Tayi River has killed
at least 19 people and driven almost 14,000 from their homes in northern
Paraguay');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-2:1','c244f4999996c3e0:quote-2',381,443,'Twenty-seven people were still missing, down from 41 on Monday');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-3:1','c244f4999996c3e0:quote-3',494,588,'"Yesterday I had a list of 41 names. Eight families got the worst news
and six got the best,"');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-3:2','c244f4999996c3e0:quote-3',623,688,'"That leaves
27, and I won''t talk about them in the past tense."');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-4:1','c244f4999996c3e0:quote-4',779,807,'23 bodies had been recovered');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-5:1','c244f4999996c3e0:quote-5',839,968,'Gov. Ayala, who is a cousin of the director, had included four
passengers killed in a bus crash on Friday, before the river rose');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-6:1','c244f4999996c3e0:quote-6',1465,1511,'"She asked me if the river was angry with us,"');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-6:2','c244f4999996c3e0:quote-6',1555,1585,'"I said no, it was only lost."');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-7:1','c244f4999996c3e0:quote-7',1616,1698,'they had been given "five minutes, maybe six" to leave, and that no
siren sounded');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-8:1','c244f4999996c3e0:quote-8',1729,1804,'the JNE had been warned two weeks earlier that
a dyke upstream was cracked');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-9:1','c244f4999996c3e0:quote-9',1823,1825,'it');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-10:1','c244f4999996c3e0:quote-10',1844,1862,'receiving a letter');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-11:1','c244f4999996c3e0:quote-11',1883,1922,'the writer "referred to another
dyke."');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-12:1','c244f4999996c3e0:quote-12',1926,1965,'No cases of cholera have been confirmed');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-12:2','c244f4999996c3e0:quote-12',1994,2058,'although 130 people have been treated for diarrhoea since Sunday');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-13:1','c244f4999996c3e0:quote-13',2178,2231,'a further 60 to 80 mm of
rain would fall by Thursday');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-14:1','c244f4999996c3e0:quote-14',2233,2249,'"It isn''t over,"');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-15:1','c244f4999996c3e0:quote-15',2264,2304,'As many as
30 villages could be cut off');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-16:1','c244f4999996c3e0:quote-16',2408,2512,'85 billion guaranies ($15 million), a figure
that is expected to double once the roads can be inspected');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-17:1','c244f4999996c3e0:quote-17',2590,2610,'2
million guaranies');
INSERT INTO "quote_spans" ("id","quote","start","end","text") VALUES ('c244f4999996c3e0:quote-18:1','c244f4999996c3e0:quote-18',2644,2658,'"Money dries,"');
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

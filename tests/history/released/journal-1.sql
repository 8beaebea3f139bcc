PRAGMA application_id = 1113678699;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE events (
    session INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    digest BLOB NOT NULL,
    kind TEXT NOT NULL,
    wall TEXT NOT NULL,
    led REAL,
    body TEXT NOT NULL,
    PRIMARY KEY (session, seq, digest)
) WITHOUT ROWID;
INSERT INTO "events" VALUES(1,1,X'44C50594C9F53A3E','Began','2026-11-16T18:30:00+02:00',NULL,'{"at":0.0,"plan":{"choices":[{"dose":6,"gentler":false,"id":"side-bends","per_side":true},{"dose":10,"gentler":false,"id":"articulations","per_side":false},{"dose":12,"gentler":false,"id":"back-lifts","per_side":false},{"dose":6,"gentler":false,"id":"child-to-cobra","per_side":false},{"dose":20,"gentler":false,"id":"butt-kicks","per_side":false}],"routine":"balanced-back"}}');
INSERT INTO "events" VALUES(1,2,X'0B404B0D9C7D6EB3','MoveEntered','2026-11-16T18:30:00+02:00',NULL,'{"at":0.0,"move":0}');
INSERT INTO "events" VALUES(1,3,X'67D992C826EAD66B','PhaseEntered','2026-11-16T18:30:00+02:00',0.0,'{"at":0.0,"index":1,"move":0,"rep":1,"side":"right"}');
INSERT INTO "events" VALUES(1,4,X'6964B0BDDE54067B','RepDone','2026-11-16T18:30:03+02:00',3.0,'{"at":3.0,"move":0,"rep":1,"side":"right"}');
INSERT INTO "events" VALUES(1,5,X'268CC97B5B504744','RepDone','2026-11-16T18:30:06+02:00',6.0,'{"at":6.0,"move":0,"rep":1,"side":"left"}');
INSERT INTO "events" VALUES(1,6,X'D1841404DBABF344','RepDone','2026-11-16T18:30:09+02:00',9.0,'{"at":9.0,"move":0,"rep":2,"side":"right"}');
INSERT INTO "events" VALUES(1,7,X'7C912D0A163F1C66','RepDone','2026-11-16T18:30:12+02:00',12.0,'{"at":12.0,"move":0,"rep":2,"side":"left"}');
INSERT INTO "events" VALUES(1,8,X'E757579EF393AEA6','RepDone','2026-11-16T18:30:15+02:00',15.0,'{"at":15.0,"move":0,"rep":3,"side":"right"}');
INSERT INTO "events" VALUES(1,9,X'688BA5951F3BB2D1','RepDone','2026-11-16T18:30:18+02:00',18.0,'{"at":18.0,"move":0,"rep":3,"side":"left"}');
INSERT INTO "events" VALUES(1,10,X'03B6482DDFE9E516','RepDone','2026-11-16T18:30:21+02:00',21.0,'{"at":21.0,"move":0,"rep":4,"side":"right"}');
INSERT INTO "events" VALUES(1,11,X'2FBE91FC2096B7D6','RepDone','2026-11-16T18:30:24+02:00',24.0,'{"at":24.0,"move":0,"rep":4,"side":"left"}');
INSERT INTO "events" VALUES(1,12,X'811E078DAD2CBD9E','RepDone','2026-11-16T18:30:27+02:00',27.0,'{"at":27.0,"move":0,"rep":5,"side":"right"}');
INSERT INTO "events" VALUES(1,13,X'74412A01986CD17B','RepDone','2026-11-16T18:30:30+02:00',30.0,'{"at":30.0,"move":0,"rep":5,"side":"left"}');
INSERT INTO "events" VALUES(1,14,X'AF868C9A3181E03F','RepDone','2026-11-16T18:30:33+02:00',33.0,'{"at":33.0,"move":0,"rep":6,"side":"right"}');
INSERT INTO "events" VALUES(1,15,X'08A1DD6CC899D1A0','RepDone','2026-11-16T18:30:36+02:00',36.0,'{"at":36.0,"move":0,"rep":6,"side":"left"}');
INSERT INTO "events" VALUES(1,16,X'7F527D480E5406F4','MoveLeft','2026-11-16T18:30:36+02:00',36.0,'{"at":36.0,"move":0,"skipped":false}');
INSERT INTO "events" VALUES(1,17,X'8D1514AAB7E059A2','MoveEntered','2026-11-16T18:30:36+02:00',NULL,'{"at":36.0,"move":1}');
INSERT INTO "events" VALUES(1,18,X'9CE0C75AFBC24740','PhaseEntered','2026-11-16T18:30:36+02:00',0.0,'{"at":36.0,"index":6,"move":1,"rep":1,"side":null}');
INSERT INTO "events" VALUES(1,19,X'3F17AE34767C92CA','RepDone','2026-11-16T18:30:39+02:00',3.0,'{"at":39.0,"move":1,"rep":1,"side":null}');
INSERT INTO "events" VALUES(1,20,X'3D7A54E6497B5CC0','RepDone','2026-11-16T18:30:42+02:00',6.0,'{"at":42.0,"move":1,"rep":2,"side":null}');
INSERT INTO "events" VALUES(1,21,X'3FC62D783DE5CBB9','RepDone','2026-11-16T18:30:45+02:00',9.0,'{"at":45.0,"move":1,"rep":3,"side":null}');
INSERT INTO "events" VALUES(1,22,X'140DE896DA3BA7B0','RepDone','2026-11-16T18:30:48+02:00',12.0,'{"at":48.0,"move":1,"rep":4,"side":null}');
INSERT INTO "events" VALUES(1,23,X'8027D4545B364CFC','RepDone','2026-11-16T18:30:51+02:00',15.0,'{"at":51.0,"move":1,"rep":5,"side":null}');
INSERT INTO "events" VALUES(1,24,X'8556D7938EB7DB1B','RepDone','2026-11-16T18:30:54+02:00',18.0,'{"at":54.0,"move":1,"rep":6,"side":null}');
INSERT INTO "events" VALUES(1,25,X'83336473477A42B0','RepDone','2026-11-16T18:30:57+02:00',21.0,'{"at":57.0,"move":1,"rep":7,"side":null}');
INSERT INTO "events" VALUES(1,26,X'B6CDE0FBC073AAAA','RepDone','2026-11-16T18:31:00+02:00',24.0,'{"at":60.0,"move":1,"rep":8,"side":null}');
INSERT INTO "events" VALUES(1,27,X'3ABB6E6CC9714F8E','RepDone','2026-11-16T18:31:03+02:00',27.0,'{"at":63.0,"move":1,"rep":9,"side":null}');
INSERT INTO "events" VALUES(1,28,X'2CA48789A2B8C2EC','RepDone','2026-11-16T18:31:06+02:00',30.0,'{"at":66.0,"move":1,"rep":10,"side":null}');
INSERT INTO "events" VALUES(1,29,X'468E31E85C648CAB','MoveLeft','2026-11-16T18:31:06+02:00',30.0,'{"at":66.0,"move":1,"skipped":false}');
INSERT INTO "events" VALUES(1,30,X'EC87D8D5C8248AC2','MoveEntered','2026-11-16T18:31:06+02:00',NULL,'{"at":66.0,"move":2}');
INSERT INTO "events" VALUES(1,31,X'A72A6222276B3992','PhaseEntered','2026-11-16T18:31:06+02:00',0.0,'{"at":66.0,"index":11,"move":2,"rep":1,"side":null}');
INSERT INTO "events" VALUES(1,32,X'BA670F43F8BB61AD','RepDone','2026-11-16T18:31:09+02:00',3.0,'{"at":69.0,"move":2,"rep":1,"side":null}');
INSERT INTO "events" VALUES(1,33,X'027F2F9BCCA1DC4C','RepDone','2026-11-16T18:31:12+02:00',6.0,'{"at":72.0,"move":2,"rep":2,"side":null}');
INSERT INTO "events" VALUES(1,34,X'46754C50EC46B104','RepDone','2026-11-16T18:31:15+02:00',9.0,'{"at":75.0,"move":2,"rep":3,"side":null}');
INSERT INTO "events" VALUES(1,35,X'2AD7E6E59ED82B52','RepDone','2026-11-16T18:31:18+02:00',12.0,'{"at":78.0,"move":2,"rep":4,"side":null}');
INSERT INTO "events" VALUES(1,36,X'65F8E92540391D06','RepDone','2026-11-16T18:31:21+02:00',15.0,'{"at":81.0,"move":2,"rep":5,"side":null}');
INSERT INTO "events" VALUES(1,37,X'E54C6A42F0F85FE5','RepDone','2026-11-16T18:31:24+02:00',18.0,'{"at":84.0,"move":2,"rep":6,"side":null}');
INSERT INTO "events" VALUES(1,38,X'7A9732045A7E9C6A','RepDone','2026-11-16T18:31:27+02:00',21.0,'{"at":87.0,"move":2,"rep":7,"side":null}');
INSERT INTO "events" VALUES(1,39,X'F6CD7B4D4CF97296','RepDone','2026-11-16T18:31:30+02:00',24.0,'{"at":90.0,"move":2,"rep":8,"side":null}');
INSERT INTO "events" VALUES(1,40,X'61CCAF78716B2152','RepDone','2026-11-16T18:31:33+02:00',27.0,'{"at":93.0,"move":2,"rep":9,"side":null}');
INSERT INTO "events" VALUES(1,41,X'12A544E2C70CDE1D','RepDone','2026-11-16T18:31:36+02:00',30.0,'{"at":96.0,"move":2,"rep":10,"side":null}');
INSERT INTO "events" VALUES(1,42,X'202FE1EFCDB44D5B','RepDone','2026-11-16T18:31:39+02:00',33.0,'{"at":99.0,"move":2,"rep":11,"side":null}');
INSERT INTO "events" VALUES(1,43,X'1E134D778D589327','RepDone','2026-11-16T18:31:42+02:00',36.0,'{"at":102.0,"move":2,"rep":12,"side":null}');
INSERT INTO "events" VALUES(1,44,X'6DA8A4BDFA6598C6','MoveLeft','2026-11-16T18:31:42+02:00',36.0,'{"at":102.0,"move":2,"skipped":false}');
INSERT INTO "events" VALUES(1,45,X'338C2CD8F1528AB0','MoveEntered','2026-11-16T18:31:42+02:00',NULL,'{"at":102.0,"move":3}');
INSERT INTO "events" VALUES(1,46,X'9DDFF471FEA1747F','PhaseEntered','2026-11-16T18:31:42+02:00',0.0,'{"at":102.0,"index":16,"move":3,"rep":1,"side":null}');
INSERT INTO "events" VALUES(1,47,X'6DC55A95779B83EA','RepDone','2026-11-16T18:31:45+02:00',3.0,'{"at":105.0,"move":3,"rep":1,"side":null}');
INSERT INTO "events" VALUES(1,48,X'FF4492E57290300B','RepDone','2026-11-16T18:31:48+02:00',6.0,'{"at":108.0,"move":3,"rep":2,"side":null}');
INSERT INTO "events" VALUES(1,49,X'2FC956022E784F8E','RepDone','2026-11-16T18:31:51+02:00',9.0,'{"at":111.0,"move":3,"rep":3,"side":null}');
INSERT INTO "events" VALUES(1,50,X'2E5006AB19E295F9','RepDone','2026-11-16T18:31:54+02:00',12.0,'{"at":114.0,"move":3,"rep":4,"side":null}');
INSERT INTO "events" VALUES(1,51,X'13FD0502CB7E636D','RepDone','2026-11-16T18:31:57+02:00',15.0,'{"at":117.0,"move":3,"rep":5,"side":null}');
INSERT INTO "events" VALUES(1,52,X'BEC773D74FC9D26A','RepDone','2026-11-16T18:32:00+02:00',18.0,'{"at":120.0,"move":3,"rep":6,"side":null}');
INSERT INTO "events" VALUES(1,53,X'4F7E9EC2553314C1','MoveLeft','2026-11-16T18:32:00+02:00',18.0,'{"at":120.0,"move":3,"skipped":false}');
INSERT INTO "events" VALUES(1,54,X'4EB065F09601EF31','MoveEntered','2026-11-16T18:32:00+02:00',NULL,'{"at":120.0,"move":4}');
INSERT INTO "events" VALUES(1,55,X'EA396C166926AD10','PhaseEntered','2026-11-16T18:32:00+02:00',0.0,'{"at":120.0,"index":21,"move":4,"rep":1,"side":null}');
INSERT INTO "events" VALUES(1,56,X'36F595E8F948FC77','RepDone','2026-11-16T18:32:03+02:00',3.0,'{"at":123.0,"move":4,"rep":1,"side":null}');
INSERT INTO "events" VALUES(1,57,X'9604BE3FB2DAB8A0','RepDone','2026-11-16T18:32:06+02:00',6.0,'{"at":126.0,"move":4,"rep":2,"side":null}');
INSERT INTO "events" VALUES(1,58,X'EDDEF5EE6F3A1AE7','RepDone','2026-11-16T18:32:09+02:00',9.0,'{"at":129.0,"move":4,"rep":3,"side":null}');
INSERT INTO "events" VALUES(1,59,X'C56A627FCCBB72CB','RepDone','2026-11-16T18:32:12+02:00',12.0,'{"at":132.0,"move":4,"rep":4,"side":null}');
INSERT INTO "events" VALUES(1,60,X'BAE359697E2E4A1F','RepDone','2026-11-16T18:32:15+02:00',15.0,'{"at":135.0,"move":4,"rep":5,"side":null}');
INSERT INTO "events" VALUES(1,61,X'039109723B3B6F80','RepDone','2026-11-16T18:32:18+02:00',18.0,'{"at":138.0,"move":4,"rep":6,"side":null}');
INSERT INTO "events" VALUES(1,62,X'D659C34D4D95554A','RepDone','2026-11-16T18:32:21+02:00',21.0,'{"at":141.0,"move":4,"rep":7,"side":null}');
INSERT INTO "events" VALUES(1,63,X'0A9B5B94E6A3F78D','RepDone','2026-11-16T18:32:24+02:00',24.0,'{"at":144.0,"move":4,"rep":8,"side":null}');
INSERT INTO "events" VALUES(1,64,X'61DE47132B65A884','RepDone','2026-11-16T18:32:27+02:00',27.0,'{"at":147.0,"move":4,"rep":9,"side":null}');
INSERT INTO "events" VALUES(1,65,X'4AE5743D6AB10EBC','RepDone','2026-11-16T18:32:30+02:00',30.0,'{"at":150.0,"move":4,"rep":10,"side":null}');
INSERT INTO "events" VALUES(1,66,X'FDD9E840DC178177','RepDone','2026-11-16T18:32:33+02:00',33.0,'{"at":153.0,"move":4,"rep":11,"side":null}');
INSERT INTO "events" VALUES(1,67,X'FEB2FBF7B4DD2AA1','RepDone','2026-11-16T18:32:36+02:00',36.0,'{"at":156.0,"move":4,"rep":12,"side":null}');
INSERT INTO "events" VALUES(1,68,X'CF61DF7762A78C43','RepDone','2026-11-16T18:32:39+02:00',39.0,'{"at":159.0,"move":4,"rep":13,"side":null}');
INSERT INTO "events" VALUES(1,69,X'99E1020B124DA058','RepDone','2026-11-16T18:32:42+02:00',42.0,'{"at":162.0,"move":4,"rep":14,"side":null}');
INSERT INTO "events" VALUES(1,70,X'C8C8EA59D1E180E3','RepDone','2026-11-16T18:32:45+02:00',45.0,'{"at":165.0,"move":4,"rep":15,"side":null}');
INSERT INTO "events" VALUES(1,71,X'F0BAC3CE5C63ACCC','RepDone','2026-11-16T18:32:48+02:00',48.0,'{"at":168.0,"move":4,"rep":16,"side":null}');
INSERT INTO "events" VALUES(1,72,X'82E502ACB9BF8EB9','RepDone','2026-11-16T18:32:51+02:00',51.0,'{"at":171.0,"move":4,"rep":17,"side":null}');
INSERT INTO "events" VALUES(1,73,X'120A64E9986D16FF','RepDone','2026-11-16T18:32:54+02:00',54.0,'{"at":174.0,"move":4,"rep":18,"side":null}');
INSERT INTO "events" VALUES(1,74,X'65AA5B8AD43AA904','RepDone','2026-11-16T18:32:57+02:00',57.0,'{"at":177.0,"move":4,"rep":19,"side":null}');
INSERT INTO "events" VALUES(1,75,X'3DEF64F5894D7B33','RepDone','2026-11-16T18:33:00+02:00',60.0,'{"at":180.0,"move":4,"rep":20,"side":null}');
INSERT INTO "events" VALUES(1,76,X'E5B876EC214A3006','MoveLeft','2026-11-16T18:33:00+02:00',60.0,'{"at":180.0,"move":4,"skipped":false}');
INSERT INTO "events" VALUES(1,77,X'9E095E0B1787FF00','Ended','2026-11-16T18:33:00+02:00',NULL,'{"at":180.0,"finished":true}');
INSERT INTO "events" VALUES(1,78,X'7C3B6972E2B08101','Rated','2026-11-16T18:30:00+02:00',NULL,'{"value":6,"when":"before"}');
INSERT INTO "events" VALUES(1,79,X'C035205F29C43D64','Rated','2026-11-16T18:30:00+02:00',NULL,'{"value":3,"when":"after"}');
INSERT INTO "events" VALUES(1,80,X'14FBF410D83990F9','Noted','2026-11-16T18:30:00+02:00',NULL,'{"text":"süß"}');
INSERT INTO "events" VALUES(2,1,X'F9671183FF3513D1','GoalSet','2026-11-16T18:30:00+02:00',NULL,'{"days":3}');
CREATE TABLE sessions (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    day TEXT,
    instant REAL,
    routine TEXT,
    started TEXT,
    ended TEXT,
    status TEXT,
    seconds REAL NOT NULL DEFAULT 0,
    reps INTEGER NOT NULL DEFAULT 0,
    before INTEGER,
    after INTEGER,
    note TEXT NOT NULL DEFAULT '',
    corrected INTEGER NOT NULL DEFAULT 0,
    moves TEXT NOT NULL DEFAULT '[]'
);
INSERT INTO "sessions" VALUES(1,'one','2026-11-16',1794846600.0,'balanced-back','2026-11-16T18:30:00+02:00','2026-11-16T18:33:00+02:00','finished',180.0,60,6,3,'süß',0,'[["side-bends",12,12,6,6,36.0,false,false],["articulations",10,10,null,null,30.0,false,false],["back-lifts",12,12,null,null,36.0,false,false],["child-to-cobra",6,6,null,null,18.0,false,false],["butt-kicks",20,20,null,null,60.0,false,false]]');
INSERT INTO "sessions" VALUES(2,'practice',NULL,NULL,NULL,NULL,NULL,NULL,0.0,0,NULL,NULL,'',0,'[]');
CREATE INDEX sessions_by_day ON sessions (day, instant) WHERE day IS NOT NULL;
CREATE INDEX sessions_by_instant ON sessions (instant) WHERE day IS NOT NULL;
COMMIT;

-- Clusters made before MSK's default held in full keep what they had: no unclean elections, until a revision says so.
UPDATE "Generation"
SET "specification" = json_set("specification", '$.configuration."unclean.leader.election.enable"', 'false')
WHERE json_extract("specification", '$.configuration."unclean.leader.election.enable"') IS NULL;

UPDATE "Generation"
SET "specification" = json_set("specification", '$.startConfiguration."unclean.leader.election.enable"', 'false')
WHERE json_type("specification", '$.startConfiguration') = 'object'
  AND json_extract("specification", '$.startConfiguration."unclean.leader.election.enable"') IS NULL;

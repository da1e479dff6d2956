-- A cluster is held for more reasons than one; which start drove its directory is looked up when it is asked.
ALTER TABLE "Cluster" ADD COLUMN "heldBecause" TEXT;
UPDATE "Cluster" SET "heldBecause" = 'newerDirectory' WHERE "newerDirectoryEpoch" IS NOT NULL;
ALTER TABLE "Cluster" DROP COLUMN "newerDirectoryEpoch";

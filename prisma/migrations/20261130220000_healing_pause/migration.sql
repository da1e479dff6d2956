-- AlterTable
ALTER TABLE "Cluster" ADD COLUMN "healingPausedAt" DATETIME;
ALTER TABLE "Cluster" ADD COLUMN "healingPausedUntil" DATETIME;

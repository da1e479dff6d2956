-- AlterTable
ALTER TABLE "Cluster" ADD COLUMN "brake" TEXT;
ALTER TABLE "Cluster" ADD COLUMN "roomAskedAt" DATETIME;
ALTER TABLE "Cluster" ADD COLUMN "growthRule" TEXT;
ALTER TABLE "Cluster" ADD COLUMN "growthRefusal" TEXT;

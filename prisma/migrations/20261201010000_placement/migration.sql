-- AlterTable
ALTER TABLE "Operation" ADD COLUMN "placement" TEXT;
ALTER TABLE "Operation" ADD COLUMN "drains" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Operation" ADD COLUMN "throttle" INTEGER;
ALTER TABLE "Operation" ADD COLUMN "paused" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Operation" ADD COLUMN "cancelAskedAt" DATETIME;

-- AlterTable
ALTER TABLE "Cluster" ADD COLUMN "throttled" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Cluster" ADD COLUMN "measuresAvailability" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "AvailabilityHour" (
    "clusterId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "minutes" BLOB NOT NULL,

    PRIMARY KEY ("clusterId", "at"),
    CONSTRAINT "AvailabilityHour_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Cluster" ADD COLUMN "retryAskedAt" DATETIME;

-- CreateTable
CREATE TABLE "Incident" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "clusterId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "nodeId" INTEGER,
    "zoneId" TEXT,
    "detectedAt" DATETIME NOT NULL,
    "reason" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "Incident_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Incident_clusterId_detectedAt_idx" ON "Incident"("clusterId", "detectedAt");

-- CreateTable
CREATE TABLE "Drill" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "clusterId" TEXT NOT NULL,
    "activeOn" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endAskedAt" DATETIME,
    "pausesHealingUntil" DATETIME,
    "record" TEXT NOT NULL,
    "receipt" TEXT,
    "verdict" TEXT,
    CONSTRAINT "Drill_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Drill_activeOn_key" ON "Drill"("activeOn");

-- CreateIndex
CREATE INDEX "Drill_clusterId_startedAt_idx" ON "Drill"("clusterId", "startedAt");

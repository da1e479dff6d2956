-- CreateTable
CREATE TABLE "NodeBoot" (
    "clusterId" TEXT NOT NULL,
    "nodeId" INTEGER NOT NULL,
    "boot" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "servingAt" DATETIME,
    "served" BOOLEAN NOT NULL DEFAULT false,
    "asked" TEXT,
    "endedAt" DATETIME,
    "reason" TEXT,

    PRIMARY KEY ("clusterId", "nodeId", "boot"),
    CONSTRAINT "NodeBoot_clusterId_nodeId_fkey" FOREIGN KEY ("clusterId", "nodeId") REFERENCES "Node" ("clusterId", "nodeId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "NodeBoot_clusterId_nodeId_startedAt_idx" ON "NodeBoot"("clusterId", "nodeId", "startedAt");

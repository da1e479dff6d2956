-- CreateTable
CREATE TABLE "Election" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "clusterId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "lastSeenAt" DATETIME,
    "former" INTEGER,
    "leaders" TEXT NOT NULL,
    "epoch" INTEGER,
    "partitions" INTEGER,
    CONSTRAINT "Election_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Election_clusterId_at_idx" ON "Election"("clusterId", "at");

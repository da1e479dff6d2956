-- CreateTable
CREATE TABLE "ChartSet" (
    "clusterId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "charts" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("clusterId", "name")
);

-- CreateTable
CREATE TABLE "Home" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "epoch" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Cluster" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "arn" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kafkaClusterId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "currentVersion" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "presence" TEXT NOT NULL,
    "newerDirectoryEpoch" INTEGER,
    "activeOperationId" TEXT,
    CONSTRAINT "Cluster_activeOperationId_fkey" FOREIGN KEY ("activeOperationId") REFERENCES "Operation" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Generation" (
    "clusterId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "specification" TEXT NOT NULL,

    PRIMARY KEY ("clusterId", "number"),
    CONSTRAINT "Generation_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Node" (
    "clusterId" TEXT NOT NULL,
    "nodeId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "zoneId" TEXT NOT NULL,
    "subnetId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "portBase" INTEGER NOT NULL DEFAULT 0,
    "externalHost" TEXT,
    "externalPort" INTEGER,
    "addedAt" DATETIME NOT NULL,
    "assignedGeneration" INTEGER,
    "assignedHash" TEXT,
    "formatted" BOOLEAN NOT NULL DEFAULT false,
    "witness" TEXT NOT NULL DEFAULT '[]',

    PRIMARY KEY ("clusterId", "nodeId"),
    CONSTRAINT "Node_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AddressMemory" (
    "region" TEXT NOT NULL,
    "clusterName" TEXT NOT NULL,
    "nodeId" INTEGER NOT NULL,
    "subnetId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "portBase" INTEGER NOT NULL,
    "externalPort" INTEGER,

    PRIMARY KEY ("region", "clusterName", "nodeId")
);

-- CreateTable
CREATE TABLE "Subnet" (
    "region" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "zoneId" TEXT NOT NULL,
    "zoneName" TEXT NOT NULL,
    "cidr" TEXT NOT NULL,
    "adoptedAt" DATETIME NOT NULL,

    PRIMARY KEY ("region", "id")
);

-- CreateTable
CREATE TABLE "Operation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "arn" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "clusterArn" TEXT NOT NULL,
    "clusterName" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mskType" TEXT,
    "state" TEXT NOT NULL,
    "sourceGeneration" INTEGER,
    "targetGeneration" INTEGER NOT NULL,
    "undoing" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "problem" TEXT
);

-- CreateTable
CREATE TABLE "OperationRow" (
    "operationId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "nodeId" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "why" TEXT,
    "since" DATETIME NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "phases" TEXT NOT NULL DEFAULT '[]',

    PRIMARY KEY ("operationId", "step", "nodeId"),
    CONSTRAINT "OperationRow_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "Operation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OperationEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "operationId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "nodeId" INTEGER,
    "key" TEXT NOT NULL,
    "parameters" TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT "OperationEvent_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "Operation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "clusterId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "nodeId" INTEGER NOT NULL,
    "failedBoots" TEXT NOT NULL DEFAULT '[]',
    "firstAt" DATETIME NOT NULL,
    "lastAt" DATETIME NOT NULL,
    "lastProgressAt" DATETIME NOT NULL,
    "progress" TEXT NOT NULL,
    "lastError" TEXT,

    PRIMARY KEY ("clusterId", "generation", "step", "nodeId"),
    CONSTRAINT "LedgerEntry_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Proven" (
    "clusterId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("clusterId", "role", "hash"),
    CONSTRAINT "Proven_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClusterStatus" (
    "clusterId" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "observedAt" DATETIME NOT NULL,
    "view" TEXT NOT NULL,
    CONSTRAINT "ClusterStatus_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "resourceArn" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("resourceArn", "key")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "verb" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '{}'
);

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_arn_key" ON "Cluster"("arn");

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_activeOperationId_key" ON "Cluster"("activeOperationId");

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_region_name_key" ON "Cluster"("region", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Node_externalPort_key" ON "Node"("externalPort");

-- CreateIndex
CREATE UNIQUE INDEX "Node_address_portBase_key" ON "Node"("address", "portBase");

-- CreateIndex
CREATE UNIQUE INDEX "Subnet_region_cidr_key" ON "Subnet"("region", "cidr");

-- CreateIndex
CREATE UNIQUE INDEX "Operation_arn_key" ON "Operation"("arn");

-- CreateIndex
CREATE INDEX "Operation_clusterArn_createdAt_idx" ON "Operation"("clusterArn", "createdAt");

-- CreateIndex
CREATE INDEX "OperationEvent_operationId_id_idx" ON "OperationEvent"("operationId", "id");

-- CreateIndex
CREATE INDEX "Audit_at_idx" ON "Audit"("at");


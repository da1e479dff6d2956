-- CreateTable
CREATE TABLE "Configuration" (
    "arn" TEXT NOT NULL PRIMARY KEY,
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kafkaVersions" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ConfigurationRevision" (
    "configurationArn" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "description" TEXT,
    "properties" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("configurationArn", "revision"),
    CONSTRAINT "ConfigurationRevision_configurationArn_fkey" FOREIGN KEY ("configurationArn") REFERENCES "Configuration" ("arn") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Configuration_region_name_key" ON "Configuration"("region", "name");

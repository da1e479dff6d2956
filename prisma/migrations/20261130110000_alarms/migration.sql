-- CreateTable
CREATE TABLE "Alarm" (
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "arn" TEXT NOT NULL,
    "clusterId" TEXT,
    "definition" TEXT NOT NULL,
    "periodSeconds" INTEGER NOT NULL,
    "actionsEnabled" BOOLEAN NOT NULL,
    "configuredAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "stateReason" TEXT NOT NULL,
    "stateReasonData" TEXT,
    "stateUpdatedAt" DATETIME NOT NULL,
    "stateTransitionedAt" DATETIME NOT NULL,

    PRIMARY KEY ("region", "name")
);

-- CreateTable
CREATE TABLE "AlarmHistory" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "region" TEXT NOT NULL,
    "alarmName" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "type" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "data" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Webhook" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "url" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "webhookName" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "alarmName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "WebhookDelivery_webhookName_fkey" FOREIGN KEY ("webhookName") REFERENCES "Webhook" ("name") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Alarm_arn_key" ON "Alarm"("arn");

-- CreateIndex
CREATE INDEX "Alarm_clusterId_idx" ON "Alarm"("clusterId");

-- CreateIndex
CREATE INDEX "AlarmHistory_region_alarmName_id_idx" ON "AlarmHistory"("region", "alarmName", "id");

-- CreateIndex
CREATE INDEX "AlarmHistory_at_idx" ON "AlarmHistory"("at");

-- CreateIndex
CREATE INDEX "WebhookDelivery_nextAt_idx" ON "WebhookDelivery"("nextAt");


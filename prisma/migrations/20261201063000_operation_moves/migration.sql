-- CreateTable
CREATE TABLE "OperationPlacement" (
    "operationId" TEXT NOT NULL PRIMARY KEY,
    "moves" TEXT NOT NULL,
    CONSTRAINT "OperationPlacement_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "Operation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OperationMove" (
    "operationId" TEXT NOT NULL,
    "partition" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "beganAt" DATETIME,
    "endedAt" DATETIME,
    "outcome" TEXT,

    PRIMARY KEY ("operationId", "partition"),
    CONSTRAINT "OperationMove_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "Operation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Operation" ADD COLUMN "movesPlanned" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Operation" ADD COLUMN "bytesPlanned" REAL NOT NULL DEFAULT 0;

ALTER TABLE "Operation" ADD COLUMN "brokerReceipt" TEXT;

-- What was planned before is kept where it is not read with every look at the operation.
INSERT INTO "OperationPlacement" ("operationId", "moves")
SELECT "id", "placement" FROM "Operation" WHERE "placement" IS NOT NULL;
UPDATE "Operation" SET
    "movesPlanned" = json_array_length("placement"),
    "bytesPlanned" = (SELECT COALESCE(SUM(json_extract("value", '$.bytes')), 0) FROM json_each("Operation"."placement"))
WHERE "placement" IS NOT NULL;

-- AlterTable
ALTER TABLE "Operation" DROP COLUMN "placement";

-- AlterTable
ALTER TABLE "Operation" ADD COLUMN "actor" TEXT;

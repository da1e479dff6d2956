-- AlterTable
ALTER TABLE "Operation" ADD COLUMN "receipt" TEXT;

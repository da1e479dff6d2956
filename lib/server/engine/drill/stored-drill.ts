import { drillRecordSchema, type DrillRecord } from '@/lib/domain/drill/record'

/** The drill that is under way. */
export type StoredDrill = {
  record: DrillRecord
  isEndAsked: boolean
  /** Until when it had healing paused for itself. Null: it had not. */
  pausesHealingUntil: Date | null
}

type Row = { record: string; endAskedAt: Date | null; pausesHealingUntil: Date | null }

export const readDrill = ({ record, endAskedAt, pausesHealingUntil }: Row): StoredDrill => ({
  record: drillRecordSchema.parse(JSON.parse(record)),
  isEndAsked: endAskedAt !== null,
  pausesHealingUntil,
})

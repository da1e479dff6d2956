import { countAttempt, emptyHour, HOUR_MS, MINUTE_MS, type Attempt } from '@/lib/domain/availability/minutes'
import type { Database } from '../db'

type Hour = { at: number; minutes: Uint8Array<ArrayBuffer> }

/** The hour that is being counted, for one cluster. What an earlier Mosaik counted in it is counted on. */
export class HourLedger {
  private readonly database: Database
  private readonly clusterId: string
  private hour: Hour | null = null
  private isStored = true

  constructor(database: Database, clusterId: string) {
    this.database = database
    this.clusterId = clusterId
  }

  async count(at: number, attempt: Attempt): Promise<void> {
    const hourAt = Math.floor(at / HOUR_MS) * HOUR_MS
    if (this.hour?.at !== hourAt) {
      await this.store()
      this.hour = await this.load(hourAt)
    }
    countAttempt(this.hour.minutes, Math.floor((at - hourAt) / MINUTE_MS), attempt)
    this.isStored = false
  }

  /** Of a cluster that is gone there is nothing to keep. */
  async store(): Promise<void> {
    const { database, clusterId, hour } = this
    if (hour === null || this.isStored) return
    this.isStored = true
    const at = new Date(hour.at)
    const { minutes } = hour
    if ((await database.cluster.count({ where: { id: clusterId } })) === 0) return
    await database.availabilityHour.upsert({
      where: { clusterId_at: { clusterId, at } },
      create: { clusterId, at, minutes },
      update: { minutes },
    })
  }

  private async load(at: number): Promise<Hour> {
    const { database, clusterId } = this
    const key = { clusterId, at: new Date(at) }
    const found = await database.availabilityHour.findUnique({ where: { clusterId_at: key } })
    const minutes = new Uint8Array(emptyHour().length)
    minutes.set((found?.minutes ?? minutes).subarray(0, minutes.length))
    return { at, minutes }
  }
}

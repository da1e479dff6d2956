import { z } from 'zod'
import { VOLUME_SIZE_GIB_MAX } from './storage'

/** Volumes that grow by themselves before producers would be slowed. */
export const growthRuleSchema = z.object({
  /** The fullest volume holds so much of its size. */
  thresholdPercent: z.number().int().min(10).max(90),
  stepGiB: z.number().int().min(1).max(VOLUME_SIZE_GIB_MAX),
  /** They never grow beyond. */
  ceilingGiB: z.number().int().min(1).max(VOLUME_SIZE_GIB_MAX),
})
export type GrowthRule = z.infer<typeof growthRuleSchema>

/** Why volumes did not grow although they should have. */
export const growthRefusalSchema = z.object({ at: z.number(), volumeSizeGiB: z.number(), why: z.string() })
export type GrowthRefusal = z.infer<typeof growthRefusalSchema>

/** MSK lets volumes grow again this long after they grew. */
const COOL_DOWN_MS = 6 * 3_600_000
/** What was refused is asked for again after this long: the host may have more space by then. */
const ASK_AGAIN_MS = 600_000

type Standing = {
  rule: GrowthRule
  volumeSizeGiB: number
  /** Of the volumes that are known. */
  fills: readonly number[]
  refusal: GrowthRefusal | null
  /** Behaves as on MSK. */
  coolsDown: boolean
  lastGrownAt: number | null
  now: number
}

/** The size volumes shall come to now, or why they cannot; null: they are large enough, or it was refused already. */
export function ruledGrowth(standing: Standing): { toGiB: number } | { refused: string } | null {
  const { rule, volumeSizeGiB, fills, refusal, now } = standing
  const fullest = Math.max(0, ...fills)
  if (100 * fullest < rule.thresholdPercent) return null
  if (refusal?.volumeSizeGiB === volumeSizeGiB && now - refusal.at < ASK_AGAIN_MS) return null
  if (volumeSizeGiB >= rule.ceilingGiB)
    return {
      refused: `They have ${volumeSizeGiB} GiB, and the rule lets them grow to ${rule.ceilingGiB} GiB.`,
    }
  const waits =
    standing.coolsDown && standing.lastGrownAt !== null && now - standing.lastGrownAt < COOL_DOWN_MS
  if (waits) return { refused: 'They grew less than six hours ago; on MSK they cool down for that long.' }
  return { toGiB: Math.min(rule.ceilingGiB, volumeSizeGiB + rule.stepGiB) }
}

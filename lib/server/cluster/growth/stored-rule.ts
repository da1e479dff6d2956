import type { z } from 'zod'
import {
  growthRefusalSchema,
  growthRuleSchema,
  type GrowthRefusal,
  type GrowthRule,
} from '@/lib/domain/growth-rule'

type Stored = { growthRule: string | null; growthRefusal: string | null }

export const storedRule = ({ growthRule, growthRefusal }: Stored) => ({
  rule: read<GrowthRule>(growthRule, growthRuleSchema),
  refusal: read<GrowthRefusal>(growthRefusal, growthRefusalSchema),
})

const read = <Value>(text: string | null, schema: z.ZodType<Value>): Value | null =>
  text === null ? null : schema.parse(JSON.parse(text))

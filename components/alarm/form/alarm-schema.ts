import type { useTranslations } from 'use-intl'
import { z } from 'zod'
import { COMPARISON_NAMES, MISSING_DATA } from '@/lib/domain/alarm/alarm'
import { type TimesProblem, timesProblem } from '@/lib/domain/alarm/limits'

type Words = ReturnType<typeof useTranslations<'alarms.form'>>

const FIELD_OF: Record<TimesProblem, 'period' | 'periods' | 'points'> = {
  period: 'period',
  points: 'points',
  day: 'periods',
  week: 'periods',
}

/** Rules in words, at the fields they are about; those of CloudWatch are the server’s own. */
export function alarmFormSchema(t: Words) {
  const whole = z.string().regex(/^[1-9]\d{0,3}$/, { error: t('wholeRule') })
  return z
    .object({
      name: z
        .string()
        .trim()
        .max(200, { error: t('nameLong') })
        // oxlint-disable-next-line no-control-regex
        .regex(/^[^\u0000-\u001f\u007f]*$/, { error: t('nameControl') }),
      description: z.string().max(1024, { error: t('descriptionLong') }),
      metric: z.string(),
      of: z.string(),
      statistic: z.string(),
      period: z.string(),
      comparison: z.enum(COMPARISON_NAMES),
      threshold: z
        .string()
        .trim()
        .refine((text) => text !== '' && Number.isFinite(Number(text)), { error: t('thresholdRule') }),
      periods: whole,
      points: whole,
      missing: z.enum(MISSING_DATA),
      ringing: z.array(z.string()),
      over: z.array(z.string()),
    })
    .superRefine(({ period, periods, points }, context) => {
      const problem = timesProblem({
        periodS: Number(period),
        evaluationPeriods: Number(periods),
        datapointsToAlarm: Number(points),
      })
      if (problem !== null)
        context.addIssue({ code: 'custom', path: [FIELD_OF[problem]], message: t(`times.${problem}`) })
    })
}

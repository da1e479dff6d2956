import type { useTranslations } from 'use-intl'
import type { CreateProblem } from '@/lib/browser/create/problems'
import { createProblems } from '@/lib/browser/create/problems'
import { createValuesSchema } from '@/lib/browser/create/values'

type Words = ReturnType<typeof useTranslations<'create.problem'>>

/** The rules stand in `createProblems`; here they get their words. */
export const createFormSchema = (t: Words) =>
  createValuesSchema.superRefine((values, context) => {
    for (const { path, rule, values: said } of createProblems(values)) {
      context.addIssue({ code: 'custom', path, message: wordsOf(t, rule, said) })
    }
  })

const wordsOf = (t: Words, rule: CreateProblem['rule'], values: CreateProblem['values']): string =>
  t(rule, values)

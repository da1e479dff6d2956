import { useTranslations } from 'use-intl'
import { receiptText } from '@/lib/browser/try-it/receipt'
import type { TryRun } from '@/lib/contract/console/try-it'

/** The receipt as text in the reader's language. */
export function useReceiptText() {
  const t = useTranslations('tryIt')
  return (run: TryRun, clusterName: string): string =>
    receiptText(run, clusterName, {
      line: (name, values) => t(`receiptText.${name}`, values),
      state: (state) => t(`receiptState.${state}`),
      problem: ({ is, said }) => t(`problem.${is}`, { said }),
      unknown: t('unknown'),
    })
}

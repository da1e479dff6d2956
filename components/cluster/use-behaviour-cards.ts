import { useTranslations } from 'use-intl'
import type { RadioCard } from '@/components/ui/radio-cards'
import type { Behaviour } from '@/lib/domain/cluster-request'

/** What one chooses between where brokers come or go, at creation and later. */
export function useBehaviourCards(): { label: string; cards: readonly RadioCard<Behaviour>[] } {
  const t = useTranslations('create.behaviour')
  return {
    label: t('label'),
    cards: [
      { value: 'ASSISTED', label: t('ASSISTED'), help: t('ASSISTEDHelp') },
      { value: 'MSK', label: t('MSK'), help: t('MSKHelp') },
    ],
  }
}

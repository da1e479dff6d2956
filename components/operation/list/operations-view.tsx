'use client'

import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { useRegion } from '@/components/shell/region'
import { OperationsTable } from './operations-table'

export function OperationsView() {
  const t = useTranslations('operations')
  const { region } = useRegion()
  return (
    <>
      <PageHead title={t('title')} subtitle={t('subtitle', { region })} />
      <OperationsTable clusterId={null} />
    </>
  )
}

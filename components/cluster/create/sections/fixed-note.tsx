import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { CreateField } from '@/lib/browser/create/values'
import type { Creation } from '../use-create'

/** Marks what the plan says can’t be changed once the cluster exists. */
export function FixedNote({ creation, name }: { creation: Creation; name: CreateField }) {
  const t = useTranslations('create')
  if (creation.plan.data?.fixed.includes(name) !== true) return null
  return (
    <span className="ml-auto inline-flex items-center gap-1 text-12 font-normal text-text-3">
      <Icon name="lock" className="size-3" />
      {t('fixed')}
    </span>
  )
}

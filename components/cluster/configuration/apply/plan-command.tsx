import { useTranslations } from 'use-intl'
import { Copy } from '@/components/text/copy'
import { CodeBlock } from '@/components/ui/code-block'
import { PanelSection } from '@/components/ui/panel'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'

/** The same for a terminal, as far as MSK has a word for it. */
export function PlanCommand({ plan: { command, terraform, placement } }: { plan: ChangePlan }) {
  const t = useTranslations('configurationApply.command')
  if (command === null && placement !== null) return null
  if (command === null)
    return (
      <PanelSection title={t('title')}>
        <p className="text-13 text-text-2">{t('none')}</p>
      </PanelSection>
    )
  return (
    <>
      <PanelSection title={t('title')} end={<Copy text={command} name={t('name')} />}>
        <CodeBlock label={t('name')}>{command}</CodeBlock>
      </PanelSection>
      {terraform === null ? null : (
        <PanelSection title={t('terraform')} end={<Copy text={terraform} name={t('terraformName')} />}>
          <CodeBlock label={t('terraformName')}>{terraform}</CodeBlock>
        </PanelSection>
      )}
    </>
  )
}

import { useTranslations } from 'use-intl'
import { useAddress } from '@/components/table/use-address'
import { Copy } from '@/components/text/copy'
import { Chip } from '@/components/ui/chip'
import { CodeBlock } from '@/components/ui/code-block'
import { PanelSection } from '@/components/ui/panel'
import type { CreatePlan } from '@/lib/contract/console/plan'

const TEXTS = ['cli', 'terraform'] as const

/** The same creation for a terminal and for Terraform. Which one is in view stays in the address. */
export function PlanTexts({ plan }: { plan: CreatePlan }) {
  const t = useTranslations('plan.texts')
  const [word, choose] = useAddress('as', TEXTS[0])
  const chosen = TEXTS.find((one) => one === word) ?? TEXTS[0]
  const text = chosen === 'cli' ? plan.command : plan.terraform
  return (
    <PanelSection title={t('title')} end={<Copy text={text} name={t(`name.${chosen}`)} />}>
      <div role="group" aria-label={t('title')} className="mb-2.5 flex flex-wrap gap-2">
        {TEXTS.map((one) => (
          <Chip key={one} pressed={one === chosen} onPress={() => choose(one)}>
            {t(`choice.${one}`)}
          </Chip>
        ))}
      </div>
      <CodeBlock label={t(`name.${chosen}`)}>{text}</CodeBlock>
      <p className="mt-2 text-12 text-text-3">{t(`note.${chosen}`)}</p>
    </PanelSection>
  )
}

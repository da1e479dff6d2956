import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { DrillList, OfferedDrill } from '@/lib/contract/console/drills'

type OfferedPanelProps = Pick<DrillList, 'offered' | 'unbuilt'> & { onStart: (drill: OfferedDrill) => void }

/** Each drill with what it does and what is expected; what can’t be done now stays, with its reason. */
export function OfferedPanel({ offered, unbuilt, onStart }: OfferedPanelProps) {
  const t = useTranslations('drills')
  return (
    <Panel title={t('offered')}>
      <ul>
        {offered.map((drill) => (
          <OfferedRow key={drill.kind} drill={drill} onStart={onStart} />
        ))}
        {unbuilt.map((kind) => (
          <li key={kind} className={ROW}>
            <div className="min-w-0">
              <h3 className="font-[550] text-text-2">{t(`unbuilt.${kind}`)}</h3>
              <p className="text-12 text-text-3">{t(`unbuiltWhy.${kind}`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const ROW =
  'grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 border-t border-line px-4 py-3 text-13 first:border-t-0 max-desk:grid-cols-1 max-desk:px-3'

function OfferedRow({ drill, onStart }: { drill: OfferedDrill; onStart: (drill: OfferedDrill) => void }) {
  const t = useTranslations('drills')
  const duration = useDuration()
  const { kind, bounds, off } = drill
  const values = {
    detect: duration(bounds.detectMs),
    heal: duration(bounds.healMs),
    isr: duration(bounds.fullIsrMs),
    gap: duration(bounds.gapMs),
  }
  return (
    <li className={ROW}>
      <div className="min-w-0">
        <h3 className="font-[550]">{t(`kind.${kind}`)}</h3>
        <p className="text-text-2">{t(`does.${kind}`)}</p>
        <p className="text-12 text-text-3">
          {t(kind === 'fillVolume' ? 'expectedFull' : 'expected', values)}
        </p>
      </div>
      <Button
        onClick={() => onStart(drill)}
        offBecause={off === null ? undefined : t(`off.${off}`)}
        aria-label={t('startOf', { kind: t(`kind.${kind}`) })}
      >
        {t('start')}
      </Button>
    </li>
  )
}

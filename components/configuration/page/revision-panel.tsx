import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { useAddress } from '@/components/table/use-address'
import { Copy } from '@/components/text/copy'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { CodeBlock } from '@/components/ui/code-block'
import { Panel } from '@/components/ui/panel'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { revisionTextQuery } from '@/lib/browser/queries/configurations'
import type { RevisionRecord } from '@/lib/contract/console/configurations'
import { Changes } from './changes'
import { RestoreDialog } from './restore-dialog'

type RevisionPanelProps = {
  configuration: Configuration
  region: string
  records: readonly RevisionRecord[]
  revision: number
  onRestored: (revision: number) => void
}

/** One revision: its text, or what it changes. */
export function RevisionPanel(props: RevisionPanelProps) {
  const { configuration, region, records, revision, onRestored } = props
  const t = useTranslations('configuration.panel')
  const [look, setLook] = useAddress('show', 'text')
  const [isRestoring, setRestoring] = useState(false)
  const latest = records[0]?.revision ?? revision
  const query = useQuery(revisionTextQuery(region, configuration.arn, revision))
  return (
    <Panel
      title={t('title', { revision })}
      end={
        revision === latest ? undefined : (
          <Button size="small" onClick={() => setRestoring(true)}>
            {t('restore')}
          </Button>
        )
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 py-3 max-desk:px-3">
        <div role="group" aria-label={t('look')} className="flex flex-wrap items-center gap-2">
          <Chip pressed={look !== 'changes'} onPress={() => setLook('text')}>
            {t('text')}
          </Chip>
          <Chip pressed={look === 'changes'} onPress={() => setLook('changes')}>
            {t('changes')}
          </Chip>
        </div>
        <QueryView query={query} failed={t('textFailed')}>
          {(text) =>
            look === 'changes' ? (
              <Changes
                configuration={configuration}
                region={region}
                records={records}
                revision={revision}
                text={text}
              />
            ) : (
              <Text text={text} revision={revision} />
            )
          }
        </QueryView>
      </div>
      {isRestoring ? (
        <RestoreDialog
          configuration={configuration}
          region={region}
          revision={revision}
          latest={latest}
          onClose={() => setRestoring(false)}
          onRestored={onRestored}
        />
      ) : null}
    </Panel>
  )
}

function Text({ text, revision }: { text: string; revision: number }) {
  const t = useTranslations('configuration.panel')
  if (text.trim() === '') return <p className="text-13 text-text-2">{t('setsNothing')}</p>
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div className="justify-self-end">
        <Copy text={text} name={t('copyName', { revision })} size="small" />
      </div>
      <CodeBlock label={t('copyName', { revision })}>{text}</CodeBlock>
    </div>
  )
}

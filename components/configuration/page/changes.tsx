import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useId } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { useAddress } from '@/components/table/use-address'
import { Chip } from '@/components/ui/chip'
import { Select } from '@/components/ui/select'
import { SkeletonBars } from '@/components/ui/skeleton'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { revisionTextQuery } from '@/lib/browser/queries/configurations'
import type { RevisionRecord } from '@/lib/contract/console/configurations'
import { compareConfigurations, compareWithDefault } from '@/lib/domain/configuration/compare'
import { readConfiguration } from '@/lib/domain/configuration/read-configuration'
import { releasesMeant } from '@/lib/domain/configuration/versions'
import { DifferenceTable } from './difference-table'

const TextDifference = lazy(async () => ({
  default: (await import('../editor/text-difference')).TextDifference,
}))
const DEFAULT = 'default'

type ChangesProps = {
  configuration: Configuration
  region: string
  records: readonly RevisionRecord[]
  revision: number
  text: string
}

/** What a revision sets otherwise than another one, or than the default. */
export function Changes({ configuration, region, records, revision, text }: ChangesProps) {
  const t = useTranslations('configuration.panel')
  const id = useId()
  const others = records.filter((record) => record.revision !== revision)
  const before = others.find((record) => record.revision < revision)
  const [withWord, setWith] = useAddress('with', before === undefined ? DEFAULT : String(before.revision))
  const [by, setBy] = useAddress('by', 'setting')
  const other = others.find((record) => String(record.revision) === withWord)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-13">
        <label htmlFor={id} className="text-text-2">
          {t('with')}
        </label>
        <div className="w-56 max-desk:w-full">
          <Select
            ids={{ id, describedBy: '', invalid: false }}
            value={other === undefined ? DEFAULT : withWord}
            onChange={setWith}
            groups={[
              {
                label: t('with'),
                options: [
                  { value: DEFAULT, label: t('default') },
                  ...others.map((record) => ({
                    value: String(record.revision),
                    label: t(record === records[0] ? 'latestRevision' : 'revision', {
                      revision: record.revision,
                    }),
                  })),
                ],
              },
            ]}
          />
        </div>
        {other === undefined ? null : (
          <div role="group" aria-label={t('look')} className="flex gap-2">
            <Chip pressed={by !== 'line'} onPress={() => setBy('setting')}>
              {t('asKeys')}
            </Chip>
            <Chip pressed={by === 'line'} onPress={() => setBy('line')}>
              {t('asLines')}
            </Chip>
          </div>
        )}
      </div>
      {other === undefined ? (
        <DifferenceTable
          differences={compareWithDefault(propertiesOf(text), releasesMeant(configuration.kafkaVersions))}
          isWithDefault
        />
      ) : (
        <WithRevision
          configuration={configuration}
          region={region}
          other={other.revision}
          revision={revision}
          text={text}
          asLines={by === 'line'}
        />
      )}
    </>
  )
}

type WithRevisionProps = Omit<ChangesProps, 'records'> & { other: number; asLines: boolean }

function WithRevision({ configuration, region, other, revision, text, asLines }: WithRevisionProps) {
  const t = useTranslations('configuration.panel')
  const words = useTranslations('configuration.difference')
  const errors = useTranslations('errors')
  const query = useQuery(revisionTextQuery(region, configuration.arn, other))
  return (
    <QueryView query={query} failed={t('textFailed')}>
      {(otherText) =>
        asLines ? (
          <Suspense fallback={<SkeletonBars label={errors('loading')} />}>
            <TextDifference
              from={{ name: t('revision', { revision: other }), text: otherText }}
              to={{ name: t('revision', { revision }), text }}
              label={words('lines', { from: other, to: revision })}
            />
          </Suspense>
        ) : (
          <DifferenceTable
            differences={compareConfigurations(
              propertiesOf(otherText),
              propertiesOf(text),
              releasesMeant(configuration.kafkaVersions),
            )}
          />
        )
      }
    </QueryView>
  )
}

const propertiesOf = (text: string) => readConfiguration(text, []).properties

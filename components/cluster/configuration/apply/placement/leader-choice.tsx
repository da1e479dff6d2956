import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { chosenLeaders, writeLeaders } from '@/lib/browser/cluster-change/placement-choice'
import { topicQuery } from '@/lib/browser/queries/topics'
import type { TopicPartition } from '@/lib/contract/console/topics'
import type { Applying } from '../use-apply'

/** Partition by partition: which of its replicas shall lead it. */
export function LeaderChoice({ applying }: { applying: Applying }) {
  const t = useTranslations('rebalance.about')
  const { cluster, placement, chooseLeaders } = applying
  const query = useQuery(topicQuery(cluster.id, placement.topic))
  const chosen = chosenLeaders(placement.leaders)
  const change = (partition: number, leader: number | null) => {
    const next = new Map(chosen)
    if (leader === null) next.delete(partition)
    else next.set(partition, leader)
    chooseLeaders(writeLeaders(next))
  }
  return (
    <QueryView query={query} failed={t('topicFailed')}>
      {({ partitions }) => (
        <div className="grid gap-3">
          <LeaderFields
            partitions={partitions}
            chosen={chosen}
            onChoose={(partition, leader) => change(partition, leader)}
          />
          {chosen.size === 0 ? null : (
            <ul aria-label={t('chosen')} className="grid gap-1 text-13">
              {[...chosen].map(([partition, leader]) => (
                <li key={partition} className="flex items-center gap-2">
                  <span className="min-w-0 flex-1">{t('chosenOne', { partition, node: leader })}</span>
                  <Button
                    size="small"
                    onClick={() => change(partition, null)}
                    aria-label={t('dropOf', { partition })}
                  >
                    {t('drop')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </QueryView>
  )
}

type LeaderFieldsProps = {
  partitions: readonly TopicPartition[]
  chosen: ReadonlyMap<number, number>
  onChoose: (partition: number, leader: number) => void
}

function LeaderFields({ partitions, chosen, onChoose }: LeaderFieldsProps) {
  const t = useTranslations('rebalance.about')
  const [number, setNumber] = useState('')
  const partition = partitions.find((each) => String(each.partition) === number)
  const words = { empty: t('nothingFound'), more: (count: number) => t('more', { count }) }
  const broker = (id: number) => t('broker', { node: id })
  return (
    <>
      <Field label={t('partition')}>
        {(ids) => (
          <Combobox
            ids={ids}
            value={number}
            onChange={setNumber}
            label={t('findPartition')}
            placeholder={t('choosePartition')}
            words={words}
            groups={[
              {
                label: '',
                options: partitions.map((each) => ({
                  value: String(each.partition),
                  label: String(each.partition),
                  detail: each.leader === null ? t('ledByNobody') : t('ledBy', { node: each.leader }),
                })),
              },
            ]}
          />
        )}
      </Field>
      {partition === undefined ? null : (
        <Field label={t('leader')}>
          {(ids) => (
            <Combobox
              ids={ids}
              value={String(chosen.get(partition.partition) ?? '')}
              onChange={(leader) => onChoose(partition.partition, Number(leader))}
              label={t('findLeader')}
              placeholder={t('chooseLeader')}
              words={words}
              groups={[
                {
                  label: '',
                  options: partition.replicas.map((id) => ({
                    value: String(id),
                    label: broker(id),
                    detail: partition.isr.includes(id)
                      ? id === partition.leader
                        ? t('leadsNow')
                        : undefined
                      : t('notInSync'),
                    offBecause: partition.isr.includes(id) ? undefined : t('notInSyncOff'),
                  })),
                },
              ]}
            />
          )}
        </Field>
      )}
    </>
  )
}

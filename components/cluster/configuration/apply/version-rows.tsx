import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { findKafkaVersion } from '@/lib/domain/kafka-version'
import { upgradesOf } from '@/lib/domain/upgrade'
import type { Applying } from './use-apply'

/** Every version the cluster can come to, the newest first. */
export function VersionRows({ applying }: { applying: Applying }) {
  const { cluster, page, version, chooseVersion } = applying
  const t = useTranslations('upgrade')
  const change = useTranslations('clusterChange')
  const labelId = useId()
  const now = findKafkaVersion(cluster.kafkaVersion)
  const versions = now ? upgradesOf(now) : []
  // On the page of the whole cluster the version is one choice of many, and may stay.
  const keep = { name: '', label: change('keepVersion'), release: cluster.kafkaVersion }
  const rows = [
    ...(page === 'cluster' ? [keep] : []),
    ...versions.map(({ name, release }) => ({ name, label: name, release })),
  ]
  if (page === 'cluster' && versions.length === 0) return null
  return (
    <div className="grid gap-1 text-13">
      <span id={labelId} className="font-[550]">
        {t('version')}
      </span>
      {versions.length === 0 ? (
        <p className="text-text-2">
          {t(cluster.mode === 'ZOOKEEPER' ? 'noneZookeeper' : 'none', { name: cluster.name })}
        </p>
      ) : (
        <ul
          role="radiogroup"
          aria-labelledby={labelId}
          className="max-h-96 overflow-y-auto rounded-4 border border-line [scrollbar-width:thin]"
        >
          {rows.map(({ name, label, release }) => (
            <li key={name} role="presentation" className="border-t border-line first:border-t-0">
              <label className="flex min-h-9 cursor-pointer items-center gap-2.5 px-3 py-1.5 hover:bg-hover max-desk:min-h-11">
                <input
                  type="radio"
                  name="version"
                  checked={version === name}
                  onChange={() => chooseVersion(name)}
                  className="size-4 accent-accent"
                />
                <span className="font-[550]">{label}</span>
                {label === release ? null : (
                  <span className="text-12 text-text-2">
                    {name === '' ? release : t('means', { release })}
                  </span>
                )}
              </label>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

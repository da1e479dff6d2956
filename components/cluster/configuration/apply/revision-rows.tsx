import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { Time } from '@/components/text/time'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { revisionsQuery } from '@/lib/browser/queries/configurations'
import type { RevisionRecord } from '@/lib/contract/console/configurations'
import type { Applying } from './use-apply'

type RevisionRowsProps = { applying: Applying; configuration: Configuration }

/** A row a revision, the newest first. */
export function RevisionRows({ applying, configuration }: RevisionRowsProps) {
  const t = useTranslations('configurationApply.choice')
  const { arn } = configuration
  const labelId = useId()
  const query = useQuery(revisionsQuery(applying.cluster.region, arn))
  return (
    <div className="grid gap-1 text-13">
      <span id={labelId} className="font-[550]">
        {t('revision')}
      </span>
      <QueryView query={query} failed={t('revisionsFailed')}>
        {(revisions) => (
          <ul
            role="radiogroup"
            aria-labelledby={labelId}
            className="max-h-96 overflow-y-auto rounded-4 border border-line [scrollbar-width:thin]"
          >
            {revisions
              .toSorted((a, b) => b.revision - a.revision)
              .map((revision) => (
                <RevisionRow
                  key={revision.revision}
                  applying={applying}
                  configuration={configuration}
                  revision={revision}
                />
              ))}
          </ul>
        )}
      </QueryView>
    </div>
  )
}

function RevisionRow({
  applying: { choose, info, cluster },
  configuration: { arn, latestRevision },
  revision: { revision, description, createdAt },
}: RevisionRowsProps & { revision: RevisionRecord }) {
  const t = useTranslations('configurationApply.choice')
  const now = cluster.configuration
  const marks = [
    ...(now?.arn === arn && now.revision === revision ? [t('isNow')] : []),
    ...(latestRevision.revision === revision ? [t('isLatest')] : []),
  ]
  return (
    <li role="presentation" className="border-t border-line first:border-t-0">
      <label className="grid min-h-9 cursor-pointer grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3 py-1.5 hover:bg-hover max-desk:min-h-11">
        <input
          type="radio"
          name="revision"
          checked={info?.revision === revision}
          onChange={() => choose({ configuration: arn, revision })}
          className="size-4 accent-accent"
        />
        <span className="min-w-0">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-[550]">{t('one', { revision })}</span>
            {marks.map((mark) => (
              <span key={mark} className="text-12 text-text-2">
                {mark}
              </span>
            ))}
          </span>
          {description === '' ? null : (
            <span className="block text-12 text-text-3 [overflow-wrap:anywhere]">{description}</span>
          )}
        </span>
        <Time iso={createdAt} look="short" className="text-12 whitespace-nowrap text-text-3" />
      </label>
    </li>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { Button } from '@/components/ui/button'
import { StateBadge } from '@/components/ui/state'
import { TextLink } from '@/components/ui/text-link'
import { clockTime } from '@/lib/browser/format/time'
import { endDrill } from '@/lib/browser/mutations/drills'
import { routes } from '@/lib/browser/routes'
import { saveFile } from '@/lib/browser/save-file'
import type { DrillDetail } from '@/lib/contract/console/drills'
import { DRILL_LOOKS } from '../drill-looks'

export function DrillHead({ drill }: { drill: DrillDetail }) {
  const t = useTranslations('drills')
  const titles = useTranslations('titles')
  const { kind, state, clusterId, clusterName, startedAt, actor } = drill
  useTitle(titles('namedOperation', { kind: t(`kind.${kind}`), name: clusterName }))
  return (
    <PageHead
      title={t(`kind.${kind}`)}
      badge={
        <StateBadge look={DRILL_LOOKS[state]} source={state}>
          {t(`state.${state}`)}
        </StateBadge>
      }
      subtitle={
        <>
          <TextLink asChild className="underline">
            <NextLink href={routes.cluster(clusterId)}>{clusterName}</NextLink>
          </TextLink>
          {t('one.subtitle', { time: clockTime(Date.parse(startedAt)), actor })}
        </>
      }
      actions={state === 'RUNNING' ? <EndButton drill={drill} /> : <OverButtons drill={drill} />}
    />
  )
}

function EndButton({ drill: { clusterId, id } }: { drill: DrillDetail }) {
  const t = useTranslations('drills.one')
  const end = useMutation(endDrill(useQueryClient()))
  return (
    <>
      {end.isError ? <ErrorInPlace title={t('endFailed')} error={end.error} /> : null}
      <Button
        onClick={() => end.mutate({ clusterId, drillId: id })}
        offBecause={end.isPending || end.isSuccess ? t('endAsked') : undefined}
      >
        {t('end')}
      </Button>
    </>
  )
}

function OverButtons({ drill }: { drill: DrillDetail }) {
  const t = useTranslations('drills.one')
  const save = () =>
    saveFile(
      new Blob([`${JSON.stringify(drill, null, 2)}\n`], { type: 'application/json' }),
      `drill-${drill.clusterName}-${drill.kind}-${drill.startedAt.replaceAll(':', '')}.json`,
    )
  return (
    <>
      <Button onClick={save}>{t('save')}</Button>
      <Button asChild kind="primary">
        <NextLink href={routes.clusterDrills(drill.clusterId)}>{t('all')}</NextLink>
      </Button>
    </>
  )
}

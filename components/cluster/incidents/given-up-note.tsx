import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { routes } from '@/lib/browser/routes'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { useChangeHealing } from '../healing/use-change-healing'

const givenUpSchema = z.object({ is: z.literal('nodeFailed'), node: z.number() })

/** That healing has tried often enough to start a node, and the way on; why it does not come up is said above. */
export function GivenUpNote({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('incidents')
  const asked = useTranslations('cluster')
  const { change, isPending } = useChangeHealing('retried')
  const problem = givenUpSchema.safeParse(cluster.health.waitingFor)
  if (cluster.state !== 'HEALING' || !problem.success) return null
  return (
    <Notice
      tone="bad"
      shape="failed"
      role="alert"
      actions={
        <>
          <Button
            kind="primary"
            onClick={() => change(cluster)}
            offBecause={isPending ? asked('asked') : undefined}
            reasonPlace="elsewhere"
          >
            {t('retry')}
          </Button>
          <Button asChild>
            <NextLink href={routes.node(cluster.id, problem.data.node)}>{t('look')}</NextLink>
          </Button>
        </>
      }
    >
      {t('givenUp')}
    </Notice>
  )
}

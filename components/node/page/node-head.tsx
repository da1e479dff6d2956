import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { HEALTH_LOOKS } from '@/components/node/health-looks'
import { useNodeName } from '@/components/node/node-name'
import { PageHead } from '@/components/shell/page-head'
import { useTitle } from '@/components/shell/use-title'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { StateBadge } from '@/components/ui/state'
import { serverNow } from '@/lib/browser/clock'
import { routes } from '@/lib/browser/routes'
import { isOutOfSight } from '@/lib/browser/standing'
import type { NodeDetail } from '@/lib/contract/console/nodes'
import { servesClients } from '@/lib/domain/node'
import { RebootButton } from './reboot-button'

export function NodeHead({ node }: { node: NodeDetail }) {
  const t = useTranslations('nodePage')
  const words = useTranslations('node')
  const titles = useTranslations('titles')
  const name = useNodeName()(node)
  useTitle(titles('namedNode', { node: name, cluster: node.clusterName }))
  const health = isOutOfSight(node, serverNow()) ? 'unknown' : node.health
  return (
    <PageHead
      title={name}
      badge={<StateBadge look={HEALTH_LOOKS[health]}>{words(`health.${health}`)}</StateBadge>}
      subtitle={t('subtitle', { cluster: node.clusterName, zone: node.zoneName, endpoint: node.endpoint })}
      actions={
        <>
          {servesClients(node.role) ? <RebootButton clusterId={node.clusterId} nodeId={node.nodeId} /> : null}
          <Button asChild>
            <NextLink href={routes.clusterLogs(node.clusterId)}>
              <Icon name="search" />
              {t('searchLogs')}
            </NextLink>
          </Button>
        </>
      }
    />
  )
}

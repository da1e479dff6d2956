'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { PageHead } from '@/components/shell/page-head'
import { useRegion } from '@/components/shell/region'
import { Facts } from '@/components/ui/facts'
import { SkeletonBars } from '@/components/ui/skeleton'
import { networkQuery } from '@/lib/browser/queries/network'
import type { NetworkView as Network } from '@/lib/contract/console/network'
import { AddressesTable } from './addresses-table'
import { SubnetsPanel } from './subnets-panel'

/** Where nodes live: one network, its subnets by zone, and who holds which address. */
export function NetworkView() {
  const t = useTranslations('network')
  const errors = useTranslations('errors')
  const { region } = useRegion()
  const query = useQuery(networkQuery(region))
  return (
    <>
      <PageHead title={t('title')} subtitle={t('subtitle', { region })} />
      <QueryView
        query={query}
        failed={t('failed')}
        loading={<SkeletonBars lines={6} label={errors('loading')} />}
      >
        {(network) => (
          <>
            <NetworkFacts network={network} />
            <SubnetsPanel subnets={network.subnets} />
            <AddressesTable addresses={network.addresses} />
          </>
        )}
      </QueryView>
    </>
  )
}

function NetworkFacts({ network }: { network: Network }) {
  const t = useTranslations('network')
  const { cidr, advertisedHost, externalPorts, blockPorts } = network
  return (
    <Facts
      facts={[
        { key: 'vpc', term: t('vpc'), value: <span className="mono">{cidr}</span>, note: t('vpcNote') },
        {
          key: 'host',
          term: t('advertised'),
          value: advertisedHost === null ? t('unset') : <span className="mono">{advertisedHost}</span>,
          note: advertisedHost === null ? t('unsetNote') : t('advertisedNote'),
        },
        {
          key: 'external',
          term: t('externalPorts'),
          value: t('portRange', { first: String(externalPorts.first), last: String(externalPorts.last) }),
          note: t('portsHeld', { count: externalPorts.held }),
        },
        {
          key: 'blocks',
          term: t('blockPorts'),
          value: t('portRange', { first: String(blockPorts.first), last: String(blockPorts.last) }),
          note: t('blocksHeld', { count: blockPorts.held, size: blockPorts.size }),
        },
      ]}
    />
  )
}

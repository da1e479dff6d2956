import { audited } from '../../audit'
import { keepConfiguration } from '../../configuration/keep-configuration'
import { badRequest } from '../../http/api-error'
import type { Context } from '../../http/context'
import { database } from '../../process'
import { systemClock } from '../../clock'
import { isTaken } from '../../db'
import { changedMeanwhile, changeOrRefuse } from '../change-desired'
import { changingCluster } from '../changing-cluster'
import { nodeRows } from '../create/store'
import { loadCluster } from '../../engine/stored/stored-cluster'
import { clusterGone } from '../find-cluster'
import { standing } from './standing'
import { wantedChange } from './wanted-change'
import { mayChange, mskTypeOf, wished, type Wishes } from './wishes'

type Order = {
  clusterArn: string
  currentVersion: string
  wishes: Wishes
  /** MSK's word for it, where it is another than that of the strongest wish. */
  mskType?: string
  /** What was called, and with what, for the audit. */
  verb: string
  told: Record<string, unknown>
}

/** Whatever verb asks: the wishes are judged, and stored as what shall be, or the first refusal is told. */
export async function changeCluster(ctx: Context, order: Order) {
  const { clusterArn, currentVersion, wishes } = order
  const { cluster } = await changingCluster(ctx, {
    clusterArn,
    currentVersion,
    may: mayChange(wishes),
  })
  if (wished(wishes).length === 0) throw badRequest('The request changes nothing.')
  const stored = await loadCluster(database(), cluster.id)
  if (!stored) throw clusterGone(clusterArn)
  const source = stored.specification
  const { refusals, specification, added, opened, proposal, drains } = await wantedChange(
    cluster,
    standing(stored),
    wishes,
  )
  const [first] = refusals
  if (first) throw badRequest(first.message, first.field)
  const change = changeOrRefuse(cluster, {
    kind: 'UPDATE',
    mskType: order.mskType ?? mskTypeOf(wishes, source),
    actor: ctx.actor,
    specification,
    presence: 'present',
    placement: proposal?.moves ?? [],
    drains,
    further: [
      ...(wishes.revision === undefined && wishes.kafkaVersion === undefined
        ? []
        : keepConfiguration(ctx, specification)),
      ...(added.length > 0
        ? [
            database().node.createMany({
              data: nodeRows(cluster.id, added, new Date(systemClock.now())),
            }),
          ]
        : []),
      ...opened.map(({ nodeId, external: { host, port } }) =>
        database().node.update({
          where: { clusterId_nodeId: { clusterId: cluster.id, nodeId } },
          data: { externalHost: host, externalPort: port },
        }),
      ),
      audited(ctx, order.verb, clusterArn, order.told),
    ],
  })
  return change.catch((error: unknown) => {
    // Somebody else was given the same address in this very moment.
    throw isTaken(error) ? changedMeanwhile() : error
  })
}

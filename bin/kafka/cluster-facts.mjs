// @ts-check
import { Refusal } from '../system/refusal.mjs'

/**
 * Where a cluster is and what it runs, read from the files of its nodes: that works with and without a server.
 *
 * @typedef {import('../runtime/local-runtime').FoundNode} FoundNode
 * @typedef {{ name: string, arn: string, release: string, bootstrap: string, zookeeper: string | null, isRunning: boolean }} ClusterFacts
 */

/**
 * @param {readonly FoundNode[]} nodes
 * @param {(node: FoundNode) => ReadonlyMap<string, string>} readProperties
 * @param {string} wanted a cluster's name or ARN
 * @returns {ClusterFacts}
 */
export function findCluster(nodes, readProperties, wanted) {
  const arns = [
    ...new Set(nodes.filter(({ cluster }) => isNamed(cluster, wanted)).map(({ cluster }) => cluster.arn)),
  ]
  const [arn] = arns
  if (arn === undefined)
    throw new Refusal(`There is no cluster "${wanted}" in this home. ${listClusters(nodes)}`)
  if (arns.length > 1) {
    throw new Refusal(`Several regions have a cluster "${wanted}". Name it by its ARN: ${arns.join(', ')}`)
  }
  const own = nodes.filter(({ cluster }) => cluster.arn === arn)
  const brokers = own.filter(({ identity }) => identity.role === 'broker' || identity.role === 'combined')
  const [first] = brokers
  if (!first) throw new Refusal(`Cluster "${wanted}" has no broker yet. Try again when it is ACTIVE.`)
  const properties = brokers.map(readProperties)
  return {
    name: first.cluster.name,
    arn,
    // While an upgrade rolls through, the older tools work with both.
    release: brokers.map(({ identity }) => identity.release).toSorted(byNumber)[0] ?? first.identity.release,
    bootstrap: properties.flatMap(clientEndpoint).join(','),
    zookeeper: properties[0]?.get('zookeeper.connect') ?? null,
    isRunning: brokers.some((broker) => broker.process !== null),
  }
}

/** @param {readonly FoundNode[]} nodes */
export function listClusters(nodes) {
  const names = [...new Set(nodes.map(({ cluster }) => cluster.name))].toSorted()
  return names.length === 0 ? 'There are no clusters.' : `Clusters: ${names.join(', ')}.`
}

/** @param {{ name: string, arn: string }} cluster @param {string} wanted */
const isNamed = (cluster, wanted) => cluster.name === wanted || cluster.arn === wanted

/** @param {ReadonlyMap<string, string>} properties */
function clientEndpoint(properties) {
  const listeners = (properties.get('advertised.listeners') ?? '').split(',')
  return listeners
    .filter((text) => text.startsWith('CLIENT://'))
    .map((text) => text.slice('CLIENT://'.length))
}

/** @param {string} a @param {string} b */
const byNumber = (a, b) => a.localeCompare(b, 'en', { numeric: true })

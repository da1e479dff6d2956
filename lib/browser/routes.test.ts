import { expect, test } from 'vitest'
import { crumbsOf, routes } from './routes'

const kinds = (pathname: string) => crumbsOf(pathname).map((crumb) => crumb.is)

test('the way to a page follows from its address', () => {
  expect(kinds(routes.clusters())).toEqual(['clusters'])
  expect(kinds(routes.createCluster())).toEqual(['clusters', 'createCluster'])
  expect(kinds(routes.cluster('c-1'))).toEqual(['clusters', 'cluster'])
  expect(kinds(routes.operation('c-1', 'op-1'))).toEqual(['clusters', 'cluster', 'operations', 'operation'])
  expect(kinds(routes.clusterTry('c-1'))).toEqual(['clusters', 'cluster', 'try'])
  expect(kinds(routes.node('c-1', 2))).toEqual(['clusters', 'cluster', 'brokers', 'node'])
  expect(kinds(routes.clusterBrokers('c-1'))).toEqual(['clusters', 'cluster', 'brokers'])
  expect(kinds(routes.group('c-1', 'a/b'))).toEqual(['clusters', 'cluster', 'groups', 'group'])
  expect(kinds(routes.explore('c-1'))).toEqual(['clusters', 'cluster', 'monitoring', 'explore'])
  expect(kinds(routes.chartSet('c-1', 'On call'))).toEqual(['clusters', 'cluster', 'monitoring', 'chartSet'])
  expect(kinds(routes.clusterConfiguration('c-1'))).toEqual(['clusters', 'cluster', 'clusterConfiguration'])
  expect(kinds('/clusters/c-1/configuration/apply')).toEqual([
    'clusters',
    'cluster',
    'clusterConfiguration',
    'applyConfiguration',
  ])
  expect(kinds(routes.drill('c-1', 'd-1'))).toEqual(['clusters', 'cluster', 'drills', 'drill'])
  expect(kinds(routes.operations())).toEqual(['operations'])
  expect(kinds(routes.network())).toEqual(['network'])
  expect(kinds(routes.clusterAlarms('c-1'))).toEqual(['clusters', 'cluster', 'alarms'])
  expect(kinds(routes.webhooks())).toEqual(['alarms', 'webhooks'])
  expect(crumbsOf(routes.alarm('disk/broker 1'))[1]).toMatchObject({ alarmName: 'disk/broker 1' })
  expect(kinds(routes.createConfiguration())).toEqual(['configurations', 'createConfiguration'])
  expect(kinds(routes.editConfiguration('orders'))).toEqual([
    'configurations',
    'configuration',
    'editConfiguration',
  ])
  expect(kinds('/elsewhere')).toEqual([])
})

test('an id with a slash stays one part of the address', () => {
  expect(crumbsOf(routes.cluster('a/b'))[1]).toMatchObject({ clusterId: 'a/b' })
})

test('what is to be applied stands in the address, as far as it is chosen', () => {
  expect(routes.applyConfiguration('c-1')).toBe('/clusters/c-1/configuration/apply')
  expect(routes.applyConfiguration('c-1', { configuration: 'arn:a/b', revision: 2 })).toBe(
    '/clusters/c-1/configuration/apply?configuration=arn%3Aa%2Fb&revision=2',
  )
})

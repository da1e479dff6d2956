import { pathToFileURL } from 'node:url'
import type { Endpoint } from '@/lib/domain/node'
import { propertiesText } from './node-files'

/** The metrics agent in each node: on the node's own address, with a password, and for reading only. */

export const AGENT_CONFIG = 'jolokia.properties'
export const AGENT_POLICY = 'jolokia-policy.xml'
export const AGENT_USER = 'mosaik'

export function agentConfigText(endpoint: Endpoint, password: string, policyFile: string): string {
  return propertiesText({
    host: endpoint.host,
    port: String(endpoint.port),
    user: AGENT_USER,
    password,
    agentContext: '/jolokia',
    policyLocation: pathToFileURL(policyFile).href,
    // Announcing itself by multicast is not what a private agent does.
    discoveryEnabled: 'false',
    executor: 'single',
  })
}

export const AGENT_POLICY_TEXT = `<?xml version="1.0" encoding="UTF-8"?>
<restrict>
  <commands>
    <command>read</command>
    <command>list</command>
    <command>search</command>
    <command>version</command>
  </commands>
  <http>
    <method>get</method>
    <method>post</method>
  </http>
</restrict>
`

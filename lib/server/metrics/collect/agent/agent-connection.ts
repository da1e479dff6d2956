import { Agent, request } from 'node:http'
import type { AgentAccess } from '@/lib/broker-runtime/runtime'

/** One read of the agent's protocol (Jolokia): exact names, or a pattern; attributes that are not there are left out. */
export type AgentRead = { type: 'read'; mbean: string; attribute: readonly string[] }
export type AgentSearch = { type: 'search'; mbean: string }

export type AgentConnection = {
  /** Answers in the order of the questions; null for one that was refused, for example because nothing has the name. */
  ask(questions: readonly (AgentRead | AgentSearch)[], timeoutMs: number): Promise<readonly unknown[]>
  close(): void
}

/** A reply of thousands of topics has some hundred kilobytes; what is larger than this is not read to its end. */
const REPLY_BYTES_MAX = 16 * 1024 * 1024

/**
 * The agent of one node over one connection that is kept. Numbers that JSON cannot hold and attributes that a release
 * does not have are left out of a reply instead of failing it.
 */
export function connectAgent({ endpoint, user, password }: AgentAccess): AgentConnection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return {
    async ask(questions, timeoutMs) {
      const text = await post(JSON.stringify(questions), timeoutMs)
      const answers: unknown = JSON.parse(text)
      if (!Array.isArray(answers)) throw new Error('The metrics agent gave an answer that is no list.')
      return answers.map(valueOf)
    },
    close: () => agent.destroy(),
  }

  function post(body: string, timeoutMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          ...endpoint,
          agent,
          method: 'POST',
          path: '/jolokia/?ignoreErrors=true&canonicalNaming=false&includeRequest=false',
          headers: { authorization, 'content-type': 'application/json' },
          // The whole exchange, connecting included: a stopped process accepts connections and never answers.
          signal: AbortSignal.timeout(timeoutMs),
        },
        (reply) => {
          const parts: Buffer[] = []
          let bytes = 0
          reply.on('data', (part: Buffer) => {
            bytes += part.length
            if (bytes > REPLY_BYTES_MAX) sent.destroy(new Error('The metrics agent says too much at once.'))
            parts.push(part)
          })
          reply.on('error', reject)
          reply.on('end', () => {
            if (reply.statusCode === 200) resolve(Buffer.concat(parts).toString('utf8'))
            else reject(new Error(`The metrics agent answered with status ${reply.statusCode}.`))
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }
}

const valueOf = (answer: unknown): unknown =>
  typeof answer === 'object' &&
  answer !== null &&
  'status' in answer &&
  answer.status === 200 &&
  'value' in answer
    ? answer.value
    : null

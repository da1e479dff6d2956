import type { ClusterSpecification } from './cluster'

type Tokens = ClusterSpecification['restartTokens']

/** These brokers restart though nothing else of them changes. */
export const withRestarts = (tokens: Tokens, brokers: readonly string[]): Tokens => ({
  ...tokens,
  ...Object.fromEntries(brokers.map((id) => [id, (tokens[id] ?? 0) + 1])),
})

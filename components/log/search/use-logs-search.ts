import { useAddress } from '@/components/table/use-address'
import { readSpan } from '@/lib/browser/log/search-span'
import type { LogsSearch } from '@/lib/browser/queries/logs'
import { readLevels } from '@/lib/domain/log'

/** The search over all logs, whole in the address: a sent link finds the same. */
export function useLogsSearch(clusterId: string) {
  const [text, setText] = useAddress('text', '')
  const [level, setLevel] = useAddress('level', '')
  const [last, setLast] = useAddress('last', '')
  const [from, setFrom] = useAddress('from', '')
  const [to, setTo] = useAddress('to', '')
  const [node, setNode] = useAddress('node', '')
  const search: LogsSearch = {
    clusterId,
    text,
    levels: readLevels(level),
    span: readSpan(last, from, to),
    nodes: node
      .split(',')
      .filter((id) => /^\d+$/.test(id))
      .map(Number),
  }
  return {
    search,
    last,
    from,
    to,
    setText,
    setLevels: (levels: LogsSearch['levels']) => setLevel(levels.join(',')),
    setNodes: (nodes: readonly number[]) => setNode(nodes.join(',')),
    setLast: (name: string) => {
      setLast(name)
      setFrom('')
      setTo('')
    },
    setFrom: (time: string) => {
      setLast('')
      setFrom(time)
    },
    setTo: (time: string) => {
      setLast('')
      setTo(time)
    },
  }
}

import { useLocale, useTranslations } from 'use-intl'
import { NODE_ROLES, type NodeRole } from '@/lib/domain/node'

/** “3 brokers and 3 controllers”: how many of each role, those that occur. */
export function useNodeCounts() {
  const t = useTranslations('node.count')
  const locale = useLocale()
  return (nodes: readonly { role: NodeRole }[]): string => {
    const counts = NODE_ROLES.map((role) => ({
      role,
      count: nodes.filter((node) => node.role === role).length,
    }))
    const words = counts.filter(({ count }) => count > 0).map(({ role, count }) => t(role, { count }))
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
  }
}

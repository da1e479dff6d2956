import { useTranslations } from 'use-intl'
import type { SelectGroup, SelectOption } from '@/components/ui/select'
import type { HostView } from '@/lib/contract/console/host'

type Version = HostView['kafkaVersions'][number]

/** Versions as one may name them: Apache’s exact numbers, and MSK’s names with the release each stands for. */
export function useVersions({ kafkaVersions }: HostView) {
  const t = useTranslations('create.version')
  const option = (version: Version): SelectOption => {
    const values = { mode: t(`mode.${version.mode}`), status: version.status, release: version.release }
    const isNamed = version.name !== version.release
    return { value: version.name, label: version.name, detail: t(isNamed ? 'detailNamed' : 'detail', values) }
  }
  const groups: SelectGroup[] = [
    {
      label: t('apache'),
      options: kafkaVersions.filter(({ name, release }) => name === release).map(option),
    },
    { label: t('msk'), options: kafkaVersions.filter(({ name, release }) => name !== release).map(option) },
  ]
  const help = (name: string): string | undefined => {
    const version = kafkaVersions.find((candidate) => candidate.name === name)
    if (version === undefined) return undefined
    const values = { release: version.release, mode: t(`mode.${version.mode}`) }
    if (!version.prepared) return t('helpFetch', values)
    return t(version.status === 'DEPRECATED' ? 'helpDeprecated' : 'help', values)
  }
  return { groups: groups.filter(({ options }) => options.length > 0), help }
}

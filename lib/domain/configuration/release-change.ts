import type { ClusterSpecification } from '../cluster'
import { effectiveValues } from './configuration-change'
import { CONFIGURABLE_SETTINGS, settingDefinition } from './setting-definition'

/** What another release makes of settings that nobody changes. A setting it does not know at all is refused before. */
export type ReleaseSettings = {
  /** Nobody sets them, and the new release has another default. */
  defaults: readonly { name: string; from: string | null; to: string | null }[]
  /** The revision sets them; the new release still takes them, and says that a later one will not. */
  deprecated: readonly string[]
}

export function releaseSettings(source: ClusterSpecification, target: ClusterSpecification): ReleaseSettings {
  const [before, after] = [effectiveValues(source), effectiveValues(target)]
  const isSet = (name: string): boolean =>
    source.configuration[name] !== undefined || target.configuration[name] !== undefined
  const isKnown = (name: string): boolean =>
    settingDefinition(name, source.release) !== null && settingDefinition(name, target.release) !== null
  return {
    defaults: CONFIGURABLE_SETTINGS.filter((name) => !isSet(name) && isKnown(name))
      .map((name) => ({ name, from: before(name), to: after(name) }))
      .filter(({ from, to }) => from !== to),
    deprecated: Object.keys(target.configuration).filter((name) =>
      settingDefinition(name, target.release)?.doc.startsWith('[DEPRECATED]'),
    ),
  }
}

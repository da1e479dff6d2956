import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeRole } from '@/lib/domain/node'
import { configurationFile, readProperties, writtenCopy } from '../node/node-files'
import type { NodeDirectory } from '../node/node-directory'

/** What was compared last; read again only once one of the two files is another. */
export type SettingsWatch = { state: string; changed: readonly string[] | null }

/**
 * Settings in a node's configuration file that are not as Mosaik wrote them at the last start. They say nothing about
 * the process that runs, which read the file when it began, and nothing about the next, for which it is written anew:
 * but whoever edited it expects something. Null: as written, or never written by a Mosaik that kept a copy.
 */
export function watchSettings(
  { root }: NodeDirectory,
  role: NodeRole,
  kept: SettingsWatch | null,
): SettingsWatch {
  const file = join(root, configurationFile(role))
  const copy = join(root, writtenCopy(role))
  const state = `${stateOf(file)} ${stateOf(copy)}`
  if (state === kept?.state) return kept
  return { state, changed: difference(read(copy), read(file)) }
}

/** Empty: the file is gone. A comment more or less is no difference. */
export function difference(written: string | null, found: string | null): readonly string[] | null {
  if (written === null) return null
  if (found === null) return []
  if (found === written) return null
  const [before, after] = [readProperties(written), readProperties(found)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => before[name] !== after[name]).toSorted()
  return changed.length === 0 ? null : changed
}

function stateOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? '-' : `${stat.ino}/${stat.size}/${stat.mtimeMs}/${stat.ctimeMs}`
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

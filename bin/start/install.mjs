// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { showStep } from '../system/progress.mjs'
import { run } from '../system/run.mjs'
import { ROOT } from '../system/settings.mjs'
import { refuseFullDisk } from './prerequisites.mjs'

const INSTALL_MIB = 1_200

/** Brings node_modules to what package-lock.json says, if it is not already. */
export async function installPackages() {
  if (packagesAreInstalled()) return
  refuseFullDisk(ROOT, INSTALL_MIB)
  await showStep('Installing packages', () =>
    run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      // The build needs the development packages too, whatever the caller's shell says.
      env: { NODE_ENV: 'development', npm_config_production: undefined, npm_config_omit: undefined },
    }),
  )
}

/**
 * Compares the two lock files rather than a stamp of our own: npm writes the hidden one last, so it tells the truth
 * about an interrupted installation and also about packages somebody installed by hand.
 */
export function packagesAreInstalled(root = ROOT) {
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'))
  if (installed === null) return false
  const wanted = readPackages(join(root, 'package-lock.json')) ?? {}
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    // Packages for other platforms are optional and absent by design.
    if (!found) return entry.optional === true || entry.devOptional === true || entry.peer === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> | null}
 */
function readPackages(file) {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

// @ts-check
import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { findExecutable, isExecutable } from '../system/executables.mjs'

/**
 * Every Java a broker could run on: the homes of MOSAIK_JAVA_HOME, else the `java` of the path.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {readonly { java: string, major: number | null }[]}
 */
export function findJavas(env) {
  if (env.MOSAIK_JAVA_HOME) {
    const homes = env.MOSAIK_JAVA_HOME.split(delimiter).filter((home) => home !== '')
    return homes.map((home) => describe(join(home, 'bin/java')))
  }
  const java = findExecutable('java', env)
  return java === null ? [] : [describe(java)]
}

/** @param {string} java */
const describe = (java) => ({
  java,
  major: isExecutable(java) ? (majorFromRelease(java) ?? majorByAsking(java)) : null,
})

/** A JDK says its version in a file beside `bin`; reading it saves the 50 ms a JVM needs to say the same. @param {string} java */
function majorFromRelease(java) {
  try {
    const release = readFileSync(join(dirname(dirname(realpathSync(java))), 'release'), 'utf8')
    return majorOf(/^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1])
  } catch {
    return null
  }
}

/** The `java` of macOS and of version managers is a stub without that file. @param {string} java */
function majorByAsking(java) {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 10_000 })
  return majorOf(/version "([^"]+)"/.exec(stderr ?? '')?.[1])
}

/** `1.8.0_392` is 8, `17.0.15` is 17, `25` and `25-ea` are 25. @param {string | undefined} version */
export function majorOf(version) {
  const found = /^(?:1\.)?(\d+)/.exec(version ?? '')
  return found ? Number(found[1]) : null
}

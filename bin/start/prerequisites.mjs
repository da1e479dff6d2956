// @ts-check
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findExecutable } from '../system/executables.mjs'
import { makeFolder } from '../system/make-folder.mjs'
import { fileRefusal, Refusal } from '../system/refusal.mjs'
import { findJavas } from './java.mjs'

const JAVA_MAJOR_MIN = 17
const MIB = 1024 * 1024

/**
 * What must be there before anything is installed or written: one line for each missing thing, all at once, so that
 * nobody installs one only to be told of the next.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function checkPrograms(env) {
  const missing = [javaProblem(env), mavenProblem(env)].filter((line) => line !== null)
  if (missing.length > 0) throw new Refusal(missing.join('\n'))
}

/** @param {Readonly<Record<string, string | undefined>>} env */
function javaProblem(env) {
  const javas = findJavas(env)
  if (javas.some(({ major }) => major !== null && major >= JAVA_MAJOR_MIN)) return null
  const install = `Install Java ${JAVA_MAJOR_MIN} or newer (Debian: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17)`
  if (env.MOSAIK_JAVA_HOME)
    return `${install}, or correct MOSAIK_JAVA_HOME: ${javas.map(nameJava).join(', ') || 'it is empty'}.`
  if (javas.length === 0) return `${install}: there is no java on the path.`
  return `${install}: ${javas.map(nameJava).join(', ')}.`
}

/** @param {{ java: string, major: number | null }} found */
const nameJava = ({ java, major }) => (major === null ? `${java} is not a Java` : `${java} is Java ${major}`)

/** @param {Readonly<Record<string, string | undefined>>} env */
function mavenProblem(env) {
  if (env.MOSAIK_KAFKA_DIST) {
    if (existsSync(env.MOSAIK_KAFKA_DIST)) return null
    return `Correct MOSAIK_KAFKA_DIST: ${env.MOSAIK_KAFKA_DIST} does not exist.`
  }
  if (findExecutable('mvn', env) !== null) return null
  return 'Install Maven (Debian: apt-get install maven; macOS: brew install maven), which fetches Kafka, or set MOSAIK_KAFKA_DIST to a folder with unpacked Kafka releases.'
}

/**
 * Makes a folder of ours for this user alone and proves that it can be written. Broker data, keys and passwords
 * live below it.
 *
 * @param {string} folder
 * @param {string} variable which setting moves it elsewhere
 * @param {number} freeMiBMin
 */
export function openFolder(folder, variable, freeMiBMin) {
  refuseFullDisk(folder, freeMiBMin)
  try {
    makeFolder(folder)
    const probe = join(folder, `.writable-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    const known = fileRefusal(error)
    if (known) throw known
    throw new Refusal(`${folder} cannot be used (${String(error)}). Set ${variable} to another folder.`)
  }
}

/**
 * @param {string} folder need not exist yet
 * @param {number} freeMiBMin
 */
export function refuseFullDisk(folder, freeMiBMin) {
  let existing = folder
  while (!existsSync(existing)) existing = dirname(existing)
  const { bavail, blocks, bsize } = statfsSync(existing)
  // What has no size of its own, such as /proc or a tmpfs without limit, is never full.
  if (blocks === 0) return
  const freeMiB = Math.floor((bavail * bsize) / MIB)
  if (freeMiB >= freeMiBMin) return
  throw new Refusal(
    `The disk that holds ${folder} is full: ${freeMiB} MiB are free, this step needs ${freeMiBMin} MiB. Free some space and start again.`,
  )
}

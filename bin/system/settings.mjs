// @ts-check
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.mjs'

/** The clone this file is part of. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @typedef {object} Settings
 * @property {string} home everything Mosaik keeps
 * @property {string} cache jars and archives: may be deleted at any time, costs only time
 * @property {string} host
 * @property {number} port 0 asks the system for a free one
 * @property {readonly string[]} allowedHosts further names for the Host check
 * @property {string} databaseUrl
 * @property {string} databaseFile
 */

/**
 * Reads and checks the environment. Everything is judged here, before anything is written.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Settings}
 */
export function readSettings(env) {
  refuseForeignNetwork(env.MOSAIK_NETWORK)
  refuseOddAccount(env.MOSAIK_ACCOUNT)
  refuseUnknownDriver(env.MOSAIK_DRIVER)
  refuseOddMetricsCap(env.MOSAIK_METRICS_MIB)
  const home =
    folder('MOSAIK_HOME', env.MOSAIK_HOME) ?? join(xdg(env.XDG_STATE_HOME, '.local/state'), 'mosaik')
  const cache = join(xdg(env.XDG_CACHE_HOME, '.cache'), 'mosaik')
  const databaseUrl = env.DATABASE_URL || `file:${join(home, 'mosaik.db')}`
  return {
    home,
    cache,
    host: loopbackHost(env.HOST || '127.0.0.1'),
    port: portNumber(env.PORT || '3000'),
    allowedHosts: (env.MOSAIK_ALLOWED_HOSTS ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
    databaseUrl,
    databaseFile: databasePath(databaseUrl),
  }
}

/** @param {string} name @param {string | undefined} value */
function folder(name, value) {
  if (!value) return undefined
  if (value.includes('\0') || value.includes('\n')) throw new Refusal(`${name} is not a path.`)
  return resolve(value)
}

/** The XDG rules: a relative path in these variables is invalid and must be ignored. @param {string | undefined} value @param {string} fallback */
const xdg = (value, fallback) => (value && isAbsolute(value) ? value : join(homedir(), fallback))

/** @param {string} text */
function portNumber(text) {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new Refusal(`PORT is "${text}", which is not a port. Use a number from 1 to 65535.`)
}

/**
 * There is no sign-in yet, so whoever can connect can delete every cluster: only this machine may.
 * @param {string} host
 */
function loopbackHost(host) {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase()
  const isLoopback = bare === 'localhost' || bare === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(bare)
  if (isLoopback) return bare
  throw new Refusal(
    `HOST is "${host}", which other machines could reach, and Mosaik has no sign-in yet. ` +
      'Unset HOST or use a loopback address such as 127.0.0.1; to open the console from elsewhere use an SSH tunnel.',
  )
}

/*
 * The server judges the next four itself, but not before the home is written and its packages are there. These are
 * its rules again (`environment` in lib/server/env.ts); a test holds both to the same table of values.
 */

/** A /8 to /16 within 127.0.0.0/8 that starts at a multiple of its own size. @param {string | undefined} network */
function refuseForeignNetwork(network) {
  if (!network) return
  const [, second = -1, bits = -1] = /^127\.(\d{1,3})\.0\.0\/(\d{1,2})$/.exec(network)?.map(Number) ?? []
  const isWithin = second >= 0 && second <= 255 && bits >= 8 && bits <= 16
  if (isWithin && second % 2 ** (16 - bits) === 0) return
  throw new Refusal(
    `MOSAIK_NETWORK is "${network}", which is not a loopback network. ` +
      'Use a /8 to /16 within 127.0.0.0/8 such as 127.10.0.0/16, or unset it.',
  )
}

/** @param {string | undefined} account */
function refuseOddAccount(account) {
  if (!account || /^\d{12}$/.test(account)) return
  throw new Refusal(
    `MOSAIK_ACCOUNT is "${account}", which is not an AWS account number. Use twelve digits, or unset it.`,
  )
}

/** @param {string | undefined} driver */
function refuseUnknownDriver(driver) {
  if (!driver || driver === 'local' || driver === 'fake') return
  throw new Refusal(`MOSAIK_DRIVER is "${driver}", which is not a driver. Use local or fake, or unset it.`)
}

/** @param {string | undefined} mebibytes */
function refuseOddMetricsCap(mebibytes) {
  if (!mebibytes || /^[1-9]\d{1,6}$/.test(mebibytes)) return
  throw new Refusal(
    `MOSAIK_METRICS_MIB is "${mebibytes}". Use a whole number of MiB, from 10 on, or unset it for 512.`,
  )
}

/** @param {string} url */
function databasePath(url) {
  if (url.startsWith('file:')) return resolve(url.replace(/^file:(\/\/(?=\/))?/, '').replace(/\?.*$/, ''))
  throw new Refusal(
    'DATABASE_URL names a database Mosaik cannot use yet. Use a SQLite file: DATABASE_URL=file:/path/mosaik.db.',
  )
}

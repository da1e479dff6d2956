// @ts-check
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { commandLineOf } from '../system/process-identity.mjs'

const LISTENING = '0A'
const COMMAND_CHARS_MAX = 60

/**
 * Which process listens on a port, as far as this user may see.
 *
 * @param {number} port
 * @returns {{ pid: number, command: string } | null}
 */
export function findPortHolder(port) {
  const pid = process.platform === 'linux' ? holderFromProc(port) : holderFromLsof(port)
  if (pid === null) return null
  const command = commandLineOf(pid).join(' ')
  return {
    pid,
    command: command.length > COMMAND_CHARS_MAX ? `${command.slice(0, COMMAND_CHARS_MAX)}…` : command,
  }
}

/** @param {number} port */
function holderFromProc(port) {
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listenersIn(table, port)))
  if (sockets.size === 0) return null
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (openFilesOf(pid).some((link) => sockets.has(link))) return Number(pid)
  }
  return null
}

/** @param {string} table @param {number} port @returns {string[]} links as they appear in /proc/PID/fd */
function listenersIn(table, port) {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0')
  try {
    return readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[1]?.endsWith(`:${hexPort}`) && fields[3] === LISTENING)
      .map((fields) => `socket:[${fields[9]}]`)
  } catch {
    return []
  }
}

/** Empty for processes of other users. @param {string} pid */
function openFilesOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`))
  } catch {
    return []
  }
}

/** Empty when the file was closed meanwhile. @param {string} path */
function linkOf(path) {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** @param {number} port */
function holderFromLsof(port) {
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' })
  const pid = Number((stdout ?? '').split('\n')[0])
  return pid > 0 ? pid : null
}

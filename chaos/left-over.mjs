// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'

/** What must not be there when all is over: processes too many, folders too many, a damaged database. */

/** @param {string} home @param {{ nodes: number }} expected @returns {string[]} */
export function leftOver(home, { nodes }) {
  const clusters = readdirSync(join(home, 'clusters'))
  const running = clusters.flatMap(processesOf)
  const folders = clusters.flatMap((id) => readdirSync(join(home, 'clusters', id, 'nodes')))
  const strange = folders.filter((name) => !/^\d+$/.test(name))
  return [
    ...(running.length === nodes
      ? []
      : [`${running.length} processes instead of ${nodes}: ${running.join(', ')}`]),
    ...(folders.length === nodes ? [] : [`${folders.length} node folders instead of ${nodes}`]),
    ...strange.map((name) => `a folder that is no node: ${name}`),
  ]
}

/** By the mark that every node carries among its arguments. @param {string} clusterId @returns {number[]} */
function processesOf(clusterId) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return words.some((word) => word.startsWith(`-Dmosaik.node=${clusterId}/`)) ? [Number(pid)] : []
      } catch {
        return []
      }
    })
}

const integritySchema = z.array(z.object({ integrity_check: z.string() }))

/** @param {string} home @returns {string[]} */
export function databaseTrouble(home) {
  const database = new Database(join(home, 'mosaik.db'), { readonly: true })
  try {
    const rows = integritySchema.parse(database.prepare('PRAGMA integrity_check').all())
    const said = rows.map((row) => row.integrity_check)
    return said.length === 1 && said[0] === 'ok' ? [] : said.map((what) => `mosaik.db: ${what}`)
  } finally {
    database.close()
  }
}

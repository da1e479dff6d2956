// @ts-check

/**
 * The one entry of every npm script: `node bin/mosaik.mjs start`. Plain Node without packages, because it is what
 * installs them. This file alone must be readable by old versions of Node, to be able to refuse them.
 */

const NODE_MAJOR_MIN = 20

/** @type {Record<string, () => Promise<{ run: (args: string[]) => Promise<number | void> }>>} */
const commands = {
  start: () => import('./start/start.mjs'),
  dev: () => import('./start/dev.mjs'),
  stop: () => import('./stop/stop.mjs'),
  kafka: () => import('./kafka/kafka.mjs'),
  restore: () => import('./backup/restore.mjs'),
  unit: () => import('./unit/unit.mjs'),
  test: () => import('./checks/test.mjs'),
  verify: () => import('./checks/verify.mjs'),
}

async function main() {
  const name = process.argv[2] || ''
  const load = Object.keys(commands).includes(name) && commands[name]
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) {
    throw refusal('Install Node.js ' + NODE_MAJOR_MIN + ' or newer: this is ' + process.versions.node + '.')
  }
  if (!load) throw refusal('Usage: node bin/mosaik.mjs <' + Object.keys(commands).join('|') + '>')
  const command = await load()
  const code = await command.run(process.argv.slice(3))
  if (typeof code === 'number') process.exit(code)
}

/** @param {string} message */
function refusal(message) {
  const error = new Error(message)
  error.name = 'Refusal'
  return error
}

main().catch(async (error) => {
  const { fileRefusal } = await import('./system/refusal.mjs')
  const known = error.name === 'Refusal' ? error : fileRefusal(error)
  console.error(known ? known.message : error)
  process.exit(1)
})

// @ts-check
import { parseArgs } from 'node:util'
import { chaos } from './chaos.mjs'

/** `npm run chaos -- --minutes 30 --seed 7` */

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } })
const minutes = Number(values.minutes ?? 30)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`)
say(`seed ${seed}, ${minutes} minutes`)
const endsAt = Date.now() + minutes * 60_000
const until = () => Date.now() < endsAt
const { rounds: count, faults, met, broken } = await chaos({ seed, until, network: '127.125.0.0/16', say })
say(`${count} rounds, ${faults} faults; ${JSON.stringify(met)}`)
for (const what of broken) say(`BROKEN: ${what}`)
say(broken.length === 0 ? 'Everything held.' : `Run it again with --seed ${seed}.`)
process.exitCode = broken.length === 0 ? 0 : 1

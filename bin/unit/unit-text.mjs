// @ts-check

/**
 * How systemd reads its units: `%` begins a specifier, `$` a variable (in commands), a backslash an escape (in
 * quotes). systemd.syntax(7), systemd.service(5), systemd.unit(5).
 *
 * @param {string} value
 */
const specifiers = (value) => value.replaceAll('%', '%%')

/** @param {string} value */
const quoted = (value) => `"${specifiers(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** One word of a command. @param {string} value */
export const commandWord = (value) => quoted(value).replaceAll('$', '$$$$')

/** @param {string} name @param {string} value */
export const environmentLine = (name, value) => `Environment=${quoted(`${name}=${value}`)}`

/** What is asked of a stop must fit in here: brokers hand their leaders over, controllers outlive them. */
const STOP_SECONDS = 180

/**
 * @typedef {object} UnitFacts
 * @property {string} root the clone
 * @property {string} node the program that runs it
 * @property {string | null} user null: a unit of the user's own manager
 * @property {Readonly<Record<string, string>>} environment
 */

/**
 * The unit, as a text. Brokers are processes of their own and stay in its control group: only the console is told to
 * end by systemd (`KillMode=process`), so that they outlive a restart; who ends them is the stop command.
 *
 * @param {UnitFacts} facts
 */
export function unitText({ root, node, user, environment }) {
  const run = [node, `${root}bin/mosaik.mjs`].map(commandWord).join(' ')
  return `${[
    '[Unit]',
    'Description=Mosaik, Apache Kafka clusters on this machine',
    // What Mosaik refuses to start with does not go away by trying.
    'StartLimitIntervalSec=300',
    'StartLimitBurst=5',
    '',
    '[Service]',
    'Type=exec',
    ...(user === null ? [] : [`User=${specifiers(user)}`]),
    `WorkingDirectory=${specifiers(root)}`,
    ...Object.entries(environment).map(([name, value]) => environmentLine(name, value)),
    `ExecStart=${run} start`,
    `ExecStop=${run} unit stopping %n${user === null ? ' --user' : ''}`,
    'KillMode=process',
    `TimeoutStopSec=${STOP_SECONDS}`,
    'Restart=on-failure',
    'RestartSec=5',
    // A broker that the kernel ends for want of memory is healed; it must not take the console with it.
    'OOMPolicy=continue',
    // Each broker has some hundred threads and a file for each segment.
    'LimitNOFILE=524288',
    'TasksMax=32768',
    'UMask=0077',
    'NoNewPrivileges=yes',
    '',
    '[Install]',
    `WantedBy=${user === null ? 'default.target' : 'multi-user.target'}`,
  ].join('\n')}\n`
}

/**
 * Whether the unit is being stopped for good, by its owner or because the machine goes down: then its clusters end
 * too. A restart stops it as well, and a console that died is started again; both leave brokers alone.
 *
 * @param {string} jobs what `systemctl list-jobs --no-legend` prints: number, unit, type, state
 * @param {string} unit
 */
export const isStopJob = (jobs, unit) =>
  jobs.split('\n').some((line) => {
    const [, name, type] = line.trim().split(/\s+/)
    return name === unit && type === 'stop'
  })

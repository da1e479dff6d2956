import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, truncateSync } from 'node:fs'
import { PRIVATE_FILE } from '../atomic-file'
import { ARGUMENT_FILE, nodeEnvironment } from '../node/command-line'
import type { NodeDirectory } from '../node/node-directory'

/**
 * Starts `java` itself, without any shell: its pid is the node's pid. It has a session of its own, so that Ctrl-C on
 * the console does not reach it, and no pipe to us, so that it lives on when we end. stdout is a small file opened
 * for append (a truncated file would otherwise be filled with zeros up to the old position).
 *
 * The soft limit of open files needs no help: the JVM raises its own to the hard limit (MaxFDLimit, on by default).
 */
export function spawnNode(
  directory: NodeDirectory,
  java: string,
  mark: string,
  life: 'outlives us' | 'ends with us',
): ChildProcess {
  const bootLog = openSync(directory.bootLog, 'a', PRIVATE_FILE)
  try {
    truncateSync(directory.bootLog)
    const child = spawn(java, [mark, `@${ARGUMENT_FILE}`], {
      cwd: directory.root,
      env: nodeEnvironment(process.env),
      detached: life === 'outlives us',
      stdio: ['ignore', bootLog, bootLog],
    })
    if (life === 'outlives us') child.unref()
    return child
  } finally {
    closeSync(bootLog)
  }
}

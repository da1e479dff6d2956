// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findExecutable, isExecutable } from '../system/executables.mjs'
import { showStep } from '../system/progress.mjs'
import { run } from '../system/run.mjs'
import { ROOT } from '../system/settings.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MACOS_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Package managers that can install without asking; the first that is there is used. */
const MANAGERS = [
  {
    program: 'apt-get',
    commands: [
      ['update', '-q'],
      ['install', '-y', '-q', 'chromium'],
    ],
  },
  { program: 'dnf', commands: [['install', '-y', 'chromium']] },
  { program: 'apk', commands: [['add', 'chromium']] },
  { program: 'pacman', commands: [['-Sy', '--noconfirm', 'chromium']] },
  { program: 'brew', commands: [['install', '--cask', 'chromium']] },
]

/**
 * A browser for the end-to-end tests: what is installed, else Playwright's own download, else the platform's package
 * manager. Each is tried by running it, because a download without its system libraries is a file and not a browser.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Promise<{ path: string, origin: string } | null>}
 */
export async function provideChromium(env) {
  const installed = findInstalled(env)
  if (installed) return { path: installed, origin: 'installed on this machine' }
  const downloaded = (await playwrightPath()) ?? (await downloadByPlaywright())
  if (downloaded) return { path: downloaded, origin: "Playwright's own download" }
  const manager = await installByManager(env)
  const packaged = findInstalled(env)
  return packaged ? { path: packaged, origin: `installed by ${manager}` } : null
}

/** @param {Readonly<Record<string, string | undefined>>} env */
function findInstalled(env) {
  const named = NAMES.map((name) => findExecutable(name, env))
  return [env.MOSAIK_CHROMIUM, ...named, ...MACOS_APPS].find((path) => path && isBrowser(path)) ?? null
}

/** @param {string} path */
const isBrowser = (path) =>
  isExecutable(path) && spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0

async function playwrightPath() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return isBrowser(path) ? path : null
}

async function downloadByPlaywright() {
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js')
  try {
    await showStep('Downloading Chromium by Playwright', () =>
      run('The download', process.execPath, [cli, 'install', 'chromium'], { cwd: ROOT, timeoutMs: 300_000 }),
    )
    return await playwrightPath()
  } catch {
    return null
  }
}

/** @param {Readonly<Record<string, string | undefined>>} env */
async function installByManager(env) {
  const manager = MANAGERS.find(({ program }) => findExecutable(program, env) !== null)
  if (!manager) return null
  try {
    await showStep(`Installing Chromium by ${manager.program}`, async () => {
      for (const args of manager.commands) {
        await run('The installation', manager.program, args, {
          cwd: ROOT,
          env: { DEBIAN_FRONTEND: 'noninteractive' },
          timeoutMs: 600_000,
        })
      }
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  return manager.program
}

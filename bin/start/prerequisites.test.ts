import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { majorOf } from './java.mjs'
import { checkPrograms, openFolder, refuseFullDisk } from './prerequisites.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosaik-prerequisites-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A Java home as installers lay it out; the version is read from its `release` file. */
function layJava(version: string): string {
  const home = join(folder, `jdk-${version}`)
  mkdirSync(join(home, 'bin'), { recursive: true })
  writeFileSync(join(home, 'release'), `IMPLEMENTOR="Test"\nJAVA_VERSION="${version}"\n`)
  layProgram(join(home, 'bin'), 'java')
  return home
}

function layProgram(where: string, name: string, script = '#!/bin/sh\n') {
  writeFileSync(join(where, name), script)
  chmodSync(join(where, name), 0o755)
}

describe('programs', () => {
  test('each missing one has its line', () => {
    expect(() => checkPrograms({ PATH: folder })).toThrow(/^Install Java 17.*\nInstall Maven/)
  })

  test('a Java from 17 on and Maven are enough', () => {
    const home = layJava('17.0.15')
    layProgram(join(home, 'bin'), 'mvn')
    expect(() => checkPrograms({ PATH: join(home, 'bin') })).not.toThrow()
  })

  test('an older Java is named with its version', () => {
    const home = layJava('11.0.2')
    layProgram(join(home, 'bin'), 'mvn')
    expect(() => checkPrograms({ PATH: join(home, 'bin') })).toThrow(/bin\/java is Java 11/)
  })

  test('of several Java homes one must fit', () => {
    layProgram(folder, 'mvn')
    const homes = `${layJava('11.0.2')}:${layJava('21.0.1')}`
    expect(() => checkPrograms({ PATH: folder, MOSAIK_JAVA_HOME: homes })).not.toThrow()
    expect(() => checkPrograms({ PATH: folder, MOSAIK_JAVA_HOME: '/nowhere' })).toThrow(
      /correct MOSAIK_JAVA_HOME: \/nowhere\/bin\/java is not a Java/,
    )
  })

  test('a Java without that file is asked', () => {
    layProgram(folder, 'java', '#!/bin/sh\necho \'openjdk version "22.0.1" 2024-04-16\' >&2\n')
    layProgram(folder, 'mvn')
    expect(() => checkPrograms({ PATH: folder })).not.toThrow()
  })

  test('with unpacked releases no Maven is needed', () => {
    const home = layJava('25')
    expect(() => checkPrograms({ PATH: join(home, 'bin'), MOSAIK_KAFKA_DIST: folder })).not.toThrow()
    expect(() => checkPrograms({ PATH: join(home, 'bin'), MOSAIK_KAFKA_DIST: '/nowhere' })).toThrow(
      /Correct MOSAIK_KAFKA_DIST/,
    )
  })
})

test.each([
  ['1.8.0_392', 8],
  ['17.0.15', 17],
  ['25', 25],
  ['25-ea', 25],
  ['', null],
])('Java version %s is %s', (version, major) => {
  expect(majorOf(version)).toBe(major)
})

test('a folder of ours is for its user alone', () => {
  const home = join(folder, 'deep/home')
  openFolder(home, 'MOSAIK_HOME', 1)
  expect(statSync(home).mode & 0o777).toBe(0o700)
})

test('a folder that cannot be made is refused with a sentence', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => openFolder(join(folder, 'file/home'), 'MOSAIK_HOME', 1)).toThrow(/Set MOSAIK_HOME/)
})

test('a link to nowhere is refused with a sentence', () => {
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'))
  expect(() => openFolder(join(folder, 'link/cache'), 'XDG_CACHE_HOME', 1)).toThrow(/Set XDG_CACHE_HOME/)
})

// The system says that such a folder does not exist, although its parent does.
test.runIf(process.platform === 'linux').each(['/proc/x', '/proc/x/y/mosaik'])(
  '%s is refused with a sentence, at once',
  (home) => {
    expect(() => openFolder(home, 'MOSAIK_HOME', 256)).toThrow(
      /^\/proc\/x.* cannot be used \(.*mkdir '\/proc\/x'.*\)\. Set MOSAIK_HOME to another folder\.$/,
    )
  },
)

test('a disk with too little room is refused with both numbers', () => {
  expect(() => refuseFullDisk(folder, 1_000_000_000)).toThrow(
    /is full: \d+ MiB are free, this step needs 1000000000 MiB/,
  )
})

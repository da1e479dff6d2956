import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fakeStateSchema, type FakeState } from './state'

/** One JSON file per cluster, replaced whole, so that a restart of the console finds its fake brokers still there. */
export class FakeStore {
  private readonly directory: string

  constructor(directory: string) {
    this.directory = directory
    mkdirSync(directory, { recursive: true })
  }

  load(): FakeState[] {
    return readdirSync(this.directory)
      .filter((file) => file.endsWith('.fake.json'))
      .map((file) => fakeStateSchema.parse(JSON.parse(readFileSync(join(this.directory, file), 'utf8'))))
  }

  save(state: FakeState): void {
    const file = this.file(state.clusterId)
    writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  remove(clusterId: string): void {
    rmSync(this.file(clusterId), { force: true })
  }

  private file(clusterId: string): string {
    return join(this.directory, `${clusterId}.fake.json`)
  }
}

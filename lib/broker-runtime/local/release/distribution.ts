import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReleaseFacts } from './catalogue'

/**
 * The `libs` folder of an unpacked Kafka release in the directory the user named: that directory itself, or one
 * below it (`kafka_2.13-4.3.1`). A release is known by its own jar, not by its folder's name.
 */
export async function findDistribution(facts: ReleaseFacts, dist: string): Promise<string> {
  const { release } = facts
  const candidates = [dist, ...(await folderNames(dist)).map((name) => join(dist, name))]
  for (const candidate of candidates) {
    const libs = join(candidate, 'libs')
    const jars = await folderNames(libs)
    if (jars.some((name) => isKafkaJar(name, release))) {
      refuseUnfitPins(facts, jars, libs)
      return libs
    }
  }
  throw new Error(
    `MOSAIK_KAFKA_DIST (${dist}) holds no Kafka ${release}. Unpack kafka_${facts.scala}-${release}.tgz there, or unset MOSAIK_KAFKA_DIST to fetch it from Maven Central.`,
  )
}

const isKafkaJar = (name: string, release: string): boolean =>
  name.startsWith('kafka_2.') && name.endsWith(`-${release}.jar`)

function refuseUnfitPins({ release, pins }: ReleaseFacts, jars: readonly string[], libs: string): void {
  for (const { artifactId, version } of pins) {
    const wanted = `${artifactId}-${version}.jar`
    const present = jars.find((name) => new RegExp(`^${artifactId}-\\d[\\w.]*\\.jar$`).test(name))
    if (present !== wanted) {
      throw new Error(
        `Kafka ${release} in ${libs} brings ${present ?? `no ${artifactId}`}, which does not work on current Javas. Replace it by ${wanted} from Maven Central.`,
      )
    }
  }
}

async function folderNames(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted()
  } catch {
    return []
  }
}

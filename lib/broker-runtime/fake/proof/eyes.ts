import { NOTHING_FOREIGN, type KafkaObservation, type Known, type Observed } from '@/lib/domain/plan/world'
import { observeKafka, observeRuntime, observeVolumes } from '../observe'
import type { FakeState } from '../state'

/** What can go wrong with looking: a section is not known, or what is shown is from before. */
export const SECTIONS = [
  'processes',
  'quorum',
  'brokers',
  'partitions',
  'settings',
  'features',
  'throttles',
  'answers',
] as const
/** … of those that come and go with full volumes. */
export const VOLUME_SECTIONS = ['volumes', 'quotas'] as const
export type Section = (typeof SECTIONS)[number] | (typeof VOLUME_SECTIONS)[number]
export type Veil = { section: Section; how: 'unknown' | 'stale'; from: number; until: number }

export class Eyes {
  private readonly veils: readonly Veil[]
  private last: Observed | null = null

  constructor(veils: readonly Veil[]) {
    this.veils = veils
  }

  /**
   * `targeted` is the second look: it insists on evidence of this moment, so a section that is stale is unknown to it.
   * An ordinary look shows stale sections with their old age.
   */
  look(state: FakeState, releaseReady: boolean, targeted: boolean): Observed {
    const { at } = state
    const kafka = observeKafka(state)
    const seen: Observed = {
      release: { at, value: releaseReady ? { state: 'ready' } : { state: 'missing' } },
      processes: observeRuntime(state).processes,
      volumes: observeVolumes(state),
      kafka,
      foreign: NOTHING_FOREIGN,
      canary: null,
    }
    const veiled: Observed = {
      release: seen.release,
      processes: this.withoutAnswers(
        this.veil('processes', seen.processes, this.last?.processes, at, targeted),
        at,
      ),
      volumes: this.veil('volumes', seen.volumes, this.last?.volumes, at, targeted),
      kafka: {
        quorum: this.veil('quorum', kafka.quorum, this.last?.kafka.quorum, at, targeted),
        brokers: this.veil('brokers', kafka.brokers, this.last?.kafka.brokers, at, targeted),
        partitions: this.veil('partitions', kafka.partitions, this.last?.kafka.partitions, at, targeted),
        settings: this.veil('settings', kafka.settings, this.last?.kafka.settings, at, targeted),
        features: this.veil('features', kafka.features, this.last?.kafka.features, at, targeted),
        throttles: this.veil('throttles', kafka.throttles, this.last?.kafka.throttles, at, targeted),
        quotas: this.veil('quotas', kafka.quotas, this.last?.kafka.quotas, at, targeted),
      } satisfies KafkaObservation,
      foreign: NOTHING_FOREIGN,
      canary: null,
    }
    if (!targeted) this.last = veiled
    return veiled
  }

  private veil<T>(
    section: Section,
    now: Known<T>,
    before: Known<T> | undefined,
    at: number,
    targeted: boolean,
  ): Known<T> {
    const veil = this.over(section, at)
    if (veil === undefined) return now
    return veil.how === 'stale' && before !== undefined && !targeted
      ? before
      : { unknown: `veiled ${section}` }
  }

  /** Processes are seen, but the protocol probe of none of them came back. */
  private withoutAnswers(processes: Observed['processes'], at: number): Observed['processes'] {
    if (this.over('answers', at) === undefined || !('value' in processes)) return processes
    const value = Object.entries(processes.value).map(([id, proc]) => [id, { ...proc, answers: null }])
    return { at: processes.at, value: Object.fromEntries(value) }
  }

  private over(section: Section, at: number): Veil | undefined {
    return this.veils.find((veil) => veil.section === section && at >= veil.from && at < veil.until)
  }
}

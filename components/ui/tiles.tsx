import { clsx } from 'clsx'

export const TILE_KINDS = ['settled', 'run', 'warn', 'bad', 'ok', 'empty', 'unknown'] as const
export type TileKind = (typeof TILE_KINDS)[number]

const FILL: Record<TileKind, string> = {
  settled: 'bg-bar',
  run: 'bg-run-solid',
  warn: 'bg-warn-solid',
  bad: 'bg-bad-solid',
  ok: 'bg-ok-solid',
  empty: 'shadow-[inset_0_0_0_1px_var(--line-control)]',
  unknown: 'shadow-[inset_0_0_0_1px_var(--line-strong)]',
}

/** Tiles of one zone in a table row: a square a broker, four in a line. */
export function TileGroup({ tiles }: { tiles: readonly { key: string; kind: TileKind }[] }) {
  return (
    <span className="grid w-[42px] grid-cols-[repeat(4,9px)] content-center gap-0.5">
      {tiles.map(({ key, kind }) => (
        <i key={key} className={clsx('size-[9px] rounded-1', FILL[kind])} />
      ))}
    </span>
  )
}

/** Phases of one node: done ones are filled, the current one is blue, the last turns green when it is reached. The word stands beside it. */
export function PhaseTiles({ phases }: { phases: readonly TileKind[] }) {
  return (
    <span aria-hidden="true" className="inline-flex flex-none gap-0.5">
      {phases.map((kind, place) => (
        <i
          // The place in the row is the identity of a phase.
          key={place}
          className={clsx(
            'size-2.5 rounded-1 transition-colors duration-160',
            kind === 'empty' ? 'shadow-[inset_0_0_0_1px_var(--line-strong)]' : FILL[kind],
          )}
        />
      ))}
    </span>
  )
}

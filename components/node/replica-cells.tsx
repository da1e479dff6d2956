import type { NodeView } from '@/lib/contract/console/clusters'

const COLUMNS = 30
const CELL = 4
const PITCH = 5
const CELLS_MAX = 400

/** How many replicas one cell stands for, the same in all tiles of a map so that they compare. */
export function replicasPerCell(nodes: readonly Pick<NodeView, 'replicas'>[]): number {
  const most = Math.max(0, ...nodes.map(({ replicas }) => replicas ?? 0))
  return Math.max(1, Math.ceil(most / CELLS_MAX))
}

/**
 * A cell a replica: leaders dark, followers light, those behind hollow and larger. Nothing while nothing is known.
 * The counts stand below it in words.
 */
export function ReplicaCells({ node, cellSize }: { node: NodeView; cellSize: number }) {
  const { leaderPartitions, inSyncReplicas, replicas } = node
  if (leaderPartitions === null || inSyncReplicas === null || !replicas) return null
  const followers = Math.max(0, inSyncReplicas - leaderPartitions)
  const behind = Math.max(0, replicas - inSyncReplicas)
  const cells = (count: number) => Math.ceil(count / cellSize)
  const [leaderCells, followerCells, behindCells] = [cells(leaderPartitions), cells(followers), cells(behind)]
  const rows = Math.ceil((leaderCells + followerCells + behindCells) / COLUMNS)
  const size = { width: COLUMNS * PITCH - 1, height: rows * PITCH - 1 }
  return (
    <svg
      {...size}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      shapeRendering="crispEdges"
      className="block max-w-full overflow-visible"
    >
      <path className="fill-cell-lead" d={squares(0, leaderCells)} />
      <path className="fill-cell-fol" d={squares(leaderCells, followerCells)} />
      <path className="fill-warn" d={hollowSquares(leaderCells + followerCells, behindCells)} />
    </svg>
  )
}

const place = (cell: number) => ({ x: (cell % COLUMNS) * PITCH, y: Math.floor(cell / COLUMNS) * PITCH })
const each = (first: number, count: number, draw: (x: number, y: number) => string): string =>
  Array.from({ length: count }, (_, index) => {
    const { x, y } = place(first + index)
    return draw(x, y)
  }).join('')

const squares = (first: number, count: number): string =>
  each(first, count, (x, y) => `M${x} ${y}h${CELL}v${CELL}h-${CELL}z`)

const hollowSquares = (first: number, count: number): string =>
  each(first, count, (x, y) => `M${x - 1} ${y - 1}h6v6h-6zM${x + 1} ${y + 1}v2h2v-2z`)

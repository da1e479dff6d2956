import { VOLUME_SIZE_GIB_MAX } from '@/lib/domain/storage'
import { CLUSTER_NAME_MAX, clusterNameProblem } from '@/lib/domain/cluster-name'
import { newTagProblem, type TagProblem } from '@/lib/domain/tag'
import { type CreateValues, isEmptyTag } from './values'

/** What a form can tell before the planner is asked: where, which rule, and what it was broken with. */
export type CreateProblem = {
  path: (string | number)[]
  rule:
    | 'nameMissing'
    | 'nameCharacters'
    | 'nameHyphen'
    | 'nameLong'
    | 'subnets'
    | 'brokersPerZone'
    | 'volume'
    | `tag.${TagProblem}`
  values: Record<string, string | number>
}

export const BROKERS_PER_ZONE_MAX = 20
/** As on MSK: a cluster lives in two or three zones. */
const ZONES_MIN = 2
const ZONES_MAX = 3

/** A field the shape has no use for is not held against anyone. */
export function createProblems(values: CreateValues): readonly CreateProblem[] {
  const isDevelopment = values.shape === 'DEVELOPMENT'
  return [
    ...nameProblems(values),
    ...(isDevelopment ? [] : subnetProblems(values)),
    ...(isDevelopment || isWhole(values.brokersPerZone, BROKERS_PER_ZONE_MAX)
      ? []
      : [problem(['brokersPerZone'], 'brokersPerZone', { max: BROKERS_PER_ZONE_MAX })]),
    ...(isWhole(values.volumeSizeGiB, VOLUME_SIZE_GIB_MAX)
      ? []
      : [problem(['volumeSizeGiB'], 'volume', { max: VOLUME_SIZE_GIB_MAX })]),
    ...tagProblems(values),
  ]
}

const problem = (
  path: CreateProblem['path'],
  rule: CreateProblem['rule'],
  values: CreateProblem['values'] = {},
): CreateProblem => ({ path, rule, values })

const isWhole = (text: string, max: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= max

function nameProblems({ clusterName }: CreateValues): CreateProblem[] {
  const broken = clusterNameProblem(clusterName)
  const path = ['clusterName']
  switch (broken?.is) {
    case undefined:
      return []
    case 'missing':
      return [problem(path, 'nameMissing')]
    case 'hyphen':
      return [problem(path, 'nameHyphen')]
    case 'characters':
      return [problem(path, 'nameCharacters', { character: broken.character })]
    case 'long':
      return [problem(path, 'nameLong', { max: CLUSTER_NAME_MAX, count: broken.count })]
  }
}

const subnetProblems = ({ subnets }: CreateValues): CreateProblem[] =>
  subnets.length >= ZONES_MIN && subnets.length <= ZONES_MAX
    ? []
    : [problem(['subnets'], 'subnets', { count: subnets.length })]

const tagProblems = ({ tags }: CreateValues): CreateProblem[] =>
  tags.flatMap((tag, place) => {
    if (isEmptyTag(tag)) return []
    const { key, value } = tag
    const before = tags.slice(0, place).map((other) => other.key)
    const broken = newTagProblem(key, value, before)
    if (broken === null) return []
    return [problem(['tags', place, broken === 'valueLong' ? 'value' : 'key'], `tag.${broken}`)]
  })

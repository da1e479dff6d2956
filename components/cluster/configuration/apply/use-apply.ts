import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useAddress } from '@/components/table/use-address'
import { CallError } from '@/lib/browser/call-error'
import { chosenInfo, readChoice } from '@/lib/browser/cluster-configuration/choice'
import { applyOff } from '@/lib/browser/cluster-configuration/read-plan'
import { type ChangePage, type Wished, wishesOf } from '@/lib/browser/cluster-change/wishes'
import { changeCluster } from '@/lib/browser/mutations/change-cluster'
import { changePlanQuery } from '@/lib/browser/queries/cluster-configuration'
import { configurationsQuery } from '@/lib/browser/queries/configurations'
import { routes } from '@/lib/browser/routes'
import { behaviourOf } from '@/lib/domain/cluster-request'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ChangePlan } from '@/lib/contract/console/cluster-change'

/** What is chosen (it stands in the address), the plan of it, and its application: the plan that was read is what runs. */
export function useApply(cluster: ClusterDetail, page: ChangePage) {
  const client = useQueryClient()
  const chosen = useChoice(cluster)
  const { choice, choices, version } = chosen
  const info = chosenInfo(choice, choices.data)
  const wishes = wishesOf({
    page,
    info,
    isRevisionChosen: choice.is !== 'open',
    version,
    instanceType: chosen.instanceType,
    brokersPerZone: chosen.brokersPerZone,
    volumeSizeGiB: chosen.volumeSizeGiB,
    access: chosen.access,
    level: chosen.level,
    jmxExporter: chosen.exporters.jmxExporter[0],
    nodeExporter: chosen.exporters.nodeExporter[0],
    placement: chosen.placement,
    zones: cluster.zones.length,
  })
  const isChosen = wishes !== null
  const standing = [cluster.currentVersion, cluster.power, cluster.state, behaviourOf(cluster.tags)].join(' ')
  const asked = changePlanQuery({ clusterId: cluster.id, standing, wishes: wishes ?? {} })
  const plan = useQuery({ ...asked, enabled: isChosen })
  const [accepted, accept] = useState<string | null>(null)
  const [isChanged, setChanged] = useState(false)
  const application = useApplication(cluster)
  /** Asked once more: true if it is no longer what was read; the new one is then in view. Unanswered, the lock decides. */
  const changedSince = async (read: ChangePlan): Promise<boolean> => {
    const { queryKey, queryFn } = asked
    const fresh = await client.fetchQuery({ queryKey, queryFn, staleTime: 0 }).catch(() => read)
    return fresh.hash !== read.hash || fresh.currentVersion !== read.currentVersion
  }
  const submit = async (read: ChangePlan, wanted: Wished) => {
    application.reset()
    try {
      const isOther = await changedSince(read)
      setChanged(isOther)
      if (isOther) return
      await application.mutateAsync({
        clusterId: cluster.id,
        wishes: wanted,
        currentVersion: read.currentVersion,
      })
    } catch (error) {
      // The last moment between two looks: the server saw the change first.
      if (!isAboutVersion(error)) return
      setChanged(true)
      await plan.refetch()
    }
  }
  // Two presses come quicker than the page is drawn anew: what is on its way is remembered at once.
  const isOnItsWay = useRef(false)
  const [isAsked, setAsked] = useState(false)
  const off = applyOff({ plan: plan.data, isAsking: plan.isPlaceholderData, accepted, isAsked })
  const apply = async () => {
    if (isOnItsWay.current || off !== null || plan.data === undefined || wishes === null) return
    isOnItsWay.current = true
    setAsked(true)
    await submit(plan.data, wishes).finally(() => {
      isOnItsWay.current = false
      setAsked(false)
    })
  }
  const isOff = application.isSuccess ? 'asked' : off
  return {
    page,
    cluster,
    ...chosen,
    info,
    isChosen,
    plan,
    accepted,
    accept,
    isChanged,
    application,
    off: isOff,
    apply,
  }
}

export type Applying = ReturnType<typeof useApply>

/** Of a configuration that is left for another one the revision means nothing. */
function useChoice({ region }: ClusterDetail) {
  const [version, chooseVersion] = useAddress('version', '')
  const [instanceType, chooseType] = useAddress('type', '')
  const [brokersPerZone, chooseBrokers] = useAddress('brokers', '')
  const [volumeSizeGiB, chooseVolume] = useAddress('volume', '')
  const [access, chooseAccess] = useAddress('access', '')
  const [level, chooseLevel] = useAddress('level', '')
  const jmxExporter = useAddress('jmx', '')
  const nodeExporter = useAddress('node', '')
  const [configuration, setConfiguration] = useAddress('configuration', '')
  const [revision, setRevision] = useAddress('revision', '')
  const choices = useQuery(configurationsQuery(region))
  const choose = (next: { configuration: string; revision?: number }) => {
    setConfiguration(next.configuration)
    setRevision(next.revision === undefined ? '' : String(next.revision))
  }
  return {
    choice: readChoice(configuration, revision),
    choose,
    choices,
    version,
    chooseVersion,
    instanceType,
    chooseType,
    brokersPerZone,
    chooseBrokers,
    volumeSizeGiB,
    chooseVolume,
    access,
    chooseAccess,
    level,
    chooseLevel,
    exporters: { jmxExporter, nodeExporter },
    ...usePlacement(),
  }
}

/** Which topic stands in the address alone: one comes from its page. */
function usePlacement() {
  const [topic] = useAddress('topic', '')
  const [on, chooseOn] = useAddress('on', '')
  const [factor, chooseFactor] = useAddress('factor', '')
  const [leaders, chooseLeaders] = useAddress('leaders', '')
  return { placement: { topic, on, factor, leaders }, chooseOn, chooseFactor, chooseLeaders }
}

/** Leads to the operation that was begun. */
function useApplication({ id }: ClusterDetail) {
  const router = useRouter()
  return useMutation({
    ...changeCluster(useQueryClient()),
    onSuccess: (operationId) => router.push(routes.operation(id, operationId)),
  })
}

export const isAboutVersion = (error: unknown): boolean =>
  error instanceof CallError && (error.field === 'currentVersion' || error.status === 409)

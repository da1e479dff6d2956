import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useAddress } from '@/components/table/use-address'
import { CallError } from '@/lib/browser/call-error'
import { chosenInfo, readChoice, type RevisionInfo } from '@/lib/browser/cluster-configuration/choice'
import { applyOff } from '@/lib/browser/cluster-configuration/read-plan'
import { applyConfiguration } from '@/lib/browser/mutations/apply-configuration'
import { configurationPlanQuery } from '@/lib/browser/queries/cluster-configuration'
import { configurationsQuery } from '@/lib/browser/queries/configurations'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { ConfigurationPlan } from '@/lib/contract/console/configuration-change'

/** What is chosen (it stands in the address), the plan of it, and its application: the plan that was read is what runs. */
export function useApply(cluster: ClusterDetail, what: 'revision' | 'version') {
  const client = useQueryClient()
  const { choice, choose, choices, version, chooseVersion } = useChoice(cluster, what)
  // An upgrade keeps the revision unless another one is chosen.
  const info = version !== null && choice.is === 'open' ? null : chosenInfo(choice, choices.data)
  const isChosen = info !== undefined && version !== ''
  const standing = `${cluster.currentVersion} ${cluster.power} ${cluster.state}`
  const asked = configurationPlanQuery({ clusterId: cluster.id, standing, info: info ?? null, version })
  const plan = useQuery({ ...asked, enabled: isChosen })
  const [accepted, accept] = useState<string | null>(null)
  const [isChanged, setChanged] = useState(false)
  const application = useApplication(cluster)
  /** Asked once more: true if it is no longer what was read; the new one is then in view. Unanswered, the lock decides. */
  const changedSince = async (read: ConfigurationPlan): Promise<boolean> => {
    const { queryKey, queryFn } = asked
    const fresh = await client.fetchQuery({ queryKey, queryFn, staleTime: 0 }).catch(() => read)
    return fresh.hash !== read.hash || fresh.currentVersion !== read.currentVersion
  }
  const submit = async (read: ConfigurationPlan, chosen: RevisionInfo | null) => {
    application.reset()
    try {
      const isOther = await changedSince(read)
      setChanged(isOther)
      if (isOther) return
      await application.mutateAsync({ cluster, info: chosen, version, currentVersion: read.currentVersion })
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
    if (isOnItsWay.current || off !== null || plan.data === undefined || !isChosen) return
    isOnItsWay.current = true
    setAsked(true)
    await submit(plan.data, info ?? null).finally(() => {
      isOnItsWay.current = false
      setAsked(false)
    })
  }
  const isOff = application.isSuccess ? 'asked' : off
  return {
    cluster,
    choice,
    choose,
    choices,
    info,
    version,
    chooseVersion,
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
function useChoice({ region }: ClusterDetail, what: 'revision' | 'version') {
  const [version, chooseVersion] = useAddress('version', '')
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
    /** Null: only the revision is changed here. */
    version: what === 'version' ? version : null,
    chooseVersion,
  }
}

/** Leads to the operation that was begun. */
function useApplication({ id }: ClusterDetail) {
  const router = useRouter()
  return useMutation({
    ...applyConfiguration(useQueryClient()),
    onSuccess: (operationId) => router.push(routes.operation(id, operationId)),
  })
}

export const isAboutVersion = (error: unknown): boolean =>
  error instanceof CallError && (error.field === 'currentVersion' || error.status === 409)

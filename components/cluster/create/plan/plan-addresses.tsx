import { useNodeName } from '@/components/node/node-name'
import type { CreatePlan } from '@/lib/contract/console/plan'
import { servesClients } from '@/lib/domain/node'

/** Each process in its zone with the address it will have. */
export function PlanAddresses({ plan }: { plan: CreatePlan }) {
  const nodeName = useNodeName()
  return (
    <div
      className="grid rounded-4 border border-line max-desk:grid-cols-[minmax(0,1fr)]!"
      style={{ gridTemplateColumns: `repeat(${plan.zones.length}, minmax(0, 1fr))` }}
    >
      {plan.zones.map(({ zoneId, zoneName }) => (
        <section
          key={zoneId}
          className="grid content-start gap-1.5 border-line px-3 pt-2.5 pb-3 text-12 not-first:border-l max-desk:not-first:border-t max-desk:not-first:border-l-0"
        >
          <h4 className="text-13 font-semibold">{zoneName}</h4>
          <ul className="grid gap-1.5">
            {plan.nodes
              .filter((node) => node.zoneId === zoneId)
              .map((node) => (
                <li key={node.nodeId} className="flex flex-wrap items-center gap-x-2">
                  {servesClients(node.role) ? (
                    <i className="size-2.5 flex-none rounded-2 border border-line-control" />
                  ) : (
                    <i className="mx-px size-2 flex-none rotate-45 rounded-1 border border-text-3" />
                  )}
                  <span className="whitespace-nowrap">{nodeName(node)}</span>
                  <span className="mono ml-auto text-text-2">{node.endpoint}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

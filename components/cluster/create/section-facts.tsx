import type { SummaryFact } from './use-summary'

/** What was chosen, one line a choice. */
export function SectionFacts({ facts }: { facts: readonly SummaryFact[] }) {
  return (
    <dl className="col-start-2 mt-1.5 grid gap-x-3 gap-y-1 grid-cols-[6.5rem_minmax(0,1fr)]">
      {facts.map(({ key, term, value }) => (
        <div key={key} className="contents">
          <dt className="text-text-3 [overflow-wrap:anywhere]">{term}</dt>
          <dd className="normal-nums [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

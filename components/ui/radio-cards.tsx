import { clsx } from 'clsx'
import { RadioGroup } from 'radix-ui'
import { type ReactNode, type Ref, useId } from 'react'

export type RadioCard<Value extends string> = {
  value: Value
  label: string
  help: ReactNode
  /** A small figure at the right: tiles of the shape, say. */
  figure?: ReactNode
}

type RadioCardsProps<Value extends string> = {
  /** Focused, it hands the focus on to the chosen card. */
  ref?: Ref<HTMLDivElement>
  label: string
  note?: ReactNode
  value: Value
  onChange: (value: Value) => void
  onBlur?: () => void
  cards: readonly RadioCard<Value>[]
}

export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { ref, label, note, value, onChange, onBlur, cards } = props
  const labelId = useId()
  const choose = (chosen: string) => {
    const card = cards.find((candidate) => candidate.value === chosen)
    if (card !== undefined) onChange(card.value)
  }
  return (
    <div className="grid gap-1.5 text-13">
      <div className="flex items-baseline gap-2">
        <span id={labelId} className="font-[550]">
          {label}
        </span>
        {note}
      </div>
      <RadioGroup.Root
        ref={ref}
        aria-labelledby={labelId}
        value={value}
        onValueChange={choose}
        onBlur={onBlur}
        className="grid grid-cols-[repeat(auto-fit,minmax(200px,1fr))] gap-2"
      >
        {cards.map((card) => (
          <Card key={card.value} card={card} chosen={card.value === value} />
        ))}
      </RadioGroup.Root>
    </div>
  )
}

function Card<Value extends string>({ card, chosen }: { card: RadioCard<Value>; chosen: boolean }) {
  const id = useId()
  return (
    <RadioGroup.Item
      value={card.value}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-help`}
      className={clsx(
        'grid grid-cols-[14px_1fr_auto] content-start items-start gap-x-2 gap-y-0.5 rounded-4 border p-3 text-left transition-colors focus-visible:rounded-4',
        chosen ? 'border-accent bg-accent-tint' : 'border-line-control bg-surface hover:bg-hover',
      )}
    >
      <span
        className={clsx(
          'mt-0.5 grid size-3.5 place-items-center rounded-full border',
          chosen ? 'border-accent' : 'border-line-control',
        )}
      >
        <RadioGroup.Indicator className="size-1.5 rounded-full bg-accent" />
      </span>
      <span id={`${id}-label`} className="font-[550]">
        {card.label}
      </span>
      <span className="mt-1">{card.figure}</span>
      <span id={`${id}-help`} className="col-[2/-1] text-12 text-text-2">
        {card.help}
      </span>
    </RadioGroup.Item>
  )
}

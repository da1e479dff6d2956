import { Switch as Primitive } from 'radix-ui'
import { type ReactNode, useId } from 'react'

type SwitchProps = {
  label: ReactNode
  /** Below the label: what it does, what it costs. */
  help?: ReactNode
  on: boolean
  onChange: (on: boolean) => void
}

export function Switch({ label, help, on, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2 gap-y-0.5 text-13">
      <Primitive.Root
        id={id}
        checked={on}
        onCheckedChange={onChange}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        className="relative h-4 w-7 flex-none rounded-3 border border-line-control bg-sunken transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="block size-2.5 translate-x-0.5 rounded-2 bg-text-3 transition-transform duration-160 data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-accent" />
      </Primitive.Root>
      <label htmlFor={id}>{label}</label>
      {help === undefined ? null : (
        <p id={`${id}-help`} className="col-start-2 text-12 text-text-3">
          {help}
        </p>
      )}
    </div>
  )
}

import { Switch as Primitive } from 'radix-ui'
import { type ReactNode, useId } from 'react'

type SwitchProps = { label: ReactNode; on: boolean; onChange: (on: boolean) => void }

export function Switch({ label, on, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-2 text-13">
      <Primitive.Root
        id={id}
        checked={on}
        onCheckedChange={onChange}
        className="relative h-4 w-7 flex-none rounded-3 border border-line-control bg-sunken transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="block size-2.5 translate-x-0.5 rounded-2 bg-text-3 transition-transform duration-160 data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-accent" />
      </Primitive.Root>
      <label htmlFor={id}>{label}</label>
    </div>
  )
}

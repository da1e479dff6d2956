import { type ComponentProps, useRef } from 'react'
import { useHotKeys } from './hot-keys'
import { Icon } from './icon'
import { Input } from './input'
import { Kbd } from './kbd'

type SearchInputProps = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'value'> & {
  value: string
  onSearch: (text: string) => void
  label: string
}

/** The search of this page: `/` goes to it, Esc clears it and gives the keys back to the page. */
export function SearchInput({ value, onSearch, label, ...rest }: SearchInputProps) {
  const field = useRef<HTMLInputElement>(null)
  useHotKeys({ '/': () => field.current?.focus() })
  return (
    <div className="relative w-72 flex-none max-desk:w-64">
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-text-3"
      />
      <Input
        {...rest}
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          onSearch('')
          event.currentTarget.blur()
        }}
        className="appearance-none pr-9 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2">
        <Kbd>/</Kbd>
      </span>
    </div>
  )
}

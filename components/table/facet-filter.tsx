import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { countValues } from '@/lib/browser/table/filter-rows'

export type Facet<Row> = {
  /** Under this name it stands in the address. */
  name: string
  label: string
  /** Usually one; a row with several is found by each of them. */
  valuesOf: (row: Row) => readonly string[]
  word: (value: string) => string
  /** The order of the values; else by their text and numbers. */
  order?: readonly string[]
  /** `chips` for what one looks at first and has few values; a menu for the rest. */
  look: 'chips' | 'menu'
}

type FacetFilterProps<Row> = {
  facet: Facet<Row>
  rows: readonly Row[]
  value: string
  onChoose: (value: string) => void
}

/** Only values that occur can be chosen, each with how many rows have it. */
export function FacetFilter<Row>(props: FacetFilterProps<Row>) {
  return props.facet.look === 'chips' ? <Chips {...props} /> : <Values {...props} />
}

/** Counted once for a list, where the facet reads its values in the same way each time. */
function useCounts<Row>({ valuesOf, order }: Facet<Row>, rows: readonly Row[]) {
  return useMemo(() => countValues(rows, valuesOf, order), [rows, valuesOf, order])
}

function Chips<Row>({ facet, rows, value, onChoose }: FacetFilterProps<Row>) {
  const t = useTranslations('table')
  return (
    <div role="group" aria-label={facet.label} className="flex flex-none gap-2">
      <Chip pressed={value === ''} onPress={() => onChoose('')} count={rows.length}>
        {t('all')}
      </Chip>
      {useCounts(facet, rows).map((each) => (
        <Chip
          key={each.value}
          pressed={value === each.value}
          onPress={() => onChoose(value === each.value ? '' : each.value)}
          count={each.count}
        >
          {facet.word(each.value)}
        </Chip>
      ))}
    </div>
  )
}

function Values<Row>({ facet, rows, value, onChoose }: FacetFilterProps<Row>) {
  const t = useTranslations('table')
  const counted = useCounts(facet, rows)
  const word = value === '' ? t('all') : facet.word(value)
  return (
    <Menu
      align="start"
      label={facet.label}
      trigger={
        <Button className="h-7! flex-none max-desk:h-10!">
          {t('facet', { label: facet.label, value: word })}
          <Icon name="chevron" className="size-3" />
        </Button>
      }
    >
      <MenuChoice
        value={value}
        onChange={onChoose}
        options={[
          { value: '', label: t('facetCount', { value: t('all'), count: rows.length }) },
          ...counted.map((each) => ({
            value: each.value,
            label: t('facetCount', { value: facet.word(each.value), count: each.count }),
          })),
        ]}
      />
    </Menu>
  )
}

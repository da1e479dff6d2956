import { useEffect, useEffectEvent, useRef } from 'react'
import type { FieldPath, UseFormReturn } from 'react-hook-form'
import { type CreateStep, FIELDS_OF, sectionOf, stepAfter } from '@/lib/browser/create/sections'
import type { CreateField, CreateValues } from '@/lib/browser/create/values'
import { useStep } from './use-step'

/** Under this id stands what is focused when one comes to a step. */
export const stepId = (step: CreateStep): string => `create-${step}`

/**
 * The way through the sections. A section is checked when it is left, however that happens; focus goes with the step,
 * or to the field that is to be corrected there.
 */
export function useWalk(form: UseFormReturn<CreateValues>) {
  const [step, go] = useStep()
  const from = useRef(step)
  const wanted = useRef<CreateField | null>(null)
  const arrive = useEffectEvent((at: CreateStep) => {
    const left = from.current
    if (left === at) return
    from.current = at
    if (left !== 'review') void form.trigger([...FIELDS_OF[left]])
    const field = wanted.current
    wanted.current = null
    if (field === null) document.getElementById(stepId(at))?.focus()
    else form.setFocus(pathIn(form, field))
  })
  useEffect(() => arrive(step), [step])
  const show = (field: CreateField | null) => {
    if (field === null) return
    if (sectionOf(field) === step) return form.setFocus(pathIn(form, field))
    wanted.current = field
    go(sectionOf(field))
  }
  const next = async () => {
    if (step !== 'review' && (await form.trigger([...FIELDS_OF[step]], { shouldFocus: true }))) {
      go(stepAfter(step))
    }
  }
  return { step, go, show, next }
}

/** Of the tags, the first that is broken: the list itself takes no focus. */
function pathIn(form: UseFormReturn<CreateValues>, field: CreateField): FieldPath<CreateValues> {
  if (field !== 'tags') return field
  const { errors } = form.formState
  const place = Math.max(
    0,
    form.getValues('tags').findIndex((_, index) => errors.tags?.[index]),
  )
  return `tags.${place}.${errors.tags?.[place]?.value === undefined ? 'key' : 'value'}`
}

// Why a form was not taken, each sentence at its field. What was typed stays.
import { nextTick, ref, type Ref } from 'vue'
import { BackendError } from '@/backend/errors'
import { complain } from '@/shared/toast'

/** Sentences by the field they belong to. */
export type Faults = Record<string, string>

export interface FormFaults {
  readonly faults: Ref<Faults>
  /** Shows these faults and leads to the first; whether there are any. */
  show: (found: Faults) => Promise<boolean>
  /** A refusal is shown at its field; what has none in the form is told as any other failure. */
  refused: (cause: unknown) => Promise<void>
}

/** `boxOf` says in which box of the form a field of the request stands, where they are not called alike. */
export function useFormFaults(
  form: Readonly<Ref<HTMLFormElement | null>>,
  boxOf: (field: string) => string = (field) => field,
): FormFaults {
  const faults = ref<Faults>({})

  async function show(found: Faults): Promise<boolean> {
    faults.value = found
    if (Object.keys(found).length === 0) return false
    await nextTick()
    const first = form.value?.querySelector('.fault')
    first?.scrollIntoView({ block: 'nearest' })
    first?.parentElement?.querySelector<HTMLElement>('input, textarea')?.focus()
    return true
  }

  async function refused(cause: unknown): Promise<void> {
    if (cause instanceof BackendError && cause.field !== undefined) {
      await show({ [boxOf(cause.field)]: cause.sentence })
      if (form.value?.querySelector('.fault')) return
    }
    complain(cause)
  }

  return { faults, show, refused }
}

// What a person is about to do with tasks: asked for from the drawer, the lists and their bars, carried out in one dialog.
import { shallowRef } from 'vue'
import type { MoveCode } from '@/generated/types'

export type Deed =
  | {
      readonly kind: 'move'
      readonly move: MoveCode
      /** Whose part alone is moved. */
      readonly unit?: { readonly id: string; readonly name: string }
    }
  | { readonly kind: 'extend' }
  | { readonly kind: 'assign' }

export interface AskedTask {
  readonly id: string
  readonly name: string
  readonly due: string | null
  readonly leads: readonly string[]
  readonly coUnits: readonly string[]
}

export interface Asked {
  readonly deed: Deed
  readonly tasks: readonly AskedTask[]
  /** To be called when it was done. */
  readonly done?: () => void
}

export const asked = shallowRef<Asked>()

export function ask(next: Asked): void {
  asked.value = next
}

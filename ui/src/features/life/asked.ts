// What a person is about to do with tasks: asked for from the drawer, the lists and their bars, carried out in one dialog.
import { shallowRef } from 'vue'
import type { MoveCode, Settled, TaskPerson } from '@/generated/types'

export type Deed =
  | {
      readonly kind: 'move'
      readonly move: MoveCode
      /** Whose part alone is moved. */
      readonly unit?: { readonly id: string; readonly name: string }
    }
  | { readonly kind: 'extend' }
  | { readonly kind: 'assign' }
  | { readonly kind: 'people' }
  | {
      readonly kind: 'settle'
      readonly becomes: Settled
      /** One period, by its first day and its name; without it the earliest open one. */
      readonly period?: { readonly day: string; readonly name: string }
      /** All whose day has passed. */
      readonly allMissed?: boolean
    }
  | { readonly kind: 'duty' }

export interface AskedTask {
  readonly id: string
  readonly name: string
  readonly due: string | null
  readonly leads: readonly string[]
  readonly coUnits: readonly string[]
  readonly people: readonly TaskPerson[]
  /** The rhythm it comes back in. */
  readonly rule: string | undefined
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

// What a view holds of a question it has asked: the last good answer, and how the latest attempt stands.
import type { Ref } from 'vue'

export interface Answer<T> {
  /** Stays while it is asked again. */
  readonly data: Readonly<Ref<T | undefined>>
  /** A sentence when the last attempt failed. */
  readonly failure: Readonly<Ref<string | undefined>>
  readonly pending: Readonly<Ref<boolean>>
  readonly reload: () => Promise<void>
}

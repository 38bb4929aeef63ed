// Whether the register can be opened. While it cannot, one page stands in the place of all others: it says why and lets a
// backup be put in place.
import { shallowRef } from 'vue'
import { toBackendError, type BackendError } from '@/backend/errors'
import type { CommandName } from '@/generated/commands'
import type { ErrorCode } from '@/generated/types'

/** Why the register cannot be opened; `undefined` while it can. */
export const closedBecause = shallowRef<BackendError>()

/** Whether a backup may take the place of what is there. Where it may be whole, nothing is replaced. */
export const mayBeRestored = (fault: BackendError): boolean => !is(fault, 'register_out_of_reach')

/** The core has answered: only what it says of itself shows that the register can be read again. */
export function answered(command: CommandName): void {
  if (command === 'app_status') closedBecause.value = undefined
}

/** A command has failed: is it the register? */
export function failed(command: CommandName, cause: unknown): void {
  const fault = toBackendError(cause)
  if (
    is(fault, 'register_closed') ||
    is(fault, 'register_out_of_reach') ||
    // One damaged part need not close all the others, unless the core cannot even say where it stands.
    (is(fault, 'register_unreadable') && command === 'app_status')
  ) {
    closedBecause.value = fault
  }
}

const is = (fault: BackendError, code: ErrorCode): boolean => fault.code === code

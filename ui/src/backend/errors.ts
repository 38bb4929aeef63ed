// What went wrong, as a sentence for the person. A code only where some part of the page acts on it.

export class BackendError extends Error {
  constructor(
    /** A Chinese sentence: what happened and what to do. */
    readonly sentence: string,
    /** A word to act on: not_found, invalid, refused, unreachable … */
    readonly code: string,
    /** For the log. */
    readonly detail: string = '',
    /** The field of the request that it is about: `origin.day`. */
    readonly field: string | undefined = undefined,
  ) {
    super(sentence)
    this.name = 'BackendError'
  }
}

const UNKNOWN = '操作没有完成，原因不明。请重试；仍不行时请重启程序。'

/** Reads whatever a host rejected with. Hosts send `{ code, message, detail, field }`; anything else is told apart. */
export function toBackendError(cause: unknown): BackendError {
  if (cause instanceof BackendError) return cause
  if (typeof cause === 'string' && cause !== '') return new BackendError(cause, 'unknown')
  if (typeof cause === 'object' && cause !== null) {
    const { code, message, detail, field } = cause as Record<string, unknown>
    if (typeof message === 'string' && message !== '' && !(cause instanceof Error)) {
      return new BackendError(
        message,
        typeof code === 'string' ? code : 'unknown',
        typeof detail === 'string' ? detail : '',
        typeof field === 'string' ? field : undefined,
      )
    }
    if (cause instanceof Error) return new BackendError(UNKNOWN, 'unknown', String(cause))
  }
  return new BackendError(UNKNOWN, 'unknown', String(cause))
}

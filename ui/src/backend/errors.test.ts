import { describe, expect, it } from 'vitest'
import { BackendError, toBackendError } from '@/backend/errors'

describe('what a host rejected with', () => {
  it('keeps the sentence and the code of the core', () => {
    const error = toBackendError({ code: 'not_found', message: '没有这个事项。', detail: 'id t1' })
    expect(error).toMatchObject({
      sentence: '没有这个事项。',
      message: '没有这个事项。',
      code: 'not_found',
      detail: 'id t1',
    })
  })

  it('takes a failure without a code', () =>
    expect(toBackendError({ code: null, message: '磁盘已满。', detail: null })).toMatchObject({
      sentence: '磁盘已满。',
      code: 'unknown',
    }))

  it('shows no words of the machine to the person', () => {
    const error = toBackendError(new TypeError('undefined is not a function'))
    expect(error.sentence).toMatch(/请重试/)
    expect(error.sentence).not.toMatch(/undefined/)
    expect(error.detail).toMatch(/undefined is not a function/)
  })

  it('passes its own errors through', () => {
    const own = new BackendError('一句话。', 'busy')
    expect(toBackendError(own)).toBe(own)
  })
})

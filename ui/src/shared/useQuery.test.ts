import { describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useQuery } from '@/shared/useQuery'

function inScope<T>(make: () => T): T {
  const made = effectScope().run(make)
  if (made === undefined) throw new Error('the scope ended')
  return made
}

const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('a query', () => {
  it('keeps the last answer while asking again and ignores answers that come too late', async () => {
    const asked = ref(0)
    const answers: ((value: string) => void)[] = []
    const query = inScope(() =>
      useQuery(() => new Promise<string>((resolve) => answers.push(resolve)), [asked]),
    )

    answers[0]?.('first')
    await settle()
    expect(query.data.value).toBe('first')

    asked.value = 1
    await nextTick()
    asked.value = 2
    await nextTick()
    expect(query.data.value).toBe('first')
    expect(query.pending.value).toBe(true)

    answers[2]?.('third')
    await settle()
    answers[1]?.('second, but late')
    await settle()
    expect(query.data.value).toBe('third')
  })

  it('tells a failure in its own sentence and recovers', async () => {
    let works = false
    const query = inScope(() =>
      useQuery(async () => {
        if (!works) throw new Error('数据文件被占用，请稍后重试。')
        return 'read'
      }),
    )
    await settle()
    expect(query.failure.value).toBe('数据文件被占用，请稍后重试。')

    works = true
    await query.reload()
    expect(query.failure.value).toBeUndefined()
    expect(query.data.value).toBe('read')
  })
})

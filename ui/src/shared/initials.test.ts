import { expect, it } from 'vitest'
import { initials } from '@/shared/initials'

it.each([
  ['市财政局', 'sczj'],
  ['省发改委', 'sfgw'],
  ['设置', 'sz'],
  ['杭州2025', 'hz2025'],
  ['导入文件', 'drwj'],
])('%s is typed as %s', (text, letters) => expect(initials(text)).toBe(letters))

// The people that a notice names, role by role.
import { HEADINGS } from '@/generated/columns'
import type { PeopleInfo } from '@/generated/types'

/** Every role with its word, the highest first. */
export const ROLES = [
  ['leader', HEADINGS.leader],
  ['responsible', HEADINGS.responsible],
  ['contact', HEADINGS.contact],
] as const

/** Roles with those who have them; roles that nobody has are left out. */
export function named({ leader, responsible, contact }: PeopleInfo): [role: string, names: string[]][] {
  const roles: [string, string[]][] = [
    [HEADINGS.leader, leader],
    [HEADINGS.responsible, responsible],
    [HEADINGS.contact, contact],
  ]
  return roles.filter(([, names]) => names.length > 0)
}

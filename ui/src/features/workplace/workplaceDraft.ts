// Who works here, as it is being said.
import type { WorkplaceCode, WorkplaceInfo, WorkplaceRequest } from '@/generated/types'

export interface WorkplaceDraft {
  kind: WorkplaceCode
  region: string
  unit: string
}

export const draftOf = (known: WorkplaceInfo | null): WorkplaceDraft => ({
  kind: known?.kind ?? 'supervision',
  region: known?.region ?? '',
  unit: known?.unit ?? '',
})

export const toRequest = ({ kind, region, unit }: WorkplaceDraft): WorkplaceRequest => ({
  kind,
  region: region.trim() || null,
  unit: unit.trim() || null,
})

/** Whether saving would change anything. */
export const isChanged = (draft: WorkplaceDraft, known: WorkplaceInfo | null): boolean =>
  known === null || JSON.stringify(toRequest(draft)) !== JSON.stringify(toRequest(draftOf(known)))

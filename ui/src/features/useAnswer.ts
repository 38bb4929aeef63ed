// A query to the core that is asked again when the day shown or the store changes.
import type { WatchSource } from 'vue'
import { asOf, revision } from '@/features/session'
import { useQuery, type Query } from '@/shared/useQuery'

export function useAnswer<T>(ask: () => Promise<T>, sources: WatchSource[] = []): Query<T> {
  return useQuery(ask, [asOf, revision, ...sources])
}

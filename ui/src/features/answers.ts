// Every answer of the core that is shown: kept under its question and the day it was asked as of, shared by all views
// that ask the same, asked again when a write made it stale. TanStack Query keeps them; nothing else in the page
// remembers answers. Errors are not tried again by themselves: the core is on this machine and says the same again.
import { computed, type ComputedRef } from 'vue'
import { QueryClient, useInfiniteQuery, useQueries, useQuery } from '@tanstack/vue-query'
import { api, historyRequest, noticeQuery } from '@/features/api'
import { toTaskQuery, type LedgerFilter } from '@/features/places'
import { asOf, chosenDay } from '@/features/session'
import { isStale, type Changed, type Question } from '@/features/stale'
import type { Commands } from '@/generated/commands'
import type {
  HistoryRequest,
  JournalEntry,
  NoticeCounts,
  NoticeQuery,
  NoticeRow,
  TaskGroups,
  TaskGroupsRequest,
  TaskPage,
  TaskRow,
} from '@/generated/types'
import type { Answer } from '@/shared/answer'

const MINUTE = 60_000

export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Infinity,
      gcTime: 2 * MINUTE,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      structuralSharing: false,
      shallow: true,
    },
  },
})

type Args<Q extends Question> = Parameters<Commands[Q]>[0]
type Reply<Q extends Question> = Awaited<ReturnType<Commands[Q]>>
type Key = readonly [question: Question, args: unknown, day: string]

/** The day a question is asked as of. What the core chose is another key than the same day chosen by the person. */
const day = (): string => chosenDay.value ?? `core ${asOf.value}`

const sentence = (cause: unknown): string | undefined =>
  cause === null ? undefined : cause instanceof Error ? cause.message : String(cause)

export interface AnswerOptions {
  /** Shows the answer to the question before until the new one is there: for filters, not for another thing. */
  readonly keep?: boolean
}

/** Asks whenever the arguments or the day change; with `undefined` for arguments not at all. */
export function useAnswer<Q extends Question>(
  question: Q,
  args: () => Args<Q> | undefined | null = () => null,
  { keep = false }: AnswerOptions = {},
): Answer<Reply<Q>> {
  const query = useQuery<Reply<Q>, unknown, Reply<Q>, Key>(() => {
    const asked = args()
    return {
      queryKey: [question, asked ?? null, question === 'appStatus' ? '' : day()] as const,
      queryFn: () => (api[question] as (request: unknown) => Promise<Reply<Q>>)(asked),
      enabled: asked !== undefined,
      // The same thing on another day: what was shown stays until it is known.
      placeholderData: (before: Reply<Q> | undefined, of: { queryKey: Key } | undefined) =>
        keep || JSON.stringify(of?.queryKey[1]) === JSON.stringify(asked ?? null) ? before : undefined,
    } as never
  }, answers)
  return {
    data: computed(() => query.data.value),
    failure: computed(() => sentence(query.error.value)),
    pending: query.isFetching,
    reload: async () => void (await query.refetch()),
  }
}

export interface TaskPages {
  readonly rows: readonly TaskRow[]
  readonly total: number
  /** Of these, how many count as having been there on the past day shown. */
  readonly undated: number
}

export interface NoticePages {
  readonly rows: readonly NoticeRow[]
  readonly total: number
  readonly counts: NoticeCounts
  /** Of what waits for a person: measures and open doubts of all that are listed, shown or not. */
  readonly waitingMeasures: number
  readonly waitingDoubts: number
}

export interface Pages<List> extends Answer<List> {
  /** Asks for the next page, if there is one. */
  readonly more: () => Promise<void>
  /** Asks for all that is left. */
  readonly all: () => Promise<void>
}

const PAGE = 200
const LONGEST_PAGE = 3200

/** What stands before a page, and how many rows it has. */
interface PagePlace {
  readonly after: string | null
  readonly limit: number
}

const FIRST: PagePlace = { after: null, limit: PAGE }

/** A page is as long as all before it: the first is there at once, and the end of a long list is soon reached. */
const behind = (after: string | null, loaded: number): PagePlace | null =>
  after === null ? null : { after, limit: Math.min(LONGEST_PAGE, loaded) }

/** The ledger page by page: the first with every new filter, further ones as they are scrolled to. */
export function useTaskPages(filter: () => LedgerFilter): Pages<TaskPages> {
  return usePages(
    'listTasks',
    filter,
    ({ after, limit }) => api.listTasks(toTaskQuery(filter(), limit, after)),
    (rows, { total, undated }) => ({ rows, total, undated }),
  )
}

/** One of several lists that are shown at once: so many rows of it at most, 0 for all. */
export interface AskedList {
  readonly filter: LedgerFilter
  readonly limit: number
}

/** Several lists of tasks at once, in the order asked; what is not there yet is undefined. */
export function useTaskLists(asked: () => readonly AskedList[]): ComputedRef<(TaskPage | undefined)[]> {
  const lists = useQueries(
    {
      queries: computed(() =>
        asked().map(({ filter, limit }) => {
          const query = toTaskQuery(filter, limit)
          return {
            queryKey: ['listTasks', query, day()] as const,
            queryFn: () => api.listTasks(query),
            placeholderData: (before: TaskPage | undefined) => before,
          }
        }),
      ) as never,
      shallow: true,
    },
    answers,
  )
  return computed(() => (lists.value as readonly { data: TaskPage | undefined }[]).map(({ data }) => data))
}

/** Several lists put together, in the order asked; what is not there yet is undefined. */
export function useTaskGroups(
  asked: () => readonly TaskGroupsRequest[],
): ComputedRef<(TaskGroups | undefined)[]> {
  const found = useQueries(
    {
      queries: computed(() =>
        asked().map((request) => ({
          queryKey: ['taskGroups', request, day()] as const,
          queryFn: () => api.taskGroups(request),
        })),
      ) as never,
      shallow: true,
    },
    answers,
  )
  return computed(() => (found.value as readonly { data: TaskGroups | undefined }[]).map(({ data }) => data))
}

/** The list of notices page by page. */
export function useNoticePages(asked: () => Partial<NoticeQuery>): Pages<NoticePages> {
  return usePages(
    'listNotices',
    asked,
    (place) => api.listNotices(noticeQuery({ ...asked(), ...place })),
    (rows, last) => ({
      rows,
      total: last.total,
      counts: last.counts,
      waitingMeasures: last.waiting_measures,
      waitingDoubts: last.waiting_doubts,
    }),
  )
}

/** The operations wanted, page by page, the latest first. */
export function useHistoryPages(asked: () => Partial<HistoryRequest>): Pages<readonly JournalEntry[]> {
  return usePages(
    'history',
    asked,
    async (place) => {
      const rows = await api.history(historyRequest({ ...asked(), ...place }))
      return { rows, next: (rows.length === place.limit && rows[rows.length - 1]?.id) || null }
    },
    (rows) => rows,
  )
}

/** A list page by page: `ask` gives the page behind one, `together` what is shown of the rows of all and the last page. */
function usePages<Page extends { rows: readonly unknown[]; next: string | null }, List>(
  question: Question,
  asked: () => unknown,
  ask: (place: PagePlace) => Promise<Page>,
  together: (rows: Page['rows'][number][], last: Page) => List,
): Pages<List> {
  const query = useInfiniteQuery(
    () =>
      ({
        queryKey: [question, asked(), day()] as const,
        queryFn: ({ pageParam }: { pageParam: PagePlace }) => ask(pageParam),
        initialPageParam: FIRST,
        getNextPageParam: (last: Page, all: readonly Page[]) =>
          behind(
            last.next,
            all.reduce((loaded, { rows }) => loaded + rows.length, 0),
          ),
        placeholderData: <T>(before: T) => before,
      }) as const,
    answers,
  )
  const data = computed<List | undefined>(() => {
    const pages = query.data.value?.pages
    const last = pages?.[pages.length - 1]
    return (
      pages &&
      last &&
      together(
        pages.flatMap(({ rows }) => rows),
        last,
      )
    )
  })
  return {
    data,
    failure: computed(() => sentence(query.error.value)),
    pending: query.isFetching,
    reload: async () => void (await query.refetch()),
    more: async () => {
      if (query.hasNextPage.value && !query.isFetching.value) await query.fetchNextPage()
    },
    all: async () => {
      let isThereMore = query.hasNextPage.value
      while (isThereMore) {
        const { hasNextPage, isError } = await query.fetchNextPage({ cancelRefetch: false })
        isThereMore = hasNextPage && !isError
      }
    },
  }
}

/** Has what a write made stale asked again where it is shown, and when it is next looked at elsewhere. */
export async function askAgain(changed: Changed): Promise<void> {
  await answers.invalidateQueries({
    predicate: ({ queryKey }) => {
      const question = (queryKey as Key)[0]
      return question !== 'appStatus' && isStale(question, changed)
    },
  })
}

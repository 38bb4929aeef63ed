// The pages and their addresses. Each page's code is fetched when it is first opened, or before, once the first page
// stands.
import { createRouter, createWebHashHistory, type LocationQueryValue, type RouteRecordRaw } from 'vue-router'
import { keepDayInAddress } from '@/app/dayInAddress'

/** Ids in an address, separated by commas. */
const listed = (value: LocationQueryValue | LocationQueryValue[] | undefined): string[] =>
  typeof value === 'string' ? value.split(',').filter((id) => id !== '') : []

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'overview',
    component: () => import('@/features/dashboard/DashboardPage.vue'),
    meta: { title: '总览' },
  },
  {
    path: '/units',
    name: 'units',
    component: () => import('@/features/units/UnitsPage.vue'),
    meta: { title: '单位' },
  },
  {
    path: '/units/:id',
    name: 'unit',
    component: () => import('@/features/units/UnitPage.vue'),
    props: (route) => ({ id: String(route.params.id) }),
    meta: { title: '单位' },
  },
  {
    path: '/overdue',
    name: 'overdue',
    component: () => import('@/features/overdue/OverduePage.vue'),
    meta: { title: '逾期' },
  },
  {
    path: '/ledger',
    name: 'ledger',
    component: () => import('@/features/ledger/LedgerPage.vue'),
    meta: { title: '台账' },
  },
  {
    path: '/calendar',
    name: 'calendar',
    component: () => import('@/features/calendar/CalendarPage.vue'),
    meta: { title: '日历' },
  },
  {
    path: '/notices',
    name: 'notices',
    component: () => import('@/features/notices/NoticesPage.vue'),
    meta: { title: '文件' },
  },
  {
    path: '/review',
    name: 'review',
    component: () => import('@/features/review/ReviewPage.vue'),
    props: (route) => ({
      notices: listed(route.query.notices),
      repeats: listed(route.query.repeats),
      step: typeof route.query.step === 'string' ? route.query.step : undefined,
      at: typeof route.query.at === 'string' ? route.query.at : undefined,
    }),
    meta: { title: '审核导入' },
  },
  {
    path: '/notices/:id',
    name: 'notice',
    component: () => import('@/features/notices/ReaderPage.vue'),
    props: (route) => ({
      id: String(route.params.id),
      line: typeof route.query.line === 'string' ? Number(route.query.line) || undefined : undefined,
      words: typeof route.query.words === 'string' ? route.query.words : undefined,
    }),
    meta: { title: '文件' },
  },
  {
    path: '/notices/:id/versions',
    name: 'versions',
    component: () => import('@/features/notices/VersionsPage.vue'),
    props: (route) => ({
      id: String(route.params.id),
      older: typeof route.query.older === 'string' ? route.query.older : undefined,
      newer: typeof route.query.newer === 'string' ? route.query.newer : undefined,
    }),
    meta: { title: '版本' },
  },
  {
    path: '/backups',
    name: 'backups',
    component: () => import('@/features/backup/BackupPage.vue'),
    meta: { title: '备份' },
  },
  {
    path: '/journal',
    name: 'journal',
    component: () => import('@/features/journal/JournalPage.vue'),
    meta: { title: '记录' },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('@/features/settings/SettingsPage.vue'),
    meta: { title: '设置' },
  },
  { path: '/:lost(.*)*', redirect: { name: 'overview' } },
]

export const router = createRouter({ history: createWebHashHistory(), routes })
keepDayInAddress(router)

/** Fetches the code of the pages not opened yet, so that the first opening of a large notice does not wait for it. */
export function fetchPages(): void {
  for (const { component } of routes) {
    // What could not be fetched is fetched again when it is opened, and what then fails is seen there.
    if (typeof component === 'function') (component as () => Promise<unknown>)().catch(() => undefined)
  }
}

router.afterEach((to) => {
  document.title = typeof to.meta.title === 'string' ? `${to.meta.title} · 督办台账` : '督办台账'
})

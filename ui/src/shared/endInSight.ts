// The next page of a long list is asked for before its place is in sight.
import { onBeforeUnmount, onMounted, watch } from 'vue'

const BEFORE = '800px'

/** `end` stands behind the last row; `length` says when rows have come. */
export function whenEndIsNear(end: () => Element | null, length: () => number, more: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) more()
    },
    { rootMargin: BEFORE },
  )
  onMounted(() =>
    watch(
      [end, length],
      ([there]) => {
        // Watched anew behind each page: an end that stays in sight is told of once only.
        observer.disconnect()
        if (there) observer.observe(there)
      },
      { immediate: true, flush: 'post' },
    ),
  )
  onBeforeUnmount(() => observer.disconnect())
}

// Whether the page is being put on paper. Lists that keep only what is in sight in the page draw all of it then.
import { ref } from 'vue'

export const printing = ref(false)

if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => (printing.value = true))
  window.addEventListener('afterprint', () => (printing.value = false))
}

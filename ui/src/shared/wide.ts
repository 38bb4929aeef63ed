// Whether the window is wide enough for a list with something open beside it.
import { readonly, ref } from 'vue'

const query = window.matchMedia('(min-width: 1600px)')
const matches = ref(query.matches)
query.addEventListener('change', (event) => (matches.value = event.matches))

export const isWide = readonly(matches)

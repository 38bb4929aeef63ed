// Light, dark, or as the system says. Kept on this machine.
import { computed, ref, watchEffect } from 'vue'

export type ThemeChoice = 'system' | 'light' | 'dark'
const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark']
const KEY = 'duban.theme'

function remembered(): ThemeChoice {
  const stored = localStorage.getItem(KEY)
  return CHOICES.find((choice) => choice === stored) ?? 'system'
}

export const themeChoice = ref<ThemeChoice>(remembered())
const systemDark = ref(false)
export const isDark = computed(() =>
  themeChoice.value === 'system' ? systemDark.value : themeChoice.value === 'dark',
)

export function nextTheme(choice: ThemeChoice): ThemeChoice {
  return CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length] ?? 'system'
}

/** Call once at start. */
export function followTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  systemDark.value = system.matches
  system.addEventListener('change', (event) => (systemDark.value = event.matches))
  watchEffect(() => {
    document.documentElement.classList.toggle('dark', isDark.value)
    localStorage.setItem(KEY, themeChoice.value)
  })
}

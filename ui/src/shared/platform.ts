/** Whether keys are named ⌘ rather than Ctrl. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

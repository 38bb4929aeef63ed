// Who this page is to the loopback server: a session got for the token of the start address, sent as a header.
const KEPT_AS = 'duban-session'
const TOKEN = '#enter='

/** Exchanges the token that the address carries, if it does, and takes it out of the address. */
export async function enter(): Promise<void> {
  if (!location.hash.startsWith(TOKEN)) return
  const token = location.hash.slice(TOKEN.length)
  history.replaceState(null, '', '/')
  try {
    const response = await fetch('/api/enter', { method: 'POST', body: token })
    if (!response.ok) return
    const { session } = (await response.json()) as { session: string }
    // Kept for this address and port alone, so that a reload and a second tab go on.
    localStorage.setItem(KEPT_AS, session)
  } catch {
    // The first call will say that the server is gone.
  }
}

/** The header that each request carries. */
export function sessionHeader(): Record<string, string> {
  const session = localStorage.getItem(KEPT_AS)
  return session === null ? {} : { 'X-Duban-Session': session }
}

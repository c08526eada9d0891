/** What of the browser's storage for one tab is used here. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear'>

/**
 * What the page before this one has left for it, `null` where there is nothing. It is taken away: a copy of the tab
 * gets none, and nothing lies there while the page is open.
 */
export function takeLeft(storage: TabStorage, name: string): string | null {
  try {
    const text = storage.getItem(name)
    storage.removeItem(name)
    return text
  } catch {
    // A forbidden storage costs a reload its memory, and nothing else.
    return null
  }
}

/** Puts away whatever an earlier page has left. */
export function forgetLeft(storage: TabStorage): void {
  try {
    storage.clear()
  } catch {
    // As above.
  }
}

/** Leaves something for the page that takes the place of this one; to be called when it goes. */
export function leaveBehind(storage: TabStorage, name: string, text: string): void {
  try {
    storage.setItem(name, text)
  } catch {
    // As above, and the same for a full one.
  }
}

import type { Wizard } from '#renderer/wizard/driver/wizard.ts'

/** What of the browser's history is used here. */
export interface HistoryEntries {
  /** Whether the entry that is shown was put there by `push`; also by a page before this one. */
  readonly isPushed: () => boolean
  readonly push: () => void
  readonly onBack: (listener: () => void) => void
}

/**
 * The browser's own Back goes one step back in the wizard, and leaves the page only from the first. One entry stands
 * for all steps that can be gone back from; it is put there again as long as there are any.
 */
export function followHistory(wizard: Wizard, history: HistoryEntries): void {
  const put = () => {
    if (wizard.store.getState().step !== 'address' && !history.isPushed()) history.push()
  }
  history.onBack(() => {
    if (wizard.store.getState().step !== 'address') wizard.dispatch({ type: 'back' })
    put()
  })
  wizard.store.subscribe(put)
  put()
}

const MARK = 'mailwright-step'

/** The history of the window this page is in. */
export function windowHistory(): HistoryEntries {
  return {
    isPushed: () => globalThis.history.state === MARK,
    push: () => globalThis.history.pushState(MARK, ''),
    onBack: (listener) => globalThis.addEventListener('popstate', listener),
  }
}

import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { Breakable } from './breakable.tsx'
import { PAGE_TITLE } from './page-title.ts'
import styles from './page.module.css'

/** Room for the ring around what has the focus, in pixels. */
const FOCUS_RING = 12

export interface PageProps {
  /** What the window is called: the first heading, or one further down that has its id. */
  readonly title: string
  /** What the first heading says, where it stays the same while the title changes below it. */
  readonly heading?: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** What leads away from here, at the start of the footer. */
  readonly aside?: ReactNode
  /** What leads on, at its end. */
  readonly actions?: ReactNode
  /** `field`: the first field takes the focus itself. */
  readonly focus?: 'title' | 'field'
}

/** One screen of the wizard: what is asked, the answer, and the way on. A new screen is announced by its title. */
export function Page({ title, heading, lead, children, aside, actions, focus = 'title' }: PageProps) {
  const footer = useScrollPadding()
  useEffect(() => {
    if (focus === 'title') focusTitle()
    globalThis.scrollTo(0, 0)
  }, [focus])
  useEffect(() => {
    document.title = `${title} – Mailwright`
  }, [title])
  // What the focus was on may have gone with the step it belonged to: it is never left with the page as a whole.
  useEffect(() => {
    if (document.activeElement === document.body) focusTitle()
  })
  return (
    <>
      <main className={styles.main}>
        <div>
          <h1 {...(heading === undefined ? { id: PAGE_TITLE } : {})} tabIndex={-1}>
            <Breakable text={heading ?? title} />
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </main>
      <footer ref={footer} className={styles.footer}>
        <div className={styles.aside}>{aside}</div>
        <div className={styles.actions}>{actions}</div>
      </footer>
    </>
  )
}

function focusTitle(): void {
  document.getElementById(PAGE_TITLE)?.focus({ preventScroll: true })
}

/**
 * Tells the page how much of it the footer covers, so that what gets the focus is scrolled clear of it (WCAG 2.2,
 * 2.4.11). How many rows of buttons there are depends on the language.
 */
function useScrollPadding(): RefObject<HTMLElement | null> {
  const footer = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = footer
    if (current === null) return undefined
    const { style } = document.documentElement
    const measure = () => {
      const stays = getComputedStyle(current).position === 'sticky'
      style.scrollPaddingBlockEnd = stays ? `${current.offsetHeight + FOCUS_RING}px` : ''
    }
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    globalThis.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      globalThis.removeEventListener('resize', measure)
      style.scrollPaddingBlockEnd = ''
    }
  }, [])
  return footer
}

import { useEffect, useRef, type ReactNode } from 'react'
import { Breakable } from './breakable.tsx'
import styles from './page.module.css'

export interface PageProps {
  readonly title: string
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
export function Page({ title, lead, children, aside, actions, focus = 'title' }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus === 'title') heading.current?.focus({ preventScroll: true })
    globalThis.scrollTo(0, 0)
  }, [focus])
  useEffect(() => {
    document.title = `${title} – Mailwright`
  }, [title])
  // What the focus was on may have gone with the step it belonged to: it is never left with the page as a whole.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  })
  return (
    <>
      <main className={styles.main}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            <Breakable text={title} />
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </main>
      <footer className={styles.footer}>
        <div className={styles.aside}>{aside}</div>
        <div className={styles.actions}>{actions}</div>
      </footer>
    </>
  )
}

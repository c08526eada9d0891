import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A window over the page, with the focus kept inside by the browser; it is open as long as it is there. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  )
}

export interface DialogActionsProps {
  readonly closeLabel: string
  /** What was said about the last step. */
  readonly status?: ReactNode
  readonly children: ReactNode
}

/** The row of buttons at the end, the way out first. */
export function DialogActions({ closeLabel, status, children }: DialogActionsProps) {
  return (
    <div className={styles.actions}>
      {status !== undefined && <span role="status">{status}</span>}
      <Button variant="quiet" onClick={(event) => closeDialogOf(event.currentTarget)}>
        {closeLabel}
      </Button>
      {children}
    </div>
  )
}

/** Closes in the browser's own way, which gives the focus back to where it was. */
export function closeDialogOf(element: Element): void {
  element.closest('dialog')?.close()
}

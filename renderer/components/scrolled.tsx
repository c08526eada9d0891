import type { ReactNode } from 'react'

interface ScrolledProps {
  readonly label: string
  readonly className: string | undefined
  readonly children: ReactNode
}

/** Something larger than its place, to be scrolled by the keyboard too: that takes the focus (WCAG 2.1.1). */
export function Scrolled({ label, className, children }: ScrolledProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what cannot have the focus cannot be scrolled
    <div className={className} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

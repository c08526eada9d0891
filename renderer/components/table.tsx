import type { ReactNode } from 'react'
import { Scrolled } from './scrolled.tsx'
import styles from './table.module.css'

interface TableProps {
  readonly label: string
  readonly columns: readonly string[]
  /** Colours of rows and cells. */
  readonly className: string | undefined
  /** The rows. */
  readonly children: ReactNode
}

/** Rows under headings; on a narrow page it scrolls by itself. */
export function Table({ label, columns, className, children }: TableProps) {
  return (
    <Scrolled label={label} className={styles.scroll}>
      <table className={`${styles.table} ${className}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrolled>
  )
}

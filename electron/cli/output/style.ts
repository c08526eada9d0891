import { markOf } from '#cli/output/style-mark.ts'

/** Marks and colours of the terminal. Nothing is said by colour alone. */
export interface Style {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly quiet: (text: string) => string
  readonly strong: (text: string) => string
}

/** What is painted here becomes a colour in `inertText`, the only way to a terminal. */
export function createStyle(colors: 'color' | 'plain'): Style {
  const paint = (code: number) => (text: string) =>
    colors === 'color' ? `${markOf(code)}${text}${markOf(0)}` : text
  return { good: paint(32), bad: paint(31), quiet: paint(2), strong: paint(1) }
}

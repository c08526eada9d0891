import { randomUUID } from 'node:crypto'

/**
 * Stands for weight and colour until a text was made inert.
 * SECURITY: another one for each run, so that no name of a file and no server can write it.
 */
const RUN = randomUUID()

export function markOf(code: number): string {
  return `<${RUN}:${code}>`
}

/** Makes every part of a text inert and turns the marks between them into what a terminal knows them by. */
export function withStyles(text: string, inert: (part: string) => string): string {
  return text
    .split(MARK)
    .map((part, index) => (index % 2 === 0 ? inert(part) : `\u001b[${part}m`))
    .join('')
}

const MARK = new RegExp(`<${RUN}:(\\d{1,2})>`)

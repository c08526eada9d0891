import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const DIST: string = join(ROOT, 'dist')

export function inRoot(...parts: readonly string[]): string {
  return join(ROOT, ...parts)
}

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** A refusal by its code, and how often it comes before the drive does what it is told. */
export interface Refusals {
  readonly code: string
  readonly times: number
}

/** Has a drive refuse some things for as long as the work takes; everything in this process meets that drive. */
export async function onBrokenDrive<T>(
  broken: Partial<Record<'link' | 'rename', Refusals>>,
  work: () => Promise<T>,
): Promise<T> {
  const { link, rename } = fs.promises
  const refusing = (name: 'link' | 'rename', original: typeof rename): typeof rename => {
    let left = broken[name]?.times ?? 0
    return (from, to) => {
      if (left === 0) return original(from, to)
      left -= 1
      const { code = '' } = broken[name] ?? {}
      return Promise.reject(Object.assign(new Error(code), { code }))
    }
  }
  Object.assign(fs.promises, { link: refusing('link', link), rename: refusing('rename', rename) })
  syncBuiltinESMExports()
  try {
    return await work()
  } finally {
    Object.assign(fs.promises, { link, rename })
    syncBuiltinESMExports()
  }
}

import type { Act } from './behaviour.ts'

/** A server that knows its customer by the local part alone, and refuses the whole address like a wrong password. */
export function knowsOnlyAnna(yes: string, no: string): Act {
  return async ({ conversation, line, tag }) => {
    const [, userName] = Buffer.from(line.split(' ').at(-1) ?? '', 'base64')
      .toString('utf8')
      .split('\0')
    conversation.send((userName === 'anna' ? yes : no).replace('{tag}', tag))
  }
}

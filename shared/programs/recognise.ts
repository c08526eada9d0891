import type { ReadAccounts, SettingsFile } from '#shared/programs/program-account.ts'
import { READABLE_CLIENTS, READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'

/** Whose settings a text is, and the accounts in it. */
export interface RecognisedSettings extends ReadAccounts {
  readonly client: ReadableClient
}

/** What the files of a program are called, where a name says more than the text. */
const NAMES: Partial<Record<ReadableClient, RegExp>> = {
  'claws-mail': /^accountrc$/,
  getmail: /getmailrc$/,
  env: /^\.?env(?:\.|$)|\.env$/,
  kmail: /^(?:akonadi_(?:imap|pop3)_resource_\d{1,4}rc|mailtransports|emailidentities)$/,
  evolution: /\.source$/,
}

/** What else a text has to have, where a reader takes words that stand in any letter. */
const SIGNS: Partial<Record<ReadableClient, RegExp>> = {
  fetchmail: /^[ \t]*(?:poll|skip|server|defaults)[ \t]+["']?[\w-]+\./im,
}

/** The words of mbsync are its own, and some of them are those of msmtp, too. */
const ORDER: readonly ReadableClient[] = [
  'mbsync',
  ...READABLE_CLIENTS.filter((client) => client !== 'mbsync'),
]

/** UTF-8, or UTF-16 as Windows exports its registry: told by the mark of the byte order at the beginning. */
export function encodingOf([first, second]: ArrayLike<number> & Iterable<number>): 'utf-16le' | 'utf-8' {
  return first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8'
}

/**
 * Asks every reader, and takes the first that finds an account: each knows the form of its own program. `null` where none
 * does. Thunderbird stands for Betterbird, whose files are the same.
 */
export function recogniseSettings(file: SettingsFile): RecognisedSettings | null {
  const isNamed = (client: ReadableClient) => NAMES[client]?.test(file.name) === true
  const clients = [...ORDER.filter(isNamed), ...ORDER.filter((one) => !isNamed(one))]
  for (const client of clients) {
    if (SIGNS[client]?.test(file.text) === false) continue
    const read = READERS[client].read([file])
    if (read.ok && read.value.accounts.length > 0) return { client, ...read.value }
  }
  return null
}

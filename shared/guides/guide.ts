import type { Security } from '#shared/domain/protocol.ts'
import type { GuideName } from '#shared/domain/program-names.ts'

/** What a program prints beside a field or on a button; in German only where that is known. */
export interface Label {
  readonly en: string
  readonly de?: string
}

/** What of the user's own setup is entered. */
export type GuideValue =
  | 'name'
  | 'address'
  | 'password'
  | 'incoming-host'
  | 'incoming-port'
  | 'incoming-user'
  | 'incoming-encryption'
  | 'smtp-host'
  | 'smtp-port'
  | 'smtp-user'
  | 'smtp-encryption'

/** What a person has to know beside the fields; the sentences are in the language files. */
export const GUIDE_NOTES = [
  'cloud',
  'spa',
  'port-follows-encryption',
  'first-attempt-fails',
  'ssl-means-tls',
  'discontinued',
  'asks-for-ssl',
  'find-account-again',
  'send-test',
] as const

export type GuideNote = (typeof GUIDE_NOTES)[number]

/** One thing to do, in the order in which the program asks. `only`: where the setup is of that kind. */
export type GuideStep = { readonly only?: 'imap' | 'pop3' | 'smtp-sign-in' } & (
  | { readonly kind: 'open'; readonly path: readonly Label[] }
  | { readonly kind: 'press' | 'tick' | 'untick' | 'leave'; readonly label: Label }
  | { readonly kind: 'choose'; readonly label: Label; readonly option: Label }
  | { readonly kind: 'enter'; readonly label: Label; readonly value: GuideValue }
  | { readonly kind: 'note'; readonly note: GuideNote }
)

/** How a setup gets into one program that reads no file. A new one is a file in `programs/` and a line in `GUIDES`. */
export interface Guide {
  readonly name: GuideName
  readonly program: string
  /** The version whose words these are. */
  readonly version: string
  readonly describedOn: `${number}-${number}-${number}`
  /** What its choice of encryption is called there. */
  readonly encryption: Readonly<Record<Security, Label>>
  readonly steps: readonly GuideStep[]
}

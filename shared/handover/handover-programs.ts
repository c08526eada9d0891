import type { ExportFormatName, GuideName, HandoverProgramId } from '#shared/domain/program-names.ts'

/** Where a program runs; `terminal` is a program started there, `code` a library or the settings of one. */
export type ProgramPlace = 'computer' | 'iphone' | 'android' | 'terminal' | 'code'

/**
 * How a setup gets into a program.
 * - `profile`: Mailwright writes it there. `format`: a file or a picture that the program reads.
 * - `guide`: by hand, in the words of the program. `settings`: by hand, each value with a button that copies it.
 */
export type HandoverWay =
  | { readonly kind: 'profile' }
  | { readonly kind: 'format'; readonly format: ExportFormatName }
  | { readonly kind: 'guide'; readonly guide: GuideName }
  | { readonly kind: 'settings' }

export interface HandoverProgram {
  readonly id: HandoverProgramId
  /** The program's own name, the same in every language. */
  readonly name: string
  readonly on: readonly [ProgramPlace, ...ProgramPlace[]]
  /** The least work for the user first. */
  readonly ways: readonly [HandoverWay, ...HandoverWay[]]
}

const format = (name: ExportFormatName): HandoverWay => ({ kind: 'format', format: name })
const guide = (name: GuideName): HandoverWay => ({ kind: 'guide', guide: name })
const BY_HAND: HandoverWay = { kind: 'settings' }

/**
 * Which program takes which format or guide: the one place that knows, in the order of the list. A new one is a line
 * here and its id. `android-qr-text` is the same as `android-qr`, for a terminal.
 */
export const HANDOVER_PROGRAMS: readonly HandoverProgram[] = [
  {
    id: 'thunderbird',
    name: 'Thunderbird',
    on: ['computer'],
    ways: [{ kind: 'profile' }, guide('thunderbird'), format('thunderbird-autoconfig')],
  },
  {
    id: 'betterbird',
    name: 'Betterbird',
    on: ['computer'],
    ways: [{ kind: 'profile' }, guide('thunderbird')],
  },
  { id: 'outlook-new', name: 'Outlook (new)', on: ['computer'], ways: [guide('outlook-new')] },
  {
    id: 'outlook-classic',
    name: 'Outlook (classic)',
    on: ['computer'],
    ways: [
      guide('outlook-classic'),
      format('outlook-prf'),
      format('outlook-autodiscover'),
      format('outlook-registry'),
    ],
  },
  { id: 'outlook-mac', name: 'Outlook (Mac)', on: ['computer'], ways: [guide('outlook-mac')] },
  {
    id: 'apple-mail',
    name: 'Apple Mail (Mac)',
    on: ['computer'],
    ways: [format('mobileconfig'), guide('apple-mail')],
  },
  { id: 'evolution', name: 'Evolution', on: ['computer'], ways: [BY_HAND] },
  { id: 'kmail', name: 'KMail', on: ['computer'], ways: [BY_HAND] },
  { id: 'claws-mail', name: 'Claws Mail', on: ['computer'], ways: [BY_HAND] },
  { id: 'geary', name: 'Geary', on: ['computer'], ways: [BY_HAND] },
  { id: 'windows-mail', name: 'Windows Mail', on: ['computer'], ways: [guide('windows-mail')] },
  {
    id: 'iphone-mail',
    name: 'Mail (iPhone, iPad)',
    on: ['iphone'],
    ways: [format('mobileconfig'), guide('iphone-mail')],
  },
  {
    id: 'thunderbird-android',
    name: 'Thunderbird, K-9 Mail (Android)',
    on: ['android'],
    ways: [format('android-qr'), BY_HAND, format('android-payload')],
  },
  { id: 'fairemail', name: 'FairEmail', on: ['android'], ways: [BY_HAND, format('fairemail')] },
  { id: 'gmail-app', name: 'Gmail (Android)', on: ['android'], ways: [guide('gmail-app')] },
  { id: 'samsung-email', name: 'Samsung Email', on: ['android'], ways: [guide('samsung-email')] },
  {
    id: 'outlook-mobile',
    name: 'Outlook (iPhone, Android)',
    on: ['iphone', 'android'],
    ways: [guide('outlook-mobile')],
  },
  { id: 'msmtp', name: 'msmtp', on: ['terminal'], ways: [format('msmtp')] },
  { id: 'mbsync', name: 'mbsync (isync)', on: ['terminal'], ways: [format('mbsync')] },
  { id: 'offlineimap', name: 'OfflineIMAP', on: ['terminal'], ways: [format('offlineimap')] },
  { id: 'neomutt', name: 'NeoMutt', on: ['terminal'], ways: [format('neomutt')] },
  { id: 'aerc', name: 'aerc', on: ['terminal'], ways: [format('aerc')] },
  { id: 'himalaya', name: 'himalaya', on: ['terminal'], ways: [format('himalaya')] },
  { id: 'getmail', name: 'getmail', on: ['terminal'], ways: [format('getmail')] },
  { id: 'fetchmail', name: 'fetchmail', on: ['terminal'], ways: [format('fetchmail')] },
  {
    id: 'email-oauth2-proxy',
    name: 'Email OAuth 2.0 Proxy',
    on: ['terminal'],
    ways: [format('email-oauth2-proxy')],
  },
  { id: 'env', name: '.env', on: ['code'], ways: [format('env')] },
  { id: 'nodemailer', name: 'Nodemailer', on: ['code'], ways: [format('nodemailer')] },
  { id: 'imapflow', name: 'ImapFlow', on: ['code'], ways: [format('imapflow')] },
  { id: 'json', name: 'JSON', on: ['code'], ways: [format('json')] },
]

export function handoverProgram(id: HandoverProgramId): HandoverProgram {
  const found = HANDOVER_PROGRAMS.find((program) => program.id === id)
  if (found === undefined) throw new Error(`no mail program ${id}`)
  return found
}

/** The program a format or guide is for, the first one where several read it. */
export function programFor(
  choice: { readonly format: string } | { readonly guide: string },
): HandoverProgram | null {
  const isIt = (way: HandoverWay) =>
    'format' in choice
      ? way.kind === 'format' && way.format === choice.format
      : way.kind === 'guide' && way.guide === choice.guide
  return HANDOVER_PROGRAMS.find(({ ways }) => ways.some(isIt)) ?? null
}

/** The programs of one place, those that most people have first. */
export function programsOn(place: ProgramPlace): readonly HandoverProgram[] {
  return HANDOVER_PROGRAMS.filter(({ on }) => on.includes(place))
}

/** What a user may type to find one: any part of its name, and every word of what is typed. */
export function matching(programs: readonly HandoverProgram[], typed: string): readonly HandoverProgram[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return programs.filter(({ id, name }) =>
    words.every((word) => name.toLowerCase().includes(word) || id.includes(word)),
  )
}

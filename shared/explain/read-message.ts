import PostalMime from 'postal-mime'
import { parseEmailAddress } from '#shared/domain/email-address.ts'

/** What matters of a pasted message; the rest of it is not even kept. */
export interface ReadMessage {
  readonly text: string
  /** Every `message/delivery-status` part, decoded. */
  readonly statuses: readonly string[]
  readonly failedRecipient: string | null
  /** The address in its `To`, if there is one that can be an address. */
  readonly writtenTo: string | null
  readonly subject: string
  /** ISO 8601 in UTC; `null` where its `Date` is none. */
  readonly writtenAt: string | null
  /** It says that a program wrote it in answer to a message (RFC 3834), and it is no report about a delivery. */
  readonly answersByItself: boolean
  /** A server wrote it about a message, by its sender or its subject. */
  readonly isReturned: boolean
}

const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 1 } as const
const MAX_BOUNDARIES = 2_000
/** A megabyte of an attachment has 14,000 lines. What a bounce says stands before the message that came back. */
const MAX_LINES = 20_000
const LINE_FEED = 0x0a
const HEAD = 64 * 1024
const TELLING =
  /^(from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|auto-submitted|x-failed-recipients)$/i

/** Two known header lines before the first empty line make it a message; anything else is a text. */
export function looksLikeMessage(text: string): boolean {
  const [head = ''] = text
    .slice(0, HEAD)
    .trimStart()
    .replace(/^From .{0,400}\n/, '')
    .split('\n\n', 1)
  const names = head.split('\n').map((line) => /^([!-9;-~]{1,80}):/.exec(line)?.[1] ?? '')
  return new Set(names.filter((name) => TELLING.test(name)).map((name) => name.toLowerCase())).size >= 2
}

/**
 * Takes a message apart. `null` for one that is nested or headed beyond all reason: its text is then read as it is.
 * @param octets where they are known, because a message may name another character set for each part
 */
export async function readMessage(
  source: string,
  octets: Uint8Array | null = null,
): Promise<ReadMessage | null> {
  if (hasTooManyParts(source)) return null
  try {
    const {
      text,
      html,
      attachments,
      headers,
      to,
      from,
      subject = '',
      date,
    } = await PostalMime.parse(octets === null ? firstLines(trimmed(source)) : firstOctets(octets), {
      ...LIMITS,
      attachmentEncoding: 'utf8',
    })
    const written = unified(text ?? withoutTags(html ?? ''))
    return {
      // A boundary that never comes leaves no part at all: then the raw text is the message.
      text: written.trim() === '' ? bodyOf(source) : written,
      statuses: attachments.flatMap(({ mimeType, content }) =>
        /^message\/(global-)?delivery-status$/.test(mimeType) && typeof content === 'string'
          ? [unified(content)]
          : [],
      ),
      failedRecipient: headers.find(({ key }) => key === 'x-failed-recipients')?.value ?? null,
      writtenTo: addressOf(to?.[0]?.address ?? ''),
      subject,
      writtenAt: instantIn(date),
      answersByItself: headers.some(({ key, value }) => ANSWERS.get(key)?.test(value) === true),
      isReturned:
        /^(mailer-daemon|post_?master|mail-?daemon)@/i.test(from?.address ?? '') || RETURNED.test(subject),
    }
  } catch {
    return null
  }
}

/** RFC 3834 section 5, and what programs wrote before it. */
const ANSWERS: ReadonlyMap<string, RegExp> = new Map([
  ['auto-submitted', /^auto-replied/i],
  ['x-autoreply', /./],
  ['x-autorespond', /./],
  ['precedence', /^auto_?reply/i],
])
const RETURNED =
  /undeliver|(not|cannot|could not|unable to) (be )?deliver|deliver\w{1,3} (status|fail|problem|delay|report)|fail(ed|ure) (notice|deliver)|returned (mail|to sender)|mail (delivery )?(fail|system error)|nicht zustell|unzustell|non remis|no entregad|mancata consegna|non recapitat/i

function bodyOf(source: string): string {
  const at = source.indexOf('\n\n')
  return at === -1 ? '' : source.slice(at + 2)
}

function addressOf(text: string): string | null {
  const address = parseEmailAddress(text)
  return address.ok ? address.value.unicode : null
}

/** SECURITY: the parser limits depth and headers, not the number of parts, and each of them costs memory. */
function hasTooManyParts(source: string): boolean {
  let lines = 0
  for (let at = source.indexOf('\n--'); at !== -1; at = source.indexOf('\n--', at + 3)) {
    lines += 1
    if (lines > MAX_BOUNDARIES) return true
  }
  return false
}

/** SECURITY: every line costs the parser the same, however short it is. */
function firstLines(source: string): string {
  let at = -1
  for (let line = 0; line < MAX_LINES; line += 1) {
    at = source.indexOf('\n', at + 1)
    if (at === -1) return source
  }
  return source.slice(0, at)
}

function firstOctets(source: Uint8Array): Uint8Array {
  let at = -1
  for (let line = 0; line < MAX_LINES; line += 1) {
    at = source.indexOf(LINE_FEED, at + 1)
    if (at === -1) return source
  }
  return source.subarray(0, at)
}

/** The parser knows no mailbox files, whose first line is not a header. */
function trimmed(source: string): string {
  return source.trimStart().replace(/^From .{0,400}\n/, '')
}

export function unified(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}

/** Enough for a bounce that has nothing but HTML. One pass, whatever the tags are like. */
export function withoutTags(html: string): string {
  const [first = '', ...pieces] = html.split('<')
  let hidden = false
  let text = first
  for (const piece of pieces) {
    const end = piece.indexOf('>')
    const tag = /^\/?[a-z0-9]{1,10}/i.exec(piece.slice(0, 12))?.[0].toLowerCase() ?? ''
    if (tag === 'style' || tag === 'script') hidden = true
    if (tag === '/style' || tag === '/script') hidden = false
    if (hidden) continue
    if (/^\/?(p|div|br|tr|table|h\d|li|td|hr)$/.test(tag)) text += '\n'
    text += piece.slice(end + 1)
  }
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ')
}

/** What is no moment in time the parser passes on as it is. */
function instantIn(date: string | undefined): string | null {
  const moment = new Date(date ?? '')
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

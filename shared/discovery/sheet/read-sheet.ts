import { userNameProblem } from '#shared/domain/credential-text.ts'
import { PROTOCOLS, USUAL_PORTS, type Protocol } from '#shared/domain/protocol.ts'
import { sheetWords, type SheetField, type SheetWord } from '#shared/discovery/sheet/sheet-words.ts'

/** A server as a provider's text names it. It counts as typed: the user sees all of it before it is used. */
export interface SheetService {
  readonly protocol: Protocol
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls'
  /** `null` where the text names none, or speaks of "your email address". */
  readonly userName: string | null
}

/** More is no sheet of settings. */
export const MAX_SHEET = 65_536

type Slot = {
  host: string | null
  port: number | null
  security: 'tls' | 'starttls' | null
  userName: string | null
}
/** `incoming`: a text that does not say yet whether it means IMAP or POP3. */
type SlotName = Protocol | 'incoming'

const FALLBACK: Readonly<Record<Protocol, { readonly port: number; readonly starttls: number }>> = {
  imap: { port: 993, starttls: 143 },
  pop3: { port: 995, starttls: 110 },
  smtp: { port: 465, starttls: 587 },
}

/**
 * Reads the servers out of what a provider has sent: a help page, a mail, a table, in English or German. What is said
 * first counts, because providers name the recommended way first. Never fails; linear in the length of the text.
 */
export function readSheet(text: string): readonly SheetService[] {
  const reader = new SheetReader()
  for (const line of text
    .slice(0, MAX_SHEET)
    .normalize('NFC')
    .split(/[\r\n\u2028\u2029]+/u))
    reader.read(sheetWords(line))
  return reader.services()
}

/** What was used before there was encryption. */
const PLAIN_PORTS: ReadonlySet<number> = new Set([25, 110, 143])

class SheetReader {
  readonly #slots: Readonly<Record<SlotName, Slot>> = {
    imap: emptySlot(),
    pop3: emptySlot(),
    smtp: emptySlot(),
    incoming: emptySlot(),
  }
  #slot: SlotName | null = null
  /** What the words so far announce: the value may stand on the next line. */
  #awaited: SheetField | null = null
  /** The services at the head of a table with one column for each. */
  #columns: readonly Protocol[] = []
  #userName: string | null = null
  /** A server that is named before any service is: it may be that of all. */
  #general: string | null = null

  read(words: readonly SheetWord[]): void {
    if (words.length === 0) return
    const protocols = [...new Set(words.flatMap((word) => (word.kind === 'protocol' ? [word.protocol] : [])))]
    const isHead = protocols.length > 1 && !words.some(({ kind }) => kind === 'host' || kind === 'number')
    if (isHead) this.#columns = protocols
    else if (protocols.length > 0) this.#columns = []
    if (!isHead && !this.#readColumns(words)) this.#readLine(words, protocols)
  }

  services(): readonly SheetService[] {
    const { incoming, imap, pop3, smtp } = this.#slots
    if (smtp.port !== null) smtp.host ??= this.#general
    if (incoming.host !== null) {
      if (pop3.port !== null) pop3.host ??= incoming.host
      if (imap.port !== null || pop3.host === null) {
        imap.host ??= incoming.host
        imap.security ??= incoming.security
      }
    }
    return PROTOCOLS.flatMap((protocol) => this.#service(protocol))
  }

  #service(protocol: Protocol): readonly SheetService[] {
    const { host, port, security, userName } = this.#slots[protocol]
    if (host === null) return []
    const usual = FALLBACK[protocol]
    const taken = port ?? (security === 'starttls' ? usual.starttls : usual.port)
    // "SSL" at 587 is what providers call STARTTLS; a port with a usage of its own knows better.
    const byPort = USUAL_PORTS[protocol][taken] ?? security ?? 'tls'
    return [{ protocol, host, port: taken, security: byPort, userName: userName ?? this.#userName }]
  }

  /** A line of such a table: as many values as there are columns. */
  #readColumns(words: readonly SheetWord[]): boolean {
    const hosts = words.flatMap((word) => (word.kind === 'host' ? [word.host] : []))
    const ports = words.flatMap((word) => (word.kind === 'number' ? [word.port] : []))
    const wanted = this.#columns.length
    if (wanted === 0 || (hosts.length !== wanted && ports.length !== wanted)) return false
    this.#columns.forEach((protocol, index) => {
      const slot = this.#slots[protocol]
      if (hosts.length === wanted) slot.host ??= hosts[index] ?? null
      if (ports.length === wanted) slot.port ??= ports[index] ?? null
    })
    return true
  }

  #readLine(words: readonly SheetWord[], protocols: readonly Protocol[]): void {
    const isServer = serverTest(words, protocols, this.#awaited)
    for (const [index, word] of words.entries()) {
      if (word.kind === 'protocol') this.#slot = word.protocol
      else if (word.kind === 'way') this.#turn(word.way)
      else if (word.kind === 'label') {
        const rest = words.slice(index + 1)
        this.#label(word.field, rest)
        if (word.field === 'user-name' && withoutVerb(rest).length === 1) return
      } else if (word.kind === 'host' && isServer(word.host))
        this.#host(word.host, this.#targetsOf(words, protocols))
      else if (word.kind === 'number') this.#port(word.port)
      else if (word.kind === 'security') this.#security(word.security)
      else if (this.#awaited === 'user-name') this.#name(words.slice(index))
    }
  }

  #turn(way: 'in' | 'out'): void {
    if (way === 'out') this.#slot = 'smtp'
    else if (this.#slot === null || this.#slot === 'smtp') this.#slot = 'incoming'
  }

  #label(field: SheetField, rest: readonly SheetWord[]): void {
    // "User name: the email address": there is a value, and none that could be filled in.
    this.#awaited = field
    if (field === 'user-name' && rest.length > 0) {
      this.#name(rest)
      this.#awaited = null
    }
  }

  #targetsOf(words: readonly SheetWord[], protocols: readonly Protocol[]): readonly SlotName[] {
    const isForAll = protocols.length === 0 && words.some(({ kind }) => kind === 'all')
    const known = isForAll ? PROTOCOLS.filter((protocol) => this.#slots[protocol].port !== null) : []
    return known.length > 0 ? known : targetsOf(words, protocols)
  }

  /** @param targets the services that the whole line is about, where it has one server only */
  #host(host: string, targets: readonly SlotName[]): void {
    const role = roleOf(host)
    if (role === null && targets.length === 0 && this.#slot === null) this.#general ??= host
    const meant = role !== null ? [role] : targets.length > 0 ? targets : [this.#slot ?? 'incoming']
    const [first = null] = meant
    this.#slot = first
    this.#awaited = null
    for (const target of meant) this.#slots[target].host ??= host
  }

  #port(port: number): void {
    const owner = PROTOCOLS.find((protocol) => USUAL_PORTS[protocol][port] !== undefined)
    if (owner === undefined && this.#awaited !== 'port') return
    const isOther = owner !== undefined && this.#slot !== 'incoming' && owner !== this.#slot
    const target =
      owner !== undefined && (this.#slot === null || this.#slot === 'incoming' || isOther)
        ? owner
        : this.#slot
    if (target === null) return
    const slot = this.#slots[target]
    // "143, or 993 with SSL": what is named without encryption first gives way to what may have it.
    const isPlain = slot.port !== null && PLAIN_PORTS.has(slot.port) && slot.security === null
    if (slot.port === null || (isPlain && !PLAIN_PORTS.has(port))) slot.port = port
  }

  #security(security: 'tls' | 'starttls'): void {
    if (this.#slot !== null) this.#slots[this.#slot].security ??= security
  }

  /** The name behind its label: an address, or one word that is no description. */
  #name(words: readonly SheetWord[]): void {
    this.#awaited = null
    const [first, ...more] = withoutVerb(words)
    const address = words.find((word) => word.kind === 'address')
    const name = address?.address ?? (more.length === 0 ? nameIn(first) : null)
    if (name === null || PLACEHOLDER.test(name) || userNameProblem(name) !== null) return
    if (this.#userName === null) this.#userName = name
    else if (this.#slot !== null && !isOfSameDomain(name, this.#userName))
      this.#slots[this.#slot].userName ??= name
  }
}

/** "your-name@…", "E-Mail-Adresse": what stands for the reader's own. */
const PLACEHOLDER =
  /^(?:(?:your|you|ihre?|dein|user|username|name|vorname|nachname|benutzer|benutzername|max|john|jane)\b|.*(?:mail-?adresse|e-?mail$|address$|adresse$))/i

/** Whether a name with dots is a server where it stands, and no product ("settings for Outlook.com") or file. */
function serverTest(
  words: readonly SheetWord[],
  protocols: readonly Protocol[],
  awaited: SheetField | null,
): (host: string) => boolean {
  const isNamed = words.some((word) => word.kind === 'label' && word.field === 'host')
  const hasPort = words.some(({ kind }) => kind === 'number')
  const isAbout =
    (hasPort && protocols.length > 0) ||
    words.some(({ kind }) => kind === 'way' || kind === 'label') ||
    protocols.length === 1
  const isListed = protocols.length > 1 && !isNamed && !hasPort
  return (host) => roleOf(host) !== null || awaited === 'host' || (isAbout && !isListed)
}

/** What a line with one server names it for: "IMAP and SMTP server", "incoming and outgoing". */
function targetsOf(words: readonly SheetWord[], protocols: readonly Protocol[]): readonly SlotName[] {
  if (words.filter(({ kind }) => kind === 'host').length > 1) return []
  if (protocols.length > 0) return protocols
  const ways = new Set(words.flatMap((word) => (word.kind === 'way' ? [word.way] : [])))
  return ways.size > 1 ? ['incoming', 'smtp'] : []
}

/** "Your user name is anna": the verb between a label and its value. */
function withoutVerb(words: readonly SheetWord[]): readonly SheetWord[] {
  const [first] = words
  return first?.kind === 'other' && /^(?:is|ist|lautet)$/i.test(first.text) ? words.slice(1) : words
}

/** A name like `anna.berg` has the form of a host. */
function nameIn(word: SheetWord | undefined): string | null {
  return word?.kind === 'other' ? word.text : word?.kind === 'host' ? word.host : null
}

/** Another mailbox of the same domain: a text may tell of several, and the first one counts. */
function isOfSameDomain(name: string, first: string): boolean {
  const [at, other] = [name.lastIndexOf('@'), first.lastIndexOf('@')]
  return name === first || (at > 0 && other > 0 && name.slice(at) === first.slice(other))
}

/** What a server is for, by the first label of its name. */
function roleOf(host: string): Protocol | null {
  const [, role] = /^(?:[a-z0-9]+-)?(imap|pop|smtp)\d*[-.]/.exec(host) ?? []
  return role === 'pop' ? 'pop3' : role === 'imap' || role === 'smtp' ? role : null
}

function emptySlot(): Slot {
  return { host: null, port: null, security: null, userName: null }
}

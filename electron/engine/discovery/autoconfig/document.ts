import { SaxesParser, type SaxesTag } from 'saxes'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { issuerIn } from '#engine/discovery/issuer-name.ts'

/** The elements of one server section, by name, each with all its texts in order. */
export interface ServerSection {
  readonly direction: 'incomingServer' | 'outgoingServer'
  readonly type: string
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** The sign-in server of the whole document, or `null`. */
  readonly issuer: string | null
}

const MAX_DEPTH = 20
const MAX_ELEMENTS = 2_000
const MAX_ATTRIBUTES = 64
const MAX_TEXT = 1_024

/**
 * Reads the server sections of an autoconfig document (draft-ietf-mailmaint-autoconfig). One fault anywhere makes the
 * whole document unusable: half a configuration is worse than none.
 *
 * SECURITY: a DOCTYPE is refused before anything is made of it, so there are no entities to expand and nothing to
 * fetch. Depth, elements and attributes are counted; the length was limited when the document was fetched.
 */
export function readAutoconfig(body: Buffer): Outcome<readonly ServerSection[], LookUpFault> {
  const text = decode(body)
  if (text === null) return fail(MALFORMED)
  const reader = new SectionReader()
  try {
    reader.read(text)
  } catch (error) {
    // The parser throws what it finds, and our own handlers throw through it.
    if (error instanceof SyntaxError || error instanceof MalformedDocument) return fail(MALFORMED)
    throw error
  }
  const { sections, issuer } = reader
  if (sections.length === 0) return fail({ kind: 'document', why: 'no-servers' })
  return ok(sections.map((section) => ({ ...section, issuer })))
}

const MALFORMED = { kind: 'document', why: 'malformed' } as const

class MalformedDocument extends Error {}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}

type OpenSection = Omit<ServerSection, 'fields'> & { readonly fields: Map<string, string[]> }

class SectionReader {
  readonly sections: ServerSection[] = []
  issuer: string | null = null
  readonly #parser = new SaxesParser({ position: false })
  readonly #path: string[] = []
  #elements = 0
  #attributes = 0
  #section: OpenSection | null = null
  #text = ''

  constructor() {
    this.#parser.on('error', (error) => {
      throw new MalformedDocument(error.message)
    })
    this.#parser.on('doctype', () => {
      throw new MalformedDocument('DOCTYPE')
    })
    this.#parser.on('opentagstart', () => {
      this.#attributes = 0
      this.#elements += 1
      if (this.#elements > MAX_ELEMENTS || this.#path.length >= MAX_DEPTH)
        throw new MalformedDocument('too many')
    })
    this.#parser.on('attribute', () => {
      this.#attributes += 1
      if (this.#attributes > MAX_ATTRIBUTES) throw new MalformedDocument('too many attributes')
    })
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('text', (text) => {
      this.#text = (this.#text + text).slice(0, MAX_TEXT)
    })
    this.#parser.on('closetag', ({ name }) => this.#close(name))
  }

  read(text: string): void {
    this.#parser.write(text).close()
  }

  #open({ name, attributes }: SaxesTag): void {
    this.#path.push(name)
    this.#text = ''
    if (this.#path.length === 1 && name !== 'clientConfig') throw new MalformedDocument('not a configuration')
    const isServer = name === 'incomingServer' || name === 'outgoingServer'
    if (!isServer || this.#path.join('/') !== `clientConfig/emailProvider/${name}`) return
    const { type } = attributes
    this.#section = {
      direction: name,
      type: typeof type === 'string' ? type : '',
      fields: new Map(),
      issuer: null,
    }
  }

  #close(name: string): void {
    this.#path.pop()
    if (name === 'issuer' && this.#path.join('/') === 'clientConfig/oAuth2')
      this.issuer ??= issuerIn(this.#text.trim())
    const section = this.#section
    if (section === null) return
    if (name === section.direction) {
      this.sections.push(section)
      this.#section = null
      return
    }
    const isOwn = this.#path.at(-1) === section.direction
    if (isOwn) section.fields.set(name, [...(section.fields.get(name) ?? []), this.#text.trim()])
    this.#text = ''
  }
}

import { SaxesParser, type SaxesTag } from 'saxes'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** An element as it was read; its names are those of the document, and mean nothing to JavaScript. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly in it. */
  readonly text: string
}

const MAX_DEPTH = 20
const MAX_ELEMENTS = 2_000
const MAX_ATTRIBUTES = 64
const MAX_TEXT = 1_024

/**
 * Reads a document whose outermost element has this name. One fault anywhere makes the whole document unusable: half
 * a configuration is worse than none.
 *
 * SECURITY: a DOCTYPE is refused before anything is made of it, so there are no entities to expand and nothing to
 * fetch. Depth, elements and attributes are counted; the length was limited when the document was fetched.
 */
export function readXml(body: Buffer, root: string): Outcome<XmlElement, LookUpFault> {
  const text = decode(body)
  if (text === null) return fail(MALFORMED)
  try {
    const element = new TreeReader(root).read(text)
    return element === null ? fail(MALFORMED) : ok(element)
  } catch (error) {
    // The parser throws what it finds, and our own handlers throw through it.
    if (error instanceof SyntaxError || error instanceof MalformedDocument) return fail(MALFORMED)
    throw error
  }
}

/** The elements with this name directly in another. */
export function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name)
}

/** The text of the first one; empty where it is missing. */
export function textOf(element: XmlElement, name: string): string {
  return childrenNamed(element, name)[0]?.text.trim() ?? ''
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

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

class TreeReader {
  readonly #root: string
  readonly #parser = new SaxesParser({ position: false })
  readonly #path: OpenElement[] = []
  #first: XmlElement | null = null
  #elements = 0
  #attributes = 0

  constructor(root: string) {
    this.#root = root
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
    this.#parser.on('text', (text) => this.#add(text))
    this.#parser.on('cdata', (text) => this.#add(text))
    this.#parser.on('closetag', () => this.#path.pop())
  }

  read(text: string): XmlElement | null {
    this.#parser.write(text).close()
    return this.#first
  }

  #open({ name, attributes }: SaxesTag): void {
    const pairs = Object.entries(attributes).map(([key, value]) => [key, String(value)] as const)
    const element: OpenElement = { name, attributes: new Map(pairs), children: [], text: '' }
    const parent = this.#path.at(-1)
    if (parent === undefined && name !== this.#root) throw new MalformedDocument('another document')
    if (parent === undefined) this.#first ??= element
    else parent.children.push(element)
    this.#path.push(element)
  }

  #add(text: string): void {
    const element = this.#path.at(-1)
    if (element !== undefined) element.text = (element.text + text).slice(0, MAX_TEXT)
  }
}

import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { issuerIn } from '#engine/discovery/issuer-name.ts'
import { childrenNamed, readXml, textOf, type XmlElement } from '#engine/discovery/read-xml.ts'

/** The elements of one server section, by name, each with all its texts in order. */
export interface ServerSection {
  readonly direction: 'incomingServer' | 'outgoingServer'
  readonly type: string
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** The sign-in server of the whole document, or `null`. */
  readonly issuer: string | null
}

export interface AutoconfigDocument {
  readonly sections: readonly ServerSection[]
  /** The provider's part, and the whole: what stands beside the servers is in either, by the age of the document. */
  readonly provider: XmlElement
  readonly whole: XmlElement
  readonly issuer: string | null
}

const DIRECTIONS: readonly string[] = [
  'incomingServer',
  'outgoingServer',
] satisfies readonly ServerSection['direction'][]

/** Reads an autoconfig document (draft-ietf-mailmaint-autoconfig). */
export function readAutoconfig(body: Buffer): Outcome<AutoconfigDocument, LookUpFault> {
  const root = readXml(body, 'clientConfig')
  if (!root.ok) return root
  const whole = root.value
  const providers = childrenNamed(whole, 'emailProvider')
  const [provider] = providers
  if (provider === undefined) return fail({ kind: 'document', why: 'no-servers' })
  const issuer =
    childrenNamed(whole, 'oAuth2')
      .map((element) => issuerIn(textOf(element, 'issuer')))
      .find((name) => name !== null) ?? null
  const servers = providers.flatMap(({ children }) =>
    children.filter(({ name }) => DIRECTIONS.includes(name)),
  )
  return ok({ sections: servers.map((server) => sectionOf(server, issuer)), provider, whole, issuer })
}

function sectionOf({ name, attributes, children }: XmlElement, issuer: string | null): ServerSection {
  const fields = new Map<string, string[]>()
  for (const { name: field, text } of children) fields.set(field, [...(fields.get(field) ?? []), text.trim()])
  return {
    direction: name === 'outgoingServer' ? 'outgoingServer' : 'incomingServer',
    type: attributes.get('type') ?? '',
    fields,
    issuer,
  }
}

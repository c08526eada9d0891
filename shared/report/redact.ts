import { base64Alignments, utf8Bytes } from '#shared/text/base64.ts'

/** Replaces every known secret in a text, in every form it is likely to take. */
export type Redactor = (text: string) => string

const PLACEHOLDER = '[password]'
/** Below this length an encoded form is so short that it would match by accident. */
const SHORTEST_ENCODED = 4

/**
 * The only redactor: in front of every transcript, log, report, export and event. It works by value, because a
 * server may echo a password in its error text; fields that hold secrets are replaced where they are written.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = [...new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf))]
  if (forms.length === 0) return (text) => text
  const longestFirst = forms.toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'g')
  return (text) => text.replace(pattern, PLACEHOLDER)
}

function formsOf(secret: string): readonly string[] {
  const well = secret.toWellFormed()
  const bytes = utf8Bytes(well)
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const url = encodeURIComponent(well)
  const base64 = base64Alignments(bytes)
  const encoded = [
    ...base64,
    ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
    hex,
    hex.toUpperCase(),
    url,
    url.replaceAll('%20', '+'),
    url.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    JSON.stringify(well).slice(1, -1),
    well.replaceAll('\\', '\\\\').replaceAll('"', '\\"'),
    escapeXml(well),
    escapeXml(well).replaceAll('&quot;', '"').replaceAll('&apos;', "'"),
    String.fromCharCode(...bytes),
  ]
  return [well, ...encoded.filter((form) => form.length >= SHORTEST_ENCODED && form !== '')]
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

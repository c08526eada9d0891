/** How programs write a text that would mean something else to them, for tests that look for it. */

/** Every unit as JSON may write it. */
export function numbered(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('')
}

export function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}

export function inXmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function inXml(text: string): string {
  return inXmlText(text).replaceAll('"', '&quot;').replaceAll("'", '&apos;')
}

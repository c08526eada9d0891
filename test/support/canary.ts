import { numbered } from './writings.ts'

/** A secret that occurs nowhere else, and every form in which it could leak. */
export interface Canary {
  readonly secret: string
  /** The forms of the secret that a text contains; empty is what every test expects. */
  readonly formsIn: (text: string) => readonly string[]
}

let count = 0

export function createCanary(): Canary {
  count += 1
  return canaryOf(`cAnary-${process.pid}-${count}-p&<"ßé`)
}

/** Every form in which a given secret could leak. */
export function canaryOf(secret: string): Canary {
  const bytes = Buffer.from(secret, 'utf8')
  const base64 = (offset: number) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // Characters at the edges mix with their neighbours; what is between them is the secret alone.
    return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
  }
  const forms: Readonly<Record<string, string>> = {
    plain: secret,
    'base64 at 0': base64(0),
    'base64 at 1': base64(1),
    'base64 at 2': base64(2),
    'base64url at 0': base64(0).replaceAll('+', '-').replaceAll('/', '_'),
    'base64url at 1': base64(1).replaceAll('+', '-').replaceAll('/', '_'),
    'base64url at 2': base64(2).replaceAll('+', '-').replaceAll('/', '_'),
    url: encodeURIComponent(secret),
    json: JSON.stringify(secret).slice(1, -1),
    'json with numbers': numbered(secret),
    'json with numbers in capitals': numbered(secret).toUpperCase().replaceAll('\\U', '\\u'),
    'json with numbers for what is not ASCII': secret.replace(/[^ -~]/g, numbered),
    'put together': secret.normalize('NFC'),
    'taken apart': secret.normalize('NFD'),
    xml: secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    hex: bytes.toString('hex'),
    latin1: bytes.toString('latin1'),
  }
  const inAnyCase = [secret.toLowerCase(), secret.toUpperCase().toLowerCase()]
  return {
    secret,
    formsIn: (text) => {
      const lower = text.toLowerCase()
      const found = Object.entries(forms).flatMap(([name, form]) => (text.includes(form) ? [name] : []))
      return inAnyCase.some((form) => lower.includes(form)) ? [...found, 'in any case'] : found
    },
  }
}
